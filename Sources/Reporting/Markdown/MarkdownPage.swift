// SPDX-License-Identifier: Apache-2.0

/// A page of Markdown that never grows beyond a budget and says what it leaves out.
struct MarkdownPage {
  /// GitHub refuses a job summary of more than 1 MiB without showing any of it.
  static let maximumBytes = 900 * 1_024
  /// GitHub takes a comment of 65,536 characters; what is folded away never makes a page longer.
  private static let comment = 60_000
  /// Room for the headings and remarks that are written even when the budget is used up.
  private static let reserve = 16 * 1_024

  private(set) var bytes: [UInt8] = []

  /// Adds a block of our own words, whose size is known to be small.
  mutating func add(_ block: String) {
    bytes += block.utf8
    bytes += "\n\n".utf8
  }

  /// Adds blocks as long as the budget lasts.
  ///
  /// - Parameters:
  ///   - blocks: The blocks.
  ///   - separator: What stands behind each of them.
  ///   - isFolded: Whether readers see them only when they ask for it.
  /// - Returns: How many were left out.
  mutating func addWhileRoom(
    _ blocks: some Collection<String>,
    separator: String = "\n\n",
    isFolded: Bool = false
  ) -> Int {
    let room = isFolded ? Self.comment : Self.maximumBytes - Self.reserve
    for (index, block) in blocks.enumerated() {
      let count = block.utf8.count + separator.utf8.count
      guard bytes.count + count <= room else {
        return blocks.count - index
      }
      bytes += block.utf8
      bytes += separator.utf8
    }
    return 0
  }

  /// Ends a list or a table whose lines were added one by one.
  mutating func endList() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Says how much of a list is left out, if anything is.
  mutating func addRemark(omitted: Int, of kind: String) {
    guard omitted > 0 else { return }
    add("_\(omitted) more \(kind) left out here; report.json has all of them._")
  }
}
