// SPDX-License-Identifier: Apache-2.0

/// A number that a metric is judged by.
package struct Limit: Hashable, Sendable {
  /// Where a limit comes from.
  package enum Origin: String, Hashable, Sendable, CaseIterable {
    /// A law states it.
    case law
    /// A standard states it.
    case standard
    /// It is customary; no law or standard states it.
    case convention
    /// The user declared it.
    case policy
  }

  /// The number: the smallest ratio, the largest absolute difference or the largest index.
  package let value: Double
  /// Where it comes from.
  package let origin: Origin

  /// A limit with its origin.
  package init(_ value: Double, origin: Origin) {
    self.value = value
    self.origin = origin
  }
}

/// The limits of all metrics, by name.
package struct FairnessLimits: Hashable, Sendable {
  private var limits: [String: Limit]

  /// Limits by metric name.
  package init(_ limits: [String: Limit] = [:]) { self.limits = limits }

  /// The limits in customary use.
  ///
  /// Ratios 0.8: the four-fifths rule of 29 CFR 1607.4(D) for selection rates, carried over to other
  /// shares of people who are well off. Differences 0.1: tutorials of AIF360. None of them is law.
  ///
  /// Rates of error have no customary ratio: where 1 and 2 in a hundred are wrongly flagged, a ratio of
  /// 0.5 says little and needs tens of thousands of cases. The Theil index has no custom at all.
  package static let conventions: FairnessLimits = {
    let ratios = [
      "selection_rate", "demographic_parity", "true_positive_rate", "equal_opportunity",
      "positive_predictive_value", "predictive_parity",
    ]
    let differences =
      ratios + ["false_positive_rate", "predictive_equality", "equalized_odds", "average_odds"]
    var limits: [String: Limit] = [:]
    for name in ratios { limits["\(name)_ratio"] = Limit(0.8, origin: .convention) }
    for name in differences { limits["\(name)_difference"] = Limit(0.1, origin: .convention) }
    return FairnessLimits(limits)
  }()

  /// The limit of a metric, if it has one.
  package subscript(metric: String) -> Limit? {
    get { limits[metric] }
    set { limits[metric] = newValue }
  }

  /// The metrics that decide together: those somebody set a limit for, else all that have one.
  var deciding: Set<String> {
    let declared = limits.filter { $0.value.origin == .policy }
    return Set((declared.isEmpty ? limits : declared).keys)
  }

  /// The names of the metrics that have a limit, sorted.
  package var metrics: [String] { limits.keys.sorted() }

  /// Refuses limits that are not finite and positive, and ratios above 1.
  func validate() throws(FairnessError) {
    for metric in metrics {
      guard let value = limits[metric]?.value else { continue }
      let isRatio = metric.hasSuffix("_ratio")
      guard value > 0, value.isFinite, !isRatio || value <= 1 else {
        throw .invalidLimit(metric: metric, value: value)
      }
    }
  }
}
