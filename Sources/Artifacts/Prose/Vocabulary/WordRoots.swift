// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words by their roots, in one column per language.
///
/// `risk*` is any word that starts so, `doel` the word itself. What is written without spaces is
/// looked for within words.
struct WordRoots: Sendable {
  /// A root: a part of the bytes of all of them, and whether a word may go on behind it.
  private struct Root: Sendable {
    let start: Int32
    let end: Int32
    let isOpen: Bool
    /// The root before it in the same bucket; -1 for none.
    let next: Int32
  }

  /// All roots, one behind the other.
  private var bytes: [UInt8] = []
  private var roots: [Root] = []
  /// The last root of those whose first two bytes are alike; -1 for none.
  private var buckets = [Int32](repeating: -1, count: bucketCount)
  /// The roots of languages without spaces.
  let written: [String]

  init(
    en: String,
    de: String,
    fr: String,
    es: String,
    pt: String,
    it: String,
    nl: String,
    pl: String,
    sv: String,
    ja: String,
    zh: String,
    others: String = ""
  ) {
    written = (ja.spacedWords + zh.spacedWords).map(String.init)
    let columns = [
      en, Umlauts.extended(de, separator: ASCII.space), fr, es, pt, it, nl, pl, sv,
      others,
    ]
    let length = columns.reduce(0) { $0 + $1.utf8.count }
    bytes.reserveCapacity(length)
    roots.reserveCapacity(length / Self.usualLength)
    var words = BareWords()
    for column in columns {
      Phrases.forEachPart(of: column, separator: ASCII.space) { root in
        let isOpen = root.last == UInt8(ascii: "*")
        let root = isOpen ? UnsafeBufferPointer(rebasing: root.dropLast()) : root
        add(root, isOpen: isOpen, reading: &words)
      }
    }
  }

  /// Adds a root with its marks and, as bare words have them, without.
  private mutating func add(
    _ root: UnsafeBufferPointer<UInt8>,
    isOpen: Bool,
    reading words: inout BareWords
  ) {
    addSpelling(root, isOpen: isOpen)
    guard !root.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return }
    words.reread(root)
    guard !words.bytes.isEmpty else { return }
    words.bytes.withUnsafeBufferPointer { addSpelling($0, isOpen: isOpen) }
  }

  private mutating func addSpelling(_ root: UnsafeBufferPointer<UInt8>, isOpen: Bool) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: root)
    let bucket = Self.bucket(of: root)
    let next = buckets[bucket]
    buckets[bucket] = Int32(roots.count)
    roots.append(Root(start: start, end: Int32(bytes.count), isOpen: isOpen, next: next))
  }

  func occurs(in words: [Substring]) -> Bool { words.contains(where: matches) }

  func matches(_ word: Substring) -> Bool {
    word.withBytes { matches($0) }
  }

  /// Whether a word in UTF-8 is one of these.
  func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = buckets[Self.bucket(of: word)]
    while next >= 0 {
      let root = roots[Int(next)]
      if starts(word, root) { return true }
      next = root.next
    }
    return word.contains { $0 >= Self.firstOfWritten } && occursWritten(in: word)
  }

  private func starts(_ word: UnsafeBufferPointer<UInt8>, _ root: Root) -> Bool {
    let count = Int(root.end - root.start)
    guard root.isOpen ? word.count >= count : word.count == count else { return false }
    let isSame = (0..<count).allSatisfy { word[$0] == bytes[Int(root.start) + $0] }
    return isSame && (word.count == count || !Self.isMark(word[count]))
  }

  private func occursWritten(in word: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = String(decoding: word, as: UTF8.self)
    return written.contains { word.contains($0) }
  }

  /// Where roots stand that begin with the first two bytes of a word.
  private static func bucket(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = word.first else { return 0 }
    let second = word.count > 1 ? word[1] : 0
    return (Int(first) &* 5 ^ Int(second)) & (bucketCount - 1)
  }

  private static let bucketCount = 128
  /// What a root takes with the space behind it.
  private static let usualLength = 7

  /// The first byte of all kana and Chinese characters in UTF-8: they start at U+3000.
  private static let firstOfWritten: UInt8 = 0xE3

  /// Whether a byte may begin a combining mark (U+0300 to U+036F), which belongs to the letter before it.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }
}
