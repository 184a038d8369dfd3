// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The evaluation results that the Hugging Face hub reads from `.eval_results`.
  static let hubEvaluationResults = ArtifactFormat(
    name: "hf-eval-results",
    summary: "Hugging Face evaluation results (YAML, .eval_results/*.yaml)",
    fileNames: ["**/.eval_results/*.{yaml,yml}"],
    detect: HubEvaluationResults.detect,
    read: { file, kind in
      file.artifacts(kind, "hf-eval-results", HubEvaluationResults.read)
    }
  )
}

/// Reads a list of results, each for one task of a benchmark dataset.
///
/// The format names no metric: the benchmark defines it. The record's metric is therefore `score`,
/// and its task is the benchmark's task.
enum HubEvaluationResults {
  static func detect(_ file: ParsedFile) -> Detection {
    guard let results = file.root?.elements.map(unwrapped), !results.isEmpty else {
      return .no(reason: "it is no list of results")
    }
    let isResult = { (result: NodeCursor) in
      result.at("dataset", "id") != nil && result.at("dataset", "task_id") != nil
        && result.node["value"] != nil
    }
    guard results.contains(where: isResult) else {
      return .no(reason: "it has no result with 'dataset.id', 'dataset.task_id' and 'value'")
    }
    return .yes(
      kind: .evaluation,
      reason: "it lists results with 'dataset.task_id'",
      confidence: results.allSatisfy(isResult) ? .certain : .likely
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    for element in root.elements {
      guard let result = artifact.section(unwrapped(element)) else { continue }
      addResult(result, to: &artifact)
    }
  }

  /// An element, without the wrapper that the hub's programming interface puts around it.
  private static func unwrapped(_ element: NodeCursor) -> NodeCursor {
    element["dataset"] == nil ? element["data"] ?? element : element
  }

  private static func addResult(_ result: NodeCursor, to artifact: inout Artifact) {
    let dataset = artifact.section(result["dataset"])
    for key in ["id", "task_id"] where dataset?[key] == nil {
      artifact.addIssue(
        "missing-field",
        .warning,
        "the result has no 'dataset.\(key)', so that its benchmark is unknown; add it",
        at: result.source
      )
    }
    let name = artifact.text(dataset?["id"])
    if let dataset {
      artifact.datasets.append(
        DatasetRecord(
          name: name,
          id: name,
          version: artifact.text(dataset["revision"]),
          role: .evaluation,
          config: artifact.text(dataset["task_id"]),
          source: dataset.source
        )
      )
    }
    var measurement = artifact.measurement("score", value: result["value"], at: result.source)
    measurement.dataset = name
    measurement.task = artifact.text(dataset?["task_id"])
    measurement.slice = artifact.text(result["notes"]).map(slice) ?? []
    measurement.run = run(result, &artifact)
    artifact.measurements.append(measurement)
  }

  /// The group that a note names, as in `slice sex=F`; any other note names none.
  private static func slice(_ note: String) -> [SlicePair] {
    let words = ["slice", "subgroup", "group"].first { note.lowercased().hasPrefix($0 + " ") }
    guard let words else { return SliceReader.embedded(in: note) }
    return SliceReader.read(String(note.dropFirst(words.count)))
      .filter { !$0.attribute.isEmpty }
  }

  private static func run(_ result: NodeCursor, _ artifact: inout Artifact) -> RunFacts? {
    let source = artifact.section(result["source"])
    let date = result["date"].flatMap { artifact.statedDate($0) }
    let id = artifact.text(source?["url"])
    return date == nil && id == nil ? nil : RunFacts(id: id, startedAt: date)
  }
}
