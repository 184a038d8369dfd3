// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A home-made model card: a map whose keys are what cards have as headings and labels.
  static let keyedModelCard = KeyedCard.model.format(
    "keyed-model-card",
    summary: "home-made model card under keys such as intended_use (JSON or YAML)",
    fileName: "**/{model[-_ ]card,modelcard}*.{json,yaml,yml}"
  )

  /// The same for a dataset.
  static let keyedDataCard = KeyedCard.dataset.format(
    "keyed-data-card",
    summary: "home-made data card under keys such as collection_process (JSON or YAML)",
    fileName: "**/{data[-_ ]card,datacard,dataset[-_ ]card,datasheet}*.{json,yaml,yml}"
  )
}

/// Reads cards that teams write as JSON or YAML of their own, by the words of their keys.
///
/// No schema stands behind them, so that the keys are looked up like the headings and labels of
/// cards in Markdown.
struct KeyedCard: Sendable {
  /// What sets cards of models and of datasets apart.
  static let model = KeyedCard(
    kind: .modelCard,
    table: .modelCard,
    names: ["model card", "modelcard"],
    titles: HeaderLabels.model.union(["name", "display name", "title"])
  )
  static let dataset = KeyedCard(
    kind: .datasheet,
    table: .datasheet,
    names: ["data card", "datacard", "dataset card", "datasheet"],
    titles: HeaderLabels.dataset.union(["name", "title"])
  )

  private let kind: ArtifactKind
  private let table: TopicTable
  /// What such files are called, in lower-case words.
  private let names: SelfNames
  /// The keys of the name of the model or dataset.
  private let titles: Set<String>

  /// The format of such cards.
  func format(_ name: String, summary: String, fileName: String) -> ArtifactFormat {
    ArtifactFormat(
      name: name,
      summary: summary,
      fileNames: [fileName],
      detect: { detect($0) },
      read: { file, kind in file.artifacts(kind, name) { read($0, into: &$1) } }
    )
  }

  /// A file is one by its name and two keys of a card, or by keys that only cards have.
  func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap, root["properties"] == nil else {
      return .no(reason: "it is no JSON or YAML map of facts")
    }
    let stem = TreePath.stem(of: file.path)
    if SelfName(stem, among: names) != .absent {
      let words = FoldedText.words(stem).spacedWords
      guard words.allSatisfy({ $0 != "schema" && $0 != "template" }) else {
        return .no(reason: "its name is that of a form for such files")
      }
      let keys = telling(in: root)
      return keys.count > 1
        ? yes("its name is that of \(kind.phrase), and it has the keys \(keys[0]) and \(keys[1])")
        : .no(reason: "its name is that of \(kind.phrase), but its keys are not")
    }
    guard kind == .modelCard, root.hasAny("intended_use", "intended_uses", "out_of_scope_uses"),
      root.hasAny("limitations", "known_limitations", "ethical_considerations", "bias"),
      root.hasAny("model_name", "model_type", "model", "architecture", "model_details")
    else { return .no(reason: "it has not the keys of \(kind.phrase)") }
    return yes("it tells of a model, its intended use and its limitations under keys")
  }

  private func yes(_ reason: String) -> Detection {
    .yes(kind: kind, reason: reason, confidence: .likely)
  }

  /// The keys that tell something of a card, in the order of the text.
  private func telling(in root: NodeCursor) -> [String] {
    root.members.compactMap { key, value -> String? in
      let words = FoldedText.words(key)
      let isFact =
        titles.contains(words) || HeaderLabels.license.contains(words)
        || HeaderLabels.version.contains(words) || HeaderLabels.modelType.contains(words)
        || HeaderLabels.roles[words] != nil
      let isMetric = value.node.double != nil && MetricName.isKnown(key)
      return isFact || isMetric || !table.topics(of: words).isEmpty ? key : nil
    }
  }

  func read(_ root: NodeCursor, into artifact: inout Artifact) {
    var facts = KeyedFacts(table: table, titles: titles)
    facts.read(root, into: &artifact)
    artifact.title = facts.name
    if kind == .modelCard {
      artifact.models = [
        ModelRecord(
          name: facts.name,
          version: facts.version,
          type: facts.type,
          task: facts.task,
          licenses: facts.licenses,
          baseModels: facts.baseModels,
          repository: facts.repository,
          source: root.source
        )
      ]
      artifact.datasets = facts.datasets
      artifact.measurements = KeyedMetrics.measurements(below: root)
    } else {
      var dataset = DatasetRecord(name: facts.name, version: facts.version, source: root.source)
      dataset.licenses = facts.licenses
      artifact.datasets = [dataset]
    }
  }
}
