// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The name of a disparity with the attribute that it is about: `equalized_odds_difference_sex`.
struct AttributedDisparity {
  /// The metric without the attribute.
  let metric: String
  /// The attribute, as far as the name holds it.
  let attribute: String

  /// Full names alone: an abbreviation may be a word of another metric.
  private static let metrics = [
    "average_odds_difference", "demographic_parity_difference", "demographic_parity_ratio",
    "disparate_impact", "equal_opportunity_difference", "equal_opportunity_ratio",
    "equalized_odds_difference", "equalized_odds_ratio", "statistical_parity_difference",
  ]
  /// Words beside a metric that name no attribute.
  private static let others: Set<String> = [
    "abs", "after", "avg", "before", "ci", "lower", "max", "mean", "min", "overall", "ratio",
    "score",
    "std", "stderr", "test", "train", "upper", "val", "validation", "value",
  ]

  /// The parts of a name in lower case with `_` between words; nil where it names no disparity, or
  /// not whose.
  init?(_ name: String) {
    for metric in Self.metrics {
      let attribute: Substring
      if name.hasPrefix("\(metric)_") {
        attribute = name.dropFirst(metric.utf8.count + 1)
      } else if name.hasSuffix("_\(metric)") {
        attribute = name.dropLast(metric.utf8.count + 1)
      } else {
        continue
      }
      let words = attribute.split(separator: "_").map(String.init)
      guard !words.isEmpty, Self.others.isDisjoint(with: words) else { return nil }
      self.metric = metric
      self.attribute = String(attribute)
      return
    }
    return nil
  }

  /// The measurement as one of that attribute's groups: a pair without a group.
  func applied(to measurement: Measurement) -> Measurement {
    var copy = measurement
    copy.metric = metric
    copy.kind = MetricName.kind(of: metric)
    copy.slice = [SlicePair(attribute: attribute, group: "")]
    return copy
  }
}
