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

  /// The same of a text in UTF-8.
  static func words(ofBytes text: UnsafeBufferPointer<UInt8>) -> String {
    if isWords(text) { return String(decoding: text, as: UTF8.self) }
    return usualFolded(text, keeping: "", separator: ASCII.space)
      ?? unicodeFolded(String(decoding: text, as: UTF8.self), keeping: "", separator: ASCII.space)
  }

  /// Calls a function with the bytes of these words; the tables state them in this form already, and
  /// nothing of it is copied.
  static func withWords(
    ofBytes text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    isWords(text) ? body(text) : words(ofBytes: text).withBytes(body)
  }

  /// Whether a text consists of usual letters and digits in the form that `words` gives them.
  private static func isWords(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var isInside = false
    while index < text.count {
      let byte = text[index]
      if byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 {
        isInside = true
        index += 1
      } else if byte == ASCII.space, isInside {
        isInside = false
        index += 1
      } else if byte >= 0x80 {
        let (scalar, count) = text.character(at: index)
        guard case .some(.some(scalar)) = usualLetter(scalar.value, "") else { return false }
        isInside = true
        index += count
      } else {
        return false
      }
    }
    return isInside
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
    text.withBytes { usualFolded($0, keeping: keeping, separator: separator) }
      ?? unicodeFolded(text, keeping: keeping, separator: separator)
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
    let inWords = keeping.union(wordCharacters)
    // What is in this form already, as most headings of the tables are, is copied.
    if separator == ASCII.space, isFolded(bytes, inWords) {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(unsafeUninitializedCapacity: bytes.count) { folded in
      var count = 0
      var isInside = false
      for byte in bytes {
        let isWord = inWords.contains(byte)
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

  private static let wordCharacters: ASCIISet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

  /// Whether a text has nothing but small letters and what else stands in words, with single spaces between.
  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ inWords: ASCIISet) -> Bool {
    var isInside = false
    for byte in bytes {
      if inWords.contains(byte), byte == ASCII.lower(byte) {
        isInside = true
      } else if byte == ASCII.space, isInside {
        isInside = false
      } else {
        return false
      }
    }
    return isInside
  }

  /// The folded text where it needs no Unicode tables: where it consists of ASCII, Latin letters with
  /// marks, Cyrillic letters, kana, Chinese characters, syllables of Korean and usual punctuation; nil for
  /// others.
  ///
  /// Of these each character is one scalar, and all but two signs of arithmetic are letters.
  private static func usualFolded(
    _ text: UnsafeBufferPointer<UInt8>,
    keeping: ASCIISet,
    separator: UInt8
  ) -> String? {
    if isPlain(text) { return folded(text, keeping: keeping, separator: separator) }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var index = 0
    var isInside = false
    while index < text.count {
      let (scalar, count) = text.character(at: index)
      guard let letter = usualLetter(scalar.value, keeping) else { return nil }
      if let letter {
        if !isInside, !folded.isEmpty { folded.append(separator) }
        folded.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
      }
      isInside = letter != nil
      index += count
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The small form of a letter, digit or kept character; nil inside for one that separates, and nil for one
  /// that needs the tables.
  private static func usualLetter(_ value: UInt32, _ keeping: ASCIISet) -> Unicode.Scalar?? {
    switch value {
    case 0..<0x80:
      let byte = UInt8(value)
      let isWord = ASCII.isWord(byte) || keeping.contains(byte)
      return .some(isWord ? Unicode.Scalar(ASCII.lower(byte)) : nil)
    case 0xD7, 0xF7: return .some(nil)
    case 0x130: return nil
    case 0xC0..<0x180: return .some(Unicode.Scalar(smallLatin(value)))
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x430...0x45F:
      return .some(Unicode.Scalar(value))
    case 0x400...0x40F: return .some(Unicode.Scalar(value + 0x50))
    case 0x410...0x42F: return .some(Unicode.Scalar(value + 0x20))
    default: return nil
    }
  }

  /// The small form of a letter of Latin-1 Supplement or Latin Extended-A (Unicode 16, UnicodeData.txt), of
  /// which the capital and the small one stand side by side.
  private static func smallLatin(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xC0...0xDE: value + 0x20
    case 0x178: 0xFF
    case 0x139...0x148, 0x179...0x17E: value + value % 2
    case 0x100..<0x138, 0x14A..<0x178: value | 1
    default: value
    }
  }

  private static func unicodeFolded(
    _ text: some StringProtocol,
    keeping: ASCIISet,
    separator: UInt8
  ) -> String {
    var folded = ""
    var isInside = false
    let shown =
      text.unicodeScalars.contains(where: isInvisible)
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
      : String(text)
    for character in shown.lowercased() {
      let isWord = character.isLetter || character.isNumber || keeping.contains(character)
      if isWord {
        if !isInside, !folded.isEmpty { folded.unicodeScalars.append(Unicode.Scalar(separator)) }
        folded.append(character)
      }
      isInside = isWord
    }
    return folded
  }

  /// Whether a character only tells where a word may break or join: soft hyphens, zero width.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
