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
}
