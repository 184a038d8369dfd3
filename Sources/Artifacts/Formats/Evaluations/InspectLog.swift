// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// An evaluation log of inspect-ai: the `.json` log, or the `header.json` in an `.eval` archive.
  static let inspectLog = ArtifactFormat(
    name: "inspect-log",
    summary: "an evaluation log of inspect-ai (.json, or .eval archive)",
    fileNames: ["**/*.eval", "**/logs/*.json", "**/[0-9][0-9][0-9][0-9]-*_*_*.json"],
    passesOver: ["samples", "reductions"],
    detect: InspectContainer.detect,
    read: { file, _ in
      var artifact = file.artifact(.evaluation, format: "inspect-log")
      switch InspectContainer(file) {
      case .log(let root): InspectReading(root: root).add(to: &artifact)
      case .broken(let reason):
        artifact.addIssue("unreadable-archive", .error, reason, at: artifact.source)
      case .other: return []
      }
      return [artifact]
    }
  )
}

/// Reads a log of inspect-ai (0.3, `log/_log.py`).
struct InspectReading {
  let root: NodeCursor

  static func isLog(_ root: NodeCursor) -> Bool {
    root.has("status", "eval") && root["eval"]?.has("task", "model") == true
  }

  func add(to artifact: inout Artifact) {
    artifact.formatVersion = root["version"]?.text
    artifact.checkVersion(root["version"], among: ["1", "2"], known: "versions 1 and 2")
    artifact.title = root["eval"]?["task"]?.text
    artifact.status = root["status"]?.text
    artifact.created = root["eval"]?["created"].flatMap { artifact.statedDate($0) }
    if let model = root["eval"]?["model"] {
      artifact.models = [ModelRecord(name: model.text, source: model.source)]
    }
    if let dataset = dataset(&artifact) { artifact.datasets = [dataset] }
    let run = run(&artifact)
    for score in root["results"]?["scores"]?.elements ?? [] {
      addScore(score, run: run, to: &artifact)
    }
  }

  private func dataset(_ artifact: inout Artifact) -> DatasetRecord? {
    guard let dataset = root["eval"]?["dataset"] else { return nil }
    return DatasetRecord(
      name: dataset["name"]?.text,
      id: dataset["location"]?.text,
      role: .evaluation,
      count: artifact.count(dataset["samples"]),
      source: dataset.source
    )
  }

  private func run(_ artifact: inout Artifact) -> RunFacts {
    var run = RunFacts(id: root["eval"]?["run_id"]?.text, status: root["status"]?.text)
    run.commit = root["eval"]?["revision"]?["commit"]?.text
    run.startedAt = root["stats"]?["started_at"].flatMap { artifact.statedDate($0) }
    let limit = reachedLimit
    run.isPartial = limit != nil
    if let limit {
      let part = limit.text ?? "a range"
      artifact.addPartialRun("the run was limited to \(Excerpt.line(part)) samples", at: limit)
    }
    checkStatus(&artifact)
    checkWorkingTree(&artifact)
    return run
  }

  /// The limit on samples, unless the run had fewer samples than that.
  private var reachedLimit: NodeCursor? {
    guard let config = root["eval"]?["config"], let limit = config["limit"] else { return nil }
    guard let number = limit.node.int, let total = root["results"]?["total_samples"]?.node.int
    else {
      return limit
    }
    let epochs = max(1, config["epochs"]?.node.int ?? 1)
    return number <= total / epochs ? limit : nil
  }

  private func checkStatus(_ artifact: inout Artifact) {
    if let status = root["status"], status.text != "success" {
      artifact.addIssue(
        "run-not-successful",
        .error,
        "the run ended as '\(Excerpt.line(status.text ?? "?"))', and only 'success' counts; run it again",
        at: status.source
      )
    }
    if let invalidated = root["invalidated"], invalidated.node.bool == true {
      artifact.addIssue(
        "run-invalidated",
        .error,
        "samples of the run were marked as invalid; run it again",
        at: invalidated.source
      )
    }
  }

  private func checkWorkingTree(_ artifact: inout Artifact) {
    guard let dirty = root["eval"]?["revision"]?["dirty"], dirty.node.bool == true else { return }
    artifact.addIssue(
      "uncommitted-code",
      .note,
      "the evaluating code had changes that were not committed",
      at: dirty.source
    )
  }

  private func addScore(_ score: NodeCursor, run: RunFacts, to artifact: inout Artifact) {
    guard score["metrics"]?.node.map != nil else {
      return artifact.addMalformed(score, "a score", expected: "a map with 'metrics'")
    }
    let n = artifact.count(score["scored_samples"] ?? root["results"]?["completed_samples"])
    let metrics = InspectMetrics(score: score, n: n)
    for (key, metric) in score["metrics"]?.members ?? [] where !InspectMetrics.isError(key) {
      guard var measurement = metrics.measurement(key, metric) else {
        artifact.addMalformed(
          metric,
          "'\(Excerpt.line(key))'",
          expected: "a map with a number 'value'"
        )
        continue
      }
      measurement.task = root["eval"]?["task"]?.text
      measurement.dataset = artifact.datasets.first?.name
      measurement.run = run
      artifact.measurements.append(measurement)
    }
  }
}

/// Reads the metrics of one score; those that `grouped` made are one per group.
struct InspectMetrics {
  private let n: Int?
  private let standardError: Double?

  init(score: NodeCursor, n: Int?) {
    self.n = n
    let metrics = score["metrics"]
    let stated = metrics?["stderr"] ?? metrics?["bootstrap_stderr"]
    standardError = stated?["value"]?.node.double.flatMap(LMEvalReading.standardError)
  }

  /// Standard errors belong to the metric beside them.
  static func isError(_ key: String) -> Bool { key == "stderr" || key == "bootstrap_stderr" }

  func measurement(_ key: String, _ metric: NodeCursor) -> Measurement? {
    guard let value = metric["value"] else { return nil }
    let name = metric["name"]?.text ?? key
    let parameters = metric["params"]
    if let attribute = parameters?["group_key"]?.text {
      return grouped(name, by: attribute, parameters, metric, value)
    }
    if let group = metric["group"]?.text { return Measurement("\(group) \(name)", at: value) }
    var measurement = Measurement(name, at: value, n: n)
    // The standard error is that of the mean, and a score has one mean.
    if ["accuracy", "mean"].contains(name) {
      measurement?.uncertainty = standardError.map { Uncertainty(standardError: $0) }
    }
    return measurement
  }

  /// `grouped(metric, group_key)` names its values after the groups, and their mean `all`.
  private func grouped(
    _ group: String,
    by attribute: String,
    _ parameters: NodeCursor?,
    _ metric: NodeCursor,
    _ value: NodeCursor
  ) -> Measurement? {
    let inner = parameters?["metric"]
    let name = inner?.text ?? inner?["name"]?.text ?? metric["group"]?.text ?? "grouped"
    let isWhole = group == (parameters?["all_label"]?.text ?? "all")
    let slice = isWhole ? [] : [SlicePair(attribute: attribute, group: group)]
    return Measurement(name, at: value, slice: slice, n: isWhole ? n : nil)
  }
}
