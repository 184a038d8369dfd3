// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("The French authority's form in Markdown")
struct CNILFormTests {
  private static let parts = [
    (
      "## Principes fondamentaux",
      [
        (
          "Les finalités du traitement sont-elles déterminées, explicites et légitimes ?",
          "Oui : répondre plus vite aux demandes de réparation urgentes."
        ), ("Quelle est la durée de conservation des données ?", "Six mois."),
      ]
    ),
    (
      "## Risques\n\n### Accès illégitime à des données",
      [
        (
          "Quels pourraient être les principaux impacts sur les personnes concernées ?",
          "Gêne, discrimination."
        ),
        (
          "Quelles sont les principales menaces qui pourraient permettre la réalisation du risque ?",
          "Vol d'un mot de passe."
        ),
        (
          "Quelles sont les mesures qui contribuent à traiter le risque ?",
          "Chiffrement des disques, accès par rôle."
        ), ("Comment estimez-vous la gravité du risque ?", "Importante"),
        ("Comment estimez-vous la vraisemblance du risque ?", "Limitée"),
      ]
    ),
    (
      "### Disparition de données",
      [
        ("Quelles sont les mesures qui contribuent à traiter le risque ?", "Sauvegarde nocturne."),
        ("Comment estimez-vous la gravité du risque ?", "Négligeable"),
        ("Comment estimez-vous la vraisemblance du risque ?", "Maximale"),
      ]
    ),
  ]

  @Test(arguments: ["**%** @\n", "**%**\n\n@\n", "#### %\n\n@\n", "- **%** @"])
  func `questions tell the same wherever their answers stand`(form: String) throws {
    let body = Self.parts.map { heading, questions in
      let lines = questions.map { question, answer in
        form.replacing("%", with: question).replacing("@", with: answer)
      }
      return heading + "\n\n" + lines.joined(separator: "\n") + "\n"
    }
    let assessment = try Reader.artifact(
      "# AIPD : tri des courriers\n\n" + body.joined(separator: "\n"),
      at: "AIPD.md"
    )
    #expect(
      assessment.risks.map { "\($0.name): \($0.severity ?? "-"), \($0.likelihood ?? "-")" } == [
        "Accès illégitime à des données: Importante, Limitée",
        "Disparition de données: Négligeable, Maximale",
      ]
    )
    #expect(
      assessment.risks.map(\.mitigation) == [
        "Chiffrement des disques, accès par rôle.", "Sauvegarde nocturne.",
      ]
    )
    let retention = assessment.statements.first { $0.topic == .dpiaRetention }
    #expect(retention?.text == "Six mois.")
    #expect(assessment.statements.contains { $0.topic == .dpiaPurposes })
  }

  @Test(arguments: [
    "Statut global : validé le 5 mars 2026", "Gesamtstatus: freigegeben am 05.03.2026",
    "Overall status: approved on 5 March 2026",
  ])
  func `an overall status is that of the document`(line: String) throws {
    let assessment = try Reader.artifact(
      "# DPIA: letters\n\n## Description\n\nLetters are sorted by topic.\n\n\(line)\n",
      at: "DPIA.md"
    )
    #expect(Decisions([]).state(status: assessment.status) == .approved)
  }

  @Test(arguments: [
    "Responsabile della protezione dei dati: Nominato internamente",
    "Datenschutzbeauftragter: Intern benannt", "DPO: Appointed internally",
    "Délégué à la protection des données: Désigné en interne",
    "Datenschutzbeauftragter: Externer Datenschutzbeauftragter",
    "Delegado de protección de datos: Designado internamente", "Contact: Via email at",
  ])
  func `how somebody was appointed or is reached names nobody`(line: String) throws {
    let assessment = try Reader.artifact(
      "# DPIA: letters\n\n- \(line)\n\n## Description\n\nLetters are sorted.\n",
      at: "DPIA.md"
    )
    #expect(assessment.parties.isEmpty)
  }

  @Test(arguments: [
    "Notwendigkeit (Art. 35 DSGVO)", "Necessity (GDPR Art. 35(1))",
    "Necesidad (art. 35 RGPD)",
  ])
  func `that an assessment is needed is no necessity of the processing`(heading: String) throws {
    let text = "# DPIA: letters\n\n## \(heading)\n\nHealth data are processed at large scale.\n"
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(!assessment.statements.contains { $0.topic == .dpiaNecessity })
  }

  @Test(arguments: [
    "Notwendigkeit (Art. 35 Abs. 7 lit. b DSGVO)", "Necessity and proportionality (Art. 35)",
    "Necessity",
  ])
  func `necessity of the processing stays one`(heading: String) throws {
    let text = "# DPIA: letters\n\n## \(heading)\n\nSorting by hand takes nine days.\n"
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.statements.contains { $0.topic == .dpiaNecessity })
  }

  @Test(arguments: [
    "Bajo: dos agentes revisan cada rechazo.", "低：两名员工复核每次拒绝。",
    "Low: two clerks read each letter.", "Niedrig: zwei Personen prüfen jede Ablehnung.",
  ])
  func `a rating with its reason is an answer on the risk that remains`(text: String) throws {
    let assessment = try Reader.artifact(
      "# DPIA: letters\n\n## Residual risk\n\n\(text)\n",
      at: "DPIA.md"
    )
    #expect(assessment.statements.map(\.state) == [.substantive])
  }

  @Test(arguments: [
    "Bajo: la delegada rechaza el tratamiento.", "低：保护官拒绝该处理。",
  ])
  func `a refusal behind a rating stays one`(text: String) throws {
    let assessment = try Reader.artifact(
      "# DPIA: letters\n\n## Residual risk\n\n\(text)\n",
      at: "DPIA.md"
    )
    #expect(assessment.statements.map(\.state) == [.undecided])
  }

  @Test(arguments: ["**%** @\n", "#### %\n\n@\n", "- **%** @"])
  func `the form in English tells the same`(form: String) throws {
    let questions = [
      (
        "What could be the main impacts on the data subjects if the risk were to occur?",
        "A late repair."
      ),
      ("Which of the identified controls contribute to addressing the risk?", "Encrypted disks."),
      ("How do you estimate the risk severity?", "Important"),
      ("How do you estimate the likelihood of the risk?", "Limited"),
    ]
    let lines = questions.map { form.replacing("%", with: $0.0).replacing("@", with: $0.1) }
    let text =
      "# PIA: sorting letters\n\n## Risks\n\n### Illegitimate access to data\n\n"
      + lines.joined(separator: "\n")
    let assessment = try Reader.artifact(text, at: "PIA.md")
    #expect(
      assessment.risks.map { "\($0.name): \($0.severity ?? "-"), \($0.likelihood ?? "-")" } == [
        "Illegitimate access to data: Important, Limited"
      ]
    )
    #expect(assessment.risks.map(\.mitigation) == ["Encrypted disks."])
  }
}
