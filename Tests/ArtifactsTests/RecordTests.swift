// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// Governance documents besides cards, datasheets, evaluations and impact assessments.
@Suite struct RecordTests {
  @Test func `a risk management file is read with its rows, owner, version and approval`() throws {
    let record = try Reader.artifact(
      """
      # Risk management file: loan scorer

      - **Version:** 2.3.0
      - **Owner:** Credit Risk Team
      - **Status:** approved

      ## Scope

      The scorer for consumer loans in the retail branch.

      ## Risk register

      | Risk | Likelihood | Severity | Mitigation | Residual risk | Owner |
      |---|---|---|---|---|---|
      | Applicants are refused by age | 3/5 | high | Rates are tested by age | low | CRO |
      | Officers follow scores blindly | medium | medium | TBD | medium | CRO |

      ## Foreseeable misuse

      Ranking of employees is blocked by contract.

      ## Vulnerable groups

      TBD

      ## Sign-off

      | Name | Role | Date | Decision |
      |---|---|---|---|
      | Ada Example | CRO | 2026-05-02 | approved |
      """,
      at: "docs/risk-management.md"
    )
    #expect(record.kind == .record)
    #expect(record.recordKind == .riskManagement)
    #expect(record.version == "2.3.0")
    #expect(record.decision == .approved)
    #expect(record.parties.map(\.name) == ["Credit Risk Team"])
    #expect(record.risks.map(\.rating) == [.high, .medium])
    #expect(record.risks.map(\.residualRating) == [.low, .medium])
    #expect(record.risks.map(\.mitigationState) == [.substantive, .absent])
    #expect(record.statement(.riskFileScope)?.state == .substantive)
    #expect(record.statement(.riskFileMisuse)?.state == .substantive)
    #expect(record.statement(.riskFileVulnerable)?.state == .placeholder)
  }

  @Test func `each row of a register says who looks after the risk`() throws {
    let table = """
      # Risk management

      ## Risk register

      | Risk | Likelihood | Severity | Mitigation | Residual risk | Owner |
      |---|---|---|---|---|---|
      | Applicants are refused by age | 3/5 | high | Rates are tested by age | low | A. Brandt |
      """
    let record = try Reader.artifact(table, at: "docs/risk-management.md", as: .record)
    #expect(record.risks.map(\.owner) == ["A. Brandt"])
    let keyed = "record: risk_management\nrisks:\n  - {hazard: Refusal by age, owner: A. Brandt}\n"
    let other = try Reader.artifact(keyed, at: "docs/risk-management.yaml", as: .record)
    #expect(other.risks.map(\.owner) == ["A. Brandt"])
    let measures = "# Risk management\n\n| Item | Owner |\n|---|---|\n| Refusal | A. Brandt |\n"
    #expect(try Reader.artifact(measures, at: "docs/risk-management.md", as: .record).risks == [])
  }

  @Test(arguments: [
    ("docs/deployment-record.md", "Deployment record", "Suspension", Topic.deploymentSuspension),
    (
      "docs/instructions-for-use.md", "Instructions for use", "Groups of people",
      .instructionsGroups
    ),
    ("docs/notices.md", "Notices", "Notice to workers", .noticeWorkers),
    ("docs/notices.md", "Notices", "Interaction with AI", .noticeAIInteraction),
    ("dpia.md", "DPIA of loan scoring", "Data protection by design and by default", .dpiaByDesign),
    ("dpia.md", "DPIA of loan scoring", "Prior consultation", .dpiaPriorConsultation),
    ("dpia.md", "DPIA of loan scoring", "Instructions for use", .dpiaInstructions),
    ("fria.md", "Fundamental rights impact assessment", "Groups of persons", .friaGroups),
    ("DATASHEET.md", "Datasheet: loans", "Gaps", .dataGaps),
    ("DATASHEET.md", "Datasheet: loans", "Necessity", .dataNecessity),
  ])
  func `a heading that people write is read`(
    path: String,
    title: String,
    heading: String,
    topic: Topic
  ) throws {
    let text = """
      # \(title)

      ## \(heading)
      C. Ott goes back to scoring by hand on doubt, and tells the applicants who wait.

      ## Accessibility
      Screen readers read it, and it is kept in plain language for everybody.

      ## Description of the processing
      Applications for consumer loans are scored once and kept in the archive in Frankfurt.

      ## Monitoring
      Officers look at the rates of each month and tell the provider of failures.

      ## Warnings
      Nobody may use the score for tenants or for hiring.

      ## Composition
      Ten thousand applications of the years 2024 to 2026 with income and debts.
      """
    let read = try Reader.artifact(text, at: path)
    #expect(read.statement(topic)?.state == .substantive, "\(read.statements.map(\.topic))")
  }

