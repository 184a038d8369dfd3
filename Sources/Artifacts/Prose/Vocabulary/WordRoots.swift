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
  }

  /// All roots, one behind the other.
  private var bytes: [UInt8] = []
  /// The roots by their first two bytes.
  private var roots: [UInt16: [Root]] = [:]
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
      let entry = Root(start: start, end: Int32(bytes.count), isOpen: isOpen)
      roots[Self.key(of: root), default: []].append(entry)
    }
  }

  func occurs(in words: [Substring]) -> Bool { words.contains(where: matches) }

  func matches(_ word: Substring) -> Bool {
    word.withBytes { word in
      let isRooted = roots[Self.key(of: word)]?.contains { starts(word, $0) } ?? false
      return isRooted || word.contains { $0 >= Self.firstOfWritten } && occursWritten(in: word)
    }
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

  private static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt16 {
    guard let first = word.first else { return 0 }
    return UInt16(first) << 8 | UInt16(word.count > 1 ? word[1] : 0)
  }

  /// The first byte of all kana and Chinese characters in UTF-8: they start at U+3000.
  private static let firstOfWritten: UInt8 = 0xE3

  /// Whether a byte may begin a combining mark (U+0300 to U+036F), which belongs to the letter before it.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }
}
