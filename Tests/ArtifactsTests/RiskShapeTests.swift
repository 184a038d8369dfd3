// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Shapes of risks in impact assessments")
struct RiskShapeTests {
  private func risks(_ text: String, at path: String = "DPIA.md") throws -> [String] {
    try Reader.artifact(text, at: path).risks.map { risk in
      let ratings = [
        Rating(risk.likelihood), Rating(risk.severity), risk.rating, risk.residualRating,
      ]
      return risk.name + ": " + ratings.map(\.rawValue).joined(separator: " ")
        + " | \(risk.mitigation ?? "-")"
    }
  }

  @Test func `of what remains the level is read, and not its likelihood`() throws {
    let artifact = try Reader.artifact(
      """
      # Relatório de Impacto à Proteção de Dados Pessoais (RIPD)

      ## Riscos

      | Id | Risco | P | I | Nível de risco (P x I) |
      |---|---|---|---|---|
      | R01 | Acesso não autorizado | 15 | 15 | 225 |

      ## Medidas para tratar os riscos

      | Risco | Medida | Risco residual P | I | Nível (P x I) |
      |---|---|---|---|---|
      | R01 | Controle de acesso | 5 | 15 | 75 |
      """,
      at: "RIPD.md"
    )
    let risk = try #require(artifact.risks.first)
    #expect(artifact.risks.count == 1)
    #expect(
      [risk.residualLikelihood, risk.residualSeverity, risk.residualLevel] == ["5", "15", "75"]
    )
  }

  @Test func `a list of risks is read with what is indented below each`() throws {
    let found = try risks(
      """
      # Data protection impact assessment: claims triage

      ## Risks

      1. **Risk:** Staff read claims that are not theirs.
         - Likelihood: 4/5
         - Severity: 2/5
         - Mitigation: Access is granted per case and logged.
         - Residual risk: low
      2. **Risk:** A photo names a bystander.
         - Likelihood: 1/5
         - Impact: 5/5
      """
    )
    #expect(
      found == [
        "Staff read claims that are not theirs.: high medium high low"
          + " | Access is granted per case and logged.",
        "A photo names a bystander.: low high medium absent | -",
      ]
    )
  }

  @Test(
    arguments: [
      "Likelihood: high, severity: very high", "**Likelihood:** high; **Severity:** very high",
      "Likelihood: high / Severity: very high",
    ]
  )
  func `one line below the heading of a risk may rate it twice`(line: String) throws {
    let found = try risks("# DPIA\n\n## Risks\n\n### Wrong denial\n\n\(line)\n")
    #expect(found == ["Wrong denial: high high high absent | -"])
  }

  @Test func `one line may rate a risk twice, behind dashes, in brackets or in sentences`() throws {
    let found = try risks(
      """
      # DPIA: claims triage

      ## Identified risks

      - **Leak of claims** – likelihood: high, severity: high
      - **Wrong refusal** – likelihood: medium, severity: high; measure: a clerk reads each
      - **Late deletion** (likelihood: low, severity: low)
      - Risk: photos name bystanders. Likelihood: possible. Severity: significant. Overall: medium.
      - Double entry (high likelihood, low severity)
      """
    )
    #expect(
      found == [
        "Leak of claims: high high high absent | -",
        "Wrong refusal: medium high high absent | a clerk reads each",
        "Late deletion: low low low absent | -",
        "photos name bystanders: medium high medium absent | -",
        "Double entry: high low medium absent | -",
      ]
    )
  }

  @Test func `a rating that is not known stays undecided`() throws {
    let found = try risks(
      """
      # DPIA: claims triage

      ## Risks

      - **Leak of claims** – likelihood: purple, severity: low
      - **Late deletion** – risk: 3
      """
    )
    #expect(found.first == "Leak of claims: undecided low undecided absent | -")
    #expect(found.count == 2)
  }

  @Test func `French lists rate a risk in brackets and tell its impact in words`() throws {
    let found = try risks(
      """
      # Analyse d'impact relative à la protection des données : tri des dossiers

      ## 3. Évaluation des risques

      1. **Fuite des dossiers** (Risque : Élevé)
         - *Impact* : les personnes perdent le contrôle de leurs données.
      2. **Erreur de tri** (Risque : Modéré)

      ## 4. Mesures d'atténuation (implémentées)

      - Accès limité à chaque dossier, journalisé pendant six mois
      """
    )
    #expect(
      found == [
        "Fuite des dossiers: absent absent high absent | -",
        "Erreur de tri: absent absent medium absent | -",
      ]
    )
  }

  @Test func `the form of the French authority is read by its questions`() throws {
    let found = try risks(
      """
      # PIA – Tri des dossiers

      ## Risques

      ### Accès illégitime à des données

      #### Quels pourraient être les principaux impacts si le risque se produisait ?

      Perte de confidentialité, sollicitations.

      #### Quelles sont les mesures qui contribuent à traiter le risque ?

      Chiffrement des disques, habilitations par dossier.

      #### Comment estimez-vous la gravité du risque, notamment en fonction des impacts ?

      Importante, car les dossiers disent l'état de santé.

      #### Comment estimez-vous la vraisemblance du risque ?

      Limitée, les accès sont journalisés.

      ### Disparition de données

      - Gravité : Négligeable
      - Vraisemblance : Maximale
      - Mesures : sauvegardes quotidiennes
      """,
      at: "PIA.md"
    )
    #expect(
      found == [
        "Accès illégitime à des données: low high medium absent"
          + " | Chiffrement des disques, habilitations par dossier.",
        "Disparition de données: high low medium absent | sauvegardes quotidiennes",
      ]
    )
  }

  @Test func `a second table adds measures and what remains by the numbers of the risks`() throws {
    let found = try risks(
      """
      # Datenschutz-Folgenabschaetzung: Sortierung der Antraege

      ## Risikobewertung fuer die Betroffenen

      | Nr. | Risiko | Wahrsch. | Schwere | Punkte | Risikostufe |
      |---|---|---|---|---|---|
      | R1 | Unbefugter Zugriff | gering | hoch | 8 | mittel |
      | R2 | Falsche Reihenfolge | moeglich | erheblich | 9 | hoch |

      ### Massnahmen je Risiko

      | Risiko | Getroffene Massnahmen | Risiko nach Massnahmen |
      |---|---|---|
      | R1 | Rechte je Fall, Protokolle | niedrig |
      | R2 | Jede Ablehnung wird gelesen | gering |
      """,
      at: "DSFA.md"
    )
    #expect(
      found == [
        "Unbefugter Zugriff: low high medium low | Rechte je Fall, Protokolle",
        "Falsche Reihenfolge: medium high high low | Jede Ablehnung wird gelesen",
      ]
    )
  }

  @Test(arguments: [
    ("R1", "R1 Acesso"), ("R01", "R01 – Acesso não autorizado"), ("R1", "R1: acesso"),
  ])
  func `a number before the name leads to the risk of another table`(
    id: String,
    name: String
  )
    throws
  {
    let found = try risks(
      """
      # Relatório de impacto à proteção de dados pessoais: triagem

      ## Identificação dos riscos

      | Id | Risco | Probab. | Impacto | Nível de risco |
      |---|---|---|---|---|
      | \(id) | Acesso não autorizado | Média | Alto | Alto |

      ## Medidas para tratar os riscos

      | Risco | Medida(s) | Risco residual | Medida(s) aprovada(s) |
      |---|---|---|---|
      | \(name) | Permissões por processo | Baixo | Sim |
      """,
      at: "RIPD.md"
    )
    #expect(found == ["Acesso não autorizado: medium high high low | Permissões por processo"])
  }

  @Test func `columns are known whatever they say of the measures`() throws {
    for column in [
      "Medida implementada", "Medidas previstas", "Mesures mises en œuvre", "Getroffene Maßnahmen",
      "Genomen maatregelen", "Misure adottate", "Planned measures", "Wdrożone środki",
      "Vidtagna åtgärder",
    ] {
      let found = try risks(
        """
        # DPIA: triage

        ## Risks

        | Risk | \(column) |
        |---|---|
        | Leak | Access per case |
        """
      )
      #expect(found == ["Leak: absent absent absent absent | Access per case"], "\(column)")
    }
  }

  @Test func `a column of what remains after measures is no level before them`() throws {
    for column in [
      "Risk after measures", "Risiko nach Maßnahmen", "Risque après mesures",
      "Restrisico na mitigatie",
      "Riesgo tras las medidas", "Risco após medidas", "Rischio dopo le misure",
    ] {
      let found = try risks(
        """
        # DPIA: triage

        ## Risks

        | Risk | Level | \(column) |
        |---|---|---|
        | Leak | high | low |
        """
      )
      #expect(found == ["Leak: absent absent high low | -"], "\(column)")
    }
  }

  @Test func `what explains the scale is no risk`() throws {
    let found = try risks(
      """
      # Valutazione d'impatto sulla protezione dei dati: smistamento

      ## Valutazione dei rischi per gli interessati

      ### Metodologia di valutazione

      - **Probabilità**: 1 (rara) — 4 (quasi certa)
      - **Gravità**: 1 (trascurabile) — 4 (massima)

      ### Tabella dei rischi identificati

      | # | Rischio | Livello |
      |---|---|---|
      | R01 | Accesso non autorizzato | Medio |
      """
    )
    #expect(found == ["Accesso non autorizzato: absent absent medium absent | -"])
  }
}

