// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Sentences of forms, and labels that label something else")
struct FormAndLabelTests {
  @Test(arguments: [
    "_If so, please provide a description. If not, you may skip the remaining questions._",
    "If the dataset was cleaned, please describe how.",
    "Falls ja, bitte beschreiben Sie die Schritte.",
    "Wenn ja, geben Sie bitte eine Beschreibung an.", "Si oui, veuillez décrire les étapes.",
    "In caso affermativo, si prega di descrivere i passaggi.",
    "Review section 4.6 of the model cards paper.",
    "Die Aufbereitung ist im Datenblatt genauer beschrieben.",
    "The cleaning is described in the paper.", "詳細は論文を参照してください。",
  ])
  func `what a form asks, or where something is described, is no answer`(text: String) throws {
    let sheet = try Reader.artifact(
      "# Datasheet: crane cycles\n\n## Preprocessing\n\n\(text)\n",
      at: "DATASHEET.md"
    )
    let statement = try #require(sheet.statement(.dataPreprocessing))
    #expect(statement.state != .substantive)
  }

  @Test(arguments: [
    "Cycles shorter than a minute were removed; if a sensor failed, the cycle was dropped.",
    "We resampled all signals to 20 Hz and cut idle time, as described in the paper by our group.",
    "If you need the raw signals, please ask for them; ours are resampled to 20 Hz.",
  ])
  func `what was done is an answer, whatever it refers to`(text: String) throws {
    let sheet = try Reader.artifact(
      "# Datasheet: crane cycles\n\n## Preprocessing\n\n\(text)\n",
      at: "DATASHEET.md"
    )
    #expect(sheet.statement(.dataPreprocessing)?.state == .substantive)
  }

