// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sorts the words of texts into those that say something and those that do not.
///
/// A word counts once, and only when it is neither a function word nor hollow, has a letter, and is
/// none that fingers make on a keyboard. Two Chinese characters, or two kana that are left when known
/// words are taken away, count as one word.
struct WordSieve {
  /// The words that say something, in the order of the text.
  private(set) var content: [String] = []
  /// How many different words there are at all.
  private var different = WordIndex()
  /// How many ideographs are left over.
  private var ideographs = 0
  /// How many characters speak of the work on a document.
  private var deskCharacters = 0
  /// The texts without spaces between those known to be hollow.
  private var runs: Set<String> = []
  private var hasFigure = false

  /// How many words that say something are of scripts whose filler nobody here knows.
  private var foreign = 0

  /// How many words say something.
  ///
  /// Those of languages without tables weigh half: what they say may well be that nothing is said yet.
  var count: Int {
    let known = content.count - foreign
    return known + (foreign == 1 ? 1 : foreign / 2) + (ideographs + deskCharacters) / 2
  }

  /// How many words say something of more than the work on the document, a figure beside another word
  /// included.
  ///
  /// Where many words stand beside them, those that may speak of that work count too.
  var statedCount: Int {
    let others = min(count, content.count { !DeskWords.contains($0[...]) } + ideographs / 2)
    guard count - others < count / 2 || count <= Self.fewWords else { return count }
    return others > 0 && hasFigure ? others + 1 : others
  }

  /// The most words that all may speak of the work on a document.
  private static let fewWords = 6

  /// How many words were met at all; ideographs count as words of two.
  var total: Int { different.count }

  init() {}

  /// Sorts the words of one text.
  init(_ words: [BareWord]) { take(words) }

  mutating func take(_ words: [BareWord]) {
    for word in words {
      switch word.script {
      case .digits:
        meet(word.text)
        hasFigure = hasFigure || word.text.utf8.count > 1
      case .letters:
        guard meet(word.text) else { continue }
        if Self.saysSomething(word) {
          content.append(word.text)
          if word.isOfForeignScript { foreign += 1 }
        }
      case .ideographs: take(ideographs: word.text)
      }
    }
  }

  private mutating func take(ideographs text: String) {
    guard meet(text) else { return }
    let characters = Array(text)
    var index = 0
    var run = ""
    while index < characters.count {
      let hollow = Self.hollowIdeographs.longest(at: index, of: characters)
      let desk = hollow > 0 ? 0 : Self.deskIdeographs.longest(at: index, of: characters)
      if hollow + desk > 0 {
        count(run: &run)
      } else {
        run.append(characters[index])
      }
      if desk > 0, runs.insert(String(characters[index..<(index + desk)])).inserted {
        deskCharacters += desk
      }
      index += max(1, hollow, desk)
    }
    count(run: &run)
    // Text without spaces has as many words as it would have with them.
    for part in 0..<(characters.count / 2) { meet("\(text)/\(part)") }
  }

  /// Counts a word; false for one that was met before.
  @discardableResult
  private mutating func meet(_ text: String) -> Bool {
    let count = different.count
    return different.insert(text) == count
  }

  /// Counts the different characters that stand between hollow ones.
  private mutating func count(run: inout String) {
    // An alphabet without spaces has a few letters to a word.
    let weight = run.first?.isOfAlphabetWithoutSpaces == true ? Self.lettersOfWord : 1
    if !run.isEmpty, runs.insert(run).inserted { ideographs += Set(run).count / weight }
    run = ""
  }

  private static let lettersOfWord = 5

  /// Whether a word is hollow or joins others.
  static func isHollow(_ text: String) -> Bool {
    if hollow.isWord(text) || function.isWord(text) { return true }
    if !text.isASCII { return hollowIdeographs.areAll(of: text) }
    guard text.has(where: ASCII.isDigit) else { return false }
    let letters = String(decoding: text.utf8.map { LookAlike.letter(for: $0) }, as: UTF8.self)
    return hollow.isWord(letters)
  }

  /// Whether a word only joins others.
  static func joins(_ text: String) -> Bool { function.isWord(text) }

  private static func saysSomething(_ word: BareWord) -> Bool {
    let text = word.text
    guard text.utf8.count > 1, !isHollow(text), !isOneLetter(text) else { return false }
    return word.isCapital || !isTyped(text)
  }

  /// Whether a word is a single letter, as between the dots of `т.б.д.`; a syllable of Korean may be a word.
  private static func isOneLetter(_ text: String) -> Bool {
    let letter = text.unicodeScalars.first
    return text.unicodeScalars.dropFirst().isEmpty && letter.map { $0.value < 0xAC00 } == true
  }

