// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import Survey

/// Derives the risk tier of a system from its declared facts.
///
/// The order of the steps is that of Regulation (EU) 2024/1689 as amended by Regulation (EU)
/// 2026/1744: scope (Article 2), prohibited practices (Article 5), high risk (Article 6), transparency
/// (Article 50). Unanswered facts fail closed.
package struct Tiering {
  let facts: SystemFacts
  let asOf: CalendarDate
  let unknownFails: Bool
  var derivation = TierDerivation(
    tier: .minimal,
    flags: SystemFlags(),
    jurisdictions: [],
    reasons: [],
    unresolved: [],
    questions: []
  )

  /// Derives the tier.
  ///
  /// - Parameters:
  ///   - facts: The declared facts.
  ///   - asOf: The day of the check; it decides which prohibitions are in force.
  ///   - unknownFails: Whether an unanswered prohibited practice leaves the tier unresolved
  ///     (`unknown_is: fail`) or only raises a question.
  /// - Returns: The tier with its reasons.
  package static func derive(
    from facts: SystemFacts,
    asOf: CalendarDate,
    unknownFails: Bool = true
  ) -> TierDerivation {
    var tiering = Tiering(facts: facts, asOf: asOf, unknownFails: unknownFails)
    tiering.run()
    return tiering.derivation
  }

  private mutating func run() {
    let places = facts.union(.deployedTo, .outputUsedIn, .dataSubjectsIn)
    derivation.jurisdictions = places.sorted()
    deriveModelFlags()
    deriveImpactAssessmentDuty(places: places)
    derivation.tier = baseTier()
  }

  private mutating func baseTier() -> RiskTier {
    if let outside = tierOutsideScope() { return outside }
    deriveTransparency()
    if let prohibited = prohibitedTier() { return prohibited }
    if let high = highTier() { return high }
    if derivation.flags.transparency { return .limited }
    if derivation.flags.derogated { return .derogated }
    conclude("AI Act Art. 6, Art. 50", .annexIII, "no duty of a higher tier follows")
    return .minimal
  }

  // MARK: Scope, Art. 2

  private mutating func tierOutsideScope() -> RiskTier? {
    let places = facts.union(.deployedTo, .outputUsedIn)
    if places.isEmpty {
      leaveOpen(.deployedTo, "AI Act Art. 2(1)", "it is not said where the system is used")
      collectOpenFacts()
      return .unresolved
    }
    guard places.contains(where: Jurisdiction.isEU) else {
      guard facts.texts(.outputUsedIn) != nil else {
        leaveOpen(.outputUsedIn, "AI Act Art. 2(1)(c)", "the output may be used in the Union")
        return .unresolved
      }
      conclude("AI Act Art. 2(1)", .deployedTo, "no connection with the Union is declared")
      return .notInScope
    }
    return excludedTier()
  }

  /// Names what else is open, so that the questionnaire can be answered in one go.
  private mutating func collectOpenFacts() {
    deriveTransparency()
    if prohibitedTier() == nil, highTier() == nil {
      ask("only the place of use is missing: the other facts are answered")
    }
  }

  private mutating func excludedTier() -> RiskTier? {
    guard let exclusion = facts.choice(.exclusion), exclusion != "none" else { return nil }
    guard facts.isJustified(.exclusion) else {
      ask("the exclusion '\(exclusion)' has no rationale and owner, so it does not count")
      return nil
    }
    let voidedByMarket = ["research_only", "pre_market_rnd"].contains(exclusion)
    guard !voidedByMarket || facts.date(.placedOnMarket) == nil else {
      ask("the exclusion '\(exclusion)' is void, because the system was placed on the market")
      return nil
    }
    conclude("AI Act Art. 2(3), 2(6), 2(8), 2(10)", .exclusion, "the system is out of scope")
    return .excluded
  }
}

extension Tiering {
  /// Notes a fact that made an article apply.
  mutating func conclude(_ article: String, _ fact: Fact, _ text: String) {
    derivation.reasons.append(
      TierReason(
        article: article,
        fact: fact.rawValue,
        answer: facts.text(of: fact),
        text: text,
        location: facts.answer(fact)?.source.location
      )
    )
  }

  /// Notes a fact that nobody answered.
  mutating func leaveOpen(_ fact: Fact, _ article: String, _ text: String) {
    if !derivation.unresolved.contains(fact) { derivation.unresolved.append(fact) }
    conclude(article, fact, text)
  }

  /// Notes what a reviewer should ask.
  mutating func ask(_ question: String) {
    derivation.questions.append(question)
  }
}

extension SystemFacts {
  /// The places named by any of the facts; unanswered facts name none.
  func union(_ names: Fact...) -> Set<String> {
    names.reduce(into: []) { $0.formUnion(texts($1) ?? []) }
  }

  /// Whether an answer that lowers the tier says why and who answers for it.
  func isJustified(_ fact: Fact) -> Bool {
    guard let answer = answer(fact) else { return false }
    return [answer.reason, answer.owner].allSatisfy { !($0 ?? "").isEmpty }
  }

  /// The answer as text, `unknown` where there is none.
  func text(of fact: Fact) -> String {
    guard let text = answer(fact)?.text else { return "unknown" }
    return text.isEmpty ? "none" : text
  }
}

/// Hierarchical codes of places: `EU`, `EU-DE`, `US-NY-NYC`.
enum Jurisdiction {
  /// ISO 3166-1 codes of the 27 member states, which people also write without `EU-`.
  private static let memberStates: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// Whether a code lies in the Union; a bare member-state code counts, so that `DE` fails closed.
  static func isEU(_ code: String) -> Bool {
    let parts = code.uppercased().split(separator: "-")
    guard let first = parts.first else { return false }
    return first == "EU" || first == "EEA" || memberStates.contains(String(first))
  }
}
