// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("People and status of Markdown documents")
struct PartyAndStatusTests {
  @Test func `the status of something that a section lists is not that of the document`() throws {
    let card = try Reader.artifact(
      """
      # Model card: m

      ## Limitations

      1. **Dialects**: only one is covered
         - Status: uses the main dialect

      ## Related

      **Status**: production
      """,
      at: "MODEL_CARD.md"
    )
    #expect(card.status == "production")
    let draft = try Reader.artifact(
      "# DPIA: app\n\n## Purposes\n\nScoring.\n\n- **Status:** Draft for internal review\n",
      at: "DPIA.md"
    )
    #expect(draft.status == "Draft for internal review")
  }

  @Test func `an address that is among the data kept, or a sentence, names nobody`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      ## 2. Necessity

      - **Email:** Needed to log in without a password
      - **Usage:** Counts only

      ## 5. Consultation

      **DPO:** This assessment was sent to the officer of the town and was accepted

      ## Contact

      - **Email:** privacy@example.org
      """,
      at: "DPIA.md"
    )
    #expect(assessment.people == ["contact - <privacy@example.org>"])
  }

  @Test func `a way to get in touch is a contact without a name`() throws {
    let sheet = try Reader.artifact(
      """
      # Datasheet for loans

      ## 7. Maintenance

      **Who is supporting/hosting/maintaining the dataset?**
      Ada Example (primary maintainer). The repository is on a public host.

      **How can the owner/curator/manager of the dataset be contacted?**
      Via issues of this repository.
      """,
      at: "DATASHEET.md"
    )
    #expect(
      sheet.people == [
        "steward Ada Example (primary maintainer) <->",
        "contact - <Via issues of this repository.>",
      ]
    )
  }

  @Test func `what puts an approval off, or names nobody, is none`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      **Approved by:** Pending
      **Measures approved by:** No
      **Residual risks approved by:** not yet
      **Signed off by:** awaiting review of the officer
      **Approver:** Head of Risk (pending)
      **Accepted by:** Yes
      **Same as 'Approved by':** Yes
      **Signed by:** rejected
      **Approved by:** Ada Example, 2026-02-03
      """,
      at: "DPIA.md"
    )
    #expect(
      assessment.approvals.map { "\($0.decision) \($0.party ?? "-")" } == [
        "pending -", "pending -", "pending -", "pending -", "pending Head of Risk", "pending -",
        "refused -", "approved Ada Example",
      ]
    )
  }

  @Test(arguments: [
    ("This dataset is released under the MIT licence. Use it well.", "MIT"),
    ("Released under a Creative Commons Zero (CC-0) licence", "Creative Commons Zero (CC-0)"),
    ("Apache-2.0", "Apache-2.0"),
    (
      "GOVERNING TERMS: Use of this model is governed by the Open Model License.",
      "Open Model License"
    ),
    (
      "This may be used under conditions that follow",
      "This may be used under conditions that follow"
    ),
  ])
  func `the license is what a sentence names`(text: String, name: String) throws {
    let card = try Reader.artifact(
      "# Model card: m\n\n## License\n\n\(text)\n",
      at: "MODEL_CARD.md"
    )
    #expect(card.models.first?.licenses == [name])
  }

  @Test func `a line may hold several facts, and a cadence is no date`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      **Document version**: 1.0 | **Date**: 20 January 2026 | **Author**: Ada Example
      **Updated**: weekly

      ## Risks | measures
      """,
      at: "DPIA.md"
    )
    #expect(assessment.created?.date?.description == "2026-01-20")
    #expect(assessment.people == ["author Ada Example <->"])
    #expect(assessment.modified == nil)
    #expect(assessment.issues.isEmpty)
  }

  @Test func `what an assessment finds is no measure`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      ## Risk assessment and mitigation

      **Key risks**: unauthorised access

      - **Host in the country**: negligible risk
      - **Encryption**: all disks
      - **Overall conclusion**: acceptable
      """,
      at: "DPIA.md"
    )
    #expect(assessment.controls.map(\.title) == ["Encryption"])
  }

  @Test(arguments: [
    "A designar pelo controlador antes da operação com vários usuários",
    "To be appointed by the board before the first release",
    "Wird noch benannt durch die Geschäftsführung", "Ada Byron — [SIGNATURE / DATE]", "[Datum]",
  ])
  func `who is yet to be named is nobody`(name: String) throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: claims triage

      ## Purposes

      Claims of up to 5,000 euro are sorted before a clerk decides on them.

      - **DPO:** \(name)
      """,
      at: "DPIA.md"
    )
    #expect(artifact.people == [])
  }

  @Test func `the head of a table of contacts names nobody`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: triage

      ## Purposes

      Claims are sorted by value before a clerk decides on them.

      - **Contacts:** names and numbers that the person wrote down

      ## Contact

      | Channel | Address |
      |---|---|
      | Mail | privacy@example.org |
      """,
      at: "DPIA.md"
    )
    #expect(artifact.people == ["contact Mail <privacy@example.org>"])
  }
}
