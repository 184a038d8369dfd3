// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Mathematics of GitHub, `$…$` and `$$…$$`, that holds sentences: they are drawn as one unbroken row of
/// letters, and nobody reads them.
enum MathText {
  private static let sign = UInt8(ascii: "$")
  /// The words in a row from which mathematics is a sentence; formulas name a few variables.
  private static let sentence = 5

  /// Removes such mathematics from the lines of a paragraph.
  static func remove(from lines: inout [TextLine]) {
    guard lines.contains(where: { $0.text.has(sign) }) else { return }
    let shown = removed(from: lines.map(\.text))
    guard shown.count == lines.count else { return }
    for (index, text) in shown.enumerated() { lines[index].text = text }
  }

  /// The lines without such mathematics, as many as before.
  private static func removed(from lines: [String]) -> [String] {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == sign, let end = end(ofMathAt: index, in: bytes) else {
        let run = max(1, bytes[index...].prefix { $0 == sign }.count)
        kept.append(contentsOf: bytes[index..<(index + run)])
        index += run
        continue
      }
      let math = bytes[index..<end]
      kept.append(contentsOf: saysMuch(math) ? math.filter { $0 == ASCII.lineFeed }[...] : math)
      index = end
    }
    return String(decoding: kept, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Amounts of money open and close nothing: `$5 and $6` has a blank before the second sign.
  private static func end(ofMathAt start: Int, in bytes: [UInt8]) -> Int? {
    let length = bytes[start...].prefix { $0 == sign }.count
    guard length <= 2 else { return nil }
    let first = start + length
    guard length == 2 || first < bytes.count && !isSpace(bytes[first]) else { return nil }
    var index = first
    while index < bytes.count {
      let run = bytes[index...].prefix { $0 == sign }.count
      let next = index + run
      if run == length {
        guard length == 1 else { return next }
        let isFollowed = next < bytes.count && ASCII.isDigit(bytes[next])
        return isSpace(bytes[index - 1]) || isFollowed ? nil : next
      }
      if run > 0, length == 1 { return nil }
      index += max(1, run)
    }
    return nil
  }

  private static func saysMuch(_ math: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: math, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let spoken = words.filter { word in
      !word.contains("\\") && word.filter(\.isLetter).count > 1
        && word.allSatisfy { $0.isLetter || $0.isNumber || $0.isPunctuation || $0 == "$" }
    }
    let quotes = words.contains { $0.contains("\\text") || $0.contains("\\mbox") }
    return spoken.count >= sentence && !quotes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineBreak(byte)
  }
}
