// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Results of Great Expectations: of a validation, described (`describe()`), and of checkpoints.
  static let greatExpectations = evaluation(
    "great-expectations",
    summary: "the result of a validation or a checkpoint of Great Expectations",
    fileNames: [
      "**/*expectation*.json", "**/*validation*.json", "**/*checkpoint*.json",
    ],
    detect: { root in
      validations(in: root).isEmpty
        ? .no(reason: "it has no statistics of Great Expectations")
        : .evaluation(.certain, because: "it has the statistics of Great Expectations")
    },
    fill: { root, artifact in
      for validation in validations(in: root) { addValidation(validation, to: &artifact) }
    }
  )

  /// The validation that a file is, or those of its checkpoint.
  private static func validations(in root: NodeCursor) -> [NodeCursor] {
    ([root] + (root["validation_results"]?.elements ?? [])).filter { part in
      (part["statistics"]?.hasAny("evaluated_expectations") ?? false)
        && part.hasAny("results", "expectations")
    }
  }

  private static func addValidation(_ validation: NodeCursor, to artifact: inout Artifact) {
    let n = artifact.count(validation["statistics"]?["evaluated_expectations"])
    if let value = validation["statistics"]?["success_percent"],
      let found = Measurement("expectations_success", at: value, n: n)
    {
      artifact.measurements.append(found.onScale(.percent))
    }
    var unread: [(name: String, place: NodeCursor)] = []
    for result in (validation["results"] ?? validation["expectations"])?.elements ?? [] {
      let configuration = result["expectation_config"] ?? result
      guard let type = (configuration["expectation_type"] ?? configuration["type"])?.text else {
        continue
      }
      let column = configuration["kwargs"]?["column"]?.text.map { " \($0)" } ?? ""
      guard let found = expectation("\(type)\(column)", result["result"]) else {
        if result["success"]?.node.value == .bool(false) { unread.append((type, result)) }
        continue
      }
      artifact.measurements.append(found)
    }
    artifact.addUnread(unread)
  }

  /// What an expectation found: the share of unexpected values, or the number that it observed.
  private static func expectation(_ name: String, _ result: NodeCursor?) -> Measurement? {
    // Its share is one of the values that are there (Great Expectations 1.24).
    let count = result?["element_count"]?.node.int
      .map { $0 - (result?["missing_count"]?.node.int ?? 0) }
    let n = count.flatMap { $0 < 0 ? nil : $0 }
    if let share = result?["unexpected_percent"],
      var found = Measurement("unexpected_share_\(name)", at: share, n: n)
    {
      found.higherIsBetter = false
      return found.onScale(.percent)
    }
    guard let value = result?["observed_value"], value.node.double != nil else { return nil }
    return Measurement("observed_\(name)", at: value)
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
      let prompts = root["results"]?["prompts"]?.elements ?? []
      let byProvider = Dictionary(grouping: prompts) { $0["provider"]?.text ?? "" }
      if byProvider.count > 1 {
        for (provider, prompts) in byProvider.sorted(by: { $0.key < $1.key }) {
          addPassRate(prompts.compactMap { $0["metrics"] }, of: provider, passRates, to: &artifact)
        }
        artifact.addSeveralModels(byProvider.keys.sorted(), at: stats.source)
      } else {
        addPassRate([stats], ["successes", "failures", "errors"], to: &artifact)
      }
      artifact.addUnread(
        prompts.compactMap { $0["metrics"]?["namedScores"] }.filter { !$0.members.isEmpty }
          .map { ("namedScores", $0) }
      )
    }
  )

  private static let passRates = ["testPassCount", "testFailCount", "testErrorCount"]

  /// Adds how many tests passed, of those that passed, failed or ended with an error.
  private static func addPassRate(
    _ parts: [NodeCursor],
    of provider: String? = nil,
    _ keys: [String],
    to artifact: inout Artifact
  ) {
    let counts = keys.map { key in parts.map { artifact.count($0[key]) ?? 0 } }
    var total = 0
    for count in counts.joined() {
      let (sum, overflow) = total.addingReportingOverflow(count)
      if overflow { return }
      total = sum
    }
    guard total > 0, let place = parts.first else { return }
    var rate = Measurement(
      shareOf: counts[0].reduce(0, +),
      total,
      named: "pass_rate",
      at: place.source
    )
    if let provider { rate.slice = [SlicePair(attribute: "", group: provider)] }
    artifact.measurements.append(rate)
  }

  /// A test run of DeepEval 4.3, which keeps the score of each case by metric.
  static let deepeval = evaluation(
    "deepeval",
    summary: "a test run of DeepEval, with the scores of its cases by metric",
    fileNames: ["**/*deepeval*.json", "**/.deepeval/*.json", "**/*test_run*.json"],
    detect: { root in
      scores(in: root).isEmpty
        ? .no(reason: "it has no scores by metric of DeepEval")
        : .evaluation(.certain, because: "it has the scores by metric of DeepEval")
    },
    fill: { root, artifact in
      for metric in scores(in: root) { addScores(metric, to: &artifact) }
    }
  )

  private static func scores(in root: NodeCursor) -> [NodeCursor] {
    let run = root["testRunData"] ?? root
    return (run["metricsScores"]?.elements ?? []).filter { $0.has("metric", "scores", "passes") }
  }

  /// Adds the mean of the scores, and how many cases passed.
  private static func addScores(_ metric: NodeCursor, to artifact: inout Artifact) {
    guard let name = metric["metric"]?.text, let list = metric["scores"] else { return }
    let scores = list.elements.compactMap(\.node.double).filter(\.isFinite)
    if !scores.isEmpty {
      let mean = scores.reduce(0, +) / Double(scores.count)
      artifact.measurements.append(
        Measurement(
          metric: MetricName.canonical(name),
          value: mean,
          raw: "\(mean)",
          unit: .unknown,
          n: scores.count,
          source: list.source
        )
      )
    }
    let first = artifact.measurements.count
    addPassRate([metric], ["passes", "fails", "errors"], to: &artifact)
    for index in artifact.measurements.indices[first...] {
      artifact.measurements[index].task = name
    }
  }

  /// Suites and single checks of deepchecks.
  static let deepchecks = evaluation(
    "deepchecks",
    summary: "a suite or a check of deepchecks, with its table of metrics",
    fileNames: ["**/*deepchecks*.json", "**/deepchecks/**/*.json"],
    detect: { root in
      checks(in: root).isEmpty
        ? .no(reason: "it has no results of checks of deepchecks")
        : .evaluation(.likely, because: "it has the results of checks of deepchecks")
    },
    fill: { root, artifact in
      var unread: [(name: String, place: NodeCursor)] = []
      for check in checks(in: root) where !addTable(of: check, to: &artifact) {
        guard let value = check["value"], NumericLeaves.holdsAny(value) || value.text != nil else {
          continue
        }
        unread.append((check["header"]?.text ?? "value", value))
      }
      artifact.addUnread(unread)
      let conditions = checks(in: root).flatMap { $0["conditions_results"]?.elements ?? [] }
      guard let first = conditions.first else { return }
      let passed = conditions.count { $0["Status"]?.text == "PASS" }
      artifact.measurements.append(
        Measurement(shareOf: passed, conditions.count, named: "conditions_passed", at: first.source)
      )
    }
  )

  private static func checks(in root: NodeCursor) -> [NodeCursor] {
    ([root] + (root["results"]?.elements ?? [])).filter {
      $0["type"]?.text == "CheckResult" && $0.hasAny("check")
    }
  }

  /// Adds the table that stands as a JSON text in a check; false where it names no metrics.
  private static func addTable(of check: NodeCursor, to artifact: inout Artifact) -> Bool {
    guard let value = check["value"], let text = value.text, text.hasPrefix("["),
      case .success(let node) = Result(catching: { try JSONReader.read(Array(text.utf8)) }),
      node.list?.first?["Metric"] != nil
    else { return false }
    let first = artifact.measurements.count
    ListedMetrics.add(
      NodeCursor(node, of: value.file),
      named: check["header"]?.text ?? "value",
      to: &artifact
    )
    // The text has no places of its own.
    for index in artifact.measurements.indices[first...] {
      artifact.measurements[index].source = value.source
    }
    return true
  }
}

extension Measurement {
  /// How many of some tests or prompts passed, as a share of all.
  init(shareOf passed: Int, _ total: Int, named metric: String, at source: SourceReference) {
    self.init(
      metric: metric,
      value: Double(passed) / Double(total),
      raw: "\(passed) of \(total)",
      unit: .fraction,
      n: total,
      source: source
    )
  }
}
