// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How the numbers of a file compare groups that is named after a method of Fairlearn's `MetricFrame`:
/// `difference.json`, `sex_ratio.csv`, `group_min.json` (fairlearn 0.13, `MetricFrame.difference`).
///
/// Such a file has the names of the metrics, and none of its numbers is the metric itself.
struct FrameSummary {
  private let method: String
  /// Whether the numbers are bounds of intervals, as those of `difference_ci` are.
  private let isBounds: Bool

  /// What the name of a file says; nil where it names no method.
  init?(of path: String) {
    let name = TreePath.name(of: path)
    // `v1.2-sex_difference.json`: only the last part is the extension.
    let bare = name.dropLast(TreePath.fileExtension(of: path).count + 1)
    let stem = "_\(FoldedText.identifier(bare))_"
    let bounds = (Self.methods + Self.parts).first { stem.contains("_\($0)_ci_") }
    guard let method = bounds ?? Self.methods.first(where: { stem.contains("_\($0)_") }) else {
      return nil
    }
    self.method = method
    isBounds = bounds != nil
  }

  private static let methods = ["difference", "ratio", "group_min", "group_max"]
  private static let parts = ["overall", "by_group"]

  /// Gives the numbers the names of what they are, and takes bounds for no values.
  ///
  /// - Parameters:
  ///   - artifact: What was read of the file.
  ///   - count: A comparison of numbers of cases, which counts nobody and is no result.
  func settle(_ artifact: inout Artifact, count: SourceReference? = nil) {
    // Differences of counts are no groups.
    artifact.groups = []
    let counts = artifact.measurements.filter { $0.metric == "count" }
    if isBounds {
      artifact.measurements = []
      artifact.issues = []
      artifact.addUnreadBounds(of: method, at: artifact.source)
      return
    }
    artifact.measurements.removeAll { $0.metric == "count" }
    for index in artifact.measurements.indices { rename(&artifact.measurements[index]) }
    guard let place = counts.first?.source ?? count else { return }
    artifact.addIssue(
      "left-out",
      .note,
      "what compares numbers of cases is left out: it is no result",
      at: place
    )
  }

  /// A difference counts nobody.
  private func rename(_ measurement: inout Measurement) {
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
}

extension Artifact {
  /// Keeps that bounds of intervals stand without the values that they belong to.
  mutating func addUnreadBounds(of part: String, at source: SourceReference) {
    addIssue(
      "unread-intervals",
      .warning,
      "the numbers are bounds of intervals of '\(part)' and no values; keep '\(part)', '\(part)_ci' and "
        + "'ci_quantiles' in one JSON file",
      at: source
    )
  }
}
