// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Assessments of the CNIL PIA software")
struct CNILAssessmentTests {
  @Test func `an export of the front end gives decision, advice, consultation and risks`() throws {
    let dpia = try CardFixture.artifact("cnil-pia/pia.json")
    #expect(dpia.kind == .dpia)
    #expect(dpia.format == "cnil-pia")
    #expect(dpia.title == "Loan pre-screening")
    #expect(dpia.status == "approved")
    #expect(dpia.created?.date == CalendarDate(year: 2026, month: 8, day: 1))
    #expect(dpia.modified?.date == CalendarDate(year: 2026, month: 9, day: 12))
    #expect(
      dpia.people == [
        "author A. Author <->", "evaluator E. Evaluator <->", "approver V. Validator <->",
        "dpo D. Officer <->", "dataSubjectRep Customer panel <->",
      ]
    )
    #expect(dpia.approvals.map(\.decision) == [.approved, .approved])
    #expect(dpia.approvals.map(\.party) == ["V. Validator", "D. Officer"])
    #expect(dpia.approvals.map(\.role) == ["validator", "dpo"])
    #expect(dpia.approvals[0].evidence == "signed validation")
    #expect(dpia.said(.dpiaDescription) == ["substantive Ranking of loan applications."])
    #expect(dpia.said(.dpiaDPOAdvice) == ["substantive Acceptable with the action plan."])
    #expect(dpia.said(.dpiaConsultation) == ["substantive No objection."])
    #expect(dpia.said(.dpiaMeasures) == ["undecided Encryption"])
    #expect(dpia.said(.dpiaResidualRisk) == ["substantive severity 3 of 4\nlikelihood 1 of 4"])
    let place = dpia.statements.first { $0.topic == .dpiaDescription }?.source.place
    #expect(place == "/answers/0/data/text@7:67")
    #expect(dpia.issues.isEmpty)
  }

  @Test
  func `gauges are severity and likelihood, and those of the evaluation are residual`() throws {
    let dpia = try CardFixture.artifact("cnil-pia/pia.json")
    let risk = try #require(dpia.risks.first)
    #expect(dpia.risks.count == 1)
    #expect(risk.name == "illegitimate access to data")
    #expect([risk.severity, risk.likelihood] == ["3", "2"])
    #expect([risk.residualSeverity, risk.residualLikelihood] == ["3", "1"])
    #expect(risk.scale == "CNIL 0-4")
    #expect(risk.status == "improvable")
    #expect(
      dpia.controls.map(\.title) == [
        "Encryption", "action plan for illegitimate access to data",
      ]
    )
    #expect(dpia.controls[1].description == "Add access review")
    #expect(dpia.controls[1].responsible == "S. Owner")
    #expect(dpia.controls[1].due?.date == CalendarDate(year: 2026, month: 12, day: 1))
  }

  @Test
  func `a list of the back end gives one assessment each, and examples and archives are named`()
    throws
  {
    let dpias = try CardFixture.artifacts("cnil-pia/back-end.json")
    #expect(dpias.map(\.title) == ["Refused", "Archived"])
    #expect(dpias.map(\.status) == ["refused", "archived"])
    let refused = dpias[0]
    #expect(refused.approvals.map(\.decision) == [.refused, .refused])
    #expect(refused.approvals[0].conditions == "Incomplete & unsigned")
    #expect(refused.said(.dpiaConsultation) == ["substantive The panel has not met yet."])
    #expect(refused.said(.dpiaMinimisation) == ["substantive Income\nAge"])
    // The same answer says too little of what Art. 35(7)(b) wants described.
    #expect(refused.said(.dpiaNecessity) == ["undecided Income\nAge"])
    #expect(refused.said(.dpiaRetention) == ["empty "])
    #expect(refused.risks[0].description == "Refusal of credit; Shame")
    #expect(refused.risks[0].severity == nil)
    #expect(refused.controls[0].title == "action plan for storage duration")
    #expect(refused.controls[0].status == "to be fixed")
    #expect(refused.issueLines == ["example-assessment:2", "unknown-value:11"])
    #expect(dpias[1].approvals.isEmpty)
    #expect(dpias[1].issueLines == ["archived-assessment:17"])
  }
}
