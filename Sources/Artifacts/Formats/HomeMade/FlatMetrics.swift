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
      var models: [String] = []
      let summary = FrameSummary(of: artifact.source.path)
      for leaf in NumericLeaves.measured(below: root, path: []) {
        let labels = leaf.path.dropLast().map { ($0, RunLabel($0)) }
        // What was measured before measures, or of something else, says nothing of the system.
        if labels.contains(where: { $0.1 == .baseline }) { continue }
        for (key, label) in labels where label == .model && !models.contains(key) {
          models.append(key)
        }
        guard var measurement = Measurement.atPath(leaf) else { continue }
        summary?.rename(&measurement)
        let disparity = AttributedDisparity(MetricName.canonical(leaf.path.last ?? ""))
        artifact.measurements.append(disparity?.applied(to: measurement) ?? measurement)
      }
      artifact.addLeftOutBaselines(below: root)
      ListedMetrics.add(below: root, to: &artifact)
      if root.node.isList { ListedMetrics.add(root, named: "/", to: &artifact) }
      artifact.positiveMeans = root["positive_means"]?.text.flatMap { text in
        EvaluationReading.positiveMeanings.contains(text) ? text : nil
      }
      artifact.checkGroups()
      if models.count > 1 {
        artifact.addIssue(
          "several-models",
          .warning,
          "the numbers of \(models.count) models stand side by side "
            + "(\(Excerpt.line(models.prefix(3).joined(separator: ", ")))); "
            + "keep those of the model that is declared",
          at: root.source
        )
      }
    }
  )
}

/// Finds the numbers of nested maps; lists and texts are no metrics (DVC, `repo/metrics/show.py`).
enum NumericLeaves {
  /// A number with the keys that lead to it.
  struct Leaf {
    let path: [String]
    let cursor: NodeCursor
    /// The number of cases that stands beside it.
    var n: Int?

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
    // The readers of documents bound the depth, and with it this recursion.
    return members.flatMap {
      below($0.value, path: path + [$0.key], n: n)
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

  private static func contains(_ node: Node) -> Bool {
    node.double != nil || (node.map ?? .empty).contains { contains($0.value) }
  }
}