  /// Whether a word is no word of any language: one letter again and again, a run along a row of
  /// keys, or four letters and more without a vowel.
  private static func isTyped(_ text: String) -> Bool {
    guard text.isASCII else { return Set(text).count == 1 && text.count > 2 }
    return text.withBytes { bytes in
      if bytes.count > 1, bytes.allSatisfy({ $0 == bytes[0] }) { return true }
      guard bytes.count > 2 else { return false }
      let startsOnRow = keyRuns.number(of: UnsafeBufferPointer(rebasing: bytes[..<3])) != nil
      if startsOnRow, keyRows.contains(where: { $0.contains(text) }) { return true }
      if bytes.count > 5 || startsOnRow, isRepeated(bytes) { return true }
      if bytes.count > 4, bytes.allSatisfy({ fullVowels.contains($0) }) { return true }
      return bytes.count > 3 && !bytes.contains { vowels.contains($0) || ASCII.isDigit($0) }
    }
  }

  /// Whether a text is nothing but runs along rows of keys, or one letter again and again: `asdf jkl`, `xx`.
  static func areKeys(_ text: String) -> Bool {
    let words = text.spacedWords
    return !words.isEmpty
      && words.allSatisfy { word in
        let small = word.lowercased()
        return word.utf8.count > 1 && Set(word).count == 1 && word.first?.isLowercase == true
          || small.utf8.count > 2 && keyRows.contains { $0.contains(small) }
      }
  }

  /// Whether a word is two or three letters again and again.
  private static func isRepeated(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (2...3).contains { period in
      bytes.count >= 2 * period
        && (period..<bytes.count).allSatisfy { bytes[$0] == bytes[$0 - period] }
    }
  }

  private static let vowels: ASCIISet = "aeiouy"
  private static let fullVowels: ASCIISet = "aeiou"
  private static let keyRows = [
    "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm",
    "abcdefgh",
  ]
  /// All runs of three keys in these rows.
  private static let keyRuns = keyRows.reduce(into: WordIndex()) { runs, row in
    for start in 0...(row.utf8.count - 3) { _ = runs.insert(row.dropFirst(start).prefix(3)) }
  }

  private static let function = FunctionWords.phrases.bare
  private static let hollow = HollowWords.phrases.bare
  private static let hollowIdeographs = IdeographPhrases(
    function.written + hollow.written + FillerPhrases.announcements.bare.written
  )
}

extension WordSieve {
  fileprivate static let deskIdeographs = IdeographPhrases(
    DeskWords.talk.written
  )
}

/// Phrases written without spaces, asked for the longest that starts at a place.
struct IdeographPhrases {
  private var byFirst: [Character: [[Character]]] = [:]

  init(_ phrases: [String]) {
    for phrase in phrases.sorted(by: { ($0.count, $1) > ($1.count, $0) }) {
      guard let first = phrase.first else { continue }
      byFirst[first, default: []].append(Array(phrase))
    }
  }

  /// Whether a text has nothing but such phrases.
  func areAll(of text: String) -> Bool {
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let length = longest(at: index, of: characters)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// How many different characters of a text belong to no phrase.
  func leftover(in text: String) -> Int {
    let characters = Array(text)
    var others: Set<Character> = []
    var index = 0
    while index < characters.count {
      let length = longest(at: index, of: characters)
      if length == 0 { others.insert(characters[index]) }
      index += max(1, length)
    }
    return others.count
  }

  /// The length of the longest phrase that starts at a place.
  func longest(at index: Int, of text: [Character]) -> Int {
    let phrase = byFirst[text[index]]?.first { text[index...].starts(with: $0) }
    return phrase?.count ?? 0
  }
}

/// Letters that digits stand for.
private enum LookAlike {
  static func letter(for byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): UInt8(ascii: "i")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"): UInt8(ascii: "a")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    default: byte
    }
  }
}

extension BareWord {
  /// Whether a word has letters of a script other than Latin, look-alikes aside.
  fileprivate var isOfForeignScript: Bool {
    // Latin letters end before Greek ones, but for some with several marks (U+1E00 to U+1EFF).
    !text.isASCII
      && text.unicodeScalars.contains { $0.value >= 0x370 && !(0x1E00...0x1EFF ~= $0.value) }
  }
}

extension Character {
  /// Whether a character is of an alphabet that is written without spaces, such as Thai or Khmer.
  fileprivate var isOfAlphabetWithoutSpaces: Bool {
    unicodeScalars.first.map { 0x0E00...0x17FF ~= $0.value } ?? false
  }
}
