// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Reads `difference_ci` and its like: one map from metric to number per bootstrap quantile, in the
/// order of `ci_quantiles` (fairlearn 0.15, `MetricFrame.difference_ci`).
struct FairlearnSummaryIntervals {
  private let intervals: NodeCursor
  private let quantiles: [Double]
  private let summary: String

  /// The intervals of a summary of a frame, such as `difference`, or nil when it has none.
  init?(_ frame: NodeCursor, of summary: String) {
    guard let intervals = frame["\(summary)_ci"] else { return nil }
    self.intervals = intervals
    self.summary = summary
    quantiles = (frame["ci_quantiles"]?.elements ?? []).compactMap(\.node.double)
  }

  /// Sets the bounds of the summary's measurements, which were added from a place on.
  func add(to artifact: inout Artifact, from first: Int) {
    let maps = intervals.elements
    guard maps.count == quantiles.count, maps.count > 1, let low = quantiles.first,
      let high = quantiles.last, 0 < low, low < high, high < 1
    else {
      return addIssue("'ci_quantiles' must name one rising quantile per element", to: &artifact)
    }
    guard first < artifact.measurements.count else {
      return addIssue("there is no '\(summary)' that it is the interval of", to: &artifact)
    }
    let lower = bounds(maps[0])
    let upper = bounds(maps[maps.count - 1])
    for place in artifact.measurements.indices[first...] {
      let metric = artifact.measurements[place].metric
      guard let below = lower[metric], let above = upper[metric] else { continue }
      artifact.measurements[place].uncertainty = Uncertainty(
        lower: below,
        upper: above,
        level: high - low,
        method: .bootstrap
      )
    }
  }

  private func addIssue(_ reason: String, to artifact: inout Artifact) {
    artifact.addIssue(
      "unknown-quantiles",
      .warning,
      "'\(summary)_ci' is not used: \(reason)",
      at: intervals.source
    )
  }

  private func bounds(_ map: NodeCursor) -> [String: Double] {
    let pairs = map.members.compactMap { metric, value in
      value.node.double.map {
        (MetricName.canonical(summary == "overall" ? metric : "\(metric)_\(summary)"), $0)
      }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
