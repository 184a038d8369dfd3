// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Reports and test suites of Evidently, of its versions 0.4 to 0.7.
  static let evidently = evaluation(
    "evidently",
    summary: "a report or a test suite of Evidently",
    fileNames: ["**/*evidently*.json", "**/*drift*.json", "**/*data[-_]quality*.json"],
    detect: { root in
      let isReport = root["metrics"]?.elements.first.map(EvidentlyMetric.isOne) ?? false
      let isSuite = root["tests"]?.elements.first
        .map { $0.hasAny("status") && $0.hasAny("name", "metric_config") }
      return isReport || isSuite == true
        ? .evaluation(.likely, because: "it has the metrics or tests of Evidently")
        : .no(reason: "it has neither metrics nor tests of Evidently")
    },
    fill: { root, artifact in
      var report = EvidentlyReport(root["metrics"]?.elements ?? [])
      report.add(to: &artifact)
      let tests = root["tests"]?.elements ?? []
      guard let first = tests.first else { return }
      let passed = tests.count { ["SUCCESS", "success"].contains($0["status"]?.text) }
      artifact.measurements.append(
        Measurement(shareOf: passed, tests.count, named: "tests_passed", at: first.source)
      )
    }
  )
}

/// One metric of a report: its name, what it was measured on, and its result.
///
/// Version 0.4 writes `metric` and `result`, 0.6 `metric_id` and `value`, and 0.7 `metric_name`,
/// whose brackets hold the settings, with the type under `config`.
struct EvidentlyMetric {
  /// The name without settings.
  let name: String
  /// The column that the metric is about; nil for all of the data.
  let column: String?
  /// What tells metrics of the same name and column apart, such as the quantile and the test of drift.
  private let settings: [String]
  let result: NodeCursor

  /// Whether an element of `metrics` is one of Evidently: other tools list names and values, too.
  static func isOne(_ cursor: NodeCursor) -> Bool {
    if cursor["metric"] != nil { return cursor["result"] != nil }
    guard cursor["value"] != nil else { return false }
    return cursor["metric_id"] != nil || cursor["config"]?["type"]?.text?.hasPrefix(type) == true
      || cursor["metric_name"]?.text?.hasSuffix(")") == true
  }

  init?(_ cursor: NodeCursor) {
    let stated = ["metric", "metric_name", "metric_id"].lazy.compactMap { cursor[$0]?.text }.first
    let typed = cursor["config"]?["type"]?.text?.split(separator: ":").last.map(String.init)
    guard let full = stated ?? typed, let result = cursor["result"] ?? cursor["value"] else {
      return nil
    }
    name = Self.known(String(full.prefix { $0 != "(" }))
    column = (cursor["config"]?["column"] ?? result["column_name"])?.text
    settings = ["quantile", "method", "k", "label"].compactMap { cursor["config"]?[$0]?.text }
    self.result = result
  }

  private static let type = "evidently:"

  /// `F1Score` is F1, and `RocAuc` the metric of two words.
  private static func known(_ name: String) -> String {
    let bare = name.hasSuffix("Score") ? String(name.dropLast("Score".count)) : name
    var words = ""
    for character in bare {
      if character.isUppercase, words.last?.isLowercase == true { words.append(" ") }
      words.append(character)
    }
    return MetricName.isKnown(words) ? words : name
  }

  /// The metric that has a value for each class, as `RecallByLabel` has; nil for others.
  var metricByLabel: String? {
    name.hasSuffix(Self.byLabel) ? String(name.dropLast(Self.byLabel.count)) : nil
  }

  private static let byLabel = "ByLabel"

  /// Whether the metric counts rows or columns of a table: a fact of the data, and no result.
  var isSize: Bool { name.hasSuffix("Count") }

  /// The drift of its column, as in the tables of all columns.
  var driftName: String { "drift score \(column ?? name)" }

  /// A name of a number of the result, with the column that it is about.
  func name(_ key: String?) -> String {
    let own = key.map { MetricName.isNamed(by: $0) ? $0 : "\(name) \($0)" } ?? name
    return ([own] + [column].compactMap(\.self) + settings).joined(separator: " ")
  }
}

/// Reads the metrics of a report.
struct EvidentlyReport {
  private let metrics: [NodeCursor]
  /// The cases of the current data, where a confusion matrix or the number of rows states them.
  private let n: Int?
  /// What holds numbers that are not read, in the order of the text.
  private var unread: [(name: String, place: NodeCursor)] = []
  /// The first result on the reference data.
  private var reference: NodeCursor?
  /// The first number that tells the size of a table.
  private var size: NodeCursor?

  init(_ metrics: [NodeCursor]) {
    self.metrics = metrics
    n = metrics.lazy.compactMap(Self.cases).first
  }

  /// The sum of a confusion matrix of the current data.
  private static func cases(_ metric: NodeCursor) -> Int? {
    let cells = metric["result"]?["current_matrix"]?["values"]?.elements.flatMap(\.elements)
    guard let cells, !cells.isEmpty else { return nil }
    var sum = 0
    for cell in cells {
      guard let value = cell.node.double, let count = Int(exactly: value), count >= 0 else {
        return nil
      }
      let (next, overflow) = sum.addingReportingOverflow(count)
      if overflow { return nil }
      sum = next
    }
    return sum
  }

