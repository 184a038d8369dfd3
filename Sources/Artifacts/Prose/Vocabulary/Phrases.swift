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
      en, Umlauts.extended(de, separator: UInt8(ascii: "|")), fr, es, pt, it, nl, pl, sv, ja, zh,
      others,
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

  /// Calls a function with the bytes of each phrase of one column.
  static func forEachPart(
    of column: String,
    separator: UInt8 = UInt8(ascii: "|"),
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    column.withBytes { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.offset(of: separator, from: start) ?? bytes.count
        if end > start { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        start = end + 1
      }
    }
  }

  /// All phrases in lower-case words, as `FoldedText.words` writes them.
  var folded: Set<String> {
    let length = columns.reduce(0) { $0 + $1.utf8.count }
    var folded = Set<String>(minimumCapacity: length / Self.usualLength)
    for column in columns {
      Self.forEachPart(of: column) { folded.insert(FoldedText.words(ofBytes: $0)) }
    }
    return folded
  }

  /// Calls a function with each of these phrases in UTF-8; one that several languages share comes again.
  func forEachFolded(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for column in columns {
      Self.forEachPart(of: column) { FoldedText.withWords(ofBytes: $0, body) }
    }
  }

  /// The words of all phrases as bare words have them.
  func addWords(to index: inout WordIndex) {
    var words = BareWords()
    for column in columns {
      Self.forEachPart(of: column) { phrase in
        words.reread(phrase)
        words.eachWord { word, _ in _ = index.insert(word) }
      }
    }
  }

  /// What a phrase takes.
  private static let usualLength = 16

  /// The phrases as bare words with single spaces between; those written without spaces come apart.
  var bare: BarePhrases { BarePhrases(columns) }

  /// The bare words of some languages, by their places in the order of the columns.
  func bare(ofLanguages places: Range<Int>) -> BarePhrases { BarePhrases(columns[places]) }
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
  /// Phrases in Chinese characters or kana, which stand in texts without spaces.
  private(set) var written: [String] = []

  /// A phrase of several words.
  private struct Longer: Sendable {
    /// What follows its first word, among all that follows such: words with single spaces between.
    let rest: Range<Int32>
    /// The phrase before it with the same first word; -1 for none.
    let next: Int32
  }

  /// Reads columns of phrases with `|` between them.
  init(_ columns: some Sequence<String>) {
    let columns = Array(columns)
    let length = columns.reduce(0) { $0 + $1.utf8.count }
    firsts.reserve(bytes: length)
    rests.reserveCapacity(length)
    var words = BareWords()
    for column in columns { Phrases.forEachPart(of: column) { add($0, reading: &words) } }
  }

  /// Adds a phrase, with room for its words.
  private mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>,
    reading words: inout BareWords
  ) {
    if Self.isBare(phrase) {
      let end = phrase.offset(of: ASCII.space) ?? phrase.count
      let number = self.number(ofFirst: UnsafeBufferPointer(rebasing: phrase[..<end]))
      if end == phrase.count {
        isPhrase[number] = true
      } else {
        rests.append(contentsOf: phrase[(end + 1)...])
        endLonger(number, restOf: phrase.count - end - 1)
      }
      return
    }
    words.reread(phrase)
    if words.parts.contains(where: { $0.script == .ideographs }) {
      written.append(String(decoding: words.bytes, as: UTF8.self))
    } else if let first = words.parts.first {
      add(words, after: first.end)
    }
  }

  /// Adds a phrase of one word or more, of which the first ends at a place among their bytes.
  private mutating func add(_ words: BareWords, after end: Int) {
    let number = words.bytes[..<end].withUnsafeBufferPointer { self.number(ofFirst: $0) }
    guard words.parts.count > 1 else {
      isPhrase[number] = true
      return
    }
    let count = rests.count
    var start = end
    for part in words.parts.dropFirst() {
      if start > end { rests.append(ASCII.space) }
      rests += words.bytes[start..<part.end]
      start = part.end
    }
    endLonger(number, restOf: rests.count - count)
  }

  private mutating func number(ofFirst word: UnsafeBufferPointer<UInt8>) -> Int {
    let number = firsts.insert(word)
    if number == isPhrase.count {
      isPhrase.append(false)
      lastLonger.append(-1)
    }
    return number
  }

  /// Adds a phrase of which the last bytes follow the first word.
  private mutating func endLonger(_ number: Int, restOf count: Int) {
    let end = Int32(rests.count)
    longer.append(Longer(rest: (end - Int32(count))..<end, next: lastLonger[number]))
    lastLonger[number] = Int32(longer.count - 1)
  }

  /// Whether a phrase has nothing but small letters of ASCII and single spaces, and no single letters, so
  /// that it is written as bare words already; most are.
  private static func isBare(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 0
    for byte in phrase {
      if byte &- UInt8(ascii: "a") < 26 {
        length += 1
      } else if byte == ASCII.space, length > 1 {
        length = 0
      } else {
        return false
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

  /// Whether a phrase may start with a word in UTF-8.
  func mayStart(with word: UnsafeBufferPointer<UInt8>) -> Bool { firsts.number(of: word) != nil }

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
