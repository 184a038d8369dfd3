// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// What scikit-learn's `classification_report(output_dict=True)` returns, dumped as it is.
  static let sklearnReport = evaluation(
    "sklearn-report",
    summary: "a classification report of scikit-learn (output_dict=True, as JSON or YAML)",
    fileNames: ["**/*classification[-_]report*.{json,yaml,yml}", "**/{metrics,report}*.json"],
    detect: SklearnReport.detect,
    fill: { root, artifact in
      if SklearnReport.isReport(root) {
        return SklearnReport(root: root, path: []).add(to: &artifact)
      }
      // What was measured beside a report counts as much.
      let parts = NumericPart.all(below: root)
      for part in parts { part.add(&artifact) }
      artifact.addLeaves(of: root, without: parts.map(\.path))
      artifact.addSeveralModels(SklearnReport.models(in: root), at: root.source)
    }
  )
}

/// Reads one classification report: `/{class}/{precision,recall,f1-score,support}` and averages.
///
/// Precision, recall, F1 and accuracy are shares of cases by their definition, so that their scale
/// is known (scikit-learn 1.9, `sklearn.metrics.classification_report`). The classes are those of
/// the target: their attribute is `class_label`, not a protected attribute.
struct SklearnReport {
  static let attribute = SliceReader.classAttribute
  private static let metrics = ["precision", "recall", "f1-score"]
  private static let averages = ["micro avg", "macro avg", "weighted avg", "samples avg"]

  let root: NodeCursor
  private let split: String?
  /// The model that the report is of, where several have one.
  private let model: String?

  /// A report, and what leads to it.
  ///
  /// - Parameters:
  ///   - root: The report.
  ///   - path: The keys that lead to it.
  ///   - siblings: What stands beside it.
  init(root: NodeCursor, path: [String], among siblings: NodeCursor? = nil) {
    self.root = root
    split = path.last { if case .split = RunLabel($0) { true } else { false } }
    let models = siblings.map(Self.models) ?? []
    model = path.last.flatMap { models.count > 1 && models.contains($0) ? $0 : nil }
  }

  /// The keys of reports that are none of parts of the data, of runs or of groups of people: of models.
  static func models(in cursor: NodeCursor) -> [String] {
    cursor.members.filter { isReport($0.value) && !PeopleLabel.isGroup($0.key) }.map(\.key)
      .filter { [nil, .model].contains(RunLabel($0)) }
  }

  static func detect(_ root: NodeCursor) -> Detection {
    guard root.node.isMap else { return .no(reason: "its root is no map") }
    if isReport(root) {
      return .evaluation(.certain, because: "it has the rows of a classification report")
    }
    return root.members.contains { isReport($0.value) }
      ? .evaluation(.likely, because: "it holds a classification report")
      : .no(reason: "it has no rows with precision, recall, f1-score and support")
  }

  /// Whether a map has the averages of a report, or the rows of classes, as scikit-learn names their columns.
  static func isReport(_ cursor: NodeCursor) -> Bool {
    let maps = cursor.members.filter(\.value.node.isMap)
    if let average = cursor["macro avg"] ?? cursor["weighted avg"] { return isRow(average) }
    return maps.count > 1
      && maps.allSatisfy { isRow($0.value) && $0.value.members.count == 4 }
      && !maps.contains { PeopleLabel.isGroup($0.key) }
  }

  private static func isRow(_ cursor: NodeCursor) -> Bool {
    cursor.has("precision", "recall", "f1-score", "support")
  }

  func add(to artifact: inout Artifact) {
    var classSupport = 0
    for (key, value) in root.members {
      if Self.averages.contains(key) {
        addRow(value, prefix: key + " ", slice: [], to: &artifact)
      } else if key == "accuracy", value.node.isMap {
        // pandas repeats the accuracy in every row of its column.
        if let cell = value["f1-score"] { addAccuracy(cell, to: &artifact) }
      } else if value.node.isMap {
        let slice = [SlicePair(attribute: Self.attribute, group: key)]
        // A sum of hostile counts may not fit; it is only compared then.
        classSupport &+= addRow(value, prefix: "", slice: slice, to: &artifact) ?? 0
      } else if key == "accuracy" {
        addAccuracy(value, to: &artifact)
      } else if !SettingName.isSetting([key]), let measurement = Measurement(key, at: value) {
        artifact.measurements.append(measurement)
      }
    }
    checkSupport(classSupport, &artifact)
  }

  @discardableResult
  private func addRow(
    _ row: NodeCursor,
    prefix: String,
    slice: [SlicePair],
    to artifact: inout Artifact
  ) -> Int? {
    let n = artifact.count(row["support"])
    for metric in Self.metrics {
      guard let cell = row.members.first(where: { $0.key == metric })?.value else {
        artifact.addMalformed(row, "the row", expected: "a map with '\(metric)'")
        continue
      }
      add(prefix + metric, cell, slice: slice, n: n, to: &artifact)
    }
    return n
  }

  private func addAccuracy(_ cell: NodeCursor, to artifact: inout Artifact) {
    let n = root["macro avg"]?["support"]?.node.int
    add("accuracy", cell, slice: [], n: n.flatMap { $0 >= 0 ? $0 : nil }, to: &artifact)
  }

  private func add(
    _ name: String,
    _ cell: NodeCursor,
    slice: [SlicePair],
    n: Int?,
    to artifact: inout Artifact
  ) {
    guard var measurement = Measurement(name, at: cell, slice: slice, n: n) else {
      return artifact.addMalformed(cell, "'\(name)'", expected: "a number")
    }
    measurement.split = split
    if let model { measurement.metric = "\(FoldedText.identifier(model))_\(measurement.metric)" }
    measurement.higherIsBetter = true
    artifact.measurements.append(measurement.onScale(.fraction))
  }

  /// A class that is named like an average or `accuracy` is overwritten in the report.
  private func checkSupport(_ sum: Int, _ artifact: inout Artifact) {
    guard let total = root["macro avg"]?["support"], let stated = total.node.int, stated != sum
    else { return }
    artifact.addIssue(
      "support-mismatch",
      .warning,
      "the classes have \(sum) cases, but the average states \(stated); a class may be missing",
      at: total.source
    )
  }
}
