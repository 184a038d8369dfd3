// SPDX-License-Identifier: Apache-2.0

/// One rate of a group; the raw value is the name that reports use.
package enum Rate: String, Hashable, Sendable, CaseIterable {
  /// Selected cases among all.
  case selectionRate = "selection_rate"
  /// Selected cases among those with the positive label (recall).
  case truePositiveRate = "true_positive_rate"
  /// Selected cases among those with the negative label.
  case falsePositiveRate = "false_positive_rate"
  /// Rejected cases among those with the negative label.
  case trueNegativeRate = "true_negative_rate"
  /// Rejected cases among those with the positive label.
  case falseNegativeRate = "false_negative_rate"
  /// Positive labels among the selected (precision).
  case positivePredictiveValue = "positive_predictive_value"
  /// Negative labels among the selected.
  case falseDiscoveryRate = "false_discovery_rate"
  /// Negative labels among the rejected.
  case negativePredictiveValue = "negative_predictive_value"
  /// Positive labels among the rejected.
  case falseOmissionRate = "false_omission_rate"
  /// Right decisions among all.
  case accuracy
  /// Wrong decisions among all.
  case errorRate = "error_rate"
  /// Positive labels among all, a property of the data and not of the model.
  case baseRate = "base_rate"

  /// Which direction of a difference is to a group's disadvantage.
  enum Harm {
    case whenLow
    case whenHigh
    case bothWays
  }

  /// The direction that harms a group, given what a positive outcome means for a person; nil where
  /// that is not known and matters.
  func harm(_ meaning: PositiveMeaning?) -> Harm? {
    switch self {
    case .selectionRate, .truePositiveRate:
      meaning.map { $0 == .benefit ? .whenLow : .whenHigh }
    case .trueNegativeRate, .positivePredictiveValue, .negativePredictiveValue, .accuracy:
      .whenLow
    case .falsePositiveRate, .falseNegativeRate, .falseDiscoveryRate, .falseOmissionRate,
      .errorRate, .baseRate:
      .bothWays
    }
  }

  /// Whether the group with the highest rate is the one that is best off, or is taken for it where
  /// nobody said what a positive outcome means.
  func isBetterHigh(_ meaning: PositiveMeaning?) -> Bool {
    switch harm(meaning) {
    case .whenLow, nil: true
    case .whenHigh: false
    case .bothWays: self == .baseRate
    }
  }
}

/// What a positive decision means for the person it is about.
package enum PositiveMeaning: String, Hashable, Sendable, CaseIterable {
  /// Being selected is wanted: hired, admitted, granted.
  case benefit
  /// Being selected is unwanted: denied, flagged, searched.
  case burden
}
