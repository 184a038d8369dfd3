// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Sentences that say only that something is to come, stands elsewhere, or is to be written here.
enum SentenceFiller {
  /// The most words of an announcement that tell what is to come; what says more is an answer too.
  private static let longestAnnouncement = 5
  private static let longestReference = 4
  private static let longestInstruction = 25

  /// Whether a short text consists of filler, in whatever language; a value may be a hollow word.
  static func isWhole(_ text: String) -> Bool { fillingWords(of: text) != nil }

  /// The words of such a text; nil for another.
  private static func fillingWords(of text: String) -> [BareWord]? {
    guard text.utf8.count <= longestValue, text.has(where: { ASCII.isLetter($0) || $0 >= 0x80 })
    else { return nil }
    let read = text.withBytes { BareWords($0) }
    guard read.parts.count > 1 || read.parts.first?.script == .ideographs, mayFill(read) else {
      return nil
    }
    let words = read.words
    // Of two words one may be a name: `T. Schreiber`.
    if words.count > 2, isEditorial(words) { return words }
    return isUsualFiller(words) && WordSieve(words).count < 2 ? words : nil
  }

  /// Whether any word may be one of filler; most texts have none, and need no closer look.
  private static func mayFill(_ words: BareWords) -> Bool {
    words.contains { word, script in
      script == .ideographs || tables.contains { $0.mayStart(with: word) }
        || EditorialWords.acts.matches(word) || EditorialWords.questions.matches(word)
    }
  }

  /// Whether a short text consists of an announcement, an instruction or a note about the writing.
  static func isToCome(_ text: String) -> Bool {
    guard let words = fillingWords(of: text) else { return false }
    let texts = words.map(\.text)
    return isEditorial(words) || isDeferred(words, texts) || announcements.occurs(in: texts)
      || instructions.startsPhrase(at: 0, of: texts)
      || announcements.occurs(inWritten: texts.joined())
  }

  /// The most bytes of a value that may be filler as a whole.
  private static let longestValue = 80

  /// Where a sentence ends; `Zob. podręcznik` is one, although a point stands behind the first word.
  static func end(of text: Substring) -> Substring.Index {
    guard let point = Sentence.end(in: text) else { return text.endIndex }
    let next = text.index(after: point)
    let words = BareWords.of(text[..<next])
    guard words.count == 1, references.isWord(words[0].text), next < text.endIndex else {
      return next
    }
    return Sentence.end(in: text[next...]).map { text.index(after: $0) } ?? text.endIndex
  }

  static func isFiller(_ words: [BareWord]) -> Bool {
    guard words.count <= longestInstruction else { return false }
    return isEditorial(words) || isUsualFiller(words)
  }

  /// Whether a sentence announces, refers or instructs.
  private static func isUsualFiller(_ words: [BareWord]) -> Bool {
    guard !words.isEmpty else { return false }
    let texts = words.map(\.text)
    if words.contains(where: { $0.script == .ideographs }) {
      return isWrittenFiller(words)
    }
    if instructions.startsPhrase(at: 0, of: texts) { return true }
    if isDeferred(words, texts) { return true }
    if announcements.occurs(in: texts) || denials.occurs(in: texts) {
      return WordSieve(words).count <= longestAnnouncement
    }
    let start = texts.firstIndex { $0 != "please" } ?? 0
    return references.startsPhrase(at: start, of: texts)
      && WordSieve(words).count <= longestReference
  }

  /// The most words of a note about the writing.
  private static let longestNote = 9

  /// Whether a short sentence speaks of nothing but the writing of the document.
  private static func isEditorial(_ words: [BareWord]) -> Bool {
    guard words.count > 1, words.count <= longestNote else { return false }
    let texts = words.map { $0.text[...] }
    if words.count < 4, EditorialWords.questions.matches(texts[0]) { return true }
    guard EditorialWords.acts.occurs(in: texts) else { return false }
    return texts.allSatisfy { text in
      WordSieve.isHollow(String(text)) || EditorialWords.acts.matches(text)
        || EditorialWords.makers.matches(text) || text.utf8.count == 1
    }
  }

  /// Whether a sentence hardly says more than that something is awaited, lacking, said elsewhere or
  /// put off.
  ///
  /// `Waiting for approval` and `As agreed` have one word that may be one of substance.
  static func isDoubtful(_ words: [BareWord]) -> Bool {
    let texts = words.map { $0.text[...] }
    if words.count <= longestNote,
      EditorialWords.doubts.occurs(in: texts)
        || texts.first.map(EditorialWords.comparisons.matches) == true
    {
      let figures = words.count { $0.script == .digits && $0.text.count > 1 }
      if weight(of: words, without: notes) + figures < 2 { return true }
    }
    return putsOff(words, texts)
  }

