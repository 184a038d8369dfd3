// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Header facts of Markdown documents")
struct HeaderTests {
  private func dpia(_ header: String) throws -> Artifact {
    try Reader.artifact(
      "# DPIA: loans\n\n\(header)\n\n## Risks\n\nUnfair refusal.\n",
      at: "DPIA.md"
    )
  }

  @Test(arguments: [
    ("2026-09-12", "2026-09-12"), ("2026/09/12", "2026-09-12"),
    ("2026-09-12T10:00:00Z", "2026-09-12"), ("12 September 2026", "2026-09-12"),
    ("September 12, 2026", "2026-09-12"), ("Sep 1st, 2026", "2026-09-01"),
    ("approved on 2026-09-12 (v2)", "2026-09-12"), ("28/08/2020", "2020-08-28"),
    ("08/28/2020", "2020-08-28"), ("05.05.2025", "2025-05-05"),
  ])
  func `a day is read where only one reading is possible`(text: String, day: String) throws {
    let artifact = try dpia("**Date:** \(text)")
    #expect(artifact.created?.raw == text)
    #expect(artifact.created?.date?.description == day)
    #expect(artifact.issues.isEmpty)
  }

  @Test(arguments: [
    ("12/10/2025", "ambiguous-date"), ("03-04-2026", "ambiguous-date"),
    ("31/31/2025", "unreadable-date"), ("2026-02-30", "unreadable-date"),
    ("next spring", "unreadable-date"), ("99999999999/1/1", "unreadable-date"),
  ])
  func `an ambiguous or unreadable date stays a text, with an issue`(
    text: String,
    code: String
  ) throws {
    let artifact = try dpia("**Date:** \(text)")
    #expect(artifact.created?.raw == text)
    #expect(artifact.created?.date == nil)
    #expect(artifact.issues.map(\.code) == [code])
    #expect(artifact.issues.first?.source.position.line == 3)
  }

  @Test func `header facts come as lines, bullets or tables; filler is none`() throws {
    let forms = [
      "**Status:** draft\n**Controller:** Bank\n**Last updated:** 2026-01-02\n**DPO:** TBD",
      "- **Status:** draft\n- **Controller:** Bank\n- **Last updated:** 2026-01-02",
      "Status: draft\nController: Bank\nLast updated: 2026-01-02",
      "| Field | Value |\n|---|---|\n| Status | draft |\n| Controller | Bank |\n| Last updated | 2026-01-02 |",
    ]
    for form in forms {
      let artifact = try dpia(form)
      #expect(artifact.status == "draft")
      #expect(artifact.parties.map(\.name) == ["Bank"])
      #expect(artifact.modified?.date == CalendarDate("2026-01-02"))
    }
  }

  @Test(arguments: [
    "_(operator to complete)_", "[Name of the reviewer - to be assigned]",
    "sign-off before the pilot",
    "XX", "____________ Date: ____", "**\\_\\_\\_\\_**", "[TBD on release], Example University",
  ])
  func `a blank, or what somebody has yet to do, names nobody`(text: String) throws {
    let artifact = try dpia("**Reviewer:** \(text)\n\n**DPO:** \(text)")
    #expect(artifact.parties.isEmpty)
    let known = try dpia("**Reviewer:** XX (privacy@example.org)")
    #expect(known.parties.map(\.name) == [nil])
    #expect(known.parties.map(\.contact) == ["privacy@example.org"])
  }