  @Test(arguments: [
    (
      "docs/human-oversight.md", "Human oversight", "How officers override the score",
      Topic.oversightOverride
    ),
    (
      "docs/menschliche-aufsicht.md", "Menschliche Aufsicht", "Abschaltung im Notfall",
      .oversightStop
    ),
    (
      "docs/controle-humain.md", "Contrôle humain", "Biais d'automatisation et parades",
      .oversightAutomationBias
    ),
    ("docs/supervisao-humana.md", "Supervisão humana", "Intervenção", .oversightOverride),
    ("docs/mansklig-tillsyn.md", "Mänsklig tillsyn", "Ingripande", .oversightOverride),
    (
      "docs/einspruchsverfahren.md", "Einspruchsverfahren", "Begründung der Entscheidung",
      .contestExplanation
    ),
    (
      "docs/lieferantenregister.md", "Lieferantenregister", "Komponenten von Dritten", .supplierRows
    ),
    (
      "docs/incident-response.md", "Incident response", "Escalation within the bank",
      .incidentContacts
    ),
    ("docs/nadzor-czlowieka.md", "Nadzór człowieka", "Interwencja operatora", .oversightOverride),
    ("docs/supplier-register.md", "Supplier register", "Components", .supplierRows),
  ])
  func `a longer heading, in the language of the reader, tells the topic that stands in it`(
    path: String,
    title: String,
    heading: String,
    topic: Topic
  ) throws {
    let other =
      topic == .supplierRows
      ? "" : "## Schulung\n\nTwo days before first use.\n\n## Training\n\nTwo days.\n"
    let text =
      "# \(title)\n\n## \(heading)\n\nC. Ott looks at each refusal and sets the score aside.\n\n\(other)"
    let read = try Reader.artifact(text, at: path, as: .record)
    #expect(read.statement(topic)?.state == .substantive, "\(read.statements.map(\.topic))")
  }

  @Test(arguments: ["Log of stops", "Use of models", "Data", "Scope creep"])
  func `a word that stands in headings on everything tells no topic`(heading: String) throws {
    let text =
      "# Human oversight\n\n## \(heading)\n\nC. Ott looks at each refusal.\n\n## Override\n\nOfficers set the score aside.\n\n## Stop\n\nC. Ott stops it.\n"
    let read = try Reader.artifact(text, at: "docs/human-oversight.md")
    #expect(read.statements.map(\.topic) == [.oversightOverride, .oversightStop])
  }

  @Test func `a short sentence that answers question after question answers one`() throws {
    let headings = ["Understanding", "Automation bias", "Interpretation", "Override"]
    let text = headings.map { "## \($0)\nThe team oversees the system.\n" }.joined(separator: "\n")
    let record = try Reader.artifact("# Human oversight\n\n" + text, at: "docs/human-oversight.md")
    #expect(record.statements.map(\.state).count { $0 == .substantive } == 1)
    let owners = headings.prefix(2).map { "## \($0)\nThe shift lead decides that.\n" }
    let two = try Reader.artifact(
      "# Human oversight\n\n" + owners.joined(separator: "\n"),
      at: "docs/human-oversight.md"
    )
    #expect(two.statements.map(\.state).count { $0 == .substantive } == 2)
  }

  @Test func `a table of two columns with bold labels says the same as headings`() throws {
    let record = try Reader.artifact(
      """
      # Human oversight

      | Item | Text |
      |---|---|
      | **Automation bias** | Officers see the reasons before the score. |
      | **Stop procedure** | Shift leads halt the queue with one call. |
      | **Training** | TBD |
      """,
      at: "oversight.md",
      as: .record
    )
    #expect(record.recordKind == .humanOversight)
    #expect(record.statement(.oversightAutomationBias)?.state == .substantive)
    #expect(record.statement(.oversightStop)?.state == .substantive)
    #expect(record.statement(.oversightTraining)?.state != .substantive)
  }

