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

  @Test func `among models, a README tells by its folder and by how the model was made`() {
    let text = """
      # Claims sorter

      We fine-tune BERT on letters of claimants for two epochs. This model reads German only.
      """
    #expect(kind(text, "models/acme/bert-claims/README.md") == .modelCard)
    #expect(kind(text, "README.md") == nil)
    #expect(kind("# Models\n\nOne folder each.\n", "models/README.md") == nil)
  }
}
