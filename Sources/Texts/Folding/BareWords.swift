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
  /// A word among the bytes of all of them.
  package struct Part {
    /// Where it ends; it starts where the one before it does.
    package fileprivate(set) var end: Int
    package let script: BareWord.Script
    package fileprivate(set) var isCapital: Bool
  }

  /// The bytes of all words in UTF-8, one behind the other.
  package private(set) var bytes: [UInt8] = []
  package private(set) var parts: [Part] = []
  /// Where the word begins that is being read.
  private var start = 0
  private var script = BareWord.Script.digits
  private var isCapital = true
  /// Whether the last word consists of single letters, which the next one may continue.
  private var isSpelling = false

  /// The words of a text.
  @inlinable
  package static func of(_ text: some StringProtocol) -> [BareWord] {
    text.withBytes { of($0) }
  }

  /// The words of a text in UTF-8.
  @usableFromInline
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> [BareWord] {
    BareWords(text).words
  }

  /// The words as strings.
  package var words: [BareWord] {
    var words: [BareWord] = []
    words.reserveCapacity(parts.count)
    eachWord { word, part in
      words.append(
        BareWord(
          text: String(decoding: word, as: UTF8.self),
          script: part.script,
          isCapital: part.isCapital
        )
      )
    }
    return words
  }

  /// Calls a function with each word in UTF-8 and what it is.
  package func eachWord(_ body: (UnsafeBufferPointer<UInt8>, Part) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for part in parts {
        body(UnsafeBufferPointer(rebasing: bytes[start..<part.end]), part)
        start = part.end
      }
    }
  }

  /// Whether a word is such a one, by its bytes in UTF-8 and its script.
  package func contains(
    where isSuch: (UnsafeBufferPointer<UInt8>, BareWord.Script) -> Bool
  ) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      return parts.contains { part in
        defer { start = part.end }
        return isSuch(UnsafeBufferPointer(rebasing: bytes[start..<part.end]), part.script)
      }
    }
  }

  /// No words yet.
  package init() {}

  /// Reads a text in UTF-8, for callers that need no strings.
  package init(_ text: UnsafeBufferPointer<UInt8>) { read(text) }

  /// Forgets the words and reads those of another text; many short texts are read faster in one place.
  package mutating func reread(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    (start, script, isCapital, isSpelling) = (0, .digits, true, false)
    read(text)
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(text.count)
    parts.reserveCapacity(text.count / Self.usualLength + 1)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if ASCII.isLetter(byte) {
        let end = text[index...].firstIndex { !ASCII.isLetter($0) } ?? text.count
        readLetters(UnsafeBufferPointer(rebasing: text[index..<end]))
        index = end
      } else if byte < 0x80 {
        read(byte)
        index += 1
      } else {
        let (scalar, count) = text.character(at: index)
        if scalar.isUsualIdeograph {
          begin(.ideographs)
          bytes.append(contentsOf: text[index..<(index + count)])
        } else {
          readBeyondASCII(scalar)
        }
        index += count
      }
    }
    endWord()
  }

  /// What short words take with what separates them, as room is kept for words: moving them costs more.
  private static let usualLength = 4

  /// Reads letters of ASCII that stand in a row; most are small.
  private mutating func readLetters(_ letters: UnsafeBufferPointer<UInt8>) {
    begin(.letters)
    let hasCapitals = letters.contains { $0 & 0x20 == 0 }
    if !hasCapitals || letters.contains(where: { $0 & 0x20 != 0 }) { isCapital = false }
    if hasCapitals {
      bytes.append(contentsOf: letters.lazy.map { $0 | 0x20 })
    } else {
      bytes.append(contentsOf: letters)
    }
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
      bytes.append(ASCII.lower(byte))
    } else if ASCII.isDigit(byte) {
      begin(script == .letters && isInside ? .letters : .digits)
      bytes.append(byte)
    } else {
      endWord()
    }
  }

  private mutating func readBeyondASCII(_ scalar: Unicode.Scalar) {
    if scalar.isUsualIdeograph { return append(scalar, .ideographs) }
    if let letter = LatinLetter.of(scalar) {
      if letter.isSmall { isCapital = false }
      begin(.letters)
      letter.eachByte { bytes.append($0) }
      return
    }
    if scalar.isSyllable {
      isCapital = false
      return append(scalar, .letters)
    }
    if scalar.isCyrillic { return readLetter(scalar) }
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
      append(scalar, script == .letters && isInside ? .letters : .digits)
    } else {
      endWord()
    }
  }

  private mutating func readLetter(_ scalar: Unicode.Scalar) {
    if scalar.isSmallCyrillic {
      isCapital = false
      if let bare = NormalText.bare(scalar) {
        begin(.letters)
        bytes.append(contentsOf: bare.utf8)
      } else {
        append(scalar, .letters)
      }
      return
    }
    let small = scalar.properties.lowercaseMapping
    if small.unicodeScalars.first == scalar { isCapital = false }
    for letter in NormalText.bareLetters(of: scalar, small: small).unicodeScalars {
      append(letter, .letters)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ kind: BareWord.Script) {
    begin(kind)
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Whether a word is being read.
  private var isInside: Bool { bytes.count > start }

  /// Ends the word, where the next character cannot belong to it.
  private mutating func begin(_ kind: BareWord.Script) {
    if isInside, (kind == .ideographs) != (script == .ideographs) { endWord() }
    if !isInside || kind != .digits { script = kind }
  }

  private mutating func endWord() {
    defer {
      start = bytes.count
      script = .digits
      isCapital = true
    }
    guard isInside else { return }
    let isLetter = script == .letters && bytes.count == start + 1
    isCapital = isCapital && script == .letters
    if isLetter, isSpelling, let last = parts.indices.last {
      parts[last].end = bytes.count
      parts[last].isCapital = parts[last].isCapital && isCapital
    } else {
      parts.append(Part(end: bytes.count, script: script, isCapital: isCapital))
    }
    isSpelling = isLetter
  }
}

/// A Latin letter with marks as bare words have it.
private struct LatinLetter {
  /// Its letters in UTF-8, the first one in the lowest byte.
  private var letters: UInt32 = 0
  private(set) var isSmall = true

  /// Calls a function with each byte of its letters.
  func eachByte(_ body: (UInt8) -> Void) {
    var rest = letters
    while rest != 0 {
      body(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Latin-1 Supplement and Latin Extended-A, whose letters are those of most languages.
  private static let range: Range<UInt32> = 0xC0..<0x180

  /// A letter of these blocks; nil for other characters, and for those that stand for others.
  static func of(_ scalar: Unicode.Scalar) -> LatinLetter? {
    guard range.contains(scalar.value) else { return nil }
    let letter = all[Int(scalar.value - range.lowerBound)]
    return letter.letters == 0 ? nil : letter
  }

  /// What `NormalText.bareLetters` and the small form of each letter give, which to ask takes longer than to
  /// read most texts: `^` marks capital letters, `-` what is no letter or stands for others.
  ///
  /// A test holds them equal.
  private static let table = """
    ^a ^a ^a ^a ^a ^a ^ae ^c ^e ^e ^e ^e ^i ^i ^i ^i ^d ^n ^o ^o ^o ^o ^o - ^o ^u ^u ^u ^u ^y ^th ss
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y
    ^a a ^a a ^a a ^c c ^c c ^c c ^c c ^d d ^d d ^e e ^e e ^e e ^e e ^e e ^g g ^g g
    ^g g ^g g ^h h ^h h ^i i ^i i ^i i ^i i ^i̇ i - - ^j j ^k k ĸ ^l l ^l l ^l l -
    - ^l l ^n n ^n n ^n n - ^n n ^o o ^o o ^o o ^oe oe ^r r ^r r ^r r ^s s ^s s ^s s
    ^s s ^t t ^t t ^t t ^u u ^u u ^u u ^u u ^u u ^u u ^w w ^y y ^y ^z z ^z z ^z z -
    """

  private static let all: [LatinLetter] = table.withBytes { table in
    var all: [LatinLetter] = []
    all.reserveCapacity(range.count)
    var (letter, shift) = (LatinLetter(), UInt32(0))
    for byte in table {
      switch byte {
      case ASCII.space, ASCII.lineFeed:
        all.append(letter)
        (letter, shift) = (LatinLetter(), 0)
      case UInt8(ascii: "^"): letter.isSmall = false
      case UInt8(ascii: "-"): break
      default:
        letter.letters |= UInt32(byte) << shift
        shift += 8
      }
    }
    return all + [letter]
  }
}

extension BareWords {
  /// The words of a name without anything between them, so that `loans-2025` is `Loans 2025`; a name without
  /// words as it stands.
  package static func joined(_ name: some StringProtocol) -> String {
    let text = name.withBytes { String(decoding: BareWords($0).bytes, as: UTF8.self) }
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

  /// Whether a character is a syllable of Korean; none has a capital form, a mark or a look-alike.
  fileprivate var isSyllable: Bool { (0xAC00...0xD7A3).contains(value) }

  /// Whether a character is a Cyrillic letter; marks and signs of thousands stand between them.
  fileprivate var isCyrillic: Bool {
    switch value {
    case 0x400...0x481, 0x48A...0x52F: true
    default: false
    }
  }

  /// Whether a character is a small Cyrillic letter of today's alphabets.
  fileprivate var isSmallCyrillic: Bool { (0x430...0x45F).contains(value) }

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
