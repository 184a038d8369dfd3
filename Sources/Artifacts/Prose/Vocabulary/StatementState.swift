// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Tells evidence from filler: a heading or a field alone proves nothing.
///
/// What a text has to say depends on what it is asked for. Of a value it is enough that it is no
/// filler. Of everything else the words are counted that are left when markup, labels, links,
/// announcements, references, instructions and hollow words are taken away; too few of them leave it
/// `undecided`, none make it a placeholder.
package enum StatementState {
  /// The state of a text.
  package static func state(of text: String, for demand: Demand = .value) -> Statement.State {
    state(of: CollectionOfOne(text), for: demand)
  }

  /// The state of some texts that stand below one another.
  static func state(
    of texts: some Collection<String>,
    for demand: Demand = .value,
    on topic: Topic? = nil
  ) -> Statement.State {
    guard let text = texts.first, texts.count == 1 else {
      return stateAnew(of: texts, demand, topic)
    }
    return known.value(of: text, in: Asked(demand: demand, topic: topic)) {
      stateAnew(of: CollectionOfOne($0), demand, topic)
    }
  }

  private static let known = TextMemo<Asked, Statement.State>()

  /// What a text has to tell.
  private struct Asked: Hashable {
    let demand: Demand
    let topic: Topic?
  }

  private static func stateAnew(
    of texts: some Collection<String>,
    _ demand: Demand,
    _ topic: Topic?
  ) -> Statement.State {
    guard texts.contains(where: HiddenText.mayOccur) else {
      return shownState(of: texts, demand, topic)
    }
    return shownState(of: texts.map(HiddenText.removed), demand, topic)
  }

  private static func shownState(
    of texts: some Collection<String>,
    _ demand: Demand,
    _ topic: Topic?
  ) -> Statement.State {
    if demand.isProse, Conversation.begins(texts) { return .undecided }
    var judgement = Judgement(demand: demand, topic: topic)
    let footnotes = Footnotes(in: texts)
    for text in texts {
      for line in Lines(text) where footnotes?.isUncited(line) != true {
        judgement.take(line)
        if judgement.isEnough { return .substantive }
      }
    }
    return judgement.state
  }

  /// Whether a line is filler that a template or an author in a hurry leaves behind.
  static func isPlaceholder(_ line: String) -> Bool {
    filler(in: NormalText.compatible(line)) != nil
  }

  /// The line, or what stands behind its label, where that is filler.
  private static func filler(in line: String) -> String? {
    if isFiller(line) { return line }
    // `Funded by [optional]: [More Information Needed]`: a label does not make filler evidence.
    guard let colon = line.firstIndex(ofByte: UInt8(ascii: ":")) else { return nil }
    let rest = line[line.index(after: colon)...].trimmed
    return isFiller(rest) ? rest : nil
  }

  /// Whether a text says only that something is still to be written, in whatever place it stands.
  ///
  /// What says that there is nothing may be an answer, and a list of things to do is no placeholder.
  package static func isToCome(_ text: String) -> Bool {
    guard text.utf8.count <= longestAnnouncement.bytes, text.hasLetter else { return false }
    if let word = spelled(text), isToCome(word) { return true }
    guard let said = filler(in: NormalText.compatible(text)) else {
      return SentenceFiller.isToCome(text)
    }
    let words = FoldedText.words(said, keeping: kept)
    // `Todo` is a word of everyday Spanish and Portuguese; the note stands in capitals or has a colon.
    let isNote =
      !words.hasPrefix("todo ") || ["TODO", "Todo:", "todo:"].contains(where: said.hasPrefix)
    // What was taken out of a public copy was written.
    return isNote && !absences.contains(words) && !words.hasPrefix("redacted")
  }

  /// The word whose letters stand apart: `T B D`, `T·B·D·`.
  private static func spelled(_ text: String) -> String? {
    guard text.utf8.count <= longestSpelled else { return nil }
    let words = BareWords.of(text)
    guard words.count > 2, words.allSatisfy({ $0.text.utf8.count == 1 && $0.script == .letters })
    else { return nil }
    return words.map(\.text).joined()
  }

  private static let longestSpelled = 24

  /// Whether a short text that has to say something says nothing, whatever it is asked for: no letter or digit,
  /// `nil`, `pending`, `x x x`, letters that are no text, a link alone.
  package static func isVoid(_ text: String) -> Bool {
    guard text.hasLetterOrNumber else { return true }
    guard text.hasLetter else { return false }
    let words = BareWords.of(LinkText.removed(from: text))
    // `A` may be a name; `x x x` is none.
    let isLetter = words.count == 1 && words.allSatisfy { $0.text.utf8.count == 1 }
    if isLetter { return LetterPattern.fills(text) }
    let others = words.filter { !isTyped($0) }
    return others.isEmpty || UnansweredWords.areVoid(others.map(\.text))
      || LetterPattern.fills(text)
  }

  /// A single letter, or what fingers make on a keyboard; capitals may be an abbreviation.
  private static func isTyped(_ word: BareWord) -> Bool {
    word.script == .letters
      && (word.text.utf8.count == 1 || !word.isCapital && WordSieve.areKeys(word.text))
  }

  /// Whether a text has the sign of an address: of mail, of a page or of a telephone.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@")
    return parts.count > 1 && parts.allSatisfy(\.hasLetter) || text.contains("://")
      || text.utf8.count(where: ASCII.isDigit) > 4
  }

  /// Whether a text says only that there is nothing to tell: `n/a`.
  static func isAbsence(_ text: String) -> Bool {
    let words = FoldedText.words(NormalText.compatible(text), keeping: kept)
    return absences.contains(words)
      || ["not applicable", "none", "entfällt", "sans objet", "no aplica", "nvt"].contains(words)
  }

  /// What tells that there is nothing to tell.
  private static let absences: Set<String> = [
    "n/a", "na", "not available", "information not available", "not specified", "not provided",
    "unspecified",
  ]

  /// Whether a line that is no filler is evidence; a label without anything behind it is none.
  static func saysSomething(_ line: String) -> Bool {
    let endsLabel = line.withBytes { $0.last == UInt8(ascii: ":") }
    guard !endsLabel || line.spacedWords.count > longestLabel else { return false }
    return line.has(where: ASCII.isWord) || line.hasLetterOrNumber
  }

  /// The most words of a label; more of them say something themselves.
  private static let longestLabel = 6

  private static func isFiller(_ line: String) -> Bool {
    // `[ ] Compare groups`: what is still to be done is no evidence that it was.
    if line == "?" || line.hasPrefix("[ ]") || isBracketed(line) || Blank.isDrawn(line)
      || isOpenChoice(line) || TemplateMark.fills(line)
    {
      return true
    }
    // Most lines neither may be announcements nor open with a word of filler; their words need no
    // folding.
    let opensSo = firstWords.number(of: FoldedText.firstWord(line, keeping: kept)) != nil
    guard opensSo || mayAnnounce(line) else { return false }
    let words = FoldedText.words(line, keeping: kept)
    if isAnnouncement(words) { return true }
    if words.hasPrefix("your "), words.hasSuffix(" here") { return true }
    return phrases.contains(words) || openings.contains { isOpening($0, of: words) }
  }

  /// `Low/Medium/High`: all ratings of a scale, of which none is chosen.
  private static func isOpenChoice(_ line: String) -> Bool {
    guard line.has(any: choiceMarks) else { return false }
    let parts = line.parts { choiceMarks.contains($0) }
    guard parts.count > 2, parts.allSatisfy({ $0.spacedWords.count < 3 }) else { return false }
    let ratings = parts.map { Rating(level: $0.trimmed) }
    return Set(ratings) == [.low, .medium, .high]
  }

  private static let choiceMarks: ASCIISet = "/|"

  /// What words of filler are made of besides letters and digits: `n/a`.
  private static let kept: ASCIISet = "/"

  /// `{…}`, `{{…}}`, `[…]` or `<…>` around the whole line, with a letter inside.
  private static func isBracketed(_ line: String) -> Bool {
    guard let byte = line.utf8.first, "{[<".utf8.contains(byte), let first = line.first,
      let last = line.last, line.count > 2
    else { return false }
    let pairs: [Character: Character] = ["{": "}", "[": "]", "<": ">"]
    let inner = line.dropFirst().dropLast()
    guard pairs[first] == last, inner.contains(where: \.isLetter) else { return false }
    return first == "{" || !inner.contains { $0 == first || $0 == last }
  }

  /// `to be completed by the operator`, `operator to complete`, `created by` with a row of crosses.
  ///
  /// A longer line may well say something besides.
  private static func isAnnouncement(_ words: String) -> Bool {
    guard words.utf8.count(where: { $0 == UInt8(ascii: " ") }) < longestAnnouncement.words else {
      return false
    }
    let words = words.spacedWords
    if words.contains(where: { $0.count > 2 && $0.allSatisfy { $0 == "x" } }) { return true }
    let place = words.firstIndex(of: "to") ?? words.endIndex
    let rest = words[place...].dropFirst()
    guard let verb = rest.first else { return false }
    if verb == "be", place < 4 { return rest.dropFirst().first.map(pending.contains) ?? false }
    return place > 0 && place < 4 && rest.count == 1
      && ["complete", "fill", "confirm"].contains(verb)
  }

  /// Whether a line is short enough for an announcement and has a word that starts with `to` or
  /// `xx`, as each has.
  private static func mayAnnounce(_ line: String) -> Bool {
    line.withBytes { bytes in
      guard bytes.count <= longestAnnouncement.bytes else { return false }
      return bytes.indices.dropLast().contains { index in
        guard index == 0 || !ASCII.isWord(bytes[index - 1]) else { return false }
        switch (bytes[index] | 0x20, bytes[index + 1] | 0x20) {
        case (UInt8(ascii: "t"), UInt8(ascii: "o")):
          return index + 2 == bytes.count || !ASCII.isWord(bytes[index + 2])
        case (UInt8(ascii: "x"), UInt8(ascii: "x")): return true
        default: return false
        }
      }
    }
  }

  /// The most words, and bytes, of a line that only tells that something is still missing.
  private static let longestAnnouncement = (words: 12, bytes: 120)

  private static let pending: Set<Substring> = [
    "determined", "defined", "done", "added", "announced", "completed", "filled", "written",
    "confirmed", "assigned", "provided", "decided", "appointed", "signed", "agreed", "supplied",
    "specified", "named", "documented", "disclosed",
  ]

  private static func isOpening(_ opening: String, of words: String) -> Bool {
    words.hasPrefix(opening) && (words.count == opening.count || words.hasPrefix(opening + " "))
  }

  /// The words that filler starts with; most lines start with another.
  private static let firstWords = (openings + phrases + ["your"]).reduce(into: WordIndex()) {
    _ = $0.insert(FoldedText.firstWord($1, keeping: kept))
  }

  /// Words that open a line of filler, whatever follows.
  private static let openings = [
    "todo", "tbd", "tba", "fixme", "lorem ipsum", "sed ut perspiciatis", "bacon ipsum",
    // Instructions of the questionnaire for datasheets, which precede its questions.
    "the questions in this section", "dataset creators should", "these questions are intended",
    "as with the previous section dataset creators should",
  ]

  /// Whole lines of filler, as `FoldedText.words` writes them.
  private static let phrases = Set(
    written + FillerPhrases.blanks.map { FoldedText.words($0, keeping: kept) }
  )

  private static let written = [
    "more information needed", "needs more information", "more info needed", "information needed",
    "to do", "n/a", "na", "placeholder", "not available", "information not available",
    "not specified",
    "not provided", "not yet available", "unspecified",
    "coming soon", "answer here", "style color violet", "add here", "add text here",
    "fill in", "fill in here", "fill me in", "summarize here", "summarise here", "describe here",
    "insert here", "insert text here", "write here", "this section is empty", "empty section",
    // huggingface_hub, modelcard_template.md and datasetcard_template.md.
    "users both direct and downstream should be made aware of the risks biases and limitations",
    "users both direct and downstream should be made aware of the risks biases and limitations of "
      + "the model",
    "users both direct and downstream should be made aware of the risks biases and limitations of "
      + "the model more information needed for further recommendations",
    "users should be made aware of the risks biases and limitations of the dataset more information"
      + " needed for further recommendations",
    "this is the model card of a transformers model that has been pushed on the hub this model card"
      + " has been automatically generated",
    "this modelcard aims to be a base template for new models it has been generated using this raw "
      + "template",
    "this dataset card aims to be a base template for new datasets it has been generated using this"
      + " raw template",
  ]
}
