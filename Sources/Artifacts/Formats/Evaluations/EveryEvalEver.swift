// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Results in the schema of Every Eval Ever.
  static let everyEvalEver = evaluation(
    "every-eval-ever",
    summary: "results in the schema of Every Eval Ever (JSON)",
    fileNames: ["**/*every[-_]eval*.json"],
    detect: { root in
      root.has("schema_version", "evaluation_results", "model_info")
        ? .evaluation(.certain, because: "it has the keys of Every Eval Ever")
        : .no(reason: "it has no 'schema_version', 'evaluation_results' and 'model_info'")
    },
    fill: { EveryEvalEverReading(root: $0).add(to: &$1) }
  )
}

/// Reads `evaluation_results` (evaleval/every_eval_ever, `eval.schema.json` 0.2.2).
struct EveryEvalEverReading {
  private static let units: [String: Measurement.Unit] = [
    "proportion": .fraction, "fraction": .fraction, "percent": .percent, "percentage": .percent,
    "count": .count, "ratio": .ratio,
  ]

  let root: NodeCursor

  func add(to artifact: inout Artifact) {
    artifact.formatVersion = root["schema_version"]?.text
    artifact.checkVersion(
      root["schema_version"],
      among: ["0.1", "0.2", "0.3"],
      known: "versions 0.1 to 0.3"
    )
    artifact.created = artifact.unixDate(root["evaluation_timestamp"])
    if let model = root["model_info"] {
      artifact.models = [
        ModelRecord(
          name: model["name"]?.text ?? model["id"]?.text,
          repository: model["id"]?.text,
          source: model.source
        )
      ]
    }
    addParties(to: &artifact)
    let run = RunFacts(id: root["evaluation_id"]?.text, startedAt: artifact.created)
    guard let results = root["evaluation_results"], results.node.isList else {
      return artifact.addMalformed(root, "'evaluation_results'", expected: "a list")
    }
    for result in results.elements { addResult(result, run: run, to: &artifact) }
    addDatasets(of: results, to: &artifact)
  }

  private func addParties(to artifact: inout Artifact) {
    if let developer = root["model_info"]?["developer"] {
      artifact.parties.append(
        Party(role: .developer, name: developer.text, source: developer.source)
      )
    }
    if let source = root["source_metadata"],
      let organization = source["source_organization_name"]?.text
    {
      artifact.parties.append(
        Party(role: .evaluator, name: nil, organization: organization, source: source.source)
      )
    }
  }

  private func addResult(_ result: NodeCursor, run: RunFacts, to artifact: inout Artifact) {
    let config = result["metric_config"]
    let details = result["score_details"]
    guard let score = details?["score"], let leaf = leaf(score, config) else {
      return artifact.addMalformed(
        result,
        "a result",
        expected: "a number in 'score_details/score'"
      )
    }
    let name = config?["metric_id"] ?? config?["metric_name"] ?? result["evaluation_name"]
    var measurement = Measurement(
      name?.text ?? "score",
      leaf: leaf,
      n: artifact.count(details?["uncertainty"]?["num_samples"]),
      source: score.source
    )
    if let unit = config?["metric_unit"]?.text.flatMap({ Self.units[$0.lowercased()] }) {
      measurement = measurement.onScale(unit)
    }
    measurement.task = result["evaluation_name"]?.text
    measurement.higherIsBetter = config?["lower_is_better"]?.node.bool.map { !$0 }
    measurement.uncertainty = uncertainty(details?["uncertainty"], &artifact)
    measurement.run = run
    measurement.dataset = result["source_data"].flatMap(datasetName)
    measurement.split = result["source_data"]?["hf_split"]?.text
    checkRange(measurement, config, &artifact)
    artifact.measurements.append(measurement)
  }

  /// A score of -1 stands for "unknown" where the schema says so.
  private func leaf(_ score: NodeCursor, _ config: NodeCursor?) -> MetricLeaf? {
    let hasUnknown = config?["has_unknown_level"]?.node.bool == true
    guard hasUnknown, score.node.double == -1 else { return MetricLeaf(score.node) }
    return MetricLeaf("N/A")
  }

  private func datasetName(_ data: NodeCursor) -> String? {
    data["dataset_name"]?.text ?? data["hf_repo"]?.text
  }

  private func addDatasets(of results: NodeCursor, to artifact: inout Artifact) {
    var seen: Set<String> = []
    for result in results.elements {
      guard let data = result["source_data"], let name = datasetName(data),
        seen.insert(name).inserted
      else { continue }
      artifact.datasets.append(
        DatasetRecord(
          name: name,
          id: data["hf_repo"]?.text,
          role: .evaluation,
          split: data["hf_split"]?.text,
          source: data.source
        )
      )
    }
  }

  private func uncertainty(_ stated: NodeCursor?, _ artifact: inout Artifact) -> Uncertainty? {
    guard let stated else { return nil }
    let error = stated["standard_error"].flatMap { $0["value"] ?? $0 }?.node.double
    var uncertainty = Uncertainty(standardError: error.flatMap(LMEvalReading.standardError))
    if let interval = stated["confidence_interval"] {
      uncertainty.lower = interval["lower"]?.node.double.flatMap(finite)
      uncertainty.upper = interval["upper"]?.node.double.flatMap(finite)
      uncertainty.level = interval["confidence_level"]?.node.double.flatMap(finite)
      if interval["method"]?.text?.lowercased().contains("bootstrap") == true {
        uncertainty.method = .bootstrap
      }
      artifact.checkInterval(uncertainty, at: interval)
    }
    let isEmpty =
      uncertainty.standardError == nil && uncertainty.lower == nil && uncertainty.upper == nil
    return isEmpty ? nil : uncertainty
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  private func checkRange(
    _ measurement: Measurement,
    _ config: NodeCursor?,
    _ artifact: inout Artifact
  ) {
    guard let value = measurement.value else { return }
    let isBelow = config?["min_score"]?.node.double.map { value < $0 } ?? false
    let isAbove = config?["max_score"]?.node.double.map { value > $0 } ?? false
    guard isBelow || isAbove else { return }
    artifact.addIssue(
      "out-of-range",
      .warning,
      "the score \(Excerpt.line(measurement.raw)) lies outside 'min_score' and 'max_score'",
      at: measurement.source
    )
  }
}

extension Artifact {
  /// Keeps that the bounds of an interval cannot be right.
  mutating func checkInterval(_ uncertainty: Uncertainty, at cursor: NodeCursor) {
    guard let lower = uncertainty.lower, let upper = uncertainty.upper, lower > upper else {
      return
    }
    addIssue(
      "bad-interval",
      .warning,
      "the lower bound of the interval is above its upper bound",
      at: cursor.source
    )
  }
}
