// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import Survey
import Testing

@Suite("Establishments in the Union")
struct EstablishmentTests {
  private static let abroad = [
    "deployed_to": "[CH]", "output_used_in": "[CH]", "data_subjects_in": "[CH]",
    "personal_data": "true",
  ]

  @Test(arguments: [("[EU-DE]", true), ("[NO]", true), ("[CH]", false)])
  func `whoever is established in the Union is under the GDPR wherever the people are`(
    place: String,
    applies: Bool
  ) throws {
    let changes = Self.abroad.merging(["established_in": place, "role": "[provider]"]) { $1 }
    let declaration = try SampleDeclaration.harmless(changes).read()
    let rule = SampleRule(require: "system.under_gdpr == \(applies)")
    #expect(try rule.result(on: Dossier(system: .declared(declaration))).outcome == .passed)
    #expect(PackCondition.mayBeUnderGDPR(declaration.facts) == applies)
  }

  @Test(arguments: [("[deployer]", true), ("[provider]", false)])
  func `a deployer in the Union brings the packs of the AI Act`(role: String, applies: Bool) throws
  {
    let changes = Self.abroad.merging(["established_in": "[EU-DE]", "role": role]) { $1 }
    let facts = try SampleDeclaration.harmless(changes).read().facts
    #expect(PackCondition.isInUnion(facts) == applies)
  }

  @Test(arguments: [
    ("[NO]", "[NO]", true), ("[US]", "[IS]", true), ("[NO, EU-SE]", "[NO]", false),
    ("[EU-DE]", "[EU-DE]", false),
  ])
  func `a system for Norway alone is told why the AI Act is asked about, and what is open`(
    places: String,
    output: String,
    isTold: Bool
  ) throws {
    let facts = try SampleDeclaration.harmless([
      "deployed_to": places, "output_used_in": output, "personal_data": "true",
    ]).read().facts
    let derivation = Tiering.derive(from: facts, asOf: try #require(CalendarDate("2026-11-21")))
    #expect(derivation.tier == .minimal)
    let reasons = derivation.reasons
    #expect(reasons.contains { $0.article.contains("EEA Agreement Art. 7") } == isTold)
    #expect(reasons.contains { $0.article.contains("154/2018") } == isTold)
    #expect(derivation.questions.contains { $0.contains("incorporated") } == isTold)
  }

  @Test(arguments: [("[US]", RiskTier.excluded), ("[EU-DE]", .high), ("[US, EU-DE]", .high)])
  func `an authority in the Union is none of a third country`(
    place: String,
    tier: RiskTier
  ) throws {
    let facts = try SampleDeclaration.harmless([
      "annex_iii": "[4a]", "profiling": "true", "established_in": place,
      "eu_scope.excluded": "third_country_coop", "eu_scope.owner": "J. Roe",
      "eu_scope.rationale": "Treaty of 2024 on police work", "deployer.public_body": "true",
    ]).read().facts
    let derivation = Tiering.derive(from: facts, asOf: try #require(CalendarDate("2026-11-21")))
    #expect(derivation.tier == tier)
  }

  @Test(arguments: [("1e20", false), ("2e24", true)])
  func `who changes a model a little is not asked whether it is their own`(
    flop: String,
    isAsked: Bool
  ) throws {
    let facts = try SampleDeclaration.harmless([
      "generative.modalities": "[text]", "gpai.base": "big-model", "gpai.training_flops": "3e24",
      "gpai.modification_flops": flop,
    ]).read().facts
    let derivation = Tiering.derive(from: facts, asOf: try #require(CalendarDate("2026-11-21")))
    #expect(derivation.questions.contains { $0.contains("10^23") } == isAsked)
  }
}
