// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

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
    // Most texts need no Unicode tables.
    let plain = text.withBytes { bytes -> String? in
      guard isPlain(bytes) else { return nil }
      return folded(bytes, keeping: keeping, separator: separator)
    }
    return plain ?? unicodeFolded(text, keeping: keeping, separator: separator)
  }

  /// Whether all characters are of ASCII, or punctuation such as dashes, quotation marks, bullets
  /// and ellipses: U+2010 to U+2027 and U+2030 to U+205E have no letter, no digit and nothing that
  /// combines with others (Unicode 16, block General Punctuation).
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let index = bytes.offsetOfSpecial(from: start) {
      guard bytes[index] >= 0x80 else {
        start = index + 1
        continue
      }
      guard bytes[index] == 0xE2, index + 2 < bytes.count else { return false }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x90...0xA7), (0x80, 0xB0...0xBF), (0x81, 0x80...0x9E): start = index + 3
      default: return false
      }
    }
    return true
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
