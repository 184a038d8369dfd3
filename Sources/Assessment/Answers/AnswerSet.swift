// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

/// The answers of a declaration with everything that follows from them: what one word answers for a
/// group, what an answer entails, and which of two answers counts that contradict each other.
package struct AnswerSet: Sendable {
  /// The answers that count.
  package internal(set) var facts: SystemFacts
  /// What followed from what, in the order of the steps.
  package private(set) var entailments: [Entailment] = []
  /// The pairs of answers that cannot both be right.
  package private(set) var contradictions: [Contradiction] = []
  /// Why the word for a group does not count.
  package private(set) var doubts: [Doubt] = []
  /// The groups of which nothing holds by a word that counts.
  var emptyGroups: Set<FactGroup> = []

  /// Works out what follows from the answers of a declaration.
  ///
  /// - Parameters:
  ///   - stated: The answers as declared.
  ///   - words: Name and description of the system, which may say what it is used for.
  ///   - asOf: The day of the check.
  ///   - maximumDays: How old answers for whole groups may be, in days; nil for any age.
  package init(
    stated: SystemFacts,
    words: String = "",
    asOf: CalendarDate,
    maximumDays: Int? = nil
  ) {
    facts = stated
    answerGroups(asOf: asOf, maximumDays: maximumDays)
    settleContradictions(words: words)
    entailAnswers()
  }
}

/// Answers that follow from another one.
package struct Entailment: Hashable, Sendable {
  /// The key of the declaration that they follow from.
  package var source: String
  /// What is said there.
  package var answer: String
  /// The clause by which they follow, or who gave the answer.
  package var article: String
  /// The facts that are answered by it.
  package var facts: [Fact]
  /// Where it stands.
  package var location: SourceLocation

  /// What is answered, as a phrase; a word for a group says it for all of the group.
  var text: String {
    if FactGroup(rawValue: source) != nil, facts.count > 1, facts.allSatisfy({ $0.group == source })
    {
      return "none of its \(facts.count) facts holds"
    }
    return "answers \(facts.map(\.rawValue).joined(separator: ", "))"
  }
}

/// Two answers that cannot both be right.
package struct Contradiction: Hashable, Sendable {
  /// The facts, that whose answer was replaced by the stricter one first.
  package var facts: [Fact]
  /// The clause that connects them.
  package var article: String
  /// Both answers, and which one counts.
  package var text: String
  /// Where the answer stands that was replaced.
  package var location: SourceLocation?
}

/// A word for a group that does not answer all of it.
package struct Doubt: Hashable, Sendable {
  /// The group.
  package var group: FactGroup
  /// Why, as a sentence without its full stop.
  package var text: String
  /// Whether it is because nobody who can be named answers, which is one question for all groups.
  package var isUnsigned: Bool
}

extension AnswerSet {
  /// Answers a fact that nobody answered or left open on purpose.
  mutating func entail(
    _ fact: Fact,
    _ value: FactAnswer.Value,
    from source: Fact,
    _ article: String
  ) {
    guard let place = facts.answer(source)?.source else { return }
    entail(fact, value, from: source.rawValue, facts.text(of: source), article, at: place)
  }

  /// The same for an answer that follows from a key that is no fact.
  mutating func entail(
    _ fact: Fact,
    _ value: FactAnswer.Value,
    from key: String,
    _ answer: String,
    _ article: String,
    at place: SourceReference
  ) {
    guard facts.answer(fact) == nil, !facts.leftOpen.contains(fact) else { return }
    facts.set(FactAnswer(value: value, source: place, entailedBy: key), for: fact)
    let step = Entailment(
      source: key,
      answer: answer,
      article: article,
      facts: [fact],
      location: place.location
    )
    let known = entailments.firstIndex {
      $0.source == key && $0.answer == answer && $0.article == article
    }
    if let known {
      entailments[known].facts.append(fact)
    } else {
      entailments.append(step)
    }
  }

  /// Notes that a word does not answer a group, or not all of it.
  mutating func doubt(_ group: FactGroup, _ text: String, isUnsigned: Bool = false) {
    doubts.append(Doubt(group: group, text: text, isUnsigned: isUnsigned))
  }

  /// Notes two answers that contradict each other, without changing one.
  mutating func contradict(_ fact: Fact, _ other: Fact, _ article: String, _ text: String) {
    contradictions.append(
      Contradiction(
        facts: [fact, other],
        article: article,
        text: "'\(fact.rawValue)' is \(facts.text(of: fact)) and '\(other.rawValue)' is "
          + "\(facts.text(of: other)): \(text)",
        location: facts.answer(fact)?.source.location
      )
    )
  }

  /// Notes two answers that contradict each other, and lets the stricter one count.
  mutating func govern(
    _ fact: Fact,
    as value: FactAnswer.Value,
    over other: Fact,
    _ article: String,
    _ text: String
  ) {
    contradict(fact, other, article, text)
    replace(fact, with: value)
  }

  /// Notes that the name or description of the system contradicts an answer.
  mutating func contradict(
    _ fact: Fact,
    sentence: String,
    _ article: String,
    _ text: String
  ) {
    contradictions.append(
      Contradiction(
        facts: [fact],
        article: article,
        text: "'\(fact.rawValue)' is \(facts.text(of: fact)) and the declaration says "
          + "'\(sentence)': \(text)",
        location: facts.answer(fact)?.source.location
      )
    )
  }

  /// Notes that the name or description of the system contradicts an answer, and lets the stricter reading
  /// count.
  mutating func govern(
    _ fact: Fact,
    as value: FactAnswer.Value,
    overSentence sentence: String,
    _ article: String,
    _ text: String
  ) {
    contradict(fact, sentence: sentence, article, text)
    replace(fact, with: value)
  }

  private mutating func replace(_ fact: Fact, with value: FactAnswer.Value) {
    guard var answer = facts.answer(fact) else { return }
    answer.value = value
    (answer.reason, answer.owner) = (nil, nil)
    facts.set(answer, for: fact)
  }
}