  @Test
  func `a license that is still open is none, and a sentence about versions is no version`() throws
  {
    func model(_ facts: String) throws -> ModelRecord? {
      try Reader.artifact(
        "# Model card: m\n\n## Model details\n\n\(facts)\n",
        at: "MODEL_CARD.md"
      ).models.first
    }
    #expect(try model("- **License:** [TBD after review], see the notes")?.licenses == [])
    #expect(try model("- **License:** MIT (see the file LICENSE).")?.licenses == ["MIT"])
    #expect(try model("- **Version:** kept in the registry of runs")?.version == nil)
    #expect(try model("- **Version:** This is version 1.2 of it.")?.version == "1.2")
    #expect(
      try model("- **Version:** 2.0 as of the last release")?.version
        == "2.0 as of the last release"
    )
  }

  @Test func `a label and its fact may both be bold, and a remark stays with the name`() throws {
    let artifact = try dpia("**Status: draft, v1**\n\n**Assessor:** A. B. (maintainer)")
    #expect(artifact.status == "draft, v1")
    #expect(artifact.parties.map(\.name) == ["A. B. (maintainer)"])
  }

  @Test func `facts about a dataset or a risk are not those of the document`() throws {
    let card = try Reader.artifact(
      """
      # Model card: m

      ## Training data

      - **Version:** 7
      - **License:** CC BY 4.0
      - **Dataset:** loans

      ## Model details

      - **Version:** v2.1 (October 1, 2026)
      - **License:** MIT
      - **Model type:** gradient boosting
      - **Repository:** https://example.org/m
      - **SHA-256:** \(String(repeating: "AB", count: 32))
      """,
      at: "MODEL_CARD.md"
    )
    let model = try #require(card.models.first)
    #expect(model.version == "v2.1")
    #expect(model.versionDate?.date == CalendarDate("2026-10-01"))
    #expect(model.licenses == ["MIT"])
    #expect(model.type == "gradient boosting")
    #expect(model.repository == "https://example.org/m")
    #expect(model.sha256 == String(repeating: "ab", count: 32))
    #expect(card.datasets.map(\.name) == ["loans"])
    #expect(card.datasets.map(\.role) == [.training])
  }

  @Test(arguments: [
    ("Model Card: loan-scorer", "loan-scorer"), ("Model Card for Loan Scorer", "Loan Scorer"),
    ("Credit-Scorer Overview", "Credit-Scorer"), ("Loan scorer — Model Card", "Loan scorer"),
    ("MODEL CARD", nil),
    ("MODEL_CARD.md", nil), ("Model details", nil),
    ("Loan scorer", "Loan scorer"), ("Modellkarte: loan-scorer", "loan-scorer"),
    ("Modellkarte für Loan Scorer", "Loan Scorer"),
    ("Fiche de modèle – loan-scorer", "loan-scorer"),
    ("Scheda del modello: loan-scorer", "loan-scorer"),
  ])
  func `the name of the model is what a title adds to its kind`(title: String, name: String?) throws
  {
    let text = "# \(title)\n\n## Limitations\n\nNone known.\n"
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    #expect(card.models.map(\.name) == [name])
    #expect(card.title == title)
  }

  @Test func `a signature with a date of two readings is a signature`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: scoring

      ## Sign-off

      | Name | Role | Date |
      |---|---|---|
      | A. Owner | Controller | 12/10/2025 |
      | B. Owner | Controller | |
      """,
      at: "DPIA.md"
    )
    #expect(artifact.approvals.map(\.decision) == [.approved, .pending])
    #expect(artifact.approvals.map(\.date?.date) == [nil, nil])
    #expect(artifact.issues.map(\.code) == ["ambiguous-date"])
  }

  @Test(arguments: [
    ("credit-scorer 2.3.0", "credit-scorer", "2.3.0"), ("Loan v2", "Loan", "v2"),
    ("credit-scorer, version 2.3", "credit-scorer", "2.3"),
    ("credit-scorer (2.3.0-rc1)", "credit-scorer", "2.3.0-rc1"),
    ("Loan scorer", "Loan scorer", nil),
    ("Model 7", "Model 7", nil), ("gpt-4", "gpt-4", nil),
  ])
  func `an assessment names the model and the version that it covers`(
    text: String,
    name: String,
    version: String?
  ) throws {
    let model = try #require(try dpia("- **Model:** \(text)").models.first)
    #expect(model.name == name)
    #expect(model.version == version)
  }

  @Test func `sign-off tables and lines are decisions`() throws {
    let artifact = try dpia(
      """
      **Approved by:** A. Chief, CRO, 2026-09-01

      ## Sign-off

      | Name | Role | Decision | Date |
      |---|---|---|---|
      | B. Officer | DPO | approved with conditions | 2026-09-02 |
      | C. Head | IT | not approved | 03/04/2026 |
      | D. Lead | Law | | 2026-09-04 |
      | TBD | Works council | | |
      | E. Last | Audit | | |
      """
    )
    let lines = artifact.approvals.map {
      "\($0.decision) \($0.party ?? "-") \($0.role ?? "-") \($0.date?.date?.description ?? "-")"
    }
    #expect(
      lines == [
        "approved A. Chief CRO 2026-09-01", "conditional B. Officer DPO 2026-09-02",
        "refused C. Head IT -", "approved D. Lead Law 2026-09-04", "pending E. Last Audit -",
      ]
    )
    #expect(artifact.issues.map(\.code) == ["ambiguous-date", "placeholder-left"])
    #expect(artifact.issues.map(\.source.position.line) == [10, 12])
  }

  @Test func `risk tables are known by how their headings start`() throws {
    let artifact = try dpia(
      """
      ## 4. Risks and mitigations

      | Risk ID | Risk description | Likelihood of harm | Impact | Risk level | Mitigation measures |
      |---|---|---|---|---|---|
      | R1 | Leak | Low | High | Medium | Encryption |

      ### 4.2 Residual risks after mitigation

      Low.

      ## 4A. International data transfers

      None.
      """
    )
    let risk = try #require(artifact.risks.first)
    #expect(risk.name == "Leak")
    #expect([risk.likelihood, risk.severity, risk.level] == ["Low", "High", "Medium"])
    #expect(risk.mitigation == "Encryption")
    #expect(artifact.controls.isEmpty)
    #expect(artifact.statement(.dpiaResidualRisk)?.text == "Low.")
    #expect(artifact.statement(.dpiaTransfers)?.text == "None.")
  }

  @Test func `the tables of the regulator's template become risks and measures`() throws {
    let artifact = try Reader.artifact(
      """
      # Sample DPIA template

      ## Step 5: Identify and assess risks

      | Describe source of risk and nature of potential impact on individuals. Include associated compliance \
      and corporate risks as necessary. | Likelihood of harm | Severity of harm | Overall risk |
      |---|---|---|---|
      | Leak | Possible | Severe | High |
      | Bias | Remote |  | TBD |

      ## Step 6: Identify measures to reduce risk

      | Risk | Options to reduce or eliminate risk | Effect on risk | Residual risk | Measure approved |
      |---|---|---|---|---|
      | Leak | Encryption | Reduced | Low | Yes |

      ## Step 7: Sign off and record outcomes

      | Item | Name/position/date |
      |---|---|
      | Measures approved by | A. Chief, CRO, 1 September 2026 |
      | Residual risks approved by | |
      | DPO advice provided | B. Officer agrees. |
      | This DPIA will be kept under review by | B. Officer |
      """,
      at: "docs/assessment.md",
      as: .dpia
    )
    let risks = artifact.risks.map {
      "\($0.name) \($0.likelihood ?? "-") \($0.severity ?? "-") \($0.level ?? "-") "
        + "\($0.mitigation ?? "-") \($0.residualLevel ?? "-")"
    }
    #expect(risks == ["Leak Possible Severe High Encryption Low", "Bias Remote - - - -"])
    #expect(artifact.controls.map(\.title) == ["Encryption"])
    #expect(artifact.status == nil)
    #expect(artifact.controls.map(\.status) == ["Yes"])
    #expect(artifact.approvals.map(\.date?.date) == [CalendarDate("2026-09-01")])
    #expect(artifact.statement(.dpiaDPOAdvice)?.text == "B. Officer agrees.")
    #expect(artifact.statement(.dpiaReview)?.text == "B. Officer")
    #expect(artifact.statement(.dpiaResidualRisk)?.text == "Leak: Low")
  }

  @Test func `without a table or headings, each element of a list is a risk`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: scoring

      ## Risks

      - **Unfair refusal:** of young people
      - Leak of applications
      - Overall: acceptable
      - TBD

      ## Measures

      - Encryption
      - DPO: privacy@example.org
      """,
      at: "DPIA.md"
    )
    #expect(artifact.risks.map(\.name) == ["Unfair refusal", "Leak of applications"])
    #expect(artifact.risks.map(\.description) == ["of young people", nil])
    #expect(artifact.controls.map(\.title) == ["Encryption"])
  }

  @Test func `a heading on a risk completes the row of the table, and is no topic`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: scoring

      ## Risk assessment

      ### R1 — Consent of minors

      - **Likelihood:** low
      - **Description:** Parents are not asked.

      ### Scope

      Only the web form.

      ## Risk matrix

      | # | Risk | Severity |
      |---|---|---|
      | 1 | Missing consent | high |
      """,
      at: "DPIA.md"
    )
    #expect(artifact.risks.map(\.name) == ["Missing consent"])
    #expect(artifact.risks.map(\.likelihood) == ["low"])
    #expect(artifact.risks.map(\.severity) == ["high"])
    #expect(artifact.statement(.dpiaConsent) == nil)
    #expect(artifact.statement(.dpiaDescription)?.text == "Only the web form.")
  }

  @Test(arguments: [
    ("# DPIA (template)\n\n- Purposes\n- Risks", "template"),
    ("# DPIA — controlled draft\n\nText.", "draft"),
    ("# DPIA (template)\n\nStatus: approved", "approved"), ("# DPIA\n\nText.", nil),
  ])
  func `a title tells that a document is a template or a draft, unless a status does`(
    text: String,
    status: String?
  ) throws {
    #expect(try Reader.artifact(text, at: "DPIA.md").status == status)
  }

  @Test func `a row with an empty place to sign is not signed`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: scoring

      ## Sign-off

      | Role | Name | Date | Signature |
      |---|---|---|---|
      | Controller | A. Owner | 2026-10-01 | |
      | DPO | B. Officer | 2026-10-02 | B. Officer |
      | CTO | [Name of the CTO] | 2026-10-02 | \\_\\_\\_\\_ |
      """,
      at: "DPIA.md"
    )
    #expect(artifact.approvals.map(\.decision) == [.pending, .approved])
    #expect(artifact.approvals.map(\.party) == ["A. Owner", "B. Officer"])
  }

  @Test func `the address of an officer is no advice`() throws {
    let artifact = try dpia("**DPO:** privacy@example.org")
    #expect(artifact.parties.map(\.role) == [.dpo])
    #expect(artifact.statement(.dpiaDPOAdvice) == nil)
  }

  @Test func `a table of measures names risks by their numbers`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: scoring

      ## Necessity and proportionality

      ### Data minimisation

      Income and age only.

      ## Risks

      | # | Risk | Likelihood |
      |---|---|---|
      | R1 | Leak | low |
      | R2 | Unfair refusal | high |

      ## Measures

      | Risk | Measure | Status |
      |---|---|---|
      | R1 | Encryption | done |
      | R1, R2 | Review by a person | open |
      | all | Training | open |

      ## Reviews & photos

      Users write reviews.
      """,
      at: "DPIA.md"
    )
    #expect(artifact.risks.map(\.name) == ["Leak", "Unfair refusal"])
    #expect(
      artifact.risks.map(\.mitigation) == ["Encryption\nReview by a person", "Review by a person"]
    )
    #expect(artifact.controls.map(\.title) == ["Encryption", "Review by a person", "Training"])
    #expect(artifact.statement(.dpiaNecessity)?.text == "Income and age only.")
    #expect(artifact.statement(.dpiaReview) == nil)
  }
}