@Suite("Headings of impact assessments in inflected languages")
struct HeadingRootTests {
  private func topics(_ heading: String) throws -> Set<Topic> {
    let text = """
      # DPIA: triage

      ## \(heading)

      The clerks of the office read each claim before it is refused, and log what they read.
      """
    return Set(try Reader.artifact(text, at: "DPIA.md").statements.map(\.topic))
  }

  @Test(arguments: [
    ("VALUTAZIONE DEI RISCHI PER GLI INTERESSATI", [Topic.dpiaRisks]),
    ("Identificação dos riscos", [.dpiaRisks]),
    ("Rejestr ryzyk i środki", [.dpiaRisks, .dpiaMeasures]),
    ("Evaluación de riesgos y medidas técnicas implementadas", [.dpiaRisks, .dpiaMeasures]),
    ("Misure di mitigazione adottate", [.dpiaMeasures]),
    ("Noodzaak + proportionaliteit", [.dpiaNecessity]),
    ("Direitos do titular", [.dpiaAccess, .dpiaErasure, .dpiaObjection]),
    ("Prawa podmiotów danych", [.dpiaAccess, .dpiaErasure, .dpiaObjection]),
    ("Doel van de verwerking", [.dpiaPurposes]), ("Finalités poursuivies", [.dpiaPurposes]),
    ("Raadpleging betrokkenen", [.dpiaConsultation]),
    ("Beschreibung der geplanten Verarbeitungsvorgaenge", [.dpiaDescription]),
    ("Bewertung der Verhaeltnismaessigkeit", [.dpiaNecessity]),
    ("Ryzyko szczątkowe i wniosek", [.dpiaResidualRisk]),
    ("Parecer da encarregada (DPO)", []),
    ("Methodik der Risikobewertung", []), ("Échelle des risques évalués", []),
    ("Consultation préalable de la CNIL", [.dpiaPriorConsultation]), ("Project team", []),
  ])
  func `a heading tells its topics by the roots of its words`(
    heading: String,
    expected: [Topic]
  ) throws {
    #expect(try topics(heading) == Set(expected))
  }

  @Test func `a document that only mentions risks and measures is no impact assessment`() {
    let text = """
      # Incident guide

      ## Évaluation des risques

      Text of the guide on what to do.

      ## Mesures adoptées

      More text of the guide.
      """
    guard case .notRecognized = Reader.outcome(text, at: "docs/guide.md") else {
      Issue.record("it was taken for an artifact")
      return
    }
  }

  @Test func `a soft hyphen does not cut a word`() throws {
    let artifact = try Reader.artifact(
      """
      # DPIA: triage

      ## Risico's

      | Risico | Waarschijnlijk\u{AD}heid | Impact |
      |---|---|---|
      | Lek | laag | hoog |
      """,
      at: "DPIA.md"
    )
    #expect(artifact.risks.map(\.likelihood) == ["laag"])
  }
}
