// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Blanks out markup beyond what anybody writes in one paragraph.
///
/// For each of these marks cmark 0.29 searches back through all the earlier ones of the paragraph,
/// or ahead to its end; without a bound a hostile paragraph takes quadratic time.
struct MarkupBudget {
  private static let emphasisLimit = 8192
  private static let imageLimit = 512
  private static let declarationLimit = 64

  private var emphases = 0
  private var images = 0
  private var declarations = 0

  /// The line with its excess marks blanked out, or nil when it has none.
  mutating func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard Self.hasMark(line) else { return nil }
    var excess: [Int] = []
    for index in line.indices where isExcess(at: index, in: line) { excess.append(index) }
    guard !excess.isEmpty else { return nil }
    var trimmed = line
    for index in excess { trimmed[index] = ASCII.space }
    return trimmed
  }

  private static func hasMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.has(UInt8(ascii: "*")) || line.has(UInt8(ascii: "_")) || line.has(UInt8(ascii: "!"))
      || line.has(UInt8(ascii: "<"))
  }

  private mutating func isExcess(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
    switch line[index] {
    case UInt8(ascii: "*"):
      emphases += 1
      return emphases > Self.emphasisLimit
    case UInt8(ascii: "_"):
      // Inside a word it is no markup.
      if isWord(at: index - 1, in: line), isWord(at: index + 1, in: line) { return false }
      emphases += 1
      return emphases > Self.emphasisLimit
    case UInt8(ascii: "!") where byte(at: index + 1, in: line) == UInt8(ascii: "["):
      images += 1
      return images > Self.imageLimit
    case UInt8(ascii: "<"):
      let next = byte(at: index + 1, in: line)
      guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else { return false }
      declarations += 1
      return declarations > Self.declarationLimit
    default: return false
    }
  }

  private func byte(at index: Int, in line: ArraySlice<UInt8>) -> UInt8 {
    line.indices.contains(index) ? line[index] : 0
  }

  private func isWord(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
    ASCII.isWord(byte(at: index, in: line))
  }
}
