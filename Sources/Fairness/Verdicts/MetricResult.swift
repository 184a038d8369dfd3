// SPDX-License-Identifier: Apache-2.0

/// Whose definition a value follows.
package enum Convention: String, Hashable, Sendable, CaseIterable {
  /// This project's: undefined stays undefined.
  case native
  /// Fairlearn 0.15.
  case fairlearn
  /// AIF360 0.6.1.
  case aif360
  /// Aequitas 1.1.
  case aequitas
  /// New York City Local Law 144.
  case ll144
}

/// Two groups, the first compared with the second.
package struct GroupPair: Hashable, Sendable {
  /// The group that is compared.
  package let group: String
  /// The group it is compared with.
  package let comparator: String

  /// A pair of group names.
  package init(_ group: String, _ comparator: String) {
    self.group = group
    self.comparator = comparator
  }
}

/// The comparison of two groups that decided the verdict on a metric.
package struct DecidingComparison: Hashable, Sendable {
  /// The rate that was compared.
  package let rate: Rate
  /// The groups; a difference is group minus comparator, a ratio group divided by comparator.
  package let groups: GroupPair
  /// The interval of this comparison alone, at the level of the assessment.
  package let interval: Interval?
}

/// One metric with everything needed to judge and to report it.
package struct MetricResult: Hashable, Sendable {
  /// The metric, for example `selection_rate_ratio`.
  package let name: String
  /// Whose definition the value follows.
  package let convention: Convention
  /// The point value; infinite for a ratio over zero, nil when undefined.
  package let value: Double?
  /// Why there is no value, or why it was not judged.
  package let reason: UndefinedReason?
  /// The confidence interval, where one exists.
  package let interval: Interval?
  /// The groups compared; nil for a metric of the whole attribute.
  package let groups: GroupPair?
  /// The comparison that decided the verdict when it is not the one shown.
  ///
  /// Present for a metric of the whole attribute unless it passes, because a pass takes all pairs.
  package let decidedBy: DecidingComparison?
  /// The limit, if one was declared.
  package let limit: Limit?
  /// The verdict of the chosen mode.
  package let verdict: FairnessVerdict
  /// The verdict of every mode.
  package let verdicts: ModeVerdicts
  /// The p-value of equality after Holm's correction over the family, where there is a test.
  ///
  /// For a metric of the whole attribute that of the comparison that decided.
  package let adjustedPValue: Double?
  /// Cases per group, in the denominator of the rate, that a pass at equal rates would need.
  ///
  /// Present when the data could not tell. For the Theil index, cases of all groups together.
  package let neededN: Int?

  /// How the interval was computed.
  package var method: Interval.Method? { interval?.method }
}
