// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Dutch government assessments")
struct DutchAssessmentTests {
  @Test func `the answers of a DPIA become statements, also those of repeated groups`() throws {
    let dpia = try CardFixture.artifact("nl-dpia/dpia.nl.json")
    #expect(dpia.kind == .dpia)
    #expect(dpia.format == "nl-dpia")
    #expect(dpia.formatVersion == "3.0")
    #expect(dpia.created?.date == CalendarDate(year: 2026, month: 9, day: 12))
    #expect(dpia.people == ["author A. Author <->"])
    #expect(
      dpia.said(.dpiaDescription) == [
        "substantive Pre-screening of loan applications.", "undecided Income",
      ]
    )
    // The form breaks off where the reason should stand.
    #expect(dpia.said(.dpiaNecessity) == ["undecided Proportionate because ..."])
    #expect(
      dpia.statements.first { $0.text == "Income" }?.source.place == "/answers/2.1/0/2.1.1@7:36"
    )
    #expect(dpia.issues.isEmpty)
  }

  @Test func `a signed DPIA is approved, and measures answer the risks that they name`() throws {
    let dpia = try CardFixture.artifact("nl-dpia/full.json")
    #expect(dpia.status == "approved")
    #expect(dpia.approvals.map(\.decision) == [.approved])
    #expect(dpia.approvals[0].party == "V. Verantwoordelijke")
    #expect(dpia.approvals[0].date?.date == CalendarDate(year: 2026, month: 9, day: 20))
    #expect(dpia.risks.map(\.name) == ["Onterechte weigering", "Datalek"])
    #expect(dpia.risks.map(\.severity) == ["hoog", nil])
    #expect(dpia.risks.map(\.residualLevel) == ["laag", nil])
    #expect(dpia.risks[0].mitigation == "Herbeoordeling door een mens")
    #expect(dpia.controls.map(\.responsible) == ["B. Beheerder"])
    #expect(dpia.said(.dpiaLegalBasis) == ["substantive Rechtsgrond wettelijke verplichting"])
    // A tick without a word and a cleared answer are no evidence.
    #expect(dpia.said(.dpiaAccess) == ["empty "])
    #expect(dpia.said(.dpiaInformation) == ["empty "])
    #expect(dpia.said(.dpiaDescription) == ["empty "])
    #expect(
      dpia.said(.dpiaResidualRisk) == [
        "substantive laag\nDe resterende risico's zijn aanvaardbaar."
      ]
    )
    #expect(dpia.issues.isEmpty)
  }

  @Test func `an IAMA is a fundamental-rights assessment`() throws {
    let fria = try CardFixture.artifact("nl-dpia/iama.json")
    #expect(fria.kind == .fria)
    #expect(fria.said(.friaProcesses) == ["substantive Te veel aanvragen.\nSneller beoordelen."])
    #expect(fria.said(.friaPeriod) == ["substantive Vanaf oktober 2026, twee jaar."])
    #expect(fria.said(.friaOversight) == ["placeholder TBD"])
    // Two words name harms and describe none.
    #expect(fria.said(.friaHarms) == ["undecided Uitsluiting\nDiscriminatie"])
  }

  @Test func `a pre-scan says that it is no assessment, and another version is doubted`() throws {
    let text = """
      {"metadata": {"urn": "urn:nl:prescan:9.1", "createdAt": "2026-09-12"},
       "answers": {"0.2": {"value": "Ranking of loan applications"}, "0.3": 7}}
      """
    let prescan = try CardFixture.artifact(of: text, at: "prescan.json")
    #expect(prescan.kind == .dpia)
    #expect(
      prescan.issueLines == ["unexpected-type:2", "unknown-format-version:1", "screening-only:1"]
    )
    #expect(prescan.said(.dpiaDescription) == ["substantive Ranking of loan applications"])
  }

  @Test func `an unknown form is not recognized`() {
    let text = #"{"metadata": {"urn": "urn:nl:other:1.0"}, "answers": {}}"#
    guard case .notRecognized = CardFixture.outcome(of: text, at: "dpia.json") else {
      Issue.record("a form of an unknown name was recognized")
      return
    }
  }
}
