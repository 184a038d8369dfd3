// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

/// Derives the risk tier of a system from its declared facts.
///
/// The order of the steps is that of Regulation (EU) 2024/1689 as amended by Regulation (EU)
/// 2026/1744: scope (Article 2), prohibited practices (Article 5), high risk (Article 6), transparency
/// (Article 50). Unanswered facts fail closed.
package struct Tiering {
  let answers: AnswerSet
  let asOf: CalendarDate
  let unknownFails: Bool
  /// What is asked instead of what is open: everything at once, where the words for groups only lack
  /// somebody who stands for them; nil where they lack nothing.
  private(set) var questionsBeforeSigning: [OpenQuestion]?
  var derivation = TierDerivation(
    tier: .minimal,
    flags: SystemFlags(),
    jurisdictions: [],
    reasons: [],
    unresolved: [],
    questions: []
  )

  /// The answers that count.
  var facts: SystemFacts { answers.facts }

  /// Derives the tier.
  ///
  /// - Parameters:
  ///   - facts: The declared facts.
  ///   - words: Name and description of the system, which may contradict its answers.
  ///   - asOf: The day of the check; it decides which prohibitions are in force.
  ///   - unknownFails: Whether an unanswered prohibited practice leaves the tier unresolved
  ///     (`unknown_is: fail`) or only raises a question.
  ///   - maximumDays: How old answers for whole groups may be, in days; nil for any age.
  /// - Returns: The tier with its reasons.
  package static func derive(
    from facts: SystemFacts,
    words: String = "",
    asOf: CalendarDate,
    unknownFails: Bool = true,
    maximumDays: Int? = nil
  ) -> TierDerivation {
    let answers = AnswerSet(stated: facts, words: words, asOf: asOf, maximumDays: maximumDays)
    var tiering = Tiering(answers: answers, asOf: asOf, unknownFails: unknownFails)
    if answers.lacksSignature {
      let signed = derive(
        from: facts.signed(on: asOf),
        words: words,
        asOf: asOf,
        unknownFails: unknownFails,
        maximumDays: maximumDays
      )
      let unsigned = answers.doubts.filter(\.isUnsigned).map(\.group)
      tiering.derivation.lacksSignature = true
      tiering.questionsBeforeSigning =
        [.signature(of: unsigned, on: asOf)] + signed.openQuestions
    }
    tiering.run()
    return tiering.derivation
  }

  private init(answers: AnswerSet, asOf: CalendarDate, unknownFails: Bool) {
    self.answers = answers
    self.asOf = asOf
    self.unknownFails = unknownFails
  }

  private mutating func run() {
    derivation.facts = facts
    derivation.areas = facts.remainingAreas
    let places = facts.union(.deployedTo, .outputUsedIn, .dataSubjectsIn)
    derivation.jurisdictions = places.sorted()
    deriveModelFlags()
    deriveImpactAssessmentDuty()
    derivation.tier = baseTier()
    deriveDates()
    askRemaining()
    reportAnswers()
  }

  private mutating func baseTier() -> RiskTier {
    if let outside = tierOutsideScope() { return outside }
    return tierInScope()
  }

  /// The tier of a system that the Regulation applies to.
  mutating func tierInScope() -> RiskTier {
    deriveTransparency()
    let prohibited = prohibitedTier()
    let high = highTier()
    if let prohibited {
      derivation.route = nil
      return prohibited
    }
    if let high { return high }
    if derivation.flags.transparency { return .limited }
    if derivation.flags.derogated { return .derogated }
    conclude("AI Act Art. 6, Art. 50", .annexIII, "no duty of a higher tier follows")
    return .minimal
  }
}

extension Tiering {
  /// Notes a fact that made an article apply.
  mutating func conclude(_ article: String, _ fact: Fact, _ text: String) {
    derivation.reasons.append(
      TierReason(
        step: Self.isAboutAssessments(article) ? .assessment : .tier,
        article: article,
        fact: fact.rawValue,
        answer: facts.text(of: fact),
        text: text,
        location: facts.answer(fact)?.source.location
      )
    )
  }

  /// Whether a clause is about impact assessments; all others lead to the tier.
  private static func isAboutAssessments(_ article: String) -> Bool {
    article.hasPrefix("GDPR") || article.hasPrefix("WP 248")
  }

  /// Notes a fact that nobody answered.
  mutating func leaveOpen(_ fact: Fact, _ article: String, _ text: String) {
    leaveOpen(fact)
    guard let group = fact.group.flatMap({ FactGroup(rawValue: $0) }),
      group.members.allSatisfy({ facts.answer($0) == nil })
    else { return conclude(article, fact, text) }
    // A group that is open as a whole is one step.
    guard !derivation.reasons.contains(where: { $0.fact == group.rawValue }) else { return }
    derivation.reasons.append(
      TierReason(
        step: .tier,
        article: group.article,
        fact: group.rawValue,
        answer: "unknown",
        text: text,
        location: facts.groupWords[group]?.location
      )
    )
  }

  /// Notes a fact that nobody answered, where its group says already what follows.
  mutating func leaveOpen(_ fact: Fact) {
    if !derivation.unresolved.contains(fact) { derivation.unresolved.append(fact) }
  }

  /// Notes what a reviewer should ask.
  mutating func ask(_ question: String) {
    if !derivation.questions.contains(question) { derivation.questions.append(question) }
  }
}
