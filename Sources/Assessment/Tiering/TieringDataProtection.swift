// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// GDPR Article 35(1) and (3), with the presumption of WP 248 rev.01 at two criteria.
extension Tiering {
  mutating func deriveImpactAssessmentDuty() {
    guard facts.mayBeWithinReachOfGDPR, facts.flag(.personalData) != .no else { return }
    if facts.flag(.personalData) == .unknown {
      leaveOpen(.personalData, "GDPR Art. 35(1)", "it is open whether there are personal data")
    }
    deriveListedCases()
    if facts.flag(.dpiaAuthorityListHit) == .yes {
      requireAssessment("GDPR Art. 35(4)", .dpiaAuthorityListHit, "on the authority's list")
    }
    deriveScreening()
    // What makes an assessment due of personal data does so once it is said that there are some, and
    // where.
    if derivation.flags.dpiaRequired == .yes, DerivedFacts(facts).isUnderGDPR == nil {
      derivation.flags.dpiaRequired = .unknown
    }
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
    let met = Fact.screening.filter { facts.flag($0) == .yes }
    let open = Fact.screening.filter { facts.flag($0) == .unknown }
    if met.count >= 2 {
      for fact in met { requireAssessment("WP 248 rev.01", fact, "a screening criterion is met") }
      return
    }
    // Once an assessment is due for another reason, no criterion changes that.
    guard derivation.flags.dpiaRequired != .yes else { return }
    if met.count + open.count >= 2 {
      // Where nobody said whether there are personal data, that answer says which criteria are met.
      let isAsked = facts.flag(.personalData) == .unknown
      for fact in isAsked ? [] : open { leaveOpen(fact) }
      conclude(
        "WP 248 rev.01",
        open[0],
        "with two criteria an impact assessment is due, and open answers could bring them to two"
      )
      derivation.flags.dpiaRequired = .unknown
    } else if let only = met.first {
      conclude(
        "WP 248 rev.01",
        only,
        "one criterion is met: note in wp248.note why no impact assessment is due"
      )
    }
  }

  private mutating func requireAssessment(_ article: String, _ fact: Fact, _ text: String) {
    derivation.flags.dpiaRequired = .yes
    conclude(article, fact, "an impact assessment is due: \(text)")
  }
}
