// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Forms that nobody has signed")
struct UnsignedFormTests {
  private static let advice = [
    "The assessment was reviewed and its risks are acceptable.\n\n| | |\n|---|---|\n| Name | |\n| Date | |\n| Signature | ______ |",
    "The officer advised to store less.\n\n- **Name:** ______\n- **Date:** ______\n- **Signature:** ______",
    "Der DSB hat die Bewertung geprüft.\n\n| Name | |\n|---|---|\n| Datum | |\n| Unterschrift | |",
    "Il DPO è stato consultato.\n\n- **Parere**: ____\n- **Data**: ____\n- **Firma**: ____",
    "Le délégué a été consulté.\n\nNom : ______ | Date : ______ | Signature : ______",
    "The officer was consulted.\n\n| Name | Date | Signature |\n|---|---|---|\n| | | |",
    "The officer advised to store less.\n\n- Name: Ada Byron\n- Date: 2026-03-01\n- Signature: ______",
  ]

  @Test(arguments: advice)
  func `an opinion above an empty form was given by nobody`(text: String) throws {
    let assessment = try Reader.artifact("# DPIA\n\n## DPO advice\n\n\(text)\n", at: "DPIA.md")
    let advice = assessment.statements.filter { $0.topic == .dpiaDPOAdvice }
    #expect(!advice.isEmpty)
    #expect(advice.allSatisfy { $0.state != .substantive })
  }

  @Test(arguments: [
    "The officer advised to store less.\n\n- Name: Ada Byron\n- Date: 2026-03-01",
    "The officer advised to store less.\n\n| Name | Date | Signature |\n|---|---|---|\n| Ada Byron | 2026-03-01 | A. Byron |",
    "The officer advised to store less, and to drop the name of the street.",
  ])
  func `an opinion in a form that is filled in is advice`(text: String) throws {
    let assessment = try Reader.artifact("# DPIA\n\n## DPO advice\n\n\(text)\n", at: "DPIA.md")
    #expect(assessment.statement(.dpiaDPOAdvice)?.state == .substantive)
  }

  @Test
  func `a form in a table without name, day and signature approves nothing`() throws {
    let text = """
      # DPIA

      **Status:** approved

      ## Approval

      ### Management

      The processing may start.

      | | |
      |---|---|
      | Name | |
      | Date | |
      | Signature | ______ |
      """
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.approvals.map(\.decision) == [.pending])
    #expect(assessment.decision == .contradictory)
    let signed = text.replacing("| Name | |", with: "| Name | Ada Byron |")
      .replacing("| Date | |", with: "| Date | 2026-03-01 |")
      .replacing("______", with: "A. Byron")
    #expect(try Reader.artifact(signed, at: "DPIA.md").decision == .approved)
  }

  @Test
  func `who approves without a day above an empty line for the signature has not signed`() throws {
    let text = """
      # DPIA

      | Document | Loans |
      |---|---|
      | Approved by | Ada Byron, Loans Ltd |

      ## Annex

      **Signature of the management**: ______ | **Date**: 1 March 2026
      """
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.approvals.map(\.decision) == [.pending])
    let signed = try Reader.artifact(text.replacing("______", with: "A. Byron"), at: "DPIA.md")
    #expect(signed.approvals.map(\.decision) == [.approved])
  }
}