  @Test(
    arguments: [
      (
        "# Risikomanagement\n\n## Restrisiko\n\nx\n\n## Geltungsbereich\n\ny",
        RecordKind.riskManagement
      ),
      (
        "# Registre des traitements\n\n## Finalités\n\nx\n\n## Destinataires\n\ny",
        .processingRegister
      ),
      (
        "# Instrucciones de uso\n\n## Datos de entrada\n\nx\n\n## Advertencias\n\ny",
        .instructionsForUse
      ),
      ("# Sorveglianza umana\n\n## Formazione\n\nx\n\n## Arresto\n\ny", .humanOversight),
      ("# 人間による監督\n\n## 停止\n\nx\n\n## 研修\n\ny", .humanOversight),
      ("# 使用说明\n\n## 输入数据\n\nx\n\n## 预期用途\n\ny", .instructionsForUse),
    ]
  )
  func `records are known by what they call themselves in their language`(
    text: String,
    kind: RecordKind
  ) throws {
    let record = try Reader.artifact(text, at: "docs/x.md")
    #expect(record.kind == .record)
    #expect(record.recordKind == kind)
    #expect(record.statements.count == 2)
  }

  @Test func `a register under keys is read`() throws {
    let record = try Reader.artifact(
      """
      record: ropa
      controller: Example Bank, Main Street 1
      purposes: Scoring of loan applications
      recipients: TODO
      retention_periods: Six years after the decision
      """,
      at: "governance/ropa.yaml"
    )
    #expect(record.recordKind == .processingRegister)
    #expect(record.statement(.ropaPurposes)?.state == .substantive)
    #expect(record.statement(.ropaRecipients)?.state == .placeholder)
  }

  @Test func `what merely speaks of records is none`() throws {
    for text in [
      "# Contributing\n\n## Risks\n\nNone.", "# Incident response at scale\n\nA talk.",
      "# NOTICE\n\nCopyright 2026.",
    ] {
      guard case .notRecognized = Reader.outcome(text, at: "docs/y.md") else {
        Testing.Issue.record("taken for a record: \(text)")
        continue
      }
    }
  }
}

@Suite struct RatingTests {
  @Test func `one line may name a risk and rate it`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      ## Risks

      1. **Risk:** People are refused - Likelihood: 4/5 - Severity: 3/5
      2. **Name leak** – likelihood: high, severity: low
      """,
      at: "DPIA.md"
    )
    #expect(assessment.risks.map(\.name) == ["People are refused", "Name leak"])
    #expect(assessment.risks.map(\.likelihood) == ["4/5", "high"])
    #expect(assessment.risks.map(\.severity) == ["3/5", "low"])
  }

  @Test(
    arguments: [
      ("low", Rating.low), ("Very High", .high), ("medium-high", .high), ("hoch", .high),
      ("gering", .low), ("mittel", .medium), ("élevé", .high), ("négligeable", .low),
      ("importante", .high), ("maximale", .high), ("muy alto", .high), ("bajo", .low),
      ("médio", .medium), ("basso", .low), ("zeer hoog", .high), ("niskie", .low), ("hög", .high),
      ("高", .high), ("中程度", .medium), ("低", .low), ("4/5", .high), ("3/5", .medium),
      ("1 of 5", .low), ("3/4", .high), ("15/25", .high), ("4/25", .low), ("purple", .undecided),
      ("4", .undecided), ("TBD", .undecided), ("", .absent), ("not low", .undecided),
      ("higher than low", .undecided), ("low?", .undecided), ("low, probably", .undecided),
      ("nicht hoch", .high), ("low (three people)", .low), ("niedrig bis mittel", .medium),
      ("低リスク", .low), ("低くない", .undecided), ("médio a baixo", .medium),
    ]
  )
  func `ratings are read on one scale`(text: String, rating: Rating) {
    #expect(Rating(text) == rating)
  }

  @Test func `a bare number needs the scale of its document`() {
    #expect(Rating("4", scale: "CNIL 1-4") == .high)
    #expect(Rating("1", scale: "1-5") == .low)
  }
}
