// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// One task of the Massive Text Embedding Benchmark.
  static let mteb = evaluation(
    "mteb",
    summary: "results of one task of MTEB",
    fileNames: ["**/mteb/**/*.json", "**/*mteb*.json"],
    detect: { root in
      tasks(in: root).isEmpty
        ? .no(reason: "it has no scores of MTEB")
        : .evaluation(.certain, because: "it states a version of MTEB and scores by split")
    },
    fill: { root, artifact in
      let models = root["model_results"]?.elements ?? [root]
      for model in models {
        if let name = model["model_name"], let text = name.text {
          artifact.models.append(ModelRecord(name: text, source: name.source))
        }
        let prefix = models.count > 1 ? model["model_name"]?.text : nil
        for task in tasks(in: model) { addTask(task, of: prefix, to: &artifact) }
      }
    }
  )

  /// The task that a file is, or those of the models that it lists.
  private static func tasks(in root: NodeCursor) -> [NodeCursor] {
    let models = [root] + (root["model_results"]?.elements ?? [])
    return ([root] + models.flatMap { $0["task_results"]?.elements ?? [] }).filter { task in
      task.hasAny("mteb_version") && (task["scores"]?.node.isMap ?? false)
    }
  }

  /// Adds the scores of a task, under the name of its model where there are several.
  private static func addTask(
    _ root: NodeCursor,
    of model: String?,
    to artifact: inout Artifact
  ) {
    let task = root["task_name"]?.text
    var runs: NodeCursor?
    for (split, rows) in root["scores"]?.members ?? [] {
      for row in rows.elements {
        runs = runs ?? row["scores_per_experiment"]
        for (metric, value) in row.members where value.node.double != nil {
          let name = model.map { "\(FoldedText.identifier($0))_\(metric)" } ?? metric
          guard var found = Measurement(name, at: value) else { continue }
          found.split = split
          found.task = task
          found.dataset = task
          if let subset = row["hf_subset"]?.text, subset != "default" {
            found.dataset = [task, subset].compactMap { $0 }.joined(separator: "/")
          }
          artifact.measurements.append(found)
        }
      }
    }
    guard let runs else { return }
    artifact.addLeftOut(
      "the numbers of single runs under 'scores_per_experiment' are left out: their means are read",
      at: runs.source
    )
  }

  /// Results of lighteval.
  static let lighteval = evaluation(
    "lighteval",
    summary: "results of lighteval",
    fileNames: ["**/results_*.json", "**/*lighteval*.json"],
    detect: { root in
      (root["config_general"]?.hasAny("lighteval_sha", "evaluation_time", "model_config") ?? false)
        && (root["results"]?.node.isMap ?? false)
        ? .evaluation(.certain, because: "it has the general configuration of lighteval")
        : .no(reason: "it has no configuration of lighteval")
    },
    fill: { root, artifact in
      if let name = root["config_general"]?["model_name"]
        ?? root["config_general"]?["model_config"]?["model_name"], let text = name.text
      {
        artifact.models.append(ModelRecord(name: text, source: name.source))
      }
      for (task, metrics) in root["results"]?.members ?? [] where task != "all" {
        let byKey = metrics.membersByKey
        for (metric, value) in metrics.members where !metric.hasSuffix("_stderr") {
          guard var found = Measurement(metric, at: value) else { continue }
          found.task = task
          found.dataset = task
          if let error = byKey["\(metric)_stderr"]?.node.double, error.isFinite {
            found.uncertainty = Uncertainty(standardError: error)
          }
          artifact.measurements.append(found)
        }
      }
      if let all = root["results"]?["all"] {
        artifact.addLeftOut(
          "the means over tasks under 'all' are left out: the numbers of the tasks are read",
          at: all.source
        )
      }
    }
  )

  /// The summary that Weights & Biases keeps of a run.
  static let wandbSummary = evaluation(
    "wandb-summary",
    summary: "the summary of a run of Weights & Biases",
    fileNames: ["**/wandb-summary.json"],
    detect: { root in
      root.hasAny("_wandb", "_runtime", "_timestamp", "_step")
        ? .evaluation(.likely, because: "it has the keys that Weights & Biases adds to metrics")
        : .no(reason: "it has no keys of Weights & Biases")
    },
    fill: { root, artifact in
      // Tables, histograms and pictures are files elsewhere; their sizes are no metrics.
      let media = root.members.filter { $0.value["_type"] != nil }
      let files = Set(media.map(\.key))
      for leaf in NumericLeaves.measured(below: root, path: [])
      where !leaf.path.contains(where: { $0.hasPrefix("_") }) && !files.contains(leaf.path[0]) {
        guard let found = Measurement.atPath(leaf) else { continue }
        artifact.measurements.append(found)
      }
      artifact.addUnread(media.map { ($0.key, $0.value) })
    }
  )
}

extension Measurement {
  /// The measurement of a number under keys: a split among them is the split, the rest is the name.
  static func atPath(_ leaf: NumericLeaves.Leaf) -> Measurement? {
    var split: String?
    var keys = leaf.path.flatMap { $0.split(separator: "/").map(String.init) }
    let group = leaf.path.last?.contains("/") == true ? SlicedKey(keys) : nil
    if let group { keys = keys.dropLast(2) + [group.metric] }
    let isMetricAbove = keys.dropLast().contains(where: MetricName.isNamed)
    let name = keys.enumerated().filter { place, key in
      guard place < keys.count - 1 || isMetricAbove else { return true }
      switch RunLabel(key) {
      case .split(let name):
        split = name
        return false
      // The numbers after measures are those of the system.
      case .mitigated: return false
      case .average, .run, .model, .baseline, nil: return true
      }
    }.map(\.element)
    var found = Measurement(withoutWhole(name.joined(separator: " ")), at: leaf.cursor, n: leaf.n)
    found?.split = split
    if let group { found?.slice = [group.slice] }
    if let uncertainty = leaf.uncertainty { found?.uncertainty = uncertainty }
    return found
  }

  /// `overall_accuracy` is the accuracy beside those of groups.
  private static func withoutWhole(_ name: String) -> String {
    let metric = MetricName.canonical(name)
    let whole = "overall_"
    guard metric.hasPrefix(whole) else { return name }
    let rest = String(metric.dropFirst(whole.count))
    return MetricName.isNamed(by: rest) ? rest : name
  }
}

/// A group in the name of a number, as runs log them: `test/accuracy_by_sex/F`.
private struct SlicedKey {
  let metric: String
  let slice: SlicePair

  init?(_ keys: [String]) {
    guard keys.count > 1, let group = keys.last else { return nil }
    let words = FoldedText.identifier(keys[keys.count - 2]).split(separator: "_")
    guard let place = words.firstIndex(where: { $0 == "by" || $0 == "per" }), place > 0 else {
      return nil
    }
    let attribute = words[(place + 1)...].joined(separator: "_")
    metric = words[..<place].joined(separator: "_")
    guard MetricName.isNamed(by: metric), !attribute.isEmpty else { return nil }
    let isNamed = !["group", "groups", "subgroup", "slice", "segment"].contains(attribute)
    slice = SlicePair(attribute: isNamed ? attribute : "", group: group)
  }
}
