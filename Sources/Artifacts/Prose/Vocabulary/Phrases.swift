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
    columns = [en, de, fr, es, pt, it, nl, pl, sv, ja, zh, others]
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
  /// Phrases of one word.
  private(set) var words: Set<String> = []
  /// Phrases of several words, by the first of them.
  private(set) var phrases: [String: [[String]]] = [:]
  /// Phrases in Chinese characters or kana, which stand in texts without spaces; longest first.
  private(set) var written: [String] = []

  init(_ texts: [Substring]) {
    words.reserveCapacity(texts.count)
    for text in texts where !addPlain(text) {
      let parts = BareWords.of(text)
      if parts.contains(where: { $0.script == .ideographs }) {
        written.append(parts.map(\.text).joined())
      } else {
        add(parts.map(\.text))
      }
    }
    written = written.map { (count: $0.count, text: $0) }
      .sorted { ($0.count, $1.text) > ($1.count, $0.text) }.map(\.text)
  }

  private mutating func add(_ parts: [String]) {
    guard let first = parts.first else { return }
    if parts.count == 1 {
      words.insert(first)
    } else {
      phrases[first, default: []].append(parts)
    }
  }

  /// Adds a phrase that has nothing but small letters of ASCII and spaces, and no single letters, so
  /// that it is written as bare words already; most are.
  private mutating func addPlain(_ text: Substring) -> Bool {
    guard !text.has(where: { $0 &- UInt8(ascii: "a") >= 26 && $0 != ASCII.space }) else {
      return false
    }
    guard text.has(ASCII.space) else {
      guard text.utf8.count > 1 else { return false }
      words.insert(String(text))
      return true
    }
    let parts = text.spacedWords
    guard parts.allSatisfy({ $0.utf8.count > 1 }) else { return false }
    add(parts.map { String($0) })
    return true
  }

  /// All phrases that are one word, with or without spaces in their language.
  var single: Set<String> { words.union(written) }

  /// Whether a phrase starts at a place among words.
  func startsPhrase(at index: Int, of texts: [String]) -> Bool {
    if words.contains(texts[index]) { return true }
    return phrases[texts[index]]?.contains { texts[index...].starts(with: $0) } ?? false
  }

  /// Whether a phrase occurs among words.
  func occurs(in texts: [String]) -> Bool {
    texts.indices.contains { startsPhrase(at: $0, of: texts) }
  }

  /// Whether a phrase without spaces occurs in a text.
  func occurs(inWritten text: String) -> Bool { written.contains { text.contains($0) } }
}
