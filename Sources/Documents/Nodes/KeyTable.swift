// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A key as numbers: two words tell all short keys apart without comparing texts.
struct KeyName: Hashable, Sendable {
  /// The longest key whose words say all: a sixteenth byte could be the zero of padding.
  static let mostBytes = 15

  /// The first eight bytes, padded with zeros.
  let low: UInt64
  /// The next eight bytes, padded with zeros, or the last eight of a longer key: those of one document
  /// often begin alike.
  let high: UInt64
  /// The number of bytes.
  let length: Int

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { Self($0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { words in
      words.copyBytes(from: bytes.prefix(16))
      if bytes.count > 16 {
        UnsafeMutableRawBufferPointer(rebasing: words[8...]).copyBytes(from: bytes.suffix(8))
      }
    }
    low = UInt64(littleEndian: words.0)
    high = UInt64(littleEndian: words.1)
    length = bytes.count
  }

  /// The key that a range of bytes holds.
  init(at range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    if range.count > 16 {
      let first = raw.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
      let last = raw.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
      self.init(
        low: UInt64(littleEndian: first),
        high: UInt64(littleEndian: last),
        length: range.count
      )
      return
    }
    // Two loads and two masks; only near the end of the bytes are there not enough of them.
    guard range.lowerBound + 16 <= bytes.count else {
      self.init(UnsafeBufferPointer(rebasing: bytes[range]))
      return
    }
    let low = raw.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    let high = raw.loadUnaligned(fromByteOffset: range.lowerBound + 8, as: UInt64.self)
    // Shifts by as many bits as a word has, or more, give zero.
    self.init(
      low: UInt64(littleEndian: low) & ~(UInt64.max << (8 * range.count)),
      high: UInt64(littleEndian: high) & ~(UInt64.max << (8 * max(0, range.count - 8))),
      length: range.count
    )
  }

  private init(low: UInt64, high: UInt64, length: Int) {
    self.low = low
    self.high = high
    self.length = length
  }

  /// Whether JSON writes the key as it is, and every byte of it is a character.
  var isPlain: Bool {
    guard isWhole else { return false }
    var words = (low.littleEndian, high.littleEndian)
    return withUnsafeBytes(of: &words) { bytes in
      bytes.prefix(length).allSatisfy {
        $0 >= ASCII.space && $0 < 0x80 && $0 != ASCII.quote && $0 != ASCII.backslash
      }
    }
  }

  /// Whether the words are the whole key.
  var isWhole: Bool { length <= Self.mostBytes }

  /// Multiplies by 2^64 divided by the golden ratio (Knuth, "The Art of Computer Programming" 6.4).
  var mixed: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    return ((low &* factor) ^ high) &* factor
  }
}

/// The keys of a document by their numbers.
struct KeyNames: Sendable {
  private struct Key {
    let name: KeyName
    let text: String
    /// The bytes that the key takes in a pointer.
    let escapedLength: Int
    /// Whether JSON may write the key in one way only.
    let isPlain: Bool
  }

  private var keys: [Key] = []

  var count: Int { keys.count }

  /// The texts of the keys, by their numbers.
  var texts: some Sequence<String> { keys.lazy.map(\.text) }

  /// The bytes that a key takes in a JSON Pointer.
  func escapedLength(of number: UInt32) -> Int { keys[Int(number)].escapedLength }

  /// The length of a key if it is what stands between quotes at an offset.
  func length(of number: UInt32, ifQuotedAt offset: Int, of bytes: [UInt8]) -> Int? {
    let name = keys[Int(number)].name
    let end = offset + 1 + name.length
    guard keys[Int(number)].isPlain, end < bytes.count, bytes[offset] == ASCII.quote,
      bytes[end] == ASCII.quote,
      bytes.withUnsafeBufferPointer({ KeyName(at: offset + 1..<end, of: $0) }) == name
    else { return nil }
    return name.length
  }

  /// The text of a key.
  subscript(number: UInt32) -> String { keys[Int(number)].text }

