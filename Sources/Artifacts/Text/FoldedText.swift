// SPDX-License-Identifier: Apache-2.0

/// Texts reduced to what matters when they are compared with a table.
enum FoldedText {
  /// Lower-case words with single spaces between them; everything but letters, digits and the kept
  /// characters separates.
  static func words(_ text: some StringProtocol, keeping: String = "") -> String {
    asciiWords(text, keeping: keeping) ?? unicodeWords(text, keeping: keeping)
  }

  /// The same for texts of ASCII alone, which are most, without asking the Unicode tables.
  private static func asciiWords(_ text: some StringProtocol, keeping: String) -> String? {
    var folded: [UInt8] = []
    var isInside = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let lower = isUpper ? byte | 0x20 : byte
      let isWord = isLowerLetterOrDigit(lower) || keeping.utf8.contains(lower)
      if isWord {
        if !isInside, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
        folded.append(lower)
      }
      isInside = isWord
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func isLowerLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func unicodeWords(_ text: some StringProtocol, keeping: String) -> String {
    var folded = ""
    var isInside = false
    for character in text.lowercased() {
      let isWord = character.isLetter || character.isNumber || keeping.contains(character)
      if isWord {
        if !isInside, !folded.isEmpty { folded.append(" ") }
        folded.append(character)
      }
      isInside = isWord
    }
    return folded
  }

  /// The name of a metric or label as records hold it: lower-case words with `_` between them.
  static func identifier(_ text: some StringProtocol) -> String {
    String(words(text, keeping: "@").map { $0 == " " ? "_" : $0 })
  }
}
