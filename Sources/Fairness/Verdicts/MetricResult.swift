// SPDX-License-Identifier: Apache-2.0

/// Whose definition a value follows.
public enum Convention: String, Hashable, Sendable, CaseIterable {
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
public struct GroupPair: Hashable, Sendable {
  /// The group that is compared.
  public let group: String
  /// The group it is compared with.
  public let comparator: String

  /// A pair of group names.
  public init(_ group: String, _ comparator: String) {
    self.group = group
    self.comparator = comparator
  }
}

/// The comparison of two groups that decided the verdict on a metric.
public struct DecidingComparison: Hashable, Sendable {
  /// The rate that was compared.
  public let rate: Rate
  /// The groups; a difference is group minus comparator, a ratio group divided by comparator.
  public let groups: GroupPair
  /// The interval of this comparison alone, at the level of the assessment.
  public let interval: Interval?
}

/// One metric with everything needed to judge and to report it.
public struct MetricResult: Hashable, Sendable {
  /// The metric, for example `selection_rate_ratio`.
  public let name: String
  /// Whose definition the value follows.
  public let convention: Convention
  /// The point value; infinite for a ratio over zero, nil when undefined.
  public let value: Double?
  /// Why there is no value, or why it was not judged.
  public let reason: UndefinedReason?
  /// The confidence interval, where one exists.
  public let interval: Interval?
  /// The groups compared; nil for a metric of the whole attribute.
  public let groups: GroupPair?
  /// The comparison that decided the verdict when it is not the one shown.
  ///
  /// Present for a metric of the whole attribute unless it passes, because a pass takes all pairs.
  public let decidedBy: DecidingComparison?
  /// The limit, if one was declared.
  public let limit: Limit?
  /// The verdict of the chosen mode.
  public let verdict: FairnessVerdict
  /// The verdict of every mode.
  public let verdicts: ModeVerdicts
  /// The p-value of equality after Holm's correction over the family, where there is a test.
  ///
  /// For a metric of the whole attribute that of the comparison that decided.
  public let adjustedPValue: Double?
  /// Cases per group, in the denominator of the rate, that a pass at equal rates would need.
  ///
  /// Present when the data could not tell. For the Theil index, cases of all groups together.
  public let neededN: Int?

  /// How the interval was computed.
  public var method: Interval.Method? { interval?.method }
}
