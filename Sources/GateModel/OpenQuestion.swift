// SPDX-License-Identifier: Apache-2.0

/// One question that is still open: a fact, or a whole group that one word can answer.
package struct OpenQuestion: Hashable, Sendable {
  /// An answer and what it changes.
  package struct Choice: Hashable, Sendable {
    /// The answer as the file has it.
    package var answer: String
    /// What follows from it, as a phrase.
    package var effect: String

    /// Creates a choice.
    package init(_ answer: String, _ effect: String) {
      self.answer = answer
      self.effect = effect
    }

    /// The answer and what it changes on one line.
    package var text: String { "\(answer): \(effect)" }
  }

  /// The key to write in the declaration.
  package var key: String
  /// The clause that asks.
  package var article: String
  /// What is asked, without its question mark.
  package var question: String
  /// What may be answered, and what each answer changes.
  package var choices: [Choice]

  /// Creates a question.
  package init(key: String, article: String, question: String, choices: [Choice]) {
    self.key = key
    self.article = article
    self.question = question
    self.choices = choices
  }

  /// The question on one line.
  package var text: String {
    "\(key) (\(article)): \(question)?"
      + (choices.isEmpty ? "" : " " + choices.map(\.text).joined(separator: "; "))
  }
}
