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
    /// The root before it with the same place; -1 for none.
    let next: Int16
  }

  /// All roots, one behind the other.
  private var bytes: [UInt8] = []
  private var roots: [Root] = []
  /// The last root of each place, which their first two bytes tell; -1 for none.
  private var last: [Int16] = Array(repeating: -1, count: places)
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
    zh: String
  ) {
    written = (ja.spacedWords + zh.spacedWords).map(String.init)
    for column in [en, Umlauts.extended(de, separator: " "), fr, es, pt, it, nl, pl, sv] {
      for root in column.spacedWords {
        let isOpen = root.last == "*"
        add(isOpen ? root.dropLast() : root, isOpen: isOpen)
      }
    }
  }

  /// Adds a root with its marks and, as bare words have them, without.
  private mutating func add(_ root: Substring, isOpen: Bool) {
    addSpelling(root, isOpen: isOpen)
    if root.has(where: { $0 &- UInt8(ascii: "a") >= 26 }) {
      addSpelling(BareWords.joined(String(root)), isOpen: isOpen)
    }
  }

  private mutating func addSpelling(_ root: some StringProtocol, isOpen: Bool) {
    root.withBytes { root in
      let start = Int32(bytes.count)
      bytes.append(contentsOf: root)
      let place = Self.place(of: root)
      roots.append(
        Root(start: start, end: Int32(bytes.count), isOpen: isOpen, next: last[place])
      )
      last[place] = Int16(roots.count - 1)
    }
  }

  func occurs(in words: [Substring]) -> Bool { words.contains(where: matches) }

  func matches(_ word: Substring) -> Bool {
    word.withBytes { matches($0) }
  }

  /// Whether a word in UTF-8 is one of these.
  func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = last[Self.place(of: word)]
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

  /// Letters of ASCII differ in their low five digits, so that two of them have a place of their own.
  private static let places = 1024

  private static func place(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = word.first else { return 0 }
    return (Int(first) << 5 ^ Int(word.count > 1 ? word[1] & 0x1F : 0)) & (places - 1)
  }

  /// The first byte of all kana and Chinese characters in UTF-8: they start at U+3000.
  private static let firstOfWritten: UInt8 = 0xE3

  /// Whether a byte may begin a combining mark (U+0300 to U+036F), which belongs to the letter before it.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }
}
