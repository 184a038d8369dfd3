// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import Survey

/// The risk tier of a system, and which fact fired which article.
package struct TierDerivation: Hashable, Sendable {
  /// The base tier.
  package var tier: RiskTier
  /// How a high tier was reached.
  package var route: Route?
  /// What else follows from the facts, independent of the base tier.
  package var flags: SystemFlags
  /// Where the system is used, as declared, sorted.
  package var jurisdictions: [String]
  /// Which fact fired which article, in the order of the derivation.
  package var reasons: [TierReason]
  /// The facts that the derivation needed and nobody answered.
  package var unresolved: [Fact]
  /// What a reviewer should ask, because an answer looks incomplete or a duty is near; and each open
  /// question with what its answers would change, in the order of the law.
  package var questions: [String]
  /// The uses of Annex III that remain after carve-outs, whatever else decides the tier.
  package var areas: [String] = []
  /// The day from which the duties of the tier itself apply, if it has any.
  package var dutiesFrom: CalendarDate?
  /// Whether a transitional article keeps the duties of the tier away, because the system was there
  /// before their day (Article 111(2)).
  package var isLegacy = false
  /// The paragraphs of Article 50 that apply, such as `Art. 50(1)`, in the order of the derivation.
  package var transparencyDuties: [String] = []
  /// The open questions with what their answers change, in the order of the law; `questions` has them
  /// as texts.
  package var openQuestions: [OpenQuestion] = []
  /// Whether words for groups only lack somebody who stands for them.
  var lacksSignature = false
  /// Answers that cannot both be right.
  package var contradictions: [Contradiction] = []
  /// The answers that counted, with those that follow from others.
  package var facts = SystemFacts()

  /// How a high tier was reached.
  package enum Route: String, Hashable, Sendable {
    /// Article 6(1): a product of Annex I, or its safety component.
    case annexI = "annex_i"
    /// Article 6(2): a use of Annex III.
    case annexIII = "annex_iii"
  }
}

extension TierDerivation {
  /// Adds an open question, in every form.
  package mutating func ask(_ question: OpenQuestion) {
    openQuestions.append(question)
    questions.append(question.text)
  }
}

/// Duties that come on top of the base tier.
package struct SystemFlags: Hashable, Sendable {
  /// A general-purpose AI model (Article 3(63)).
  package var gpai = false
  /// A general-purpose AI model with systemic risk (Article 51).
  package var gpaiSystemic = false
  /// A general-purpose AI model under a free and open licence (Article 53(2)).
  package var gpaiOpenSource = false
  /// Whether a data protection impact assessment is due (GDPR Article 35); unknown while an open answer
  /// decides that.
  package var dpiaRequired = Ternary.no
  /// The transparency duties of Article 50 apply.
  package var transparency = false
  /// An Annex III system that claims the derogation of Article 6(3).
  package var derogated = false

  /// The names of the flags that are set, sorted.
  package var names: [String] {
    [
      ("derogated", derogated), ("dpia_open", dpiaRequired == .unknown),
      ("dpia_required", dpiaRequired == .yes), ("gpai", gpai),
      ("gpai_oss", gpaiOpenSource), ("gpai_systemic", gpaiSystemic),
      ("transparency", transparency),
    ]
    .filter(\.1).map(\.0)
  }
}

/// One step of a tier derivation: an article, and the fact that made it apply.
package struct TierReason: Hashable, Sendable {
  /// What the step is about.
  package var step: TierStep
  /// The article, such as `AI Act Article 6(2), Annex III 5b`.
  package var article: String
  /// The fact, by its path in the declaration.
  package var fact: String
  /// The answer as declared; `unknown` for an unanswered fact.
  package var answer: String
  /// What follows, in one sentence.
  package var text: String
  /// Where the fact is declared, if it is.
  package var location: SourceLocation?
}
