// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct DetectionTests {
  private func kind(_ text: String, _ path: String = "docs/a.md") -> ArtifactKind? {
    guard case .recognized(let artifacts, _) = Reader.outcome(text, at: path) else { return nil }
    return artifacts.first?.kind
  }

  @Test(arguments: [
    ("Model card", ArtifactKind.modelCard), ("Model Card for m", .modelCard),
    ("Model card: m", .modelCard), ("m — Model Card", .modelCard), ("m - model card", .modelCard),
    ("Model card v2", .modelCard), ("Model Card (draft)", .modelCard),
    ("Data Protection Impact Assessment (DPIA) — intake", .dpia), ("DPIA: scoring", .dpia),
    ("DPIA of the scoring service", .dpia),
    ("Fundamental rights impact assessment for m", .fria),
  ])
  func `a document that calls itself so is one, and be it a stub`(
    title: String,
    expected: ArtifactKind
  ) {
    #expect(kind("# \(title)\n\nTo come.\n") == expected)
  }

  @Test(arguments: [
    "Model Card Toolkit", "Contribute to Model Card Toolkit", "Model Card templates",
    "Install Model Card Toolkit", "Task overview for pre-scan DPIA", "DPIA domain knowledge",
    "Technical Data Sheet",
  ])
  func `a document about such documents is none`(title: String) {
    #expect(kind("# \(title)\n\n## Overview\n\nText.\n") == nil)
  }

  @Test func `an article on the notion of such documents is none`() {
    let headings = ["Definition", "Sources", "See also", "Examples"].map { "## \($0)\n\na\n" }
    let article = "# DPIA\n\n" + headings.joined(separator: "\n")
    #expect(kind(article) == nil)
    #expect(kind(article + "\n## Risks\n\nb\n") == .dpia)
    #expect(kind("# DPIA: scoring\n\n" + headings.joined(separator: "\n")) == .dpia)
  }

  @Test(arguments: [
    ("This datasheet is for version 3 of the sounds.", true),
    ("> This is the model card of a small model.", true),
    ("Read this datasheet for a start, or the one of the sounds.", false),
    ("This repository has a model card.", false),
  ])
  func `a document whose first paragraph says what it is needs no such title`(
    opening: String,
    isOne: Bool
  ) {
    let text = "# Sounds\n\n\(opening)\n\n## Limitations\n\nFew speakers.\n"
    #expect((kind(text, "docs/sounds.md") != nil) == isOne)
  }

  @Test func `a data card is one by its title, since no device has any`() {
    let text = "# Data card: leads\n\n## Inputs\n\nThree files.\n"
    #expect(kind(text) == .datasheet)
    #expect(kind("# Datasheet: leads\n\n## Inputs\n\nThree files.\n") == nil)
  }

  @Test func `what a name and a title say together is enough`() {
    let text = "# 文析 AIGC 检测模型卡与商用说明\n\n## 结论先行\n\n一。\n"
    #expect(kind(text, "docs/MODEL_CARD.md") == .modelCard)
    #expect(kind(text, "docs/notes.md") == nil)
    #expect(kind("# Kunden: Datensatzkarte\n\n## Stand\n\na\n", "DATASET_CARD.md") == .datasheet)
  }

  @Test func `a title that only mentions a card needs three of its topics`() {
    let text = "# Loan scorer model card\n\n## Intended use\n\na\n\n## Limitations\n\nb\n"
    #expect(kind(text) == nil)
    #expect(kind(text + "\n## Training data\n\nc\n") == .modelCard)
  }

  @Test func `a name counts when nothing but the subject stands beside it`() {
    let text = "# Scoring\n\n## Scope\n\nText.\n"
    #expect(kind(text, "docs/DPIA.md") == .dpia)
    #expect(kind(text, "docs/0001-dpia-form-changes.md") == nil)
    #expect(kind(text, "docs/notes.md") == nil)
  }

  @Test func `a data sheet of a device is no datasheet of a dataset`() {
    #expect(kind("# Sensor board\n\n## Overview\n\nPins.\n", "DATASHEET.md") == nil)
    let dataset = "# Loans\n\n## Motivation\n\na\n\n## Composition\n\nb\n"
    #expect(kind(dataset, "DATASHEET.md") == .datasheet)
  }

  @Test func `what describes a device is no datasheet, though it calls itself so`() {
    let board = """
      # Datasheet: Tracker board

      ## Overview

      A board with a receiver.

      ## Electrical characteristics

      | Parameter | Value |
      |---|---|
      | Voltage | 3.3 V |
      | Operating temperature | 0 to 70 °C |

      ## Maintenance

      Keep it dry.
      """
    #expect(kind(board, "DATASHEET.md") == nil)
    let sensors = """
      # Datasheet: readings of the tracker

      ## Motivation

      a

      ## Collection process

      | Sensor | Rate |
      |---|---|
      | Battery | 1 Hz |
      | Temperature | 1 Hz |
      """
    #expect(kind(sensors, "DATASHEET.md") == .datasheet)
  }

  @Test(arguments: [
    ("license: mit\ntags: [nlp]\ndatasets: [a/b]", "# Tiny\n\n## Usage\n\nRun it.\n", true),
    ("license: other\nlicense_name: house", "# Tiny\n\n## Model Architecture\n\na\n", true),
    ("license: mit\nlanguage: en\ninference: false", "# Tiny\n\nText.\n", true),
    ("license: mit\ntags: [nlp]", "# Tiny tool\n\n## Usage\n\nRun it.\n", false),
    ("license: mit\ntitle: Post", "# Tiny\n\n## Model Architecture\n\na\n", false),
    ("license: mit\nsdk: gradio", "# Demo of the model\n\nText.\n", false),
    ("license: mit\ntags: [nlp]", "# Loans dataset for our models\n\nText.\n", false),
    ("tags: [nlp]\ndatasets: [a/b]", "# Tiny\n\nText.\n", false),
  ])
  func `front matter of the hub alone tells a card, where nothing else is in it`(
    matter: String,
    text: String,
    isCard: Bool
  ) {
    #expect(kind("---\n\(matter)\n---\n\(text)", "README.md") == (isCard ? .modelCard : nil))
  }

  @Test func `a card that tells of its data as a datasheet does is a card`() {
    let data = "## Motivation\n\na\n\n## Preprocessing\n\nb\n\n## Composition\n\nc\n\n"
    let text = "# Scorer\n\n\(data)## Intended use\n\nd\n\n## Ethical considerations\n\ne\n"
    #expect(kind(text) == .datasheet)
    #expect(kind("\(text)\n## Model details\n\nf\n") == .modelCard)
  }

  private static let attributes = """
    ## Characteristics

    | Attribute | Value |
    |---|---|
    | **Provider** | Example (Language Team) |
    | **Architecture** | gemma3 |
    | **License** | MIT |

    """

  @Test func `a text with provider, architecture and license of a model is its card`() throws {
    let text = "# Tiny 3\n\nA model.\n\n\(Self.attributes)"
    let card = try Reader.artifact(text, at: "ai/tiny3.md")
    #expect(card.models.map(\.name) == ["Tiny 3"])
    #expect(card.models.map(\.type) == ["gemma3"])
    #expect(card.models.map(\.licenses) == [["MIT"]])
    #expect(card.parties.map(\.role) == [.provider])
    #expect(card.parties.map(\.name) == ["Example (Language Team)"])
    #expect(kind("# Tool\n\n" + Self.attributes.replacing("Architecture", with: "Size")) == nil)
  }

  @Test func `documentation of a model is no card, even with the headings of one`() {
    let usage = "# Module x/y/1\n\n## Overview\n\na\n\n## Intended use\n\nb\n\n"
    let sections = "## Model architecture\n\nc\n\n## Metrics\n\nd\n\n## Limitations\n\ne\n\n"
    #expect(kind(usage + sections) == nil)
    #expect(kind(usage + sections + "## Ethical considerations\n\nf\n") == .modelCard)
    #expect(kind("# Tool\n\n## Usage\n\na\n\n## Ethics\n\nb\n\n## Performance\n\nc\n") == nil)
  }

  @Test func `a bundle of MONAI may have structures below a metric, or parts above one`() throws {
    let bundle = try Reader.artifact(
      #"{"schema": "https://github.com/Project-MONAI/MONAI-extra-test-data/releases/download/0.8.1/"#
        + #"meta_schema_20220324.json", "version": "1", "monai_version": "1", "name": "n", "#
        + #""network_data_format": {}, "eval_metrics": {"#
        + #""mean_dice": {"central gland": 0.88}, "encoder": {"speed": 2}}}"#,
      at: "configs/metadata.json"
    )
    #expect(bundle.measurements.map(\.metric) == ["mean_dice", "speed"])
    #expect(bundle.measurements.map { $0.slice.map(\.group) } == [["central gland"], ["encoder"]])
  }

  @Test func `a description behind the label of the model is not its name`() throws {
    let description = String(repeating: "a long description ", count: 6)
    let card = try Reader.artifact(
      "# Model card: scorer\n\n| | |\n|---|---|\n| Model | \(description) |\n",
      at: "MODEL_CARD.md"
    )
    #expect(card.models.map(\.name) == ["scorer"])
  }
}
