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
  /// Ratios 0.8: the four-fifths rule of 29 CFR 1607.4(D) for selection rates, carried over to
  /// error rates by Aequitas. Differences 0.1: tutorials of AIF360. Theil index 0.2: unconfirmed.
  /// None of them is law.
  package static let conventions = FairnessLimits(
    Dictionary(
      uniqueKeysWithValues: [
        ("selection_rate_ratio", 0.8), ("demographic_parity_ratio", 0.8),
        ("true_positive_rate_ratio", 0.8), ("equal_opportunity_ratio", 0.8),
        ("false_positive_rate_ratio", 0.8), ("predictive_equality_ratio", 0.8),
        ("false_negative_rate_ratio", 0.8), ("false_discovery_rate_ratio", 0.8),
        ("false_omission_rate_ratio", 0.8), ("equalized_odds_ratio", 0.8),
        ("positive_predictive_value_ratio", 0.8), ("predictive_parity_ratio", 0.8),
        ("selection_rate_difference", 0.1), ("demographic_parity_difference", 0.1),
        ("true_positive_rate_difference", 0.1), ("equal_opportunity_difference", 0.1),
        ("false_positive_rate_difference", 0.1), ("predictive_equality_difference", 0.1),
        ("equalized_odds_difference", 0.1), ("average_odds_difference", 0.1),
        ("theil_index", 0.2),
      ].map { ($0.0, Limit($0.1, origin: .convention)) }
    )
  )

  /// The limit of a metric, if it has one.
  package subscript(metric: String) -> Limit? {
    get { limits[metric] }
    set { limits[metric] = newValue }
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
