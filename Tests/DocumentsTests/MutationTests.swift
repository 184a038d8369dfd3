// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import TestSupport
import Testing

/// Feeds the readers with damaged documents: they may refuse them, but only with a usable error.
@Suite struct MutationTests {
  private static let mutantsPerFile = 40
  /// Pieces that matter to at least one of the formats.
  private static let pieces = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud83d", "\n", "\r\n", "\r", "\t", "  ",
    "---\n",
    "- ", "? ", "&a ", "*a", "<<: ", "!!str ", "!x ", "|\n", ">-\n", "#", "# ", "**", "__", "`",
    "```\n",
    "~~~\n", "<!--", "-->", "<table>", "<td>", "</table>", "<h2>", "<br>", "> ", "1. ", "|",
    "|-|\n", "===\n",
    "&amp;", "&#0;", "![", "](", "é", "😀", "\u{FEFF}", "\u{2028}", "\u{0}", "\u{7}", "NaN", "-",
    "1e999",
  ]

  @Test(arguments: Reader.allCases, 1...5 as ClosedRange<UInt64>)
  func `damaged documents never crash a reader`(reader: Reader, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = try Corpus.files(["json", "yaml", "yml", "md", "csv"])
    try #require(files.count >= 30)
    for (path, bytes) in files {
      for _ in 0..<Self.mutantsPerFile / 5 {
        let mutant = Self.mutant(of: bytes, using: &generator)
        do throws(Problem) {
          try reader.read(mutant)
        } catch {
          let lines = mutant.count { $0 == 0x0A || $0 == 0x0D } + 1
          #expect(1...lines ~= error.position.line, "\(path), seed \(seed)")
          #expect(1...(mutant.count + 1) ~= error.position.column, "\(path), seed \(seed)")
          #expect(!error.message.isEmpty && !error.help.isEmpty, "\(path), seed \(seed)")
          #expect(!error.message.hasSuffix("."), "\(path), seed \(seed)")
        }
        _ = HTMLText.plainText(String(decoding: mutant, as: UTF8.self))
      }
    }
  }

  private static func mutant(of bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0...mutant.count, using: &generator)
      let end = min(mutant.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: mutant.removeSubrange(start..<end)
      case 1: mutant.removeSubrange(end...)
      case 2: mutant.insert(contentsOf: mutant[start..<end], at: start)
      case 3: mutant.insert(UInt8.random(in: .min ... .max, using: &generator), at: start)
      default:
        let piece = pieces.randomElement(using: &generator) ?? ""
        mutant.replaceSubrange(
          start..<(Bool.random(using: &generator) ? start : end),
          with: piece.utf8
        )
      }
    }
    return mutant
  }
}
