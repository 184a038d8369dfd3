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
      if root["run_id"] != nil, root["artifact_uri"] != nil {
        return .no(reason: "it describes a run of MLflow, whose metrics lie in files beside it")
      }
      if Set(root.members.map(\.key)).isSuperset(of: ["embed_dim", "n_parameters", "revision"]) {
        return .no(reason: "it describes a model for MTEB, whose results lie in files beside it")
      }
      return NumericLeaves.contains(root) || NumericLeaves.containsLists(root)
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

  private static func addLeaves(of file: NodeCursor, to artifact: inout Artifact) {
    // `Run.to_dictionary()` of MLflow holds them beside the times and the tags of the run.
    let ofRun = file["info"]?["run_id"] == nil ? nil : file["data"]?["metrics"]
    let root = ofRun ?? file
    if let table = ResultTable(columns: root), let column = table.namingColumn {
      return ListedMetrics.addTable(table, naming: column, at: root.source, to: &artifact)
    }
    if RunStatistics.areBounds(root.members.map(\.key)) {
      return artifact.addUnreadBounds(of: "by_group", at: root.source)
    }
    let parts = NumericPart.all(below: root)
    for part in parts { part.add(&artifact) }
    artifact.addLeaves(of: root, without: parts.map(\.path))
  }
}

extension Artifact {
  /// Adds every number below, under all the keys that lead to it.
  ///
  /// - Parameters:
  ///   - root: The map.
  ///   - parts: What leads to maps that are read otherwise.
  mutating func addLeaves(of root: NodeCursor, without parts: [[String]] = []) {
    var models: [String] = []
    var unnamed: NodeCursor?
    var baseline: NumericLeaves.Leaf?
    let name = FoldedText.identifier(TreePath.name(of: source.path))
    let isByGroup = name.contains("by_group")
    let leaves = NumericLeaves.measured(below: root, path: [])
      .filter { leaf in !parts.contains(where: leaf.path.starts) }
    let runs = RepeatedRuns(leaves)
    for leaf in leaves {
      if runs.covers(leaf) {
        if let found = runs.measurement(leaf) { measurements.append(found) }
        continue
      }
      let labels = leaf.labels
      // What was measured before measures, or of something else, says nothing of the system.
      if let first = labels.firstIndex(where: { $0.label == .baseline }), labels.count > 1 {
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
      measurements.append(disparity?.applied(to: measurement) ?? measurement)
    }
    if let unnamed { addUnnamedMetric(of: "the map of groups", at: unnamed.source) }
    if let baseline { addLeftOutBaseline(baseline.name, at: baseline.cursor.source) }
    addSeveralModels(models, at: root.source)
  }
}

/// A map among numbers under keys that has a form of its own: groups, or a report by class.
struct NumericPart {
  /// What leads to it.
  let path: [String]
  let add: (inout Artifact) -> Void

  /// All of them in a map, in the maps in it, and so on, in the order of the text.
  static func all(below cursor: NodeCursor, path: [String] = []) -> [NumericPart] {
    let members = cursor.members
    // The readers of documents bound the depth, and with it this recursion.
    return members.flatMap { key, value in
      let inner = path + [key]
      if let groups = KeyedGroups(key, value, below: path, among: members) {
        return [NumericPart(path: inner, add: groups.add)]
      }
      if SklearnReport.isReport(value) {
        let report = SklearnReport(root: value, path: inner, among: cursor)
        return [NumericPart(path: inner, add: report.add)]
      }
      return all(below: value, path: inner)
    }
  }
}
