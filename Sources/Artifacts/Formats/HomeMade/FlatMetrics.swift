// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Any map of numbers, such as the metric files that `dvc.yaml` declares.
  ///
  /// Nothing tells such a file from other JSON, so that only a declaration makes it an evaluation.
  static let flatMetrics = evaluation(
    "flat-metrics",
    summary: "numbers under keys, such as a metrics file of DVC or MLflow (JSON or YAML)",
    fileNames: ["**/metrics.{json,yaml,yml}"],
    detect: { root in
      NumericLeaves.contains(root) || NumericLeaves.containsLists(root)
        ? .evaluation(.weak, because: "it holds numbers under keys")
        : .no(reason: "it holds no numbers under keys")
    },
    fill: { root, artifact in
      addLeaves(of: root, to: &artifact)
      artifact.addLeftOutBaselines(below: root)
      ListedMetrics.add(below: root, to: &artifact)
      if root.node.isList { ListedMetrics.add(root, named: "/", to: &artifact) }
      artifact.positiveMeans = root["positive_means"]?.text.flatMap { text in
        EvaluationReading.positiveMeanings.contains(text) ? text : nil
      }
      FrameSummary(of: artifact.source.path)?.settle(&artifact, count: root["count"]?.source)
      artifact.checkGroups()
    }
  )

  private static func addLeaves(of root: NodeCursor, to artifact: inout Artifact) {
    if let table = ResultTable(columns: root), let column = table.namingColumn {
      return ListedMetrics.addTable(table, naming: column, at: root.source, to: &artifact)
    }
    if RunStatistics.areBounds(root.members.map(\.key)) {
      return artifact.addUnreadBounds(of: "by_group", at: root.source)
    }
    var models: [String] = []
    var unnamed: NodeCursor?
    var baseline: NumericLeaves.Leaf?
    let name = FoldedText.identifier(TreePath.name(of: artifact.source.path))
    let isByGroup = name.contains("by_group")
    for leaf in NumericLeaves.measured(below: root, path: []) {
      let labels = leaf.path.map { ($0, RunLabel($0)) }
      // What was measured before measures, or of something else, says nothing of the system.
      if let first = labels.firstIndex(where: { $0.1 == .baseline }), labels.count > 1 {
        // Those at the root are named together.
        if first > 0 { baseline = baseline ?? leaf }
        continue
      }
      let isBare = isByGroup && leaf.path.count == 1 && !PeopleLabel.mayBeMetric(leaf.path[0])
      if leaf.isOfGroup || isBare {
        unnamed = unnamed ?? leaf.cursor
        continue
      }
      for (key, label) in labels.dropLast() where label == .model && !models.contains(key) {
        models.append(key)
      }
      guard let measurement = Measurement.atPath(leaf) else { continue }
      let disparity = AttributedDisparity(MetricName.canonical(leaf.path.last ?? ""))
      artifact.measurements.append(disparity?.applied(to: measurement) ?? measurement)
    }
    if let unnamed { artifact.addUnnamedMetric(of: "the map of groups", at: unnamed.source) }
    if let baseline { artifact.addLeftOutBaseline(baseline.name, at: baseline.cursor.source) }
    artifact.addSeveralModels(models, at: root.source)
  }
}

/// Finds the numbers of nested maps; lists and texts are no metrics (DVC, `repo/metrics/show.py`).
enum NumericLeaves {
  /// A number with the keys that lead to it.
  struct Leaf {
    let path: [String]
    let cursor: NodeCursor
    /// The number of cases that stands beside it.
    var n: Int?
    var uncertainty: Uncertainty?
    /// Whether its key is a group of people, and no key before it a metric.
    var isOfGroup = false

    /// The keys as one name.
    var name: String { path.joined(separator: " ") }
  }

  /// What was measured in a map, in the maps in it, and so on, in the order of the text: its numbers
  /// without settings, such as thresholds, and numbers of cases.
  static func measured(below cursor: NodeCursor, path: [String]) -> [Leaf] {
    below(cursor, path: path, n: nil).filter { !SettingName.isSetting($0.path) }
  }

  private static func below(_ cursor: NodeCursor, path: [String], n: Int?) -> [Leaf] {
    if cursor.node.double != nil {
      return path.isEmpty ? [] : [Leaf(path: path, cursor: cursor, n: n)]
    }
    let members = cursor.members
    let n = members.lazy.compactMap { SettingName.cases($0.key, $0.value.node.double) }.first
    // `accuracy` is an average among the rows of a report, and a metric elsewhere.
    if let name = path.last, RunLabel(name) == nil || MetricName.isNamed(by: name),
      let runs = RunStatistics(members)
    {
      return [Leaf(path: path, cursor: runs.value, n: n, uncertainty: runs.uncertainty)]
        + runs.further.map { Leaf(path: path + [$0.key], cursor: $0.value, n: n) }
        + members.filter(\.value.node.isMap).flatMap {
          below($0.value, path: path + [$0.key], n: n)
        }
    }
    // The readers of documents bound the depth, and with it this recursion.
    let leaves = members.flatMap { below($0.value, path: path + [$0.key], n: n) }
    guard PeopleLabel.areGroups(members), !path.contains(where: PeopleLabel.mayBeMetric) else {
      return leaves
    }
    return leaves.map { leaf in
      var leaf = leaf
      leaf.isOfGroup = true
      return leaf
    }
  }

  /// Whether there is any number below.
  static func contains(_ cursor: NodeCursor) -> Bool {
    (cursor.node.map ?? .empty).contains { contains($0.value) }
  }

  /// Whether maps with numbers stand in a list at the root or in one of its members.
  static func containsLists(_ cursor: NodeCursor) -> Bool {
    let lists = cursor.node.isList ? [cursor] : cursor.members.map(\.value).filter(\.node.isList)
    return lists.contains { list in
      list.elements.first.map { $0.node.isMap && contains($0) } ?? false
    }
  }

  /// Whether there is any number below, those in lists included.
  static func holdsAny(_ cursor: NodeCursor) -> Bool {
    cursor.node.double != nil || cursor.elements.contains(where: holdsAny)
      || cursor.members.contains { holdsAny($0.value) }
  }

  private static func contains(_ node: Node) -> Bool {
    node.double != nil || (node.map ?? .empty).contains { contains($0.value) }
  }
}
