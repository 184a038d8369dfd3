// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What a file holds that is named after a method of Fairlearn's `MetricFrame`: `difference.json`,
/// `ratio_control.csv`, `group_min.json`.
///
/// Its numbers bear the names of the metrics that they compare, and are none of these.
struct FrameSummary {
  private let name: String

  /// Nil for a file of another name.
  init?(of path: String) {
    let stem = FoldedText.identifier(TreePath.stem(of: path))
    guard let name = Self.names.first(where: { stem == $0 || stem.hasPrefix($0 + "_") }) else {
      return nil
    }
    self.name = name
  }

  private static let names = ["difference", "ratio", "group_min", "group_max"]

  /// Gives a number the name of the comparison, unless it has it.
  func apply(to measurement: inout Measurement) {
    guard measurement.kind == .level, !measurement.metric.hasSuffix("_" + name) else { return }
    measurement.metric += "_" + name
    measurement.kind = MetricName.kind(of: measurement.metric)
    // A difference of numbers of cases is no number of cases.
    measurement.n = nil
    switch measurement.kind {
    case .difference: measurement = measurement.onScale(.difference)
    case .ratio: measurement = measurement.onScale(.ratio)
    case .level: break
    }
  }

  /// Gives all numbers of a table the name of the comparison, and counts nobody.
  func apply(to artifact: inout Artifact) {
    for index in artifact.measurements.indices { apply(to: &artifact.measurements[index]) }
    artifact.measurements.removeAll { $0.metric.hasPrefix("count_") }
    artifact.groups = []
  }
}
