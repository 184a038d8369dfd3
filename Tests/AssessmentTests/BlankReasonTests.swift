// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
import Testing

@Suite("What lowers a tier rests on something")
struct BlankReasonTests {
  private func tier(_ changes: [String: String]) throws -> TierDerivation {
    Tiering.derive(
      from: try SampleDeclaration.harmless(changes).read().facts,
      asOf: try #require(CalendarDate("2026-11-21"))
    )
  }

  private func carvedOut(_ reason: String) throws -> RiskTier {
    try tier([
      "annex_iii": "[5b]", "domain": "[credit]",
      "carveouts.5b_fraud_detection": "{value: true, reason: \"\(reason)\", owner: M. Keller}",
    ]).tier
  }

  @Test(arguments: ["N.A.", "none", "k. A.", "tbc", "pending", "reason", "Néant", "brak", "待定"])
  func `a reason that says nothing carves nothing out`(reason: String) throws {
    #expect(try carvedOut(reason) == .high)
  }

  @Test(arguments: ["Fraud only.", "Hub", "recorded in docs/note.md", "Nur Betrug"])
  func `a short reason is one`(reason: String) throws {
    #expect(try carvedOut(reason) == .minimal)
  }

  @Test func `an authority of the Union is none of a third country`() throws {
    let claim = [
      "annex_iii": "[4a]", "profiling": "true", "deployer.public_body": "true",
      "eu_scope.excluded": "third_country_coop", "eu_scope.owner": "J. Roe",
      "eu_scope.rationale": "Decided by the legal office in file 7.",
    ]
    let union = try tier(claim.merging(["established_in": "[EU-DE]"]) { $1 })
    #expect(union.tier == .high)
    #expect(union.questions.contains { $0.contains("established in the Union") })
  }

  @Test func `a deployer in the Union brings the Act along, by its own clause`() throws {
    let derivation = try tier([
      "role": "[deployer]", "established_in": "[EU-DE]", "deployed_to": "[US]",
      "output_used_in": "[US]", "annex_iii": "[4a]", "profiling": "true",
    ])
    #expect(derivation.tier == .high)
    #expect(derivation.reasons.contains { $0.article == "AI Act Art. 2(1)(b)" })
  }
}
