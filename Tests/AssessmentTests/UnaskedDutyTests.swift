// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RulePacks
import Survey
import Testing

@Suite("Duties that no selected rule asks for")
struct UnaskedDutyTests {
  /// The articles of the record of unasked duties, judged after every day of application.
  private func unasked(
    _ changes: [String: String],
    rule: SampleRule = SampleRule()
  ) throws -> [String] {
    let declaration = try SampleDeclaration.harmless(changes).read()
    let results = try rule.results(
      on: Dossier(system: .declared(declaration)),
      asOf: "2029-01-01",
      policy: PolicyFacts(unaskedDuties: .fail)
    )
    let record = results.first { $0.rule == UnaskedDuties.rule }
    #expect(record.map(\.outcome) ?? .undecided == .undecided)
    return record?.controls.map(\.id) ?? []
  }

  @Test func `a harmless system has none`() throws {
    #expect(try unasked([:]) == [])
  }

  private static let provider = [
    "Art. 9", "Art. 10", "Art. 11", "Art. 12", "Art. 13", "Art. 14", "Art. 15",
  ]

  @Test(arguments: [
    ("[provider]", provider), ("[deployer]", ["Art. 26"]), ("unknown", provider + ["Art. 26"]),
    ("[]", provider + ["Art. 26"]),
  ])
  func `high risk brings duties by role, and who names no role has those of provider and deployer`(
    role: String,
    articles: [String]
  ) throws {
    #expect(try unasked(["annex_iii": "[2]", "role": role]) == articles)
  }

  @Test(arguments: [
    ("practices.manipulation", "true", ["Art. 5"]), ("annex_iii", "unknown", ["Art. 6"]),
    ("deployed_to", "unknown", ["Art. 6"]),
  ])
  func `a tier that forbids, is open or is claimed brings the article that says so`(
    fact: String,
    answer: String,
    articles: [String]
  ) throws {
    #expect(try unasked([fact: answer]) == articles)
  }

  @Test func `a rule that cites the article or a part of it asks for it`() throws {
    let rule = SampleRule(more: ["controls: [{scheme: ai_act, id: Art. 5(1)(a)}]"])
    #expect(try unasked(["practices.manipulation": "true"], rule: rule) == [])
  }

  @Test
  func `an open answer brings the paragraph of Article 50 as a yes does, also in an open group`()
    throws
  {
    let biometric = [
      "biometric.face", "biometric.identification", "biometric.remote_identification",
      "biometric.verification_only", "biometric.categorisation",
    ]
    let open = Dictionary(uniqueKeysWithValues: biometric.map { ($0, "unknown") })
    #expect(try unasked(open).contains("Art. 50(3)"))
    #expect(try unasked(["biometric.categorisation": "true"]).contains("Art. 50(3)"))
    #expect(try unasked(["generative.deepfake": "unknown"]) == ["Art. 50(4)"])
  }
}
