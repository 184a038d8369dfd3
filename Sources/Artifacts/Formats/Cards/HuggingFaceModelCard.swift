// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A model card of the Hugging Face hub: front matter with the keys of one.
  static let huggingFaceModelCard = ArtifactFormat(
    name: "hf-model-card",
    summary: "model card with the front matter of the Hugging Face hub",
    fileNames: ["readme.md", "**/{modelcard,model[-_ ]card}*.{md,markdown}"],
    holdsOne: true,
    detect: detectHuggingFaceModelCard,
    read: { file, _ in
      file.markdown.map { [ModelCardReading(file, $0).artifact(format: "hf-model-card")] } ?? []
    }
  )

  private static func detectHuggingFaceModelCard(_ file: ParsedFile) -> Detection {
    guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
    guard let keys = document.frontMatter?.map?.map(\.key) else {
      return .no(reason: "it has no front matter")
    }
    if let key = keys.first(where: datasetKeys.contains) {
      return .no(reason: "the key '\(key)' of its front matter is one of a dataset card")
    }
    if let key = keys.first(where: modelKeys.contains) {
      return .yes(
        kind: .modelCard,
        reason: "the key '\(key)' of its front matter is one of a model card",
        confidence: .certain
      )
    }
    // `license` and `tags` also stand in front matter that has nothing to do with models.
    guard keys.contains(where: sharedKeys.contains) else {
      return .no(reason: "no key of its front matter is one of a model card")
    }
    if ModelTitle.isCard(document.title ?? "") {
      return .yes(
        kind: .modelCard,
        reason: "it has front matter and calls itself a model card",
        confidence: .certain
      )
    }
    guard keys.contains("license"), keys.allSatisfy(hubKeys.contains), speaksOfModel(document)
    else {
      return .no(reason: "its front matter may be that of anything")
    }
    return .yes(
      kind: .modelCard,
      reason: "its front matter has only keys of the hub, and its headings speak of a model",
      confidence: .likely
    )
  }

  /// Whether a document tells of a model, its training or its limits; a heading that names a dataset
  /// first speaks of that.
  private static func speaksOfModel(_ document: MarkdownDocument) -> Bool {
    let isDataset = document.title.map { FoldedText.words($0).contains("dataset") } ?? false
    guard !isDataset else { return false }
    if document.frontMatter?.map?.contains(where: { trainingKeys.contains($0.key) }) == true {
      return true
    }
    let headings = document.sections.map { FoldedText.words($0.title).spacedWords }
    return headings.contains { words in words.contains { $0 == "model" || $0 == "models" } }
  }

  private static let modelKeys: Set<String> = [
    "library_name", "pipeline_tag", "model-index", "base_model", "base_model_relation",
  ]
  private static let sharedKeys: Set<String> = ["license", "tags", "datasets", "metrics"]
  /// Keys that tell of a model even where its headings do not: on what it was trained, how it is run.
  private static let trainingKeys: Set<String> = ["datasets", "metrics", "inference", "widget"]
  /// The further keys of model cards on the hub (`huggingface_hub`, `repocard_data.py`).
  private static let hubKeys: Set<String> = sharedKeys.union(trainingKeys).union([
    "language", "license_name", "license_link", "thumbnail", "co2_eq_emissions", "new_version",
    "extra_gated_prompt", "extra_gated_fields", "extra_gated_heading", "extra_gated_description",
    "extra_gated_button_content", "model_name", "arxiv", "bibtex", "model_creator",
  ])
  static let datasetKeys: Set<String> = [
    "task_categories", "size_categories", "dataset_info", "pretty_name", "configs",
    "annotations_creators", "source_datasets", "task_ids",
  ]
}