  /// Whether a short sentence tells only that nothing is told yet: `I have not looked into this yet`,
  /// `on verra plus tard`, `Carl knows more about that`.
  private static func putsOff(_ words: [BareWord], _ texts: [Substring]) -> Bool {
    guard words.count <= longestExcuse else { return false }
    let isDenied =
      PutOffWords.negations.occurs(in: texts) && PutOffWords.unready.occurs(in: texts)
    let isPutOff =
      PutOffWords.postponed.occurs(in: texts)
      || texts.first.map(EditorialWords.comparisons.matches) == true
    guard isDenied || isPutOff, WordSieve(words).count > 0,
      !words.contains(where: { $0.script == .digits && $0.text.count > 1 })
    else { return false }
    if words.contains(where: { $0.script == .ideographs }) {
      let left = words.filter { $0.script == .ideographs }
        .reduce(0) { $0 + excuseRuns.leftover(in: $1.text) }
      return weight(of: words.filter { $0.script == .letters }, without: excuses) + left / 2 < 2
    }
    // `Not yet tested on minors` tells of whom; `We have not tested this yet` tells nothing.
    return isPutOff && weight(of: words, without: excuses) < 2
      || weight(of: words, without: excuses + [PutOffWords.works]) < 1
  }

  /// The most words of an excuse.
  private static let longestExcuse = 14

  /// How many words say something, those of some tables aside.
  private static func weight(of words: [BareWord], without tables: [WordRoots]) -> Int {
    let sieve = WordSieve(words)
    return sieve.count - sieve.content.count { text in tables.contains { $0.matches(text[...]) } }
  }

  private static let notes = [
    EditorialWords.makers, EditorialWords.acts, EditorialWords.doubts, EditorialWords.comparisons,
  ]
  private static let excuses =
    notes + [
      DeskWords.talk, PutOffWords.negations, PutOffWords.unready, PutOffWords.postponed,
      PutOffWords.talk,
    ]
  /// What excuses are made of where words have no spaces between them.
  private static let excuseRuns = IdeographPhrases(
    (excuses + [PutOffWords.works]).flatMap(\.written) + FunctionWords.phrases.bare.written
      + HollowWords.phrases.bare.written
  )

  /// Whether a sentence bounds what it speaks of: `only adults`, `not for minors`.
  static func isBounded(_ words: [BareWord]) -> Bool {
    let texts = words.map(\.text)
    return DeskWords.bounds.occurs(in: texts)
      || words.contains {
        $0.script == .ideographs && DeskWords.bounds.occurs(inWritten: $0.text)
      }
  }

  /// Whether a text begins by saying that something is still to come, however long it goes on.
  ///
  /// No name begins like `To be appointed by the board`.
  static func announces(_ text: String) -> Bool {
    let words = BareWords.of(text).map(\.text)
    return !words.isEmpty && announcements.startsPhrase(at: 0, of: words)
  }

  /// Whether a text says only that something has not been done so far: `Not yet`.
  static func isDeferred(_ text: String) -> Bool {
    guard text.utf8.count <= longestValue else { return false }
    let words = BareWords.of(text)
    return isDeferred(words, words.map(\.text))
  }

  /// Whether a sentence says only that something has not been done so far: `None implemented yet`.
  private static func isDeferred(_ words: [BareWord], _ texts: [String]) -> Bool {
    deferrals.occurs(in: texts) && WordSieve(words).count < 2
  }

  private static func isWrittenFiller(_ words: [BareWord]) -> Bool {
    if isDeferred(words, words.map(\.text)) { return true }
    let text = words.map(\.text).joined()
    if instructions.occurs(inWritten: text) { return true }
    guard
      announcements.occurs(inWritten: text) || references.occurs(inWritten: text)
        || denials.occurs(inWritten: text)
    else { return false }
    return WordSieve(words).count <= longestReference
  }

  private static let tables = [instructions, deferrals, announcements, denials, references]
  private static let deferrals = FillerPhrases.deferrals.bare
  private static let announcements = FillerPhrases.announcements.bare
  private static let denials = FillerPhrases.denials.bare
  private static let references = FillerPhrases.references.bare
  private static let instructions = FillerPhrases.instructions.bare
}