  mutating func append(_ name: KeyName, _ text: String) {
    let length = text.utf8.reduce(0) { $0 + (PointerPath.isEscaped($1) ? 2 : 1) }
    keys.append(Key(name: name, text: text, escapedLength: length, isPlain: name.isPlain))
  }

  /// Whether a key has a text, and not only an equivalent one.
  func matches(_ number: UInt32, _ name: KeyName, _ text: @autoclosure () -> String) -> Bool {
    keys[Int(number)].name == name
      && (name.isWhole || keys[Int(number)].text.utf8.elementsEqual(text().utf8))
  }

  /// Whether a key is written with these bytes.
  func matches(_ number: UInt32, _ bytes: ArraySlice<UInt8>) -> Bool {
    keys[Int(number)].text.withBytes { text in bytes.elementsEqual(text) }
  }

  /// The number of the key with a text.
  func number(of text: String) -> UInt32? { number(of: text, named: KeyName(text)) }

  /// The number of the key with a text and its words.
  func number(of text: String, named name: KeyName) -> UInt32? {
    let index = keys.firstIndex { key in
      key.name == name && (name.isWhole || key.text.utf8.elementsEqual(text.utf8))
    }
    return index.map { UInt32($0) }
  }
}

/// The keys of a document while it is read, each kept once.
///
/// Keys come again and again: most are found by comparing two words, without making a text.
struct KeyTable {
  private(set) var names = KeyNames()
  /// By number, the first key that Unicode calls equivalent: mostly the key itself.
  private(set) var equivalents: [UInt32] = []
  /// The numbers by text, as soon as there are too many keys to look at each.
  private var numbers: [WrittenText: UInt32]?
  /// The first of equivalent keys, as soon as one key is not of ASCII; before, each is the only one.
  private var firsts: [String: UInt32]?
  /// The keys that came last, by eight bits of their words.
  private var recent = [Recent?](repeating: nil, count: 256)

  private struct Recent {
    let name: KeyName
    let number: UInt32
  }

  /// The number of the key that a range of bytes holds, which must be whole characters.
  mutating func number(of range: Range<Int>, in bytes: [UInt8]) -> UInt32 {
    let name = bytes.withUnsafeBufferPointer { KeyName(at: range, of: $0) }
    let slot = Int(truncatingIfNeeded: name.mixed >> 56)
    if let recent = recent[slot], recent.name == name,
      name.isWhole || names.matches(recent.number, bytes[range])
    {
      return recent.number
    }
    let number = number(of: String(decoding: bytes[range], as: UTF8.self), named: name)
    recent[slot] = Recent(name: name, number: number)
    return number
  }

  /// The number of a key.
  mutating func number(of text: String) -> UInt32 { number(of: text, named: KeyName(text)) }

  private mutating func number(of text: String, named name: KeyName) -> UInt32 {
    let known =
      numbers.map { $0[WrittenText(text: text)] } ?? names.number(of: text, named: name)
    if let known { return known }
    let number = UInt32(names.count)
    equivalents.append(firstEquivalent(of: text, orElse: number))
    names.append(name, text)
    if numbers != nil {
      numbers?[WrittenText(text: text)] = number
    } else if names.count > Self.fewKeys {
      numbers = Dictionary(
        uniqueKeysWithValues: zip(names.texts.lazy.map { WrittenText(text: $0) }, 0...)
      )
    }
    return number
  }

  /// So many keys are found faster by comparing their words than by hashing a text.
  private static let fewKeys = 32

  private mutating func firstEquivalent(of text: String, orElse number: UInt32) -> UInt32 {
    if firsts == nil {
      if text.utf8.allSatisfy({ $0 < 0x80 }) { return number }
      firsts = Dictionary(uniqueKeysWithValues: zip(names.texts, 0...))
    }
    if let first = firsts?[text] { return first }
    firsts?[text] = number
    return number
  }
}

/// A text that is equal only to what is written with the same bytes.
private struct WrittenText: Hashable {
  let text: String

  static func == (left: WrittenText, right: WrittenText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
