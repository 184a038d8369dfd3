// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import Texts

/// What to write in place of a metric or a limit that was refused.
enum MetricAdvice {
  /// Names that other libraries and texts give to what is compared here.
  private static let otherNames = [
    "statistical_parity_difference": "demographic_parity_difference",
    "mean_difference": "demographic_parity_difference",
    "disparate_impact": "demographic_parity_ratio",
    "impact_ratio": "demographic_parity_ratio",
    "four_fifths": "demographic_parity_ratio",
    "adverse_impact_ratio": "demographic_parity_ratio",
  ]

  /// The name that was meant, the names that begin alike, or all of them.
  static func help(forUnknown metric: String) -> String {
    let names = GroupMetrics.names
    if let same = otherNames[metric] { return "here it is called '\(same)'" }
    let longer = names.filter { $0.hasPrefix("\(metric)_") }
    if metric.count > 3, !longer.isEmpty {
      return "did you mean " + longer.map { "'\($0)'" }.joined(separator: " or ") + "?"
    }
    return Suggestion.closest(to: metric, among: names).map { "did you mean '\($0)'?" }
      ?? "metrics are: \(names.joined(separator: ", "))"
  }

  /// Percentages become fractions, and ratios above 1 their reciprocals.
  static func help(forLimit value: Double, of metric: String) -> String {
    if metric.hasSuffix("_ratio"), value > 1, value <= 2 {
      return
        "give the smallest ratio that is acceptable; \(ConsoleText.number(1 / value)) bounds it "
        + "in both directions, from \(ConsoleText.number(1 / value)) to \(ConsoleText.number(value))"
    }
    return value > 1 && value <= 100
      ? "write --limit \(metric)=\(value / 100), a fraction and no percentage"
      : "give the smallest ratio or the largest difference that is acceptable"
  }
}
