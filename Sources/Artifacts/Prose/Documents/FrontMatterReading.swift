// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads the front matter of model cards, as the Hugging Face hub defines it.
struct FrontMatterReading {
  private let root: NodeCursor

  /// Nil when the document has no front matter.
  init?(_ reading: MarkdownReading) {
    guard let root = reading.frontMatter else { return nil }
    self.root = root
  }

  /// Adds what the front matter says to a card.
  func add(to artifact: inout Artifact) {
    artifact.datasets += (root["datasets"]?.oneOrMore ?? []).compactMap { cursor in
      cursor.text.map {
        DatasetRecord(name: $0, id: $0, role: .training, source: cursor.source)
      }
    }
    let index = root["model-index"]?.elements ?? []
    if !artifact.models.isEmpty {
      artifact.models[0].task = root["pipeline_tag"]?.text
      artifact.models[0].baseModels = root["base_model"]?.texts ?? []
      artifact.models[0].name = artifact.models[0].name ?? index.first?["name"]?.text
    }
    for model in index {
      for result in model["results"]?.elements ?? [] { add(result, to: &artifact) }
    }
  }

  private func add(_ result: NodeCursor, to artifact: inout Artifact) {
    let dataset = result["dataset"]
    if dataset == nil {
      artifact.addIssue(
        "missing-key",
        .warning,
        "the result names no 'dataset'; say what it was measured on",
        at: result.source
      )
    } else if let dataset {
      artifact.datasets.append(record(of: dataset))
    }
    for metric in result["metrics"]?.elements ?? [] {
      guard let measurement = measurement(metric, of: result) else { continue }
      artifact.measurements.append(measurement)
      if NumberReader.read(measurement.raw) == nil {
        artifact.addIssue(
          "unreadable-number",
          .warning,
          "'\(Excerpt.line(measurement.raw))' is no number that can be read",
          at: metric["value"]?.source ?? metric.source
        )
      }
    }
  }

  private func record(of dataset: NodeCursor) -> DatasetRecord {
    DatasetRecord(
      name: dataset["name"]?.text ?? dataset["type"]?.text,
      id: dataset["type"]?.text,
      version: dataset["revision"]?.text,
      role: .evaluation,
      split: dataset["split"]?.text,
      config: dataset["config"]?.text,
      source: dataset.source
    )
  }

  private func measurement(_ metric: NodeCursor, of result: NodeCursor) -> Measurement? {
    guard let type = metric["type"]?.text, let value = metric["value"]?.text else { return nil }
    let number = NumberReader.read(value)
    let name = MetricName.canonical(type)
    var measurement = Measurement(
      metric: name,
      value: number?.value,
      raw: value,
      unit: number?.unit ?? .unknown,
      kind: MetricName.kind(of: name),
      dataset: result["dataset"]?["name"]?.text ?? result["dataset"]?["type"]?.text,
      split: result["dataset"]?["split"]?.text,
      slice: slice(metric, of: result),
      uncertainty: number?.uncertainty,
      source: metric.source
    )
    measurement.task = result["task"]?["type"]?.text
    measurement.isVerified = metric["verified"]?.node.bool
    return measurement
  }

  /// The hub has no field for groups: teams write them into `dataset.args` or the metric's name.
  private func slice(_ metric: NodeCursor, of result: NodeCursor) -> [SlicePair] {
    let arguments = result["dataset"]?["args"]
    for key in ["subgroup", "slice", "group", "segment", "cohort"] {
      if let label = arguments?[key]?.text { return SliceReader.read(label) }
    }
    return metric["name"]?.text.map(SliceReader.embedded) ?? []
  }
}
