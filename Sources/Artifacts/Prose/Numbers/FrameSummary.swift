// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How the numbers of a file compare groups that is named after a method of Fairlearn's `MetricFrame`:
/// `difference.json`, `sex_ratio.csv`, `group_min.json` (fairlearn 0.13, `MetricFrame.difference`).
///
/// Such a file has the names of the metrics, and none of its numbers is the metric itself.
struct FrameSummary {
  private let method: String

  /// What the name of a file says; nil where it names no method.
  init?(of path: String) {
    let name = TreePath.name(of: path)
    let stem = FoldedText.identifier(name.prefix { $0 != "." })
    let method = Self.methods.first { method in
      "_\(stem)_".contains("_\(method)_")
    }
    guard let method else { return nil }
    self.method = method
  }

  private static let methods = ["difference", "ratio", "group_min", "group_max"]

  /// Gives a number the name of what it is; a difference counts nobody.
  func rename(_ measurement: inout Measurement) {
    guard measurement.kind == .level, !measurement.metric.hasSuffix("_" + method) else { return }
    measurement.metric += "_" + method
    measurement.kind = MetricName.kind(of: measurement.metric)
    measurement.n = nil
    switch measurement.kind {
    case .difference: measurement.unit = .difference
    case .ratio: measurement.unit = .ratio
    case .level: break
    }
  }

  /// Renames all numbers of a table, whose differences of counts are no groups.
  func rename(_ artifact: inout Artifact) {
    artifact.groups = []
    artifact.measurements.removeAll { $0.metric == "count" }
    for index in artifact.measurements.indices { rename(&artifact.measurements[index]) }
  }
}
