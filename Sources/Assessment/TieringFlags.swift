// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

extension Tiering {
  /// The compute above which systemic risk is presumed: strictly more than 10^25 FLOP (Article 51(2)).
  private static var systemicFLOP: Double { 1e25 }
  /// The compute that indicates a general-purpose model: more than 10^23 FLOP (Commission
  /// guidelines of 18 July 2025, secondary source).
  private static var indicativeFLOP: Double { 1e23 }

  /// Article 50: unanswered facts count as a trigger.
  mutating func deriveTransparency() {
    if facts.flag(.interactsWithHumans) != .no, !isJustifiedYes(.obviousAI) {
      trigger("AI Act Art. 50(1)", .interactsWithHumans, "people interact with the system")
    }
    let modalities = facts.texts(.generativeModalities)
    if modalities?.isEmpty != true, !isJustifiedYes(.generativeAssistiveEditingOnly) {
      trigger("AI Act Art. 50(2)", .generativeModalities, "the system generates content")
    }
    if facts.flag(.generativeDeepfake) != .no {
      trigger("AI Act Art. 50(4)", .generativeDeepfake, "deep fakes are not ruled out")
    }
    if facts.flag(.generativePublicInterestText) != .no {
      trigger("AI Act Art. 50(4)", .generativePublicInterestText, "texts of public interest")
    }
    if facts.flag(.emotionRecognition) != .no {
      trigger("AI Act Art. 50(3)", .emotionRecognition, "emotion recognition is not ruled out")
    }
    if facts.flag(.biometricCategorisation) != .no {
      trigger("AI Act Art. 50(3)", .biometricCategorisation, "categorisation is not ruled out")
    }
  }

  private mutating func trigger(_ article: String, _ fact: Fact, _ text: String) {
    derivation.flags.transparency = true
    if facts.answer(fact) == nil { derivation.unresolved.append(fact) }
    conclude(article, fact, text)
  }

  private func isJustifiedYes(_ fact: Fact) -> Bool {
    facts.flag(fact) == .yes && facts.isJustified(fact)
  }

  /// Article 51 to 53: flags beside the tier.
  mutating func deriveModelFlags() {
    let flop = facts.number(.gpaiTrainingFLOPs)
    guard facts.flag(.gpaiIsModel) == .yes else {
      if let flop, flop > Self.indicativeFLOP, facts.texts(.generativeModalities)?.isEmpty == false
      {
        ask("more than 10^23 FLOP and generated content indicate a general-purpose AI model")
      } else if facts.flag(.gpaiIsModel) == .unknown, mayConcernUnion {
        ask("'gpai.is_model' is unanswered: the duties of AI Act Art. 53 and 55 are not looked at")
      }
      return
    }
    derivation.flags.gpai = true
    conclude("AI Act Art. 3(63), 53", .gpaiIsModel, "a general-purpose AI model is declared")
    if flop == nil { leaveOpen(.gpaiTrainingFLOPs, "AI Act Art. 51(2)", "no estimate of compute") }
    if facts.flag(.gpaiDesignatedSystemic) == .yes || isPresumedSystemic(flop) {
      derivation.flags.gpaiSystemic = true
      conclude("AI Act Art. 51, 55", .gpaiTrainingFLOPs, "systemic risk")
    }
    derivation.flags.gpaiOpenSource = !derivation.flags.gpaiSystemic && isOpen()
  }

  /// Whether the declared places of use, or their absence, leave room for Union law.
  private var mayConcernUnion: Bool {
    let places = facts.union(.deployedTo, .outputUsedIn)
    return places.isEmpty || places.contains(where: Jurisdiction.isEU)
  }

  private func isPresumedSystemic(_ flop: Double?) -> Bool {
    guard let flop, flop > Self.systemicFLOP else { return false }
    return facts.text(of: .gpaiRebuttal) != "accepted"
  }

  private func isOpen() -> Bool {
    [
      Fact.gpaiLicenceFreeOpen, .gpaiWeightsPublic, .gpaiArchitecturePublic, .gpaiUsageInfoPublic,
    ].allSatisfy { facts.flag($0) == .yes }
  }

  /// The nine criteria of WP 248 rev.01.
  private static var screening: [Fact] {
    [.wp248W1, .wp248W2, .wp248W3, .wp248W4, .wp248W5, .wp248W6, .wp248W7, .wp248W8, .wp248W9]
  }

  /// GDPR Article 35(1) and (3), with the presumption of WP 248 rev.01 at two criteria.
  mutating func deriveImpactAssessmentDuty(places: Set<String>) {
    guard places.contains(where: Jurisdiction.isEU), facts.flag(.personalData) != .no else {
      return
    }
    if facts.flag(.personalData) == .unknown {
      leaveOpen(.personalData, "GDPR Art. 35(1)", "unanswered personal data counts as yes")
    }
    deriveListedCases()
    if facts.flag(.dpiaAuthorityListHit) == .yes {
      requireAssessment("GDPR Art. 35(4)", .dpiaAuthorityListHit, "on the authority's list")
    }
    deriveScreening()
  }

  private mutating func deriveListedCases() {
    if facts.flag(.profiling) == .yes, facts.flag(.admLegalOrSimilarEffect) == .yes {
      requireAssessment("GDPR Art. 35(3)(a)", .admLegalOrSimilarEffect, "evaluation with effects")
    }
    guard facts.flag(.wp248W5) == .yes else { return }
    if facts.texts(.specialCategories)?.isEmpty == false {
      requireAssessment("GDPR Art. 35(3)(b)", .specialCategories, "special categories at scale")
    }
    if facts.flag(.monitoringSystematic) == .yes {
      requireAssessment("GDPR Art. 35(3)(c)", .monitoringSystematic, "monitoring at scale")
    }
  }

  private mutating func deriveScreening() {
    let met = Self.screening.filter { facts.flag($0) == .yes }
    let open = Self.screening.filter { facts.flag($0) == .unknown }
    if met.count >= 2 {
      for fact in met { requireAssessment("WP 248 rev.01", fact, "a screening criterion is met") }
    } else if met.count + open.count >= 2 {
      for fact in open { leaveOpen(fact, "WP 248 rev.01", "open answers could bring it to two") }
      derivation.flags.dpiaRequired = true
    } else if let only = met.first {
      ask("one criterion of WP 248 rev.01 is met ('\(only.rawValue)'): note why no DPIA is due")
    }
  }

  private mutating func requireAssessment(_ article: String, _ fact: Fact, _ text: String) {
    derivation.flags.dpiaRequired = true
    conclude(article, fact, "an impact assessment is due: \(text)")
  }
}
