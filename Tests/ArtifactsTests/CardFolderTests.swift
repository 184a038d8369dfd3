// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Folders of model cards")
struct CardFolderTests {
  private func kind(_ text: String, _ path: String) -> ArtifactKind? {
    guard case .recognized(let artifacts, _) = Reader.outcome(text, at: path) else { return nil }
    return artifacts.first?.kind
  }

  private let plain = """
    # Futures strategy

    ## Data

    **Requirements:**
    - Fifteen-minute bars with volume

    ## Config

    The thresholds stand in `configs/a.yaml`.
    """

  @Test func `a label that READMEs have too does not outweigh the folder`() {
    #expect(kind(plain, "model_cards/futures.md") == .modelCard)
    #expect(kind(plain, "docs/futures.md") == nil)
  }

  @Test(arguments: ["CONTRIBUTING.md", "CHANGELOG.md", "TEMPLATE.md"])
  func `what such a folder has about the project is no card`(name: String) {
    #expect(kind("# Contributing\n\nAdd one file for each model.\n", "model-cards/\(name)") == nil)
  }

  @Test(arguments: [
    ("README.md", "# Metric Card for BLEU", ["Intended Uses", "Limitations and Bias", "Citation"]),
    ("README.md", "# The library", ["Transformers en línea", "Por qué usar transformers"]),
    ("models/bert_x/README.md", "# BERT X", ["1. Install the package", "Usage"]),
    ("models/bert_x/README.md", "# BERT X", ["Instalación", "Usage"]),
    ("models/bert_x/README.md", "# BERT training examples", ["Create a model", "Train the model"]),
    ("examples/bert/README.md", "# BERT", ["Pre-trained models", "Results", "Training"]),
    ("src/models/README.md", "# BERT builder", ["Model description", "Usage"]),
    ("models/bert_x/README.md", "# BERT X", ["Deploying BERT X on phones", "Community", "Usage"]),
    (
      "research/bert_x/README.md", "# Contents",
      [
        "Model description", "Model architecture", "Training", "Evaluation", "Performance",
        "Environment requirements", "Script description", "Script and sample code",
        "ModelZoo homepage",
      ]
    ),
    ("models/bert/README.md", "# BERT", ["Files"]),
    ("models/bert/README.md", "# DocBERT", ["Quick start", "Model types", "Dataset"]),
    ("vision/mnist/README.md", "# Letters (diffusion model)", ["Model info", "Training"]),
    ("models/bert_x/README.md", "# BERT training", ["Training data", "Pre-requisite", "Training"]),
    ("models/bert_x/README.md", "# BERT weights", ["Model details", "How the backend loads them"]),
    ("model_cards/README.md", "# Model cards of the desk", ["Training data", "Intended use"]),
    (
      "docs/models/bert/1.md", "# Module acme/bert/1",
      ["Model description", "Training data", "Training procedure", "Results", "Usage"]
    ),
  ])
  func `cards of other things and READMEs of libraries are no cards of models`(
    path: String,
    title: String,
    headings: [String]
  ) {
    let program = path == "README.md" ? "```python\nx = pipeline('a')\n```" : "It reads."
    let sections = headings.map { "## \($0)\n\nIt counts equal words of two texts, with a bias.\n" }
    #expect(kind("\(title)\n\n\(program)\n\n\(sections.joined(separator: "\n"))", path) == nil)
  }

  @Test(arguments: [
    "Harbour is an open-weight language model with a long context.",
    "We introduce Harbour, a model that sorts letters of tenants by topic.",
    "This network of three layers finds landmarks in scans.",
  ])
  func `among models, a README tells by a first sentence on what model it is`(opening: String) {
    let text = "# Harbour\n\n\(opening)\n\n## Training\n\nThe scripts stand beside it.\n"
    #expect(kind(text, "models/harbour/README.md") == .modelCard)
    #expect(kind(text, "README.md") == nil)
    #expect(kind(text, "models/README.md") == nil)
    #expect(kind(text, "examples/harbour/README.md") == nil)
  }

  @Test func `a card that names the script that trained it stays one`() {
    let text = "# Letters\n\n### From script\n\n```\nrun.py\n```\n\n### Config\n\nTwo epochs.\n"
    #expect(kind(text, "model_cards/acme/letters/README.md") == .modelCard)
  }

  @Test func `among models, a file that is called a model card is one under any headings`() {
    let text = "# Sign sorter\n\n- Top-1: 0.7\n\n## Honest remarks\n\nThree signs only.\n"
    #expect(kind(text, "artifacts/models/sign-v1/model-card.md") == .modelCard)
    #expect(kind(text, "artifacts/models/sign-v1/notes.md") == nil)
    #expect(kind("# Making cards\n\n## Scripts\n\nRun a.py.\n", "docs/model-card.md") == nil)
  }

  @Test func `among models, a README on what the program does is no card`() {
    let text = """
      # LoRA

      Low-rank adaptation for fine-tuning, by a config.
      """
    #expect(kind(text, "models/lora/README.md") == nil)
    let wrapper = "# BERT X\n\nA wrapper around BERT for fine-tuning.\n\n## Model types\n\nTwo.\n"
    #expect(kind(wrapper, "models/bert_x/README.md") == nil)
  }

  @Test func `among models, a README tells by its folder and by how the model was made`() {
    let text = """
      # Claims sorter

      We fine-tune BERT on letters of claimants for two epochs. This model reads German only.
      """
    #expect(kind(text, "models/acme/bert-claims/README.md") == .modelCard)
    #expect(kind(text, "README.md") == nil)
    #expect(kind("# Models\n\nOne folder each.\n", "models/README.md") == nil)
  }

  @Test func `among models, a README tells by the facts that it states of one`() {
    let facts = """
      # letters-2020-01-15.zip

      * dataset: letters
      * model: transformer
      * pre-processing: normalization
      * source language(s): de

      ## Benchmarks

      | testset | BLEU |
      |---|---|
      | Letters.de.en | 36.8 |
      """
    #expect(kind(facts, "models/de-en/README.md") == .modelCard)
    #expect(kind(facts, "models/README.md") == nil)
    #expect(kind(facts, "data/de-en/README.md") == nil)
  }

  @Test func `a README on the code of several models is the card of none`() {
    let load = ["base", "large", "align"].map { "m = AutoModel.from_pretrained('acme/x-\($0)')" }
    let text = """
      # CrossLM

      Code for pretraining language models.

      ## How to use

      ```python
      \(load.joined(separator: "\n"))
      ```

      ## Pretraining

      ### Environment

      The pretrained models lie at huggingface.co/acme.

      ### Prepare training data

      ### Pretrain X

      ### Pretrain Y
      """
    #expect(kind(text, "models/crosslm/README.md") == nil)
  }
}
