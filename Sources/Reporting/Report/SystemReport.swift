// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// One AI system, with its risk tier and how that came about.
package struct SystemReport: Sendable, Hashable {
  /// One step of the tier derivation: an article, and the fact that made it apply.
  package struct TierReason: Sendable, Hashable {
    /// What the step is about.
    package var step: TierStep
    /// The article, such as `AI Act Art. 6(2), Annex III 5b`.
    package var article: String
    /// The fact, by its path in the declaration.
    package var fact: String
    /// The answer as declared.
    package var value: String
    /// What follows, in one sentence.
    package var text: String
    /// Where the fact is declared, if it is.
    package var location: SourceLocation?

    /// Creates a step.
    package init(
      step: TierStep = .tier,
      article: String,
      fact: String,
      value: String,
      text: String,
      location: SourceLocation? = nil
    ) {
      self.step = step
      self.article = article
      self.fact = fact
      self.value = value
      self.text = text
      self.location = location
    }
  }

  /// The id of the system.
  package var id: String
  /// The name of the system.
  package var name: String
  /// The risk tier.
  package var tier: RiskTier
  /// The names of the duties that come on top of the tier.
  package var flags: [String]
  /// Where the system is used.
  package var jurisdictions: [String]
  /// Which fact fired which article, in the order of the derivation.
  package var tierReasons: [TierReason]
  /// Whether a system declaration names it.
  package var isDeclared: Bool
  /// The path of the system declaration.
  package var path: String?
  /// What a reviewer should ask, because an answer looks incomplete or a duty is near, and each question
  /// that decides the tier.
  package var questions: [String]
  /// Every open question, of the tier and of the rules, in the order of the law.
  package var openQuestions: [OpenQuestion]
  /// The bounds of numbers that hold for it, by number and side, the governing one first.
  package var limits: [LimitReport]

  /// Creates the description of a system.
  package init(
    id: String,
    name: String,
    tier: RiskTier,
    flags: [String] = [],
    jurisdictions: [String] = [],
    tierReasons: [TierReason] = [],
    isDeclared: Bool = true,
    path: String? = nil,
    questions: [String] = [],
    openQuestions: [OpenQuestion] = [],
    limits: [LimitReport] = []
  ) {
    self.id = id
    self.name = name
    self.tier = tier
    self.flags = flags
    self.jurisdictions = jurisdictions
    self.tierReasons = tierReasons
    self.isDeclared = isDeclared
    self.path = path
    self.questions = questions
    self.openQuestions = openQuestions
    self.limits = limits
  }

  /// What a reviewer should consider besides the open questions.
  var remarks: [String] {
    let asked = Set(openQuestions.map(\.text))
    return questions.filter { !asked.contains($0) }
  }

  func ordered() -> SystemReport {
    var copy = self
    copy.flags.sort(by: FixedOrder.precedes)
    copy.jurisdictions.sort(by: FixedOrder.precedes)
    return copy
  }
}
