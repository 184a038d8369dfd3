// SPDX-License-Identifier: Apache-2.0

/// Texts reduced to what matters when they are compared with a table.
enum FoldedText {
  /// Lower-case words with single spaces between them; everything but letters, digits and the kept
  /// characters separates.
  static func words(_ text: some StringProtocol, keeping: ASCIISet = "") -> String {
    folded(text, keeping: keeping, separator: UInt8(ascii: " "))
  }

  /// The name of a metric or label as records hold it: lower-case words with `_` between them.
  static func identifier(_ text: some StringProtocol) -> String {
    folded(text, keeping: "@", separator: UInt8(ascii: "_"))
  }

  /// The first of these words; empty where there is none.
  static func firstWord(_ text: some StringProtocol, keeping: ASCIISet = "") -> String {
    let word = text.withBytes { bytes -> String? in
      let isWord = { (byte: UInt8) in ASCII.isWord(byte) || keeping.contains(byte) }
      guard let start = bytes.firstIndex(where: { $0 >= 0x80 || isWord($0) }) else { return "" }
      let end = bytes[start...].firstIndex { $0 >= 0x80 || !isWord($0) } ?? bytes.count
      // A character beyond ASCII may belong to the word.
      guard end == bytes.count || bytes[end] < 0x80 else { return nil }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
      return folded(word, keeping: keeping, separator: UInt8(ascii: " "))
    }
    return word ?? words(text, keeping: keeping).spacedWords.first.map(String.init) ?? ""
  }

  private static func folded(
    _ text: some StringProtocol,
    keeping: ASCIISet,
    separator: UInt8
  ) -> String {
    // Most texts are of ASCII alone, and need no Unicode tables.
    let plain = text.withBytes { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return folded(bytes, keeping: keeping, separator: separator)
    }
    return plain ?? unicodeFolded(text, keeping: keeping, separator: separator)
  }

  private static func folded(
    _ bytes: UnsafeBufferPointer<UInt8>,
    keeping: ASCIISet,
    separator: UInt8
  ) -> String {
    // A separator is written only where another character separates, so that there is room for all.
    String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      var isInside = false
      for byte in bytes {
        let isWord = ASCII.isWord(byte) || keeping.contains(byte)
        if isWord {
          if !isInside, count > 0 {
            folded[count] = separator
            count += 1
          }
          folded[count] = ASCII.lower(byte)
          count += 1
        }
        isInside = isWord
      }
      return count
    }
  }

  private static func unicodeFolded(
    _ text: some StringProtocol,
    keeping: ASCIISet,
    separator: UInt8
  ) -> String {
    var folded = ""
    var isInside = false
    for character in text.lowercased() {
      let isWord = character.isLetter || character.isNumber || keeping.contains(character)
      if isWord {
        if !isInside, !folded.isEmpty { folded.unicodeScalars.append(Unicode.Scalar(separator)) }
        folded.append(character)
      }
      isInside = isWord
    }
    return folded
  }
}
