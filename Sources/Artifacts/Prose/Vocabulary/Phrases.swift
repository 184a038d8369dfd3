// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What one concept is called, in one column per language.
///
/// A column holds words or phrases with `|` between them. Every table has all columns, so that no
/// language can be forgotten; `others` holds what further languages say.
struct Phrases: Sendable {
  private let columns: [String]

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
    columns = [
      en, Umlauts.extended(de, separator: "|"), fr, es, pt, it, nl, pl, sv, ja, zh, others,
    ]
  }

  /// All phrases, as written, language by language.
  var all: [Substring] { columns.flatMap(Self.parts) }

  /// The phrases of each language, in the order of the columns.
  var separate: [[Substring]] { columns.map(Self.parts) }

  /// The phrases of one column.
  static func parts(of column: String) -> [Substring] {
    column.parts { $0 == UInt8(ascii: "|") }
  }

  /// All phrases in lower-case words, as `FoldedText.words` writes them.
  var folded: Set<String> { Set(all.map { FoldedText.words($0) }) }

  /// The phrases as bare words with single spaces between; those written without spaces come apart.
  var bare: BarePhrases { BarePhrases(all) }
}

/// Phrases in the form in which texts are judged.
struct BarePhrases: Sendable {
  /// The first words of all phrases.
  private var firsts = WordIndex()
  /// Which of them are phrases alone.
  private var isPhrase: [Bool] = []
  /// The last of the longer phrases that begin with each of them; -1 for none.
  private var lastLonger: [Int32] = []
  private var longer: [Longer] = []
  /// What follows the first words, one behind the other.
  private var rests: [UInt8] = []
  /// Phrases in Chinese characters or kana, which stand in texts without spaces; longest first.
  private(set) var written: [String] = []

  /// A phrase of several words.
  private struct Longer: Sendable {
    /// What follows its first word, among all that follows such: words with single spaces between.
    let rest: Range<Int32>
    /// The phrase before it with the same first word; -1 for none.
    let next: Int32
  }

  init(_ texts: [Substring]) {
    for text in texts where !addPlain(text) {
      let parts = BareWords.of(text)
      if parts.contains(where: { $0.script == .ideographs }) {
        written.append(parts.map(\.text).joined())
      } else if let first = parts.first {
        add(first.text, parts.dropFirst().map(\.text).joined(separator: " "))
      }
    }
    written = written.map { (count: $0.count, text: $0) }
      .sorted { ($0.count, $1.text) > ($1.count, $0.text) }.map(\.text)
  }

  private mutating func add(_ first: some StringProtocol, _ rest: some StringProtocol) {
    let number = firsts.insert(first)
    if number == isPhrase.count {
      isPhrase.append(false)
      lastLonger.append(-1)
    }
    guard !rest.isEmpty else {
      isPhrase[number] = true
      return
    }
    let start = Int32(rests.count)
    rests += rest.utf8
    longer.append(Longer(rest: start..<Int32(rests.count), next: lastLonger[number]))
    lastLonger[number] = Int32(longer.count - 1)
  }

  /// Adds a phrase that has nothing but small letters of ASCII and single spaces, and no single letters,
  /// so that it is written as bare words already; most are.
  private mutating func addPlain(_ text: Substring) -> Bool {
    guard !text.has(where: { $0 &- UInt8(ascii: "a") >= 26 && $0 != ASCII.space }),
      text.withBytes(Self.hasLongWords)
    else { return false }
    let space = text.firstIndex(ofByte: ASCII.space)
    add(text[..<(space ?? text.endIndex)], space.map { text[text.utf8.index(after: $0)...] } ?? "")
    return true
  }

  /// Whether no word has only one letter, and no two spaces stand side by side.
  private static func hasLongWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 0
    for byte in bytes {
      if byte != ASCII.space {
        length += 1
      } else if length < 2 {
        return false
      } else {
        length = 0
      }
    }
    return length > 1
  }

  /// All phrases of one word, of languages with spaces.
  var words: Set<String> { Set((0..<firsts.count).filter { isPhrase[$0] }.map(firsts.word)) }

  /// All phrases that are one word, with or without spaces in their language.
  var single: Set<String> { words.union(written) }

  /// Whether a word is a phrase of a language with spaces.
  func isWord(_ word: some StringProtocol) -> Bool {
    firsts.number(of: word).map { isPhrase[$0] } ?? false
  }

  /// Whether a word is a phrase, with or without spaces in its language.
  func isSingle(_ word: String) -> Bool {
    isWord(word) || !word.isASCII && written.contains(word)
  }

  /// Whether a phrase starts at a place among words.
  func startsPhrase(at index: Int, of texts: [String]) -> Bool {
    guard let number = firsts.number(of: texts[index]) else { return false }
    if isPhrase[number] { return true }
    var next = lastLonger[number]
    while next >= 0 {
      let phrase = longer[Int(next)]
      if follows(phrase.rest, after: index, in: texts) { return true }
      next = phrase.next
    }
    return false
  }

  /// Whether what follows a first word stands behind a place among words.
  private func follows(_ rest: Range<Int32>, after index: Int, in texts: [String]) -> Bool {
    var (place, next) = (Int(rest.lowerBound), index + 1)
    while next < texts.count {
      let count = texts[next].utf8.count
      let end = place + count
      guard end <= rest.upperBound, end == rest.upperBound || rests[end] == ASCII.space,
        texts[next].withBytes({ zip($0, rests[place..<end]).allSatisfy { $0 == $1 } })
      else { return false }
      if end == rest.upperBound { return true }
      (place, next) = (end + 1, next + 1)
    }
    return false
  }

  /// Whether a phrase occurs among words.
  func occurs(in texts: [String]) -> Bool {
    texts.indices.contains { startsPhrase(at: $0, of: texts) }
  }

  /// Whether a phrase without spaces occurs in a text.
  func occurs(inWritten text: String) -> Bool { written.contains { text.contains($0) } }
}
