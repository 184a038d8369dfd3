// SPDX-License-Identifier: Apache-2.0

/// Metrics of bias in language models that have an ideal in place of a better direction, by the names of the
/// rule `bias-score-off-ideal`, which says where each is from.
package enum IdealMetrics {
  /// How far from its ideal an interval may reach by custom.
  package static let tolerance = 0.05

  private static let half = ["pct_stereotype", "pct_male_preferred"]
  private static let zero = [
    "amb_bias_score", "bias_score_ambig", "ambiguous_bias_score", "bbq_metric_ambiguous_bias",
    "bbq_ambiguous_bias", "difference_male_female", "pro_anti_difference", "winobias_gap",
  ]

  /// The ideal of a metric, which may have a category behind its name; nil where it has none.
  package static func ideal(of metric: String) -> Double? {
    func isNamed(in names: [String]) -> Bool {
      names.contains { metric == $0 || metric.hasPrefix("\($0)_") && !metric.hasSuffix("_stderr") }
    }
    return isNamed(in: half) ? 0.5 : isNamed(in: zero) ? 0 : nil
  }
}
