// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Tells the name of somebody from a sentence about them, and from a blank.
enum PartyName {
  /// A name without the words of the sentence that states it.
  ///
  /// `The dataset was created by the Loans Team.` names the Loans Team.
  static func bare(_ text: String, of role: Party.Role) -> String {
    // Ways to get in touch are told in whole sentences.
    if role == .contact { return Trimmed.text(text) }
    let text = firstSentence(of: Trimmed.text(text))
    let folded = text.lowercased()
    // Lower case may have another length; then the text stays as it is.
    guard folded.utf8.count == text.utf8.count,
      let lead = leads.first(where: { folded.hasPrefix($0) })
    else { return text }
    return String(text.utf8.dropFirst(lead.utf8.count)) ?? text
  }

  /// `The authors. New versions follow.` names the authors; `Inc.` and `H.` end no sentence.
  private static func firstSentence(of text: String) -> String {
    guard let end = Sentence.end(in: text), end != text.index(before: text.endIndex) else {
      return text
    }
    let word = text[..<end].reversed().prefix { $0.isLetter }
    return word.count >= shortestLastWord ? String(text[..<end]) : text
  }

  /// The letters from which on a word before a full stop is no abbreviation.
  private static let shortestLastWord = 5

  /// Whether a text names somebody: neither a blank nor what such a person has yet to do.
  static func isName(_ text: String, of role: Party.Role) -> Bool {
    guard text.contains(where: \.isLetter), !Blank.occurs(in: text) else { return false }
    if role == .contact { return true }
    let words = text.split { !$0.isLetter }
    return words.allSatisfy { !deferring.contains($0) }
  }

  private static let leads: [String] = {
    let subjects = ["the dataset", "this dataset", "the data", "it", "the model", "this model"]
    let verbs = [
      "was created by", "was made by", "was developed by", "is maintained by", "is hosted by",
      "is supported by", "was collected by", "is supported and maintained by",
    ]
    return subjects.flatMap { subject in verbs.map { "\(subject) \($0) " } }
  }()

  /// Words of sentences that put something off, as in `sign-off before the pilot`.
  private static let deferring: Set<Substring> = [
    "before", "until", "needed", "required", "pending", "must", "should", "unknown",
  ]
}
