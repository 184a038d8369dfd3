// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Impact assessments in other words")
struct ForeignAssessmentTests {
  private static let announcements = [
    "**DPO advice:** The DPO will be named", "**DPO:** will be named by the board in March",
    "## DPO advice\n\nThe data protection officer will be named.",
    "## Stellungnahme des DSB\n\nDer DSB wird den Bericht des Teams im kommenden Januar prüfen.",
    "## DPO advice\n\nA data protection officer should be appointed before the launch.",
    "## DPO advice\n\nThe DPO is going to be consulted before the launch.",
    "## DPO advice\n\nWe have not yet named a data protection officer.",
    "## Stellungnahme des Datenschutzbeauftragten\n\nWird im nächsten Quartal benannt.",
    "## Parere del DPO\n\nIl DPO sarà nominato prima della messa in esercizio.",
    "## Opinión del DPD\n\nEl delegado de protección de datos será nombrado en marzo.",
    "## Parecer do encarregado\n\nO encarregado será nomeado antes do lançamento.",
    "## Opinia inspektora ochrony danych\n\nInspektor ochrony danych zostanie wyznaczony w marcu.",
    "## Dataskyddsombudets råd\n\nEtt dataskyddsombud kommer att utses före lansering.",
  ]

  @Test(arguments: [
    "DPO-consultatie", "Consultatie van de FG", "Consultation of the DPO", "Konsultation des DSB",
  ])
  func `that the officer was asked is advice, and no view of the people concerned`(
    heading: String
  ) throws {
    let text =
      "# DPIA: register\n\n## 11. \(heading)\n\nDe FG adviseerde kortere bewaring van namen.\n"
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.statements.map(\.topic) == [.dpiaDPOAdvice])
  }

  @Test func `Dutch headings of purposes, measures and reviews are known`() throws {
    let text = """
      # DPIA: register

      ## 1. Doelstelling van de verwerking

      Onderzoek naar besluiten van gemeenten.

      ## 8. Beveiligingsmaatregelen

      Accounts hebben een tweede factor.

      ## 12. Periodieke herbeoordeling

      Elk jaar in januari door de beheerder.
      """
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(
      Set(assessment.statements.map(\.topic)) == [.dpiaPurposes, .dpiaMeasures, .dpiaReview]
    )
  }

  @Test(arguments: announcements)
  func `that an officer will be named or asked is no advice`(text: String) throws {
    let assessment = try Reader.artifact("# DPIA: loan scorer\n\n\(text)\n", at: "DPIA.md")
    let advice = assessment.statements.filter { $0.topic == .dpiaDPOAdvice }
    #expect(!advice.isEmpty)
    #expect(advice.allSatisfy { $0.state != .substantive })
    #expect(assessment.parties.isEmpty)
  }

  @Test(arguments: [
    "The DPO advised to shorten the retention to six months; this was done.",
    "The DPO, who will be named in the register, advised to shorten the retention.",
    "Der DSB, der im Register genannt wird, hat empfohlen, die Daten früher zu löschen.",
    "The DPO did not object. Retention will be cut to six months.",
    "Retention will be cut to six months.", "Der Datenschutzbeauftragte rät, weniger zu speichern.",
    "Es wird empfohlen, weniger zu speichern.",
    "Le DPO recommande une durée de six mois.", "El DPD no se opone y recomienda seis meses.",
  ])
  func `what an officer advised is advice, whatever will be done`(text: String) throws {
    let assessment = try Reader.artifact(
      "# DPIA: loan scorer\n\n## DPO advice\n\n\(text)\n",
      at: "DPIA.md"
    )
    #expect(assessment.statement(.dpiaDPOAdvice)?.state == .substantive)
  }

  @Test
  func `front matter says when, by whom and how far an assessment is, and nothing of its topics`()
    throws
  {
    let text = """
      ---
      date: 2026-03-01
      last_updated: 2026-05-08
      status: draft
      author: Ada Byron
      owner: Credit Risk Team
      version: 2.1
      language: en
      necessity: The service cannot be offered without the data of applicants.
      ---
      # DPIA: loan scorer

      ## Risks

      Applicants may be refused wrongly.
      """
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.created?.date?.description == "2026-03-01")
    #expect(assessment.modified?.date?.description == "2026-05-08")
    #expect(assessment.status == "draft")
    #expect(assessment.people == ["author Ada Byron <->", "owner Credit Risk Team <->"])
    #expect(!assessment.statements.map(\.topic).contains(.dpiaNecessity))
    let record = try Reader.artifact(
      text.replacing("# DPIA: loan scorer", with: "# Risk management file"),
      at: "RISKS.md",
      as: .record
    )
    #expect(record.version == "2.1")
    #expect(record.status == "draft")
  }

  @Test func `a status that front matter and text state differently is told in full`() throws {
    let assessment = try Reader.artifact(
      """
      ---
      status: approved
      ---
      # DPIA: loan scorer

      **Status:** rejected

      ## Risks

      Applicants may be refused wrongly.
      """,
      at: "DPIA.md"
    )
    #expect(assessment.status == "rejected; approved")
  }

  @Test func `headings, risks and people are read in Danish, Spanish and Portuguese too`() throws {
    let danish = try Reader.artifact(
      """
      # DPIA: sagsstøtte

      **Dataansvarlig:** Eksempel Kommune
      **Senest opdateret:** 2026-05-08

      ## 2. Vurdering

      ### 2.1 Nødvendighed

      Opgaven kan ikke løses uden oplysningerne.

      ## 3. Risici for de registreredes rettigheder

      | ID | Risiko | Sandsynlighed | Konsekvens | Score |
      |---|---|---|---|---|
      | R1 | Fritekst med navne | Middel | Lav | 4/10 |
      """,
      at: "DPIA.md"
    )
    #expect(danish.people == ["owner Eksempel Kommune <->"])
    #expect(danish.modified?.date?.description == "2026-05-08")
    #expect(danish.risks.map(\.likelihood) == ["Middel"])
    #expect(danish.risks.map(\.severity) == ["Lav"])
    #expect(danish.statements.map(\.topic).contains(.dpiaNecessity))
    let spanish = try Reader.artifact(
      """
      # DPIA: jornada

      ## 1. Necesidad y proporcionalidad de la DPIA

      Es obligatorio.

      ## 2. Medidas de seguridad

      - Cifrado

      ## 3. Riesgos y mitigaciones

      | Riesgo | Mitigación |
      |---|---|
      | Manipulación | Registro encadenado |
      """,
      at: "DPIA.md"
    )
    #expect(
      Set(spanish.statements.map(\.topic)) == [.dpiaNecessity, .dpiaMeasures, .dpiaRisks]
    )
    #expect(spanish.risks.map(\.mitigation) == ["Registro encadenado"])
    let portuguese = try Reader.artifact(
      """
      # DPIA: agenda

      ## 1. Base legal

      Consentimento.

      ## 2. Riscos identificados

      ### 2.1 Vazamento
      - **Probabilidade:** baixa
      - **Impacto:** alto

      ## 3. Direitos dos titulares

      Pedido por formulario.
      """,
      at: "DPIA.md"
    )
    #expect(
      portuguese.statements.map(\.topic).filter { $0 != .dpiaRisks } == [
        .dpiaLegalBasis, .dpiaAccess, .dpiaErasure, .dpiaObjection,
      ]
    )
    #expect(portuguese.risks.map(\.severity) == ["alto"])
    #expect(portuguese.risks.map(\.likelihood) == ["baixa"])
  }

  @Test func `one column may hold likelihood, severity and their product`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      ## Risks

      | # | Risk | L × S | Mitigation |
      |---|---|---|---|
      | 1 | Stolen account | 2 × 3 = 6 | Second factor |
      | 2 | Lost backup | 4 | |

      | Risk | Impact x Likelihood |
      |---|---|
      | Wrong person | 3 x 1 |
      """,
      at: "DPIA.md"
    )
    #expect(assessment.risks.map(\.likelihood) == ["2", nil, "1"])
    #expect(assessment.risks.map(\.severity) == ["3", nil, "3"])
    #expect(assessment.risks.map(\.level) == ["6", "4", nil])
  }

  @Test func `a term in words is no date badly written`() throws {
    let assessment = try Reader.artifact(
      """
      # DPIA: app

      ## Measures

      | Measure | Due |
      |---|---|
      | Train staff | Before launch |
      | Delete logs | 18 months from launch |
      | Rotate keys | April 2026 |
      | Sign contract | 2026-04-01 |
      """,
      at: "DPIA.md"
    )
    #expect(
      assessment.controls.map(\.due?.raw) == [
        "Before launch", "18 months from launch", "April 2026", "2026-04-01",
      ]
    )
    #expect(assessment.issueLines == ["unreadable-date:9"])
  }
}
