// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension ArtifactFormat {
  /// A model card of the Hugging Face hub: front matter with the keys of one.
  static let huggingFaceModelCard = ArtifactFormat(
    name: "hf-model-card",
    summary: "model card with the front matter of the Hugging Face hub",
    fileNames: ["readme.md", "**/{modelcard,model[-_ ]card}*.{md,markdown}"],
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
    guard keys.contains(where: sharedKeys.contains), ModelTitle.isCard(document.title ?? "") else {
      return .no(reason: "no key of its front matter is one of a model card")
    }
    return .yes(
      kind: .modelCard,
      reason: "it has front matter and calls itself a model card",
      confidence: .certain
    )
  }

  private static let modelKeys: Set<String> = [
    "library_name", "pipeline_tag", "model-index", "base_model", "base_model_relation",
  ]
  private static let sharedKeys: Set<String> = ["license", "tags", "datasets", "metrics"]
  static let datasetKeys: Set<String> = [
    "task_categories", "size_categories", "dataset_info", "pretty_name", "configs",
    "annotations_creators", "source_datasets", "task_ids",
  ]
}
