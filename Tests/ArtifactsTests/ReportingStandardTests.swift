// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite("Cards of the Algorithm Reporting Standard")
struct ReportingStandardTests {
  @Test func `labels of a metric are its slice, and the texts of values are numbers`() throws {
    let card = try CardFixture.artifact("ars/model_card.yaml")
    #expect(card.kind == .modelCard)
    #expect(card.format == "ars-model-card")
    #expect(card.models.map(\.name) == ["loan-default-clf"])
    #expect(card.models[0].licenses == ["Apache-2.0"])
    #expect(card.models[0].task == "tabular-classification")
    #expect(card.models[0].repository == "https://git.example.org/credit/loan-default")
    #expect(card.people == ["owner Example Bank <->"])
    #expect(card.numbers == ["accuracy[sex=F] 0.871 unknown"])
    #expect(card.measurements[0].dataset == "Loans 2025")
    #expect(card.measurements[0].split == "test")
    #expect(card.datasets.map(\.version) == ["2025.2"])
    #expect(card.measurements[0].source.place == "/model_index/0/results/0/metrics/0@19:13")
    #expect(card.issues.isEmpty)
  }

  @Test
  func `several labels are an intersection, and the other spelling of the index is read too`()
    throws
  {
    let text = """
      license: {license_name: MIT}
      model-index:
        - name: a
          results:
            - task: {type: t}
              dataset: {type: d}
              metrics:
                - type: accuracy
                  value: 87.1%
                  labels:
                    - {name: sex, value: F}
                    - {name: age, value: "<40"}
                    - {name: split, type: metadata, value: training}
      """
    let card = try CardFixture.artifact(of: text, at: "model_card.yaml")
    #expect(card.numbers == ["accuracy[age=<40,sex=F] 87.1 percent"])
    #expect(card.measurements[0].split == "training")
    #expect(card.models[0].task == "t")
  }

  @Test func `an include is refused, with its place, and not followed`() throws {
    let bytes = try CardFixture.bytes("ars/system_card.yaml")
    let outcome = ArtifactReader().read(SourceFile(path: "system_card.yaml", bytes: bytes))
    guard case .fault(let fault) = outcome else {
      Issue.record("a file with !include was read: \(outcome)")
      return
    }
    #expect(fault.message.contains("!include"))
    #expect(fault.location?.position?.line == 17)
  }

  @Test func `a system card is read for its models, and says so`() throws {
    let text = """
      schema_version: 0.1a14
      name: Loan pre-screening
      owners: [{organization: Example Bank, name: A. Owner, email: risk@example.org}, {name: ""}]
      description: Ranks loan applications.
      ai_act_profile: {type: AI-systeem, risk_group: hoog-risico AI}
      measures:
        - {urn: "urn:nl:ak:mtr:dat-01", state: done, value: Postcode removed,
           responsible_persons: [{name: R. Esponsible}], reviewer_persons: [{name: R. Eviewer}]}
      status: production
      human_intervention: Every refusal is decided by a loan officer.
      models:
        - license: {license_name: MIT}
          model_index: [{name: m, results: [{metrics: [{type: f1, value: "0.5"}]}]}]
      assessments: [{name: IAMA}]
      """
    let card = try CardFixture.artifact(of: text, at: "system_card.yaml")
    #expect(card.format == "ars-system-card")
    #expect(card.kind == .modelCard)
    #expect(card.status == "production")
    #expect(card.people == ["owner A. Owner <risk@example.org>", "evaluator R. Eviewer <->"])
    #expect(card.said(.oversight) == ["substantive Every refusal is decided by a loan officer."])
    #expect(card.risks.map(\.level) == ["hoog-risico AI"])
    #expect(card.controls.map(\.responsible) == ["R. Esponsible"])
    #expect(card.numbers == ["f1[] 0.5 unknown"])
    #expect(card.issueLines == ["read-as-model-card:1", "nested-assessment:14"])
  }

  @Test func `an assessment card is a FRIA or a DPIA by its name`() throws {
    let card = try CardFixture.artifact("ars/assessments/iama.yaml")
    #expect(card.kind == .fria)
    #expect(card.format == "ars-assessment-card")
    #expect(card.created?.date == CalendarDate(year: 2026, month: 9, day: 12))
    #expect(
      card.said(.friaProcesses) == ["substantive Ranking of applications for manual review."]
    )
    #expect(card.people == ["author A. Owner <->"])
    let text = """
      name: DPIA
      date: "2026-09-12"
      contents:
        - {question: What is the legal basis?, answer: TODO}
        - {question: Which residual risks remain?, answer: [Low, Medium]}
        - {question: Anything else?, answer: No}
      """
    let dpia = try CardFixture.artifact(of: text, at: "dpia.yaml")
    #expect(dpia.kind == .dpia)
    #expect(dpia.said(.dpiaLegalBasis) == ["placeholder TODO"])
    #expect(dpia.said(.dpiaResidualRisk) == ["substantive Low\nMedium"])
    #expect(dpia.statements.count == 2)
  }

  @Test func `an assessment of another kind is not recognized`() {
    let text = """
      name: ALTAI
      date: "2026-09-12"
      contents: [{question: What?, answer: That}]
      """
    guard case .notRecognized = CardFixture.outcome(of: text, at: "assessments/altai.yaml") else {
      Issue.record("an ALTAI was recognized")
      return
    }
  }
}
