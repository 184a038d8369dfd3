// SPDX-License-Identifier: Apache-2.0

/// The files of a folder, each cut where a check stops to read it.
struct FolderParts {
  /// What every check reads: what was worked out of the other files before.
  private(set) var fronts: [UInt8] = []
  private(set) var heads: [UInt8] = []
  private(set) var tails: [UInt8] = []
  private var lines = ""

  /// A line for each file, and an empty one.
  var index: [UInt8] { Array((lines + "\n").utf8) }

  /// Takes the next file, with its path from the folder.
  mutating func add(_ bytes: [UInt8], at path: String) {
    let start = Self.generated.contains(path) ? bytes.count : 0
    let end = path.hasPrefix("fixtures/") ? 0 : Self.endOfHead(bytes)
    fronts += bytes[..<start]
    heads += bytes[start..<end]
    tails += bytes[end...]
    let sizes = [start, end - start, bytes.count - end].map { String($0) }
    lines += ([path] + sizes + [SHA256.hex(of: bytes)]).joined(separator: "\t") + "\n"
  }

  /// What is generated from the rules of a pack, as the loader of rules knows it too.
  private static let generated = ["image.txt", "phrases.txt"]

  /// Where the examples of a rule begin, when nothing but examples and accepted mutants follows.
  private static func endOfHead(_ bytes: [UInt8]) -> Int {
    var end: Int?
    var start = 0
    while start < bytes.count {
      let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<next]
      if keys.contains(where: line.starts(with:)) {
        end = end ?? start
      } else if let first = line.first, !continuations.contains(first) {
        if end != nil { return bytes.count }
      }
      start = next
    }
    return end ?? bytes.count
  }

  /// The keys that only tests and documentation read; the loader of rules has the same ones.
  private static let keys = ["examples:", "accepted_mutants:"].map { Array($0.utf8) }

  /// What a line begins with that belongs to the value of a key above it.
  private static let continuations = Array(" \n#-".utf8)
}