  @Test
  func `an instruction on consent is no consent`() throws {
    let sheet = try Reader.artifact(
      """
      # Datasheet: crane cycles

      ## Collection process

      ### Did the individuals in question consent to the collection and use of their data?

      _If so, please describe (or show with screenshots) how consent was requested and provided._
      """,
      at: "DATASHEET.md"
    )
    #expect(
      sheet.statements.filter { $0.topic == .dataConsent && $0.state == .substantive }.isEmpty
    )
  }

  @Test
  func `the head of a table of examples is no answer`() throws {
    let text = """
      # DPIA

      ## Grounds

      | Legal basis | Application |
      |---|---|
      | Contract | Reminders |
      """
    #expect(try Reader.artifact(text, at: "DPIA.md").statement(.dpiaLegalBasis) == nil)
    let labelled = text.replacing("| Contract | Reminders |", with: "| Retention | Twelve months |")
      .replacing("Application", with: "Consent of the members")
    let assessment = try Reader.artifact(labelled, at: "DPIA.md")
    #expect(assessment.statement(.dpiaLegalBasis)?.text == "Consent of the members")
  }

  @Test
  func `an instruction in a register is no entry of it`() throws {
    let text = """
      # Records of processing activities

      ## Reminders

      - Purpose: deliver reminders to members
      - Data categories: name, phone number
      - Transfers: list countries and safeguards
      """
    let record = try Reader.artifact(text, at: "ROPA.md", as: .record)
    #expect(record.statement(.ropaTransfers)?.state != .substantive)
  }

  @Test
  func `a link to a section of the page is no label`() throws {
    let text = """
      # Data card: near misses

      ## Motivation

      Contributors stay private in this set of reports on crossings. See
      [Privacy: aggregation and minimum counts](#privacy-aggregation).
      """
    let card = try Reader.artifact(text, at: "DATA_CARD.md")
    #expect(card.statement(.personalData) == nil)
  }

  @Test(arguments: [
    ("Consultation with the supervisory authority (Art. 36)", "Prior consultation is not needed."),
    ("Konsultation der Aufsichtsbehörde", "Eine Konsultation ist nicht erforderlich."),
    ("Consultazione preventiva", "La consultazione non è necessaria."),
  ])
  func `asking the authority is not asking the people concerned`(
    heading: String,
    text: String
  ) throws {
    let assessment = try Reader.artifact("# DPIA\n\n## \(heading)\n\n\(text)\n", at: "DPIA.md")
    #expect(assessment.statement(.dpiaConsultation) == nil)
  }

  @Test(arguments: [
    "**Legal basis of the DPIA:** Art. 35 GDPR, national list no. 4",
    "**Base giuridica della DPIA:** Art. 35 GDPR, elenco nazionale n. 4",
  ])
  func `what the assessment is based on is not what the processing is`(line: String) throws {
    let assessment = try Reader.artifact("# DPIA\n\n\(line)\n", at: "DPIA.md")
    #expect(assessment.statement(.dpiaLegalBasis) == nil)
  }

  @Test
  func `a right is no review of the assessment`() throws {
    let text = """
      # RIPD

      ## Direitos do titular

      | Direito | Mecanismo |
      |---|---|
      | Revisão de decisão automatizada (Art. 20) | Formulário na página de contato |
      """
    #expect(try Reader.artifact(text, at: "RIPD.md").statement(.dpiaReview) == nil)
  }

  @Test
  func `a sentence under Status deep in a document is about its section`() throws {
    let text = """
      # DPIA

      ## Children

      **Status**: The app does not mean to process data of children under the age of twelve.
      """
    #expect(try Reader.artifact(text, at: "DPIA.md").status == nil)
    let head = try Reader.artifact(
      "# DPIA\n\n**Status**: Reviewed every spring by us all\n",
      at: "DPIA.md"
    )
    #expect(head.status == "Reviewed every spring by us all")
  }

  @Test
  func `several labels on one line are as many facts`() throws {
    let text =
      "# DPIA\n\n**Version:** 1.0 · **Date:** 2026-07-29 · **Status:** draft, to be approved\n"
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(assessment.created?.date?.description == "2026-07-29")
    #expect(assessment.decision == .pending)
  }

  @Test(arguments: [
    "**Décision :** Les traitements peuvent être mis en œuvre sous réserve des mesures ci-dessus.",
    "**Decision:** The service may start under the conditions above.",
    "**Entscheidung:** Die Verarbeitung darf unter Auflagen beginnen.",
  ])
  func `a decision with conditions is one`(line: String) throws {
    let text = "# DPIA\n\n## Conclusion\n\n\(line)\n"
    #expect(try Reader.artifact(text, at: "DPIA.md").decision == .conditional)
  }

  @Test(arguments: [
    "| Datenschutzbeauftragter | extern zu beauftragen (mit Schwerpunkt Gesundheit) |",
    "| DPO | to be appointed by the board |",
  ])
  func `who is still to be named is nobody`(row: String) throws {
    let text = "# DPIA\n\n| Role | Who |\n|---|---|\n\(row)\n"
    #expect(try Reader.artifact(text, at: "DPIA.md").parties.isEmpty)
  }

  @Test
  func `German without umlauts is read like German with them`() throws {
    let german = """
      # Datenschutz-Folgenabschätzung (DSFA): Fahrten

      **Nächste Überprüfung:** 2027-01-15

      ## Empfänger

      Ein Rechenzentrum in Kiel

      ## Risiken

      | Nr | Risiko | Eintrittswahrscheinlichkeit | Schwere |
      |---|---|---|---|
      | R1 | Verlust der Adressen | Mäßig | Hoch |

      ## Maßnahmen

      | Nr | Maßnahme | Adressiert Risiko |
      |---|---|---|
      | T1 | AES-256 auf allen Platten | R1 |
      """
    let plain = [("ä", "ae"), ("Ü", "Ue"), ("ü", "ue"), ("ß", "ss")]
      .reduce(german) { $0.replacing($1.0, with: $1.1) }
    for text in [german, plain] {
      let assessment = try Reader.artifact(text, at: "DSFA.md")
      #expect(assessment.statement(.dpiaReview)?.text == "2027-01-15")
      #expect(assessment.statement(.dpiaProcessors)?.state == .substantive)
      #expect(assessment.controls.map(\.title) == ["AES-256 auf allen Platten"])
      #expect(assessment.risks.map(\.mitigation) == ["AES-256 auf allen Platten"])
      #expect(assessment.risks.map(\.rating) == [.high])
    }
  }

  @Test
  func `a colon in brackets ends no label`() throws {
    let text = "# DPIA\n\n- Transfers of data to a third country (USA: two providers)\n"
    let assessment = try Reader.artifact(text, at: "DPIA.md")
    #expect(!assessment.statements.contains { $0.question?.contains("(USA") == true })
  }

  @Test(arguments: [
    ("模型卡", nil), ("Karta modelu `voice-2`", "voice-2"),
    ("Model card: \"Parcel net\"", "Parcel net"),
    ("模型卡：包裹", "包裹"),
  ])
  func `what a card calls itself is no name of a model`(title: String, name: String?) throws {
    let text = "# \(title)\n\n## Intended use\n\nSorts parcels of one warehouse by size.\n"
    #expect(try Reader.artifact(text, at: "MODEL_CARD.md").models.first?.name == name)
  }

  @Test
  func `headings of cards are read in the words of their languages`() throws {
    let text = """
      # Modellkarte: Schrauben

      ## Hauptverwendungszweck

      Sortiert Schrauben nach Größe und Farbe.

      ## Vorrangig vorgesehene Nutzer

      Mitarbeitende der Endkontrolle im Werk.

      ## Vorbehalte und Empfehlungen

      Nur bei Tageslicht einsetzen, sonst sinkt die Trefferquote.
      """
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    for topic in [Topic.intendedUse, .users, .limitations, .recommendations] {
      #expect(card.statement(topic)?.state == .substantive, "\(topic)")
    }
    let limits = "# Model card: rides\n\n## Known limits\n\nFails for trips of more than one day.\n"
    #expect(try Reader.artifact(limits, at: "MODEL_CARD.md").statement(.limitations) != nil)
  }

  @Test
  func `whom a model is not for is an answer in Chinese too`() throws {
    let text = "# 模型卡：故事\n\n## 超出范围的用途\n\n不适用于未成年人。\n"
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    #expect(card.statement(.outOfScopeUse)?.state == .substantive)
  }
}
