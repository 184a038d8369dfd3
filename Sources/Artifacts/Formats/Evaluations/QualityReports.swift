// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The result of a validation of Great Expectations.
  static let greatExpectations = evaluation(
    "great-expectations",
    summary: "the result of a validation of Great Expectations",
    fileNames: ["**/*expectation*.json", "**/*validation*.json"],
    detect: { root in
      (root["statistics"]?.hasAny("evaluated_expectations") ?? false) && root["results"] != nil
        ? .evaluation(.certain, because: "it has the statistics of Great Expectations")
        : .no(reason: "it has no statistics of Great Expectations")
    },
    fill: { root, artifact in
      guard let statistics = root["statistics"] else { return }
      let n = artifact.count(statistics["evaluated_expectations"])
      if let value = statistics["success_percent"],
        let found = Measurement("expectations_success", at: value, n: n)
      {
        artifact.measurements.append(found.onScale(.percent))
      }
      for result in root["results"]?.elements ?? [] {
        let configuration = result["expectation_config"]
        guard let share = result["result"]?["unexpected_percent"],
          let type = (configuration?["expectation_type"] ?? configuration?["type"])?.text
        else { continue }
        let count = result["result"]?["element_count"]?.node.int
        let n = count.flatMap { $0 < 0 ? nil : $0 }
        guard var found = Measurement("unexpected_share_\(type)", at: share, n: n) else { continue }
        found.dataset = configuration?["kwargs"]?["column"]?.text
        found.higherIsBetter = false
        artifact.measurements.append(found.onScale(.percent))
      }
    }
  )

  /// Reports and test suites of Evidently, of its versions 0.4 to 0.7.
  static let evidently = evaluation(
    "evidently",
    summary: "a report or a test suite of Evidently",
    fileNames: ["**/*evidently*.json", "**/*drift*.json", "**/*data[-_]quality*.json"],
    detect: { root in
      let metrics = root["metrics"]?.elements.first
      let tests = root["tests"]?.elements.first
      let isReport = metrics.map {
        $0.hasAny("metric", "metric_id", "metric_name") && $0.hasAny("result", "value")
      }
      let isSuite = tests.map { $0.hasAny("status") && $0.hasAny("name", "metric_config") }
      return isReport == true || isSuite == true
        ? .evaluation(.likely, because: "it has the metrics or tests of Evidently")
        : .no(reason: "it has neither metrics nor tests of Evidently")
    },
    fill: { root, artifact in
      for metric in root["metrics"]?.elements ?? [] { addEvidently(metric, to: &artifact) }
      let tests = root["tests"]?.elements ?? []
      guard let first = tests.first else { return }
      let passed = tests.count { ["SUCCESS", "success"].contains($0["status"]?.text) }
      artifact.measurements.append(
        Measurement(
          metric: "tests_passed",
          value: Double(passed) / Double(tests.count),
          raw: "\(passed) of \(tests.count)",
          unit: .fraction,
          kind: .level,
          n: tests.count,
          source: first.source
        )
      )
    }
  )

  private static func addEvidently(_ metric: NodeCursor, to artifact: inout Artifact) {
    let keys = ["metric", "metric_id", "metric_name"]
    let name = keys.lazy.compactMap { metric[$0]?.text }.first ?? "metric"
    let stated = name.prefix { $0 != "(" }
    let base = stated == "F1Score" ? "F1" : stated
    // The size of a table, and the share from which on it counts as drifted, were not measured.
    guard !SettingName.isSetting([String(base)]) else { return }
    guard let result = metric["result"] ?? metric["value"] else { return }
    if result.node.double != nil {
      if let found = Measurement(String(base), at: result) { artifact.measurements.append(found) }
      return
    }
    // The numbers of a result stand at most below `current`; those of the reference data are none
    // of the system.
    let shown = result["current"] ?? result
    let byClass = shown["metrics"] ?? shown
    for (key, value) in byClass.members {
      if value.node.isMap { addEvidentlyClass(key, value, to: &artifact) }
      guard value.node.double != nil, !SettingName.isSetting([key]),
        let found = evidentlyNumber(base, key, value)
      else {
        continue
      }
      artifact.measurements.append(found)
    }
  }

  /// A number of a result, under its own name where that is the name of a metric.
  ///
  /// Others stand below the metric of the report. `RecallByLabel()` has one for each class.
  private static func evidentlyNumber(
    _ base: Substring,
    _ key: String,
    _ value: NodeCursor
  ) -> Measurement? {
    guard let metric = base.hasSuffix(byLabel) ? base.dropLast(byLabel.count) : nil else {
      return Measurement(MetricName.isKnown(key) ? key : "\(base) \(key)", at: value)
    }
    let pair = SlicePair(attribute: SklearnReport.attribute, group: key)
    return Measurement(String(metric), at: value, slice: [pair])
  }

  private static let byLabel = "ByLabel"

  /// `{"precision": 0.9, "support": 150}` below the name of a class.
  private static func addEvidentlyClass(
    _ label: String,
    _ row: NodeCursor,
    to artifact: inout Artifact
  ) {
    let average = RunLabel(label) == .average
    let pair = SlicePair(attribute: SklearnReport.attribute, group: label)
    let n = row["support"]?.node.int.flatMap { $0 < 0 ? nil : $0 }
    for (key, value) in row.members where MetricName.isKnown(key) && value.node.double != nil {
      let name = average ? "\(label) \(key)" : key
      guard let found = Measurement(name, at: value, slice: average ? [] : [pair], n: n) else {
        continue
      }
      artifact.measurements.append(found)
    }
  }

  /// The outcome of an evaluation of promptfoo.
  static let promptfoo = evaluation(
    "promptfoo",
    summary: "the outcome of an evaluation of promptfoo",
    fileNames: ["**/*promptfoo*.json", "**/promptfoo/**/*.json"],
    detect: { root in
      (root["results"]?["stats"]?.hasAny("successes") ?? false)
        ? .evaluation(.certain, because: "it has the statistics of promptfoo")
        : .no(reason: "it has no statistics of promptfoo")
    },
    fill: { root, artifact in
      guard let stats = root["results"]?["stats"] else { return }
      let successes = artifact.count(stats["successes"]) ?? 0
      let failures = artifact.count(stats["failures"]) ?? 0
      let errors = artifact.count(stats["errors"]) ?? 0
      let (sum, overflow) = successes.addingReportingOverflow(failures)
      guard !overflow, errors <= Int.max - sum, sum + errors > 0 else { return }
      let total = sum + errors
      artifact.measurements.append(
        Measurement(
          metric: "pass_rate",
          value: Double(successes) / Double(total),
          raw: "\(successes) of \(total)",
          unit: .fraction,
          kind: .level,
          n: total,
          source: stats.source
        )
      )
    }
  )
}
