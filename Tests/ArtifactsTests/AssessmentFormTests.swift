// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Impact assessments on the forms of authorities")
struct AssessmentFormTests {
  private func dpia(_ text: String) throws -> Artifact {
    try Reader.artifact("# DPIA: m\n\n\(text)\n", at: "DPIA.md")
  }

  private func states(of topic: Topic, in artifact: Artifact) -> [Statement.State] {
    artifact.statements.filter { $0.topic == topic }.map(\.state)
  }

  @Test func `what the British form asks is answered behind its labels`() throws {
    let artifact = try dpia(
      """
      ## Step 2: Describe the processing

      **Describe the nature of the processing:** Letters are scanned, sorted and kept for six months.

      **Describe the purposes of the processing:** Faster answers to urgent repairs.
      """
    )
    #expect(states(of: .dpiaDescription, in: artifact).contains(.substantive))
    #expect(states(of: .dpiaPurposes, in: artifact) == [.substantive])
    let empty = try dpia(
      """
      ## Step 2: Describe the processing

      **Describe the nature of the processing:**

      **Describe the purposes of the processing:**
      """
    )
    #expect(!empty.statements.contains { $0.state == .substantive })
  }

  @Test func `columns called P and I rate a risk on the scale of the Brazilian form`() throws {
    let artifact = try dpia(
      """
      | Id | Risco | P | I | Nível (P x I) |
      |---|---|---|---|---|
      | R01 | Acesso não autorizado | 10 | 15 | 150 |
      | R02 | Perda de dados | 5 | 10 | 50 |

      | Risco | Medida | P | I | Nível |
      |---|---|---|---|---|
      | R01 | Controle de acesso lógico | 5 | 10 | 50 |
      """
    )
    #expect(artifact.risks.map(\.name) == ["Acesso não autorizado", "Perda de dados"])
    #expect(artifact.risks.map(\.rating) == [.high, .low])
    #expect(artifact.risks.map(\.residualRating) == [.low, .absent])
    #expect(artifact.risks.map(\.scale) == ["RIPD 5-15", "RIPD 5-15"])
  }

  @Test(arguments: [
    ("Risque | V | G", "Limitée | Importante"), ("Risiko | E | S", "gering | hoch"),
    ("Risico | K | I", "laag | hoog"), ("Rischio | P | G", "bassa | alta"),
    ("Riesgo | P | I", "baja | alta"), ("Risk | L | I", "low | high"),
    ("Ryzyko | P | W", "niskie | wysokie"), ("Risk | S | K", "låg | hög"),
  ])
  func `initials of likelihood and severity stand for them in pairs`(
    heading: String,
    row: String
  ) throws {
    let artifact = try dpia("| \(heading) |\n|---|---|---|\n| Leak | \(row) |")
    let risk = try #require(artifact.risks.first)
    #expect(Rating(risk.likelihood) == .low)
    #expect(Rating(risk.severity) == .high)
  }

  @Test func `a scale in the heading gives numbers their meaning, and nothing else does`() throws {
    let stated = try dpia(
      "| Risk | Likelihood (1-5) | Impact (1-5) | Score |\n|---|---|---|---|\n| Leak | 2 | 1 | 2 |"
    )
    #expect(stated.risks.map(\.rating) == [.low])
    let silent = try dpia("| Risk | P | I |\n|---|---|---|\n| Leak | 2 | 1 |")
    #expect(silent.risks.map(\.rating) == [.undecided])
  }

  @Test func `the outcomes of the British form tell advice, answers and approval`() throws {
    let artifact = try dpia(
      """
      ## Step 7: Sign off and record outcomes

      | Item | Name/position/date | Notes |
      |---|---|---|
      | Measures approved by: | Ada Byron, CRO, 12 November 2026 | Integrate actions back |
      | DPO advice provided: | Max Weber, DPO, 10 November 2026 | DPO should advise |
      | Summary of DPO advice: | Keep each score for ten months, test for age. | |
      | Consultation responses reviewed by: | Ada Byron, 11 November 2026 | If your decision |
      """
    )
    #expect(states(of: .dpiaDPOAdvice, in: artifact) == [.undecided, .substantive])
    #expect(states(of: .dpiaConsultation, in: artifact) == [.undecided])
    #expect(artifact.approvals.map(\.party) == ["Ada Byron"])
  }

  @Test(arguments: [
    "## Validation\n\nValidé le 12 novembre 2026 par Jeanne Petit, directrice.",
    "## Freigabe\n\nFreigegeben am 12. November 2026 durch Jeanne Petit, Leiterin.",
    "## Aprobación\n\nAprobado el 12 de noviembre de 2026 por Jeanne Petit, directora.",
    "## Goedkeuring\n\nGoedgekeurd op 12 november 2026 door Jeanne Petit, directeur.",
    "## Aprobación\n\n| Nombre | Cargo | Fecha | Decisión |\n|---|---|---|---|\n"
      + "| Jeanne Petit | Directora | 12 de noviembre de 2026 | Aprobado |",
    "## Zatwierdzenie\n\n| Imię i nazwisko | Stanowisko | Data | Decyzja |\n|---|---|---|---|\n"
      + "| Jeanne Petit | Dyrektor | 12 listopada 2026 r. | zatwierdzone |",
    "## 承認\n\n| 氏名 | 役職 | 日付 | 決定 |\n|---|---|---|---|\n| Jeanne Petit | 部長 | 2026年11月12日 | 承認 |",
  ])
  func `who decided, and when, is read in every language`(text: String) throws {
    let approval = try #require(try dpia(text).approvals.first)
    #expect(approval.decision == .approved)
    #expect(approval.party == "Jeanne Petit")
    #expect(approval.date?.date?.description == "2026-11-12")
  }

