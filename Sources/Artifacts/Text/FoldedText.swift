// SPDX-License-Identifier: Apache-2.0

/// Texts reduced to what matters when they are compared with a table.
enum FoldedText {
  /// Lower-case words with single spaces between them; everything but letters, digits and the kept
  /// characters separates.
  static func words(_ text: some StringProtocol, keeping: String = "") -> String {
    asciiWords(text, keeping: keeping) ?? unicodeWords(text, keeping: keeping)
  }

  /// The first of these words; empty where there is none.
  static func firstWord(_ text: some StringProtocol, keeping: String = "") -> String {
    let word = text.withBytes { bytes -> String? in
      let isWord = { (byte: UInt8) in isWordByte(lower(byte), keeping: keeping) }
      guard let start = bytes.firstIndex(where: { $0 >= 0x80 || isWord($0) }) else { return "" }
      let end = bytes[start...].firstIndex { $0 >= 0x80 || !isWord($0) } ?? bytes.count
      // A character beyond ASCII may belong to the word.
      guard end == bytes.count || bytes[end] < 0x80 else { return nil }
      return folded(UnsafeBufferPointer(rebasing: bytes[start..<end]), keeping: keeping)
    }
    return word ?? words(text, keeping: keeping).spacedWords.first.map(String.init) ?? ""
  }

  /// The same for texts of ASCII alone, which are most, without asking the Unicode tables.
  private static func asciiWords(_ text: some StringProtocol, keeping: String) -> String? {
    text.withBytes { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? folded(bytes, keeping: keeping) : nil
    }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, keeping: String) -> String {
    // A space is written only where another character separates, so that there is room for all.
    String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      var isInside = false
      for byte in bytes {
        let lower = lower(byte)
        let isWord = isWordByte(lower, keeping: keeping)
        if isWord {
          if !isInside, count > 0 {
            folded[count] = UInt8(ascii: " ")
            count += 1
          }
          folded[count] = lower
          count += 1
        }
        isInside = isWord
      }
      return count
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isWordByte(_ byte: UInt8, keeping: String) -> Bool {
    isLowerLetterOrDigit(byte) || (!keeping.isEmpty && keeping.utf8.contains(byte))
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
