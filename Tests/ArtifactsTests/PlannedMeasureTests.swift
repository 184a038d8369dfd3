// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Measures that are planned, and risks that several measures are for")
struct PlannedMeasureTests {
  private static func assessment(_ measures: String, cell: String = "") throws -> Artifact {
    try Reader.artifact(
      """
      # DPIA

      ## Risks

      | ID | Risk | Likelihood | Impact | Mitigation |
      |---|---|---|---|---|
      | R1 | Leak of addresses | Medium | High | \(cell) |
      | R2 | Loss of bookings | Low | Medium | |
      | R3 | Wrong invoices | Low | Low | |

      ## Measures

      \(measures)
      """,
      at: "DPIA.md"
    )
  }

  @Test(arguments: [
    "To do: encrypt the columns", "**À faire** : chiffrer les colonnes, réduire les accès.",
    "Zu erledigen: Spalten verschlüsseln", "Por hacer: cifrar las columnas",
    "Da fare: cifrare le colonne", "Te doen: kolommen versleutelen", "Roadmap: encrypt columns",
    "A fazer: cifrar as colunas", "Att göra: kryptera kolumnerna",
    "Do zrobienia: szyfrowanie kolumn",
  ])
  func `a label that puts off all that follows leaves the risk open`(cell: String) throws {
    let risk = try #require(Self.assessment("", cell: cell).risks.first)
    #expect(risk.mitigationState == .undecided)
  }

  @Test
  func `what is in place before what is to do is a measure`() throws {
    let cell = "Existing: isolated storage and HTTPS. To do: encryption at rest"
    #expect(try Self.assessment("", cell: cell).risks.first?.mitigationState == .substantive)
  }

  @Test
  func `all measures of a risk count, and a planned one shows`() throws {
    let assessment = try Self.assessment(
      """
      | Risk | Measure | Status |
      |---|---|---|
      | R1 | Daily backup | ✅ Done |
      | R1 | Second site | ⏳ next spring |
      | R2 | Paper list | ✅ Done |
      | R2 | Daily export | ✅ Done |
      """
    )
    #expect(assessment.risks[0].mitigation == "Daily backup\nSecond site")
    #expect(assessment.risks[0].mitigationState == .undecided)
    #expect(assessment.risks[1].mitigation == "Paper list\nDaily export")
    #expect(assessment.risks[1].mitigationState == .substantive)
    #expect(assessment.controls.map(\.isOpen) == [false, true, false, false])
  }

  @Test(arguments: [
    ("Risks mitigated", "Measure", "R1, R2"), ("Adressiert Risiko", "Maßnahme", "R1, R2"),
    ("Risque couvert", "Mesure", "R1 et R2"), ("Rischi mitigati", "Misura", "R-01, R-02"),
    ("Riesgos cubiertos", "Medida", "R1–R2"),
  ])
  func `measures are those of the risks whose numbers stand beside them`(
    risks: String,
    measure: String,
    numbers: String
  ) throws {
    let assessment = try Self.assessment(
      "| ID | \(measure) | \(risks) |\n|---|---|---|\n| T1 | AES-256 on all disks | \(numbers) |"
    )
    #expect(
      assessment.risks.map(\.mitigation) == ["AES-256 on all disks", "AES-256 on all disks", nil]
    )
  }

  @Test(arguments: [
    "Technical measures to be implemented", "4.2 Measures to Be Implemented", "Geplante Maßnahmen",
    "Technische Maßnahmen (geplant/empfohlen)", "Mesures à mettre en œuvre",
    "Medidas por implementar",
    "Misure da implementare", "Te nemen maatregelen (gepland)", "Planned measures",
  ])
  func `measures below a heading that calls them planned are open`(heading: String) throws {
    let table = "| ID | Measure | Timeline |\n|---|---|---|\n| T1 | Column encryption | 3 months |"
    let assessment = try Self.assessment("### \(heading)\n\n\(table)")
    #expect(assessment.controls.map(\.isOpen) == [true])
    #expect(assessment.controls.first?.due?.raw == "3 months")
    let listed = try Self.assessment("### \(heading)\n\n- Column encryption of all tables")
    #expect(listed.controls.map(\.isOpen) == [true])
  }

  @Test(arguments: [
    "Technical measures already implemented", "Measures", "Measures envisaged to address the risks",
    "Existing and planned measures", "Geplante Abhilfemaßnahmen", "Measures taken",
  ])
  func `measures below other headings are not`(heading: String) throws {
    let assessment = try Self.assessment("### \(heading)\n\n- Column encryption of all tables")
    #expect(assessment.controls.map(\.isOpen) == [false])
  }

  @Test
  func `a box that is not ticked is a measure that is open`() throws {
    let assessment = try Self.assessment(
      "- [x] Disks are encrypted\n- [ ] Staff are trained every year"
    )
    #expect(
      assessment.controls.map(\.title) == ["Disks are encrypted", "Staff are trained every year"]
    )
    #expect(assessment.controls.map(\.isOpen) == [false, true])
  }

  @Test(arguments: [
    "Mesures de sécurité prévues", "Technical and organisational measures",
    "Geplante Sicherheitsmaßnahmen",
    "Medidas técnicas e organizativas", "Beveiligingsmaatregelen",
  ])
  func `a column of measures may say of which kind they are`(heading: String) throws {
    let text = """
      # DPIA

      ## Risks

      | Risk | Likelihood | Impact | \(heading) |
      |---|---|---|---|
      | Leak of addresses | Low | High | Encrypted storage, access by role |
      """
    let risk = try #require(Reader.artifact(text, at: "DPIA.md").risks.first)
    #expect(risk.mitigation == "Encrypted storage, access by role")
  }
}

extension PlannedMeasureTests {
  @Test
  func `a table on what remains may name risks in fewer words`() throws {
    let text = """
      # DPIA

      ## Riesgos

      | Riesgo | Probabilidad | Impacto | Nivel |
      |---|---|---|---|
      | Brecha de los mensajes enviados | Baja | Alto | Alto |
      | Bloqueo del remitente | Media | Alto | Alto |

      ### Riesgo residual

      | Riesgo | Nivel residual |
      |---|---|
      | Brecha mensajes | Bajo |
      | Bloqueo remitente | Medio |
      """
    let risks = try Reader.artifact(text, at: "DPIA.md").risks
    #expect(risks.map(\.residualLevel) == ["Bajo", "Medio"])
  }
}
