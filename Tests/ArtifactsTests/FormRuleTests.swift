// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// What the forms of authorities say beside their questions.
@Suite struct FormRuleTests {
  private func assessment(_ text: String, path: String = "docs/DPIA.md") throws -> Artifact {
    try Reader.artifact(text, at: path, as: path.contains("FRIA") ? .fria : .dpia)
  }

  @Test(arguments: [
    "Risks rated low need no further measure.", "Bei geringem Risiko sind keine Maßnahmen nötig.",
    "Les risques faibles ne nécessitent aucune mesure.",
    "Los riesgos bajos no requieren medidas.", "Riscos baixos não requerem nenhuma medida.",
    "Voor lage risico's zijn geen maatregelen nodig.",
  ])
  func `a low risk needs no measure where the form says so, and others do`(rule: String) throws {
    let text = """
      # DPIA

      ## Risks

      \(rule)

      | Risk | Likelihood | Severity | Mitigation |
      |---|---|---|---|
      | Applications are lost | low | low | - |
      | Applicants are refused for their address | high | high | - |
      """
    let risks = try assessment(text).risks
    #expect(risks.map(\.mitigationState) == [.substantive, .absent])
    #expect(risks.map(\.mitigation) == [rule, nil])
    #expect(risks.map(\.residualRating) == [.low, .absent])
    let silent = try assessment(text.replacing(rule, with: "Risks are rated by the team."))
    #expect(silent.risks.map(\.mitigationState) == [.absent, .absent])
  }

  @Test(arguments: [
    ("none required: low risk", "low", Statement.State.substantive),
    ("No se requieren medidas", "low", .substantive), ("none", "low", .placeholder),
    ("none required: low risk", "high", .undecided),
  ])
  func `only of a low risk a row may say that it needs no measure`(
    text: String,
    level: String,
    state: Statement.State
  ) throws {
    let found = try assessment(
      "# DPIA\n\n## Risks\n\n| Risk | Level | Mitigation |\n|---|---|---|\n"
        + "| Applications are lost | \(level) | \(text) |\n"
    )
    #expect(found.risks.map(\.mitigationState) == [state])
  }

  @Test(arguments: [
    "Freigegeben durch: Ada Beispiel, Risikovorstand, 02.04.2026",
    "Aprobado por: Ada Beispiel, Risikovorstand, 2026-04-02",
    "Approuvé par : Ada Beispiel, Risikovorstand, 2026-04-02",
    "Goedgekeurd door: Ada Beispiel, Risikovorstand, 2026-04-02",
    """
    | Item | Name/position/date | Notes |
    |---|---|---|
    | Measures approved by: | Ada Beispiel, Risikovorstand, 2026-04-02 | Integrate into the plan |
    | DPO advice provided: | Ben Muster, 2026-04-01 | |
    """,
  ])
  func `approvals are read in the words of each form`(text: String) throws {
    let approvals = try assessment(
      "# DPIA\n\n## Risks\n\nApplicants are refused.\n\n## Approval\n\n\(text)\n"
    ).approvals
    #expect(approvals.map(\.party) == ["Ada Beispiel"])
    #expect(approvals.map(\.role) == ["Risikovorstand"])
    #expect(approvals.map(\.decision) == [.approved])
    #expect(approvals.map { $0.date?.date?.description } == ["2026-04-02"])
  }

  @Test(arguments: [
    "Freigegeben durch: wird noch benannt", "Aprobado por: por definir",
    "Approuvé par : à compléter",
    "| Item | Name/position/date | Notes |\n|---|---|---|\n| Measures approved by: | TBD | |",
  ])
  func `who is still to be named has not approved`(text: String) throws {
    let approvals = try assessment("# DPIA\n\n## Approval\n\n\(text)\n").approvals
    #expect(approvals.allSatisfy { $0.decision != .approved })
  }

  @Test func `a fundamental-rights assessment is read under shorter headings`() throws {
    let found = try assessment(
      """
      # Fundamental rights impact assessment

      ## Processes in which the system is used

      Loan officers use the ranking to decide whom to call first.

      ## Categories of persons affected

      Applicants and guarantors.
      """,
      path: "docs/FRIA.md"
    )
    #expect(found.statement(.friaProcesses)?.state == .substantive)
    #expect(found.statement(.friaGroups)?.state == .substantive)
  }
}
