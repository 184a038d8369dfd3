// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Impact assessments in other words")
struct ForeignAssessmentTests {
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
