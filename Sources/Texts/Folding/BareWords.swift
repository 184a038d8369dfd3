// SPDX-License-Identifier: Apache-2.0

/// A word with nothing left of how it was written: no capitals, marks or foreign look-alikes.
@usableFromInline
package struct BareWord: Hashable, Sendable {
  /// What a word consists of.
  package enum Script: Hashable, Sendable {
    /// Letters that stand in words with spaces between them, perhaps with digits.
    case letters
    /// Chinese characters and kana, which stand side by side without spaces.
    case ideographs
    case digits
  }

  package let text: String
  package let script: Script
  /// Whether all its letters were written as capitals.
  package let isCapital: Bool
}

/// Cuts texts into bare words.
///
/// Single letters in a row are one word, so that `T.B.D.`, `T B D` and `n/a` are `tbd` and `na`.
@usableFromInline
package struct BareWords {
  private var words: [BareWord] = []
  /// The single letters read last, which may be parts of one word.
  private var spelled: [BareWord] = []
  /// The word that is being read, in UTF-8.
  private var current: [UInt8] = []
  private var script = BareWord.Script.digits
  private var isCapital = true

  /// The words of a text.
  @inlinable
  package static func of(_ text: some StringProtocol) -> [BareWord] {
    text.withBytes { of($0) }
  }

  /// The words of a text in UTF-8.
  @usableFromInline
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> [BareWord] {
    var reader = BareWords()
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text { reader.read(byte) }
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { reader.read(scalar) }
    }
    reader.endWord()
    reader.endSpelling()
    return reader.words
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    guard scalar.isASCII else { return readBeyondASCII(scalar) }
    read(UInt8(scalar.value))
  }

  /// Reads a character of ASCII.
  private mutating func read(_ byte: UInt8) {
    if ASCII.isLetter(byte) {
      if ASCII.lower(byte) == byte { isCapital = false }
      begin(.letters)
      current.append(ASCII.lower(byte))
    } else if ASCII.isDigit(byte) {
      begin(script == .letters && !current.isEmpty ? .letters : .digits)
      current.append(byte)
    } else {
      endWord()
    }
  }

  private mutating func readBeyondASCII(_ scalar: Unicode.Scalar) {
    if scalar.isUsualIdeograph { return append(scalar, .ideographs) }
    let properties = scalar.properties
    if !scalar.isUsualLetter {
      if scalar.showsNothing { return }
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: return
      default: break
      }
    }
    if let meant = NormalText.meant(by: scalar) {
      for part in meant.unicodeScalars { read(part) }
    } else if scalar.isIdeographic {
      append(scalar, .ideographs)
    } else if scalar.isUsualLetter && scalar.value | 0x20 != 0xF7 || properties.isAlphabetic {
      readLetter(scalar)
    } else if properties.numericType != nil {
      append(scalar, script == .letters && !current.isEmpty ? .letters : .digits)
    } else {
      endWord()
    }
  }

  private mutating func readLetter(_ scalar: Unicode.Scalar) {
    let small = scalar.properties.lowercaseMapping
    if small.unicodeScalars.first == scalar { isCapital = false }
    // A capital may look like another letter than the small one: `В` and `в`.
    let bare =
      NormalText.bare(scalar) ?? small.unicodeScalars.first.flatMap(NormalText.bare) ?? small
    for letter in bare.unicodeScalars { append(letter, .letters) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ kind: BareWord.Script) {
    begin(kind)
    current.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Ends the word, where the next character cannot belong to it.
  private mutating func begin(_ kind: BareWord.Script) {
    if !current.isEmpty, (kind == .ideographs) != (script == .ideographs) { endWord() }
    if current.isEmpty || kind != .digits { script = kind }
  }

  private mutating func endWord() {
    defer {
      current.removeAll(keepingCapacity: true)
      script = .digits
      isCapital = true
    }
    guard !current.isEmpty else { return }
    let word = BareWord(
      text: String(decoding: current, as: UTF8.self),
      script: script,
      isCapital: isCapital && script == .letters
    )
    if script == .letters, current.count == 1 {
      spelled.append(word)
    } else {
      endSpelling()
      words.append(word)
    }
  }

  private mutating func endSpelling() {
    guard let first = spelled.first else { return }
    let text = spelled.count == 1 ? first.text : spelled.map(\.text).joined()
    words.append(
      BareWord(text: text, script: .letters, isCapital: spelled.allSatisfy(\.isCapital))
    )
    spelled = []
  }
}

extension BareWords {
  /// The words of a name without anything between them, so that `loans-2025` is `Loans 2025`; a name without
  /// words as it stands.
  package static func joined(_ name: some StringProtocol) -> String {
    let text = of(name).map(\.text).joined()
    return text.isEmpty ? String(name) : text
  }
}

extension Unicode.Scalar {
  /// Whether a character is a unified Chinese one, or a letter of kana.
  ///
  /// None of them is a mark, hidden, or a compatibility character.
  fileprivate var isUsualIdeograph: Bool {
    switch value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// Whether a character is of the blocks of Latin letters with marks, none of which combines or
  /// hides.
  fileprivate var isUsualLetter: Bool { (0xC0...0x24F).contains(value) }

  /// Whether a character stands beside others without spaces: Chinese characters, kana, Thai, Lao,
  /// Khmer and Burmese letters.
  fileprivate var isIdeographic: Bool {
    switch value {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xF900...0xFAFF, 0x20000...0x323AF: true
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: false
    }
  }
}
