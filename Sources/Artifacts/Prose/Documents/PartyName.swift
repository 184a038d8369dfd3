// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Tells the name of somebody from a sentence about them, and from a blank.
package enum PartyName {
  /// Whether a text in the place of a name stands for nobody in particular: filler, `nobody`, `somebody of
  /// the team`, or the firm of a template such as `Muster GmbH`.
  package static func namesNobody(_ text: String) -> Bool {
    if StatementState.state(of: text) != .substantive { return true }
    let words = BareWords.of(text).map(\.text)
    guard PersonName(text) != nil || isPart(words, of: text) else { return true }
    let own = words.filter { !NameWords.legalForms.contains($0) && !WordSieve.joins($0) }
    return !own.isEmpty && own.allSatisfy(NameWords.templateFirms.contains)
  }

  /// Whether words call a part of a firm by its function or by what it deals with, which approves nothing and
  /// may be written to: `AI team`, `DPO`, `R&D`.
  private static func isPart(_ words: [String], of text: String) -> Bool {
    let isOpen = words.contains { word in
      NameWords.deferring.contains(word) || NameWords.standIns.contains(word)
        || deferring.contains(word[...])
    }
    guard !isOpen, !Blank.occurs(in: text), !text.contains("?"), !Advice.announcesName(text)
    else { return false }
    return PersonName.isDepartment(text)
      || words.contains { NameWords.functions.contains($0) || NameWords.matter.contains($0) }
      || text.contains("&") && text.contains(where: \.isLetter)
        && !text.contains(where: \.isLowercase)
  }

  /// A name without the words of the sentence that states it.
  ///
  /// `The dataset was created by the Loans Team.` names the Loans Team.
  static func bare(_ text: String, of role: Party.Role) -> String {
    // Ways to get in touch are told in whole sentences.
    if role == .contact { return text.trimmed }
    let text = firstSentence(of: text.trimmed)
    let folded = text.lowercased()
    // Lower case may have another length; then the text stays as it is.
    guard folded.utf8.count == text.utf8.count,
      firstWords.contains(where: { folded.hasPrefix($0) }),
      let lead = leads.first(where: { folded.hasPrefix($0) })
    else { return text }
    return String(text.utf8.dropFirst(lead.utf8.count)) ?? text
  }

  /// `The authors. New versions follow.` names the authors; `Inc.` and `H.` end no sentence.
  private static func firstSentence(of text: String) -> String {
    guard let end = Sentence.end(in: text), end != text.index(before: text.endIndex) else {
      return text
    }
    let word = text[..<end].reversed().drop { $0 == ")" }.prefix { $0.isLetter }
    return word.count >= shortestLastWord ? String(text[..<end]) : text
  }

  /// The letters from which on a word before a full stop is no abbreviation.
  private static let shortestLastWord = 5

  /// Whether a text names somebody: neither a blank nor what such a person has yet to do.
  static func isName(_ text: String, of role: Party.Role) -> Bool {
    guard text.has(where: ASCII.isLetter) || text.contains(where: \.isLetter),
      !Blank.occurs(in: text), !UnansweredWords.fillName(text), !UnansweredWords.isCross(text),
      !CreedWords.fill(text)
    else { return false }
    if role == .contact { return !endsOpen(text) }
    let words =
      text.isASCII ? text.parts { !ASCII.isLetter($0) } : text.split { !$0.isLetter }
    return words.allSatisfy { !deferring.contains($0) } && !isSentence(words)
      && !SentenceFiller.announces(text) && !Advice.announcesName(text)
      && !Advice.tellsAppointment(text)
  }

  private static let leading: Set<Substring> = ["at", "to", "via", "under", "unter", "an", "à"]

  /// Whether a text breaks off before the address that it announces: `Via email at`.
  private static func endsOpen(_ text: String) -> Bool {
    let words = FoldedText.words(text).spacedWords
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return ways.contains(first) && leading.contains(last)
  }

  /// `This assessment was sent to the officer` speaks of somebody without naming anybody.
  private static func isSentence(_ words: [Substring]) -> Bool {
    guard let first = words.first, words.count >= shortestSentence else { return false }
    return subjects.contains(first.lowercased()) && words.contains { verbs.contains($0) }
  }

  private static let shortestSentence = 6
  private static let verbs: Set<Substring> = [
    "is", "are", "was", "were", "has", "have", "will", "can", "er", "har", "blev", "ist", "wird",
    "wurde", "werd", "wordt", "est", "sera", "foi", "fue", "stato",
  ]
  private static let subjects: Set<String> = [
    "this", "the", "we", "it", "they", "these", "there", "our", "denne", "dette", "diese", "dieser",
    "dieses", "deze", "cette", "ce", "esta", "este", "questa", "questo", "denna", "detta",
  ]

  /// Whether a text tells how to get in touch instead of naming somebody.
  static func tellsWay(_ text: String) -> Bool {
    let words = FoldedText.words(text).spacedWords
    guard let first = words.first, words.count >= shortestWay else { return false }
    return ways.contains(first)
  }

  /// The fewest words of such a text; `Via Roma GmbH` is a name.
  private static let shortestWay = 4
  private static let ways: Set<Substring> = [
    "via", "please", "open", "for", "see", "use", "file", "create", "submit", "send", "raise",
    "issues", "if", "any", "questions", "contact", "reach", "through", "by", "you", "to", "report",
    "feel", "write", "post", "pour", "für", "bei", "para", "per", "voor", "dla", "för", "toute",
  ]

  /// The words that the leads of sentences start with.
  private static let firstWords = ["the ", "this ", "it "]

  private static let leads: [String] = {
    let subjects = [
      "the dataset", "this dataset", "the data", "it", "the model", "this model", "this card",
      "this model card", "the model card", "this dataset card", "this datasheet", "this document",
      "this assessment", "this dpia",
    ]
    let verbs = [
      "was created by", "was made by", "was developed by", "is maintained by", "is hosted by",
      "is supported by", "was collected by", "is supported and maintained by", "was authored by",
      "was curated by", "was authored and curated by", "was compiled by", "was built by",
      "was assembled by", "was constructed by", "was written by", "was drafted by",
      "was prepared by", "was released by",
    ]
    return subjects.flatMap { subject in verbs.map { "\(subject) \($0) " } }
  }()

  /// Words of sentences that put something off, as in `sign-off before the pilot`.
  private static let deferring: Set<Substring> = [
    "before", "until", "needed", "required", "pending", "must", "should", "unknown",
  ]
}
