// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import Survey
import Testing

/// Two answers that cannot both be right, and what counts then.
struct ContradictionCase: CustomTestStringConvertible, Sendable {
  let name: String
  let changes: [String: String]
  /// The facts of the finding.
  let facts: [Fact]
  var tier: RiskTier = .minimal
  var systemName = "Sample"

  var testDescription: String { name }

  func derivation() throws -> TierDerivation {
    Tiering.derive(
      from: try SampleDeclaration.harmless(changes).read().facts,
      name: systemName,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
  }

  static let all = [
    ContradictionCase(
      name: "remote identification and an empty Annex III",
      changes: ["biometric.remote_identification": "post"],
      facts: [.annexIII, .biometricRemoteIdentification],
      tier: .high
    ),
    ContradictionCase(
      name: "a domain of employment and an empty Annex III",
      changes: ["domain": "[employment]", "natural_persons_affected": "true"],
      facts: [.annexIII, .domain],
      tier: .high
    ),
    ContradictionCase(
      name: "a name that says hiring and an empty Annex III",
      changes: [:],
      facts: [.annexIII],
      tier: .high,
      systemName: "CV ranking for applicants"
    ),
    ContradictionCase(
      name: "a name that says credit scoring and an empty Annex III",
      changes: [:],
      facts: [.annexIII],
      tier: .high,
      systemName: "credit-scoring"
    ),
    ContradictionCase(
      name: "profiling without personal data",
      changes: ["profiling": "true"],
      facts: [.personalData, .profiling]
    ),
    ContradictionCase(
      name: "special categories without personal data",
      changes: ["special_categories": "[health]"],
      facts: [.personalData, .specialCategories]
    ),
    ContradictionCase(
      name: "an automated decision with effect that is no criterion",
      changes: [
        "personal_data": "true", "adm.automation": "solely",
        "adm.legal_or_similar_effect": "true", "natural_persons_affected": "true",
      ],
      facts: [.wp248W2, .admAutomation]
    ),
    ContradictionCase(
      name: "an automated decision with effect on nobody",
      changes: ["adm.automation": "solely", "adm.legal_or_similar_effect": "true"],
      facts: [.naturalPersonsAffected, .admLegalOrSimilarEffect]
    ),
    ContradictionCase(
      name: "scoring without profiling",
      changes: ["personal_data": "true", "wp248.w1": "true"],
      facts: [.profiling, .wp248W1]
    ),
    ContradictionCase(
      name: "a designated model that is none",
      changes: ["gpai.designated_systemic": "true"],
      facts: [.gpaiIsModel, .gpaiDesignatedSystemic]
    ),
    ContradictionCase(
      name: "a deep fake that nothing generates",
      changes: ["generative.deepfake": "true"],
      facts: [.generativeModalities, .generativeDeepfake],
      tier: .limited
    ),
  ]
}

@Suite("Contradictions in declarations")
struct ContradictionTests {
  @Test(arguments: ContradictionCase.all)
  func `a pair is a finding, and the stricter answer decides the tier`(
    _ example: ContradictionCase
  ) throws {
    let derivation = try example.derivation()
    #expect(derivation.contradictions.map(\.facts).contains(example.facts))
    #expect(derivation.tier == example.tier)
    #expect(derivation.reasons.contains { $0.text.hasPrefix("contradiction: ") })
  }

  @Test func `answers that agree are no finding`() throws {
    let example = ContradictionCase(name: "harmless", changes: [:], facts: [])
    #expect(try example.derivation().contradictions == [])
  }

  @Test func `a use that the name tells is ruled out by reason and owner`() throws {
    let example = ContradictionCase(
      name: "ruled out",
      changes: ["annex_iii": justified("[]")],
      facts: [],
      systemName: "Hiring statistics"
    )
    #expect(try example.derivation().contradictions == [])
    #expect(try example.derivation().tier == .minimal)
  }
}
