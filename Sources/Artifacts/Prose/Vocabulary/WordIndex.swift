// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words with a number each, found by their bytes.
///
/// Every word of every document is looked up in many tables. A `Set` of strings mixes in a key of the
/// process and compares equivalent spellings, some hundred instructions a word; bare words have one
/// spelling, and the tables are not made by whoever writes the documents.
struct WordIndex: Sendable {
  /// All words, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each word ends.
  private var ends: [Int32] = []
  /// The number of the word in each slot, plus one; 0 for none.
  ///
  /// There are at least twice as many slots as words, so that a search soon meets a free one.
  private var slots: [Int32] = []
  /// By the low digits of the first byte, a bit for each length that a word with such a byte has.
  ///
  /// Most words of a text are in none of the tables, and need no hash to be told so.
  private var lengths: [UInt32] = Array(repeating: 0, count: 32)

  /// How many words there are.
  var count: Int { ends.count }

  /// Keeps room for a table of which the length in bytes is known.
  mutating func reserve(bytes length: Int) {
    let expected = count + length / Self.usualLength
    bytes.reserveCapacity(bytes.count + length)
    ends.reserveCapacity(expected)
    while slots.count < 2 * expected { grow() }
  }

  /// What an entry of the tables takes.
  private static let usualLength = 16

  /// The number of a word, which is added where it is missing.
  mutating func insert(_ word: some StringProtocol) -> Int {
    word.withBytes { insert($0) }
  }

  /// Adds the words of a text as bare words have them.
  mutating func insertWords(of text: UnsafeBufferPointer<UInt8>) {
    BareWords(text).eachWord { word, _ in _ = insert(word) }
  }

  /// Whether a word is there.
  func contains(_ word: some StringProtocol) -> Bool { number(of: word) != nil }

  /// The number of a word, or nil for one that is not there.
  func number(of word: some StringProtocol) -> Int? {
    word.withBytes { number(of: $0) }
  }

  /// A word by its number.
  func word(_ number: Int) -> String { String(decoding: bytes[range(of: number)], as: UTF8.self) }

  /// The number of a word, which is added where it is missing.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    if 2 * count >= slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    slots[slot] = Int32(count)
    lengths[Self.place(of: word)] |= Self.bit(of: word)
    return count - 1
  }

  /// The number of a word, or nil for one that is not there.
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard lengths[Self.place(of: word)] & Self.bit(of: word) != 0 else { return nil }
    let number = slots[slot(of: word)]
    return number > 0 ? Int(number) - 1 : nil
  }

  private static func place(of word: UnsafeBufferPointer<UInt8>) -> Int {
    Int((word.first ?? 0) & 0x1F)
  }

  /// Longer words than the bits can tell apart have the last one.
  private static func bit(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    1 << UInt32(min(word.count, 31))
  }

  private func range(of number: Int) -> Range<Int> {
    (number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])
  }

  /// Where a word is, or else where it would be.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let last = slots.count - 1
    var slot = Self.hash(word) & last
    while slots[slot] > 0, !isWord(Int(slots[slot]) - 1, word) { slot = (slot + 1) & last }
    return slot
  }

  /// The first free slot for a word that is known to have none.
  private func freeSlot(for word: UnsafeBufferPointer<UInt8>) -> Int {
    let last = slots.count - 1
    var slot = Self.hash(word) & last
    while slots[slot] > 0 { slot = (slot + 1) & last }
    return slot
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    return zip(range, word).allSatisfy { bytes[$0] == $1 }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, 2 * slots.count))
    for number in 0..<count {
      let slot = bytes[range(of: number)].withUnsafeBufferPointer(freeSlot)
      slots[slot] = Int32(number + 1)
    }
  }

  /// FNV-1a in 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv).
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    // The low digits of the product depend on the low digits of the letters alone.
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
