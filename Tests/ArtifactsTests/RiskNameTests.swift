// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("One risk in several places of an impact assessment")
struct RiskNameTests {
  private func risks(_ text: String) throws -> [String] {
    try Reader.artifact(text, at: "docs/RIPD.md").risks.map { risk in
      "\(risk.name): \(risk.rating.rawValue) \(risk.residualRating.rawValue) | "
        + "\(risk.mitigation ?? "-")"
    }
  }

  @Test func `a heading with a shorter name is the row of the table`() throws {
    let found = try risks(
      """
      # Relatório de Impacto à Proteção de Dados Pessoais (RIPD)

      ## 6. Riscos

      | Risco | Probabilidade | Impacto | Nível |
      |---|---|---|---|
      | Acesso não autorizado | Média | Alto | **Alto** |
      | Indisponibilidade do sistema | Média | Alto | **Alto** |

      #### R1 - Acesso não autorizado

      - **Descrição:** Pessoas sem autorização acessam dados de pacientes

      #### R2 - Indisponibilidade

      - **Descrição:** O sistema fica fora do ar por dias
      - **Impacto:** Interrupção do atendimento
      """
    )
    #expect(
      found == [
        "Acesso não autorizado: high absent | -", "Indisponibilidade do sistema: high absent | -",
      ]
    )
  }

  @Test func `the table of measures may call a risk longer`() throws {
    let found = try risks(
      """
      # DPIA: claims

      ## Risks

      | Risk | Likelihood | Impact |
      |---|---|---|
      | Leak | high | high |
      | Late deletion | low | low |

      ## Measures

      | Risk | Measure |
      |---|---|
      | Leak of claims by staff | Access is granted per case and logged |
      """
    )
    #expect(
      found == [
        "Leak: high absent | Access is granted per case and logged",
        "Late deletion: low absent | -",
      ]
    )
  }

  @Test func `a longer name with another rating is another risk, and so is one of two that fit`()
    throws
  {
    let found = try risks(
      """
      # DPIA: claims

      ## Risks

      | Risk | Likelihood | Impact | Measure |
      |---|---|---|---|
      | Bias | low | low | Reviewed by a clerk each week |

      ### Bias against disabled applicants

      - **Likelihood:** high
      - **Severity:** high
      """
    )
    #expect(found.count == 2)
    #expect(found.last?.hasPrefix("Bias against disabled applicants: high") == true)
  }

  @Test func `one column may rate likelihood and impact at once`() throws {
    let found = try risks(
      """
      # DPIA: triage

      ## Risks

      | Risk | Likelihood / impact | Mitigation | Residual |
      |---|---|---|---|
      | Data at rest in the browser | Low / Med | Deleted after four hours | Low |
      | Shown to another patient | High / High | Name is shown beside it | Low |
      """
    )
    #expect(
      found == [
        "Data at rest in the browser: low low | Deleted after four hours",
        "Shown to another patient: high low | Name is shown beside it",
      ]
    )
  }

  @Test func `numbers of measures are no rating`() throws {
    let found = try risks(
      """
      # Datenschutz-Folgenabschätzung: Beratung

      ## Restrisiko

      | Risiko | Ohne Maßnahmen | Mit Maßnahmen | Restrisiko |
      |---|---|---|---|
      | Datenleck | Hoch (8) | Niedrig (2) | T1-T12 wirksam |
      | Drittlandtransfer | Mittel (6) | Mittel (4) | O4, O11 (AVV) ausstehend |
      | Zyklusdaten | Mittel (4) | Hoch (8) | T2 (RLS), T11 (UUID) |
      """
    )
    #expect(
      found == [
        "Datenleck: high low | -", "Drittlandtransfer: medium medium | -",
        "Zyklusdaten: medium high | -",
      ]
    )
  }

  @Test func `the number of a risk is the same in the other language of the document`() throws {
    let found = try risks(
      """
      # Valutazione d'impatto sulla protezione dei dati (DPIA)

      ## Rischi

      | ID | Rischio | Probabilità | Impatto | Livello |
      |---|---|---|---|---|
      | R-01 | Accesso non autorizzato al database | 2 | 4 | **8 (Moderato)** |

      ## Risks

      | ID | Risk | Likelihood | Impact |
      |---|---|---|---|
      | R-01 | Unauthorised access to the database | 2 | 4 |
      """
    )
    #expect(found == ["Accesso non autorizzato al database: medium absent | -"])
  }

  @Test(arguments: [
    ("Risque 1 — Fuite", "Vraisemblance", "Certaine", "Gravité", "Élevée"),
    ("Riesgo 1: Fuga", "Probabilidad", "Casi segura", "Impacto", "Alto"),
    ("Risiko 1: Leck", "Eintrittswahrscheinlichkeit", "Nahezu sicher", "Schwere", "Hoch"),
    ("Ryzyko 1: Wyciek", "Prawdopodobieństwo", "Prawie pewne", "Dotkliwość", "Wysoka"),
  ])
  func `a heading counts risks in any language, and what is certain is likely`(
    heading: String,
    likelihood: String,
    certain: String,
    severity: String,
    high: String
  ) throws {
    let found = try risks(
      "# DPIA: x\n\n## Risks\n\n### \(heading)\n\n- **\(likelihood):** \(certain)\n"
        + "- **\(severity):** \(high)\n"
    )
    #expect(found.count == 1)
    #expect(found.first?.contains("1") == false)
    #expect(found.first?.contains(": high absent") == true)
  }
}