  mutating func add(to artifact: inout Artifact) {
    for cursor in metrics {
      guard let metric = EvidentlyMetric(cursor) else {
        if NumericLeaves.contains(cursor) { unread.append(("metrics", cursor)) }
        continue
      }
      add(metric, to: &artifact)
    }
    addRemarks(to: &artifact)
  }

  private mutating func add(_ metric: EvidentlyMetric, to artifact: inout Artifact) {
    let result = metric.result
    if result.node.double != nil {
      if metric.isSize {
        size = size ?? result
      } else if let found = Measurement(metric.name(nil), at: result) {
        artifact.measurements.append(found)
      }
      return
    }
    // The numbers of a result stand at most below `current`; those of the reference data are none
    // of the system.
    for (key, value) in result.members where key.hasPrefix("reference") {
      if NumericLeaves.contains(value) { reference = reference ?? value }
    }
    let shown = result["current"] ?? result
    let parts = (shown["metrics"] ?? shown["values"] ?? shown).members
    // The drift of a column stands beside its distributions.
    let beside = result.members.filter { $0.key == "drift_score" && result["current"] != nil }
    let before = artifact.measurements.count + unread.count
    for (key, value) in beside + parts where !key.hasPrefix("reference") {
      add(key, value, of: metric, to: &artifact)
    }
    let isNoted = metric.isSize || result["current_matrix"] != nil
    if artifact.measurements.count + unread.count == before, !isNoted,
      !parts.contains(where: { $0.value.node.double != nil }), NumericLeaves.holdsAny(shown)
    {
      unread.append((metric.name, shown))
    }
  }

  private mutating func add(
    _ key: String,
    _ value: NodeCursor,
    of metric: EvidentlyMetric,
    to artifact: inout Artifact
  ) {
    if value.node.double != nil {
      addNumber(key, value, of: metric, to: &artifact)
    } else if key == "drift_by_columns" {
      for (column, drift) in value.members {
        guard let score = drift["drift_score"],
          let found = Measurement("drift score \(column)", at: score)
        else { continue }
        artifact.measurements.append(found)
      }
    } else if metric.isSize {
      // How often each value of a column occurs: the values are no classes.
      if value.node.isMap { size = size ?? value }
    } else if key == "current_matrix" {
      if n == nil { unread.append((key, value)) }
    } else if value.node.isMap, !Self.addClass(key, value, to: &artifact),
      NumericLeaves.contains(value)
    {
      unread.append((key, value))
    }
  }

  private mutating func addNumber(
    _ key: String,
    _ value: NodeCursor,
    of metric: EvidentlyMetric,
    to artifact: inout Artifact
  ) {
    if let name = metric.metricByLabel {
      let pair = SlicePair(attribute: SklearnReport.attribute, group: key)
      guard let found = Measurement(name, at: value, slice: [pair]) else { return }
      artifact.measurements.append(found)
    } else if Self.isSetting(key) || metric.isSize && key != "share" {
      size = size ?? value
    } else {
      let cases = MetricName.isKnown(key) ? n : nil
      let name = key == "drift_score" ? metric.driftName : metric.name(key)
      guard let found = Measurement(name, at: value, n: cases) else { return }
      artifact.measurements.append(found)
    }
  }

  /// The share from which on a table counts as drifted was not measured.
  private static func isSetting(_ key: String) -> Bool {
    SettingName.isSetting([key]) || key == "drift_share"
  }

  /// `{"precision": 0.9, "support": 150}` below the name of a class; false where there is no metric.
  private static func addClass(
    _ label: String,
    _ row: NodeCursor,
    to artifact: inout Artifact
  ) -> Bool {
    let average = RunLabel(label) == .average
    let pair = SlicePair(attribute: SklearnReport.attribute, group: label)
    let support = row["support"]?.node.double.flatMap { Int(exactly: $0) }
    let n = support.flatMap { $0 < 0 ? nil : $0 }
    let first = artifact.measurements.count
    for (key, value) in row.members
    where MetricName.isNamed(by: key) && value.node.double != nil {
      let name = average ? "\(label) \(key)" : key
      guard let found = Measurement(name, at: value, slice: average ? [] : [pair], n: n) else {
        continue
      }
      artifact.measurements.append(found)
    }
    return artifact.measurements.count > first
  }

  /// Names what is left out, so that nothing is lost in silence.
  private func addRemarks(to artifact: inout Artifact) {
    if let reference {
      artifact.addIssue(
        "left-out",
        .note,
        "the results on the reference data are left out: they are none of the current data",
        at: reference.source
      )
    }
    if let size {
      artifact.addIssue(
        "left-out",
        .note,
        "settings and sizes of tables are left out: they are no results",
        at: size.source
      )
    }
    artifact.addUnread(unread)
  }
}
