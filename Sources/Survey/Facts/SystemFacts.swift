// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// The answers of one declaration; what is missing or answered `unknown` has none.
package struct SystemFacts: Hashable, Sendable {
  private var answers: [Fact: FactAnswer]
  /// The facts that the declaration leaves open on purpose: nothing else answers them.
  package var leftOpen: Set<Fact> = []
  /// The groups of which nothing holds by the word `none`, with the place of the word.
  package var groupWords: [FactGroup: SourceReference] = [:]
  /// Those of these groups that say so by an empty list, which needs nobody who stands for it.
  package var emptyLists: Set<FactGroup> = []
  /// Who gave the answers for whole groups, and when.
  package var answered: AnswerStatement?
  /// Whether the criteria of WP 248 are given as a list of those that are met.
  package var listsCriteria = false
  /// Paths that answers rest on and that the tree does not have, as written.
  package var missingPaths: [Fact: String] = [:]

  /// Creates facts from answers.
  package init(_ answers: [Fact: FactAnswer] = [:]) {
    self.answers = answers
  }

  /// The answer to a fact, or nil when there is none.
  package func answer(_ fact: Fact) -> FactAnswer? { answers[fact] }

  /// Sets or takes away the answer to a fact.
  package mutating func set(_ answer: FactAnswer?, for fact: Fact) { answers[fact] = answer }

  /// Yes, no, or unknown for a fact that is unanswered or no flag.
  package func flag(_ fact: Fact) -> Ternary {
    guard case .flag(let flag) = answers[fact]?.value else { return .unknown }
    return flag ? .yes : .no
  }

  /// The word of a choice or the text, or nil when the fact is unanswered.
  package func choice(_ fact: Fact) -> String? {
    guard case .text(let text) = answers[fact]?.value else { return nil }
    return text
  }

  /// The words or texts; nil when unanswered, empty when answered with none.
  package func texts(_ fact: Fact) -> [String]? {
    guard case .texts(let texts) = answers[fact]?.value else { return nil }
    return texts
  }

  /// The number, or nil when the fact is unanswered.
  package func number(_ fact: Fact) -> Double? {
    guard case .number(let number) = answers[fact]?.value else { return nil }
    return number
  }

  /// The day, or nil when the fact is unanswered or there is no such day yet.
  package func date(_ fact: Fact) -> CalendarDate? {
    guard case .date(let date) = answers[fact]?.value else { return nil }
    return date
  }

  /// The lists of texts; nil when unanswered, empty when answered with none.
  package func lists(_ fact: Fact) -> [[String]]? {
    guard case .lists(let lists) = answers[fact]?.value else { return nil }
    return lists
  }

  /// The facts without an answer, in the order of the questionnaire.
  package var unanswered: [Fact] { Fact.allCases.filter { answers[$0] == nil } }
}
