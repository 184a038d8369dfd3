// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Bills of materials with machine-learning models")
struct BillOfMaterialsTests {
  @Test func `a CycloneDX card is read with its referenced data and its signatory`() throws {
    let card = try CardFixture.artifact("cyclonedx/aibom.cdx.json")
    #expect(card.kind == .modelCard)
    #expect(card.format == "cyclonedx-mlbom")
    #expect(card.formatVersion == "1.6")
    #expect(card.models.map(\.name) == ["loan-default-clf"])
    #expect(card.models[0].version == "1.4.0")
    #expect(card.models[0].licenses == ["Apache-2.0"])
    #expect(card.models[0].task == "classification")
    #expect(card.datasets.map(\.name) == ["loans-2025/train", "loans-2025/test"])
    #expect(card.datasets.map(\.version) == ["2025.2", nil])
    #expect(card.datasets[1].sensitiveAttributes == ["sex", "age"])
    #expect(
      card.people == [
        "author Credit Risk Team <credit-risk@example.org>", "owner Data Office <data@example.org>",
      ]
    )
    #expect(card.numbers == ["accuracy[sex=F] 0.871 unknown"])
    #expect(card.measurements[0].uncertainty == Uncertainty(lower: 0.861, upper: 0.881))
    #expect(card.said(.limitations) == ["substantive Not validated for applicants under 21"])
    #expect(card.risks.map(\.affectedGroup) == [nil, "Applicants aged 18-25"])
    let approval = try #require(card.approvals.first)
    #expect(approval.decision == .approved)
    #expect(approval.party == "A. Reviewer")
    #expect(approval.role == "Model risk officer")
    #expect(approval.evidence == "https://sign.example.org/77")
    #expect(
      card.measurements[0].source.pointer
        == "/metadata/component/modelCard/quantitativeAnalysis/performanceMetrics/0"
    )
    #expect(card.issues.isEmpty)
  }

  @Test
  func `each nested model is a card of its own, and a dangling reference is an issue`() throws {
    let text = """
      {"bomFormat": "CycloneDX", "specVersion": "2.0", "components": [
        {"type": "library", "name": "numpy", "components": [
          {"type": "machine-learning-model", "group": "acme", "name": "a", "modelCard": {
            "modelParameters": {"datasets": [{"ref": "nowhere"}]}, "considerations": {}}}]},
        {"type": "machine-learning-model", "name": "b"}],
       "declarations": {"affirmation": {"signatories": [{"name": "Later", "role": "owner"}]}}}
      """
    guard case .recognized(let cards, _) = CardFixture.outcome(of: text, at: "aibom.json") else {
      Issue.record("the bill was not recognized")
      return
    }
    #expect(cards.map { $0.models[0].name } == ["acme/a", "b"])
    #expect(cards.map(\.source.pointer) == ["/components/0/components/0", "/components/1"])
    #expect(cards[0].issueLines == ["unknown-format-version:1", "unresolved-reference:4"])
    #expect(cards[1].statements.isEmpty)
    #expect(cards[1].approvals.map(\.decision) == [.pending])
  }

  @Test func `a bill without a model is no card`() {
    let text = #"""
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "x"}]}
      """#
    guard case .notRecognized = CardFixture.outcome(of: text, at: "bom.json") else {
      Issue.record("a bill of libraries was recognized")
      return
    }
  }

  @Test func `an SPDX AI package is a card, and relations give its data and licenses`() throws {
    let card = try CardFixture.artifact("spdx/ai.spdx3.json")
    #expect(card.kind == .modelCard)
    #expect(card.format == "spdx-ai")
    #expect(card.models[0].version == "1.4.0")
    #expect(card.created?.date == CalendarDate(year: 2026, month: 10, day: 1))
    #expect(card.numbers == ["accuracy[] 0.884 unknown"])
    #expect(card.said(.limitations) == ["substantive Not validated for applicants under 21."])
    #expect(card.said(.personalData) == ["substantive sensitive personal information: yes"])
    #expect(card.risks.map(\.level) == ["high"])
    #expect(card.datasets.map(\.id) == ["https://example.org/spdx/data"])
    #expect(card.datasets.map(\.role) == [.training])
    #expect(card.people == ["provider https://example.org/spdx/org <->"])
    #expect(card.measurements[0].source.place == "/@graph/0/ai_metric/0@9:20")
  }

  @Test func `a decision threshold of SPDX belongs to the metric of its key`() throws {
    let text = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "ai_AIPackage", "spdxId": "m", "name": "m",
         "ai_metric": [{"key": "accuracy", "value": "0.9"}, {"key": "recall", "value": "0.8"}],
         "ai_metricDecisionThreshold": [{"key": "recall", "value": "0.35"}, {"key": 3},
           {"key": "accuracy", "value": "high"}]}]}
      """#
    let card = try CardFixture.artifact(of: text, at: "model.spdx.json")
    #expect(card.formatVersion == "3.0.1")
    #expect(card.measurements.map(\.decisionThreshold) == [nil, 0.35])
    #expect(card.issueLines == ["unreadable-number:5"])
  }

  @Test func `a dataset package without a model is a datasheet`() throws {
    let text = """
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "CreationInfo", "specVersion": "3.0.1"},
        {"type": "dataset_DatasetPackage", "spdxId": "d", "name": "loans", "originatedBy": ["p"],
         "dataset_knownBias": ["Few young applicants", "Few rural ones"],
         "dataset_hasSensitivePersonalInformation": "no"},
        {"type": "Person", "spdxId": "p", "name": "P. Erson", "externalIdentifier": [
          {"externalIdentifierType": "email", "identifier": "p@example.org"}]},
        {"type": "Relationship", "from": "d", "relationshipType": "hasDeclaredLicense", "to": ["l"]},
        {"spdxId": "l", "type": "x", "simplelicensing_licenseExpression": "CC0-1.0"}]}
      """
    let sheet = try CardFixture.artifact(of: text, at: "data.spdx.json")
    #expect(sheet.kind == .datasheet)
    #expect(sheet.formatVersion == "3.0.1")
    #expect(sheet.datasets[0].licenses == ["CC0-1.0"])
    #expect(sheet.datasets[0].personalData == .no)
    #expect(sheet.people == ["developer P. Erson <p@example.org>"])
    #expect(sheet.statements[0].items == ["Few young applicants", "Few rural ones"])
  }
}
