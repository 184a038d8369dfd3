// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension ArtifactFormat {
  /// A dataset card of the Hugging Face hub: front matter with the keys of one.
  static let huggingFaceDatasetCard = ArtifactFormat(
    name: "hf-dataset-card",
    summary: "dataset card with the front matter of the Hugging Face hub",
    fileNames: ["readme.md", "**/{dataset[-_ ]card,datasetcard}*.{md,markdown}"],
    detect: { file in
      guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
      guard let keys = document.frontMatter?.map?.map(\.key) else {
        return .no(reason: "it has no front matter")
      }
      guard let key = keys.first(where: datasetKeys.contains) else {
        return .no(reason: "no key of its front matter is one of a dataset card")
      }
      return .yes(
        kind: .datasheet,
        reason: "the key '\(key)' of its front matter is one of a dataset card",
        confidence: .certain
      )
    },
    read: { file, _ in
      file.markdown.map { [DatasheetReading(file, $0).artifact(format: "hf-dataset-card")] } ?? []
    }
  )
}