  @Test(arguments: [
    ("Non validé le 12 novembre 2026 par Jeanne Petit.", Approval.Decision.pending),
    ("Refusé le 12 novembre 2026 par Jeanne Petit.", .refused),
    ("Validé par Jeanne Petit.", .pending),
  ])
  func `a sentence that does not approve is no approval`(
    text: String,
    decision: Approval.Decision
  ) throws {
    #expect(try dpia("## Validation\n\n\(text)").approvals.map(\.decision) == [decision])
  }

  @Test func `a heading that only groups leaves a topic to the heading that has it`() throws {
    let artifact = try dpia(
      """
      ## B. Beoordeling rechtmatigheid gegevensverwerkingen

      ### 11. Rechtsgrond

      n.v.t.

      ### 12. Bijzondere persoonsgegevens

      Er worden geen bijzondere persoonsgegevens verwerkt, want het inkomen volstaat.
      """
    )
    #expect(!states(of: .dpiaLegalBasis, in: artifact).contains(.substantive))
  }

  @Test(arguments: [
    "## 2. Necessidade de elaborar o relatório", "## Necesidad de realizar la EIPD",
    "## Nécessité de mener une AIPD", "## Notwendigkeit einer Datenschutz-Folgenabschätzung",
  ])
  func `that an assessment is needed is no necessity of the processing`(heading: String) throws {
    let artifact = try dpia("\(heading)\n\nO modelo pontua pedidos de crédito em larga escala.")
    #expect(states(of: .dpiaNecessity, in: artifact) == [])
  }

  @Test(arguments: [
    "## Medidas para mitigar os riscos", "## 风险缓解措施", "## Maßnahmen zur Minderung der Risiken",
    "## Mesures pour réduire les risques",
  ])
  func `measures against risks do not tell the risks`(heading: String) throws {
    let artifact = try dpia("\(heading)\n\nEncryption of all files, roles, and a log of access.")
    #expect(states(of: .dpiaMeasures, in: artifact) == [.substantive])
    #expect(states(of: .dpiaRisks, in: artifact) == [])
  }

  @Test(arguments: [
    "## Risker för de registrerades rättigheter och friheter",
    "## データ主体の権利及び自由に対するリスク", "## 对数据主体权利和自由的风险",
  ])
  func `risks are found in the words of the law`(heading: String) throws {
    let artifact = try dpia("\(heading)\n\nA pupil is wrongly named as having cheated.")
    #expect(states(of: .dpiaRisks, in: artifact) == [.substantive])
  }

  @Test(arguments: [
    ("**Fecha:** 12/11/2026", "El sistema puntúa las solicitudes de los clientes con sus datos."),
    ("**Data:** 12/11/2026", "O sistema pontua os pedidos dos clientes com os seus dados."),
    ("**Date :** 12/11/2026", "Le système note les demandes des clients avec leurs données."),
    ("**Datum:** 12-11-2026", "Het systeem beoordeelt de aanvragen van de klanten met een score."),
    ("**Datum:** 12.11.2026", "Kurz."), ("**Data:** 12 novembre 2026", "Breve."),
    ("**Date:** 12-Nov-2026", "Short."), ("**Fecha:** 12 de noviembre del 2026", "Breve."),
    ("**Data:** 12 listopada 2026 r.", "Krótko."), ("**作成日:** 2026年11月12日", "短い。"),
    ("**Datum:** 12 nov. 2026", "Kort."),
  ])
  func `the language of a text tells which number is the day`(line: String, text: String) throws {
    let artifact = try dpia("\(line)\n\n## Description\n\n\(text)")
    #expect(artifact.created?.date?.description == "2026-11-12")
    #expect(artifact.issues.map(\.code) == [])
  }

  @Test func `in English neither number is taken for the day`() throws {
    let artifact = try dpia(
      "**Date:** 12/11/2026\n\n## Description\n\nThe system scores the applications of customers."
    )
    #expect(artifact.created?.date == nil)
    #expect(artifact.issues.map(\.code) == ["ambiguous-date"])
  }

  @Test func `what a label calls data is no date`() throws {
    let artifact = try dpia("**Data:** 400 pedidos de crédito\n\n**Data:** 12 de novembro de 2026")
    #expect(artifact.created?.date?.description == "2026-11-12")
  }

  @Test func `ratings before and after measures are told apart by the words beside the initials`()
    throws
  {
    let artifact = try dpia(
      """
      | Risiko | S vor | W vor | R vor | Maßnahme | S nach | W nach | R nach |
      |---|---|---|---|---|---|---|---|
      | Leak | hoch | hoch | hoch | Zugriff je Fall | gering | gering | gering |
      """
    )
    #expect(artifact.risks.map(\.rating) == [.high])
    #expect(artifact.risks.map(\.residualRating) == [.low])
  }

  @Test func `a choice that nobody made is no residual risk`() throws {
    let artifact = try dpia("## Residual risk\n\nLow/Medium/High")
    #expect(states(of: .dpiaResidualRisk, in: artifact) == [.placeholder])
    let chosen = try dpia("## Residual risk\n\nLow")
    #expect(states(of: .dpiaResidualRisk, in: chosen) == [.substantive])
  }

  @Test func `to name the officer is no advice`() throws {
    let named = try dpia(
      "## Data protection officer\n\nAppointed internally by Example Ltd of London in May."
    )
    #expect(states(of: .dpiaDPOAdvice, in: named) == [.undecided])
    let advised = try dpia(
      "## Data protection officer\n\nMax Weber recommends to keep each score for ten months."
    )
    #expect(states(of: .dpiaDPOAdvice, in: advised) == [.substantive])
  }
}
