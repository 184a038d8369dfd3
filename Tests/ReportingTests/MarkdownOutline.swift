// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Markdown with every code span and every line of a fence replaced by `§`.
struct MarkdownOutline {
  /// What is left: the words and the markup that the report itself writes.
  private(set) var skeleton: [String] = []
  private var raw: [Substring] = []

  init(_ bytes: [UInt8]) {
    var fence: String?
    for line in String(utf8: bytes).split(separator: "\n") {
      let ticks = String(line.prefix { $0 == "`" })
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasSuffix("text"), ticks.count >= 3, line.count == ticks.count + 4 {
        fence = ticks
        skeleton.append("fence")
      } else {
        skeleton.append(Self.withoutCode(line))
        raw.append(line)
      }
    }
  }

  /// The words outside of code that some renderer could take for markup; none of our own are.
  var strangeWords: [String] {
    skeleton.filter { $0.hasPrefix("|") || $0.hasPrefix("- ") }
      .flatMap { $0.split(separator: " ") }
      .filter { word in
        word.contains { "<>[]@#_~&\\!*".contains($0) } && !Self.isOurs(word)
          || word.hasPrefix("www.") || word.contains("://")
      }
      .map(String.init)
  }

  /// Bold words of the report itself.
  private static func isOurs(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isLetter || "*,:§".contains($0) }
  }

  /// The number of cells of every row, for each table.
  var tables: [[Int]] {
    raw.split { !$0.hasPrefix("|") }.map { rows in rows.map(Self.bars) }
  }

  /// The bars that end a cell: those without a backslash before them, in code as well.
  private static func bars(in row: Substring) -> Int {
    zip([UInt8(ascii: " ")] + row.utf8, row.utf8).count { before, byte in
      byte == UInt8(ascii: "|") && before != UInt8(ascii: "\\")
    }
  }

  private static func withoutCode(_ line: Substring) -> String {
    var result = ""
    var rest = line.unicodeScalars[...]
    while let scalar = rest.first {
      let run = rest.prefix { $0 == "`" }.count
      guard run > 0 else {
        result.unicodeScalars.append(scalar)
        rest.removeFirst()
        continue
      }
      rest.removeFirst(run)
      while !rest.isEmpty {
        let closing = rest.prefix { $0 == "`" }.count
        rest.removeFirst(max(closing, 1))
        if closing == run { break }
      }
      result += "§"
    }
    return result.replacing("(empty)", with: "§")
  }
}
