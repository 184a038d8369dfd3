// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads `/results/{task}` and `/groups/{group}` of the harness, 0.4 and before.
struct LMEvalReading {
  /// What stands beside the metrics of a task (`lm_eval/result_schema.py`).
  private static let labels: Set<String> = ["alias", "name", "sample_len", "sample_count", " "]

  private let root: NodeCursor
  private let run: RunFacts
  private let configs: [String: NodeCursor]
  private let directions: [String: NodeCursor]
  private let counts: [String: NodeCursor]

  init(root: NodeCursor, run: RunFacts) {
    self.root = root
    var run = run
    run.commit = root["git_hash"]?.text
    self.run = run
    configs = root["configs"]?.membersByKey ?? [:]
    directions = root["higher_is_better"]?.membersByKey ?? [:]
    counts = root["n-samples"]?.membersByKey ?? [:]
  }

  func add(to artifact: inout Artifact) {
    addDatasets(to: &artifact)
    addRows("results", to: &artifact)
    let first = artifact.measurements.count
    addRows("groups", to: &artifact)
    guard first < artifact.measurements.count else { return }
    // The harness repeats the results of groups among those of tasks.
    let known = Set(artifact.measurements[..<first].map { [$0.task, $0.metric, $0.raw] })
    let others = artifact.measurements[first...].filter {
      !known.contains([$0.task, $0.metric, $0.raw])
    }
    artifact.measurements[first...] = others[...]
  }

  private func addRows(_ part: String, to artifact: inout Artifact) {
    for (task, row) in root[part]?.members ?? [] {
      guard row.node.isMap else {
        artifact.addMalformed(row, "'\(Excerpt.line(task))'", expected: "a map of metrics")
        continue
      }
      addRow(row, task: task, to: &artifact)
    }
  }

  private func addDatasets(to artifact: inout Artifact) {
    var seen: Set<[String?]> = []
    for (_, config) in root["configs"]?.members ?? [] {
      guard let path = config["dataset_path"], let id = path.text else { continue }
      let name = config["dataset_name"]?.text
      guard seen.insert([id, name, split(of: config)]).inserted else { continue }
      artifact.datasets.append(
        DatasetRecord(
          name: id,
          id: id,
          role: .evaluation,
          split: split(of: config),
          config: name,
          source: path.source
        )
      )
    }
  }

  /// The harness takes the validation split where a task has no test split.
  private func split(of config: NodeCursor) -> String? {
    config["test_split"]?.text ?? config["validation_split"]?.text
  }

  private func addRow(_ row: NodeCursor, task: String, to artifact: inout Artifact) {
    let cells = row.membersByKey
    let filters = Self.filters(in: row)
    let n = artifact.count(counts[task]?["effective"] ?? row["sample_len"])
    for (key, cell) in row.members where !Self.labels.contains(key) {
      let (metric, filter) = Self.parts(of: key)
      guard !metric.hasSuffix("_stderr"), !cell.node.isNull else { continue }
      guard var measurement = Measurement(metric, at: cell, n: n) else {
        artifact.addMalformed(cell, "'\(Excerpt.line(key))'", expected: "a number")
        continue
      }
      let error = cells["\(metric)_stderr\(filter)"]?.node.double.flatMap(Self.standardError)
      measurement.uncertainty = error.map { Uncertainty(standardError: $0) }
      if filters[metric].map({ $0.count > 1 }) ?? false, !filter.isEmpty {
        measurement.slice = [SlicePair(attribute: "filter", group: String(filter.dropFirst()))]
      }
      // Tasks compare no groups: `likelihood_difference` is one of two sentences.
      measurement.kind = .level
      measurement.task = task
      measurement.dataset = configs[task]?["dataset_path"]?.text ?? task
      measurement.split = configs[task].flatMap(split)
      measurement.higherIsBetter = directions[task]?[metric]?.node.bool
      measurement.run = run
      artifact.measurements.append(measurement)
    }
  }

  /// `exact_match,strict-match` is the metric and the filter with its comma.
  private static func parts(of key: String) -> (metric: String, filter: String) {
    guard let comma = key.firstIndex(ofByte: UInt8(ascii: ",")) else { return (key, "") }
    return (String(key[..<comma]), String(key[comma...]))
  }

  /// The filters of each metric: where there are several, only they tell its numbers apart.
  private static func filters(in row: NodeCursor) -> [String: Set<String>] {
    row.members.reduce(into: [:]) { filters, member in
      let (metric, filter) = parts(of: member.key)
      filters[metric, default: []].insert(filter)
    }
  }

  /// A standard error is a number of at least 0; the harness writes `N/A` where there is none.
  static func standardError(_ value: Double) -> Double? {
    value.isFinite && value >= 0 ? value : nil
  }
}

/// Reads the records of the big-science fork: one per task and prompt, metrics beside the labels.
struct BigScienceReading {
  private static let labels: Set<String> = [
    "task_name", "prompt_name", "prompt_id", "prompt_jinja", "dataset_path", "dataset_name",
    "subset", "fixed_answer_choice_list", "prompt_original_task", "comment", "timestamp",
  ]

  let root: NodeCursor
  let run: RunFacts

  func add(to artifact: inout Artifact) {
    let listed = root["results"]?.elements ?? []
    let dated = root["results"]?.members ?? []
    let records = listed.isEmpty ? (root["table_results"]?.members ?? []).map(\.value) : listed
    if listed.isEmpty, !dated.isEmpty {
      for (task, runs) in dated { addRuns(runs, of: task, to: &artifact) }
    } else {
      for record in records { addRecord(record, run: run, to: &artifact) }
    }
  }

  /// Adds the runs of one task by the moment that each began, such as `2022-07-07-20-56-59`.
  private func addRuns(_ runs: NodeCursor, of task: String, to artifact: inout Artifact) {
    guard runs.node.isMap else {
      return artifact.addMalformed(runs, "'\(Excerpt.line(task))'", expected: "a map of runs")
    }
    for (moment, record) in runs.members {
      var run = run
      run.startedAt = StatedDate(raw: moment, date: Self.date(of: moment), source: record.source)
      addRecord(record, of: task, run: run, to: &artifact)
    }
  }

  /// The day of a moment such as `2022-07-07-20-56-59`.
  static func date(of moment: String) -> CalendarDate? {
    moment.split(separator: "-").count == 6 ? CalendarDate(moment.prefix(10)) : nil
  }

  private func addRecord(
    _ record: NodeCursor,
    of task: String? = nil,
    run: RunFacts,
    to artifact: inout Artifact
  ) {
    guard record.node.isMap else {
      return artifact.addMalformed(record, "a result", expected: "a map of metrics")
    }
    let cells = record.membersByKey
    for (key, cell) in record.members where isMetric(key, cell) {
      guard var measurement = Measurement(key, at: cell) else { continue }
      measurement.task = self.task(of: cells) ?? task
      measurement.dataset = cells["dataset_path"]?.text ?? cells["task_name"]?.text ?? task
      let error = cells["\(key)_stderr"]?.node.double.flatMap(LMEvalReading.standardError)
      measurement.uncertainty = error.map { Uncertainty(standardError: $0) }
      measurement.run = run
      artifact.measurements.append(measurement)
    }
  }

  private func isMetric(_ key: String, _ cell: NodeCursor) -> Bool {
    !Self.labels.contains(key) && !key.hasSuffix("_stderr") && cell.node.double != nil
  }

  private func task(of cells: [String: NodeCursor]) -> String? {
    let parts = [cells["task_name"]?.text, cells["prompt_name"]?.text].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "+")
  }
}
