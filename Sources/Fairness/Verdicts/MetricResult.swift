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

/// The comparison of two groups that decided the verdict on a metric of the whole attribute.
package struct DecidingComparison: Hashable, Sendable {
  /// The rate that was compared.
  package let rate: Rate
  /// The groups; a difference is group minus comparator, a ratio group divided by comparator.
  package let groups: GroupPair
  /// The measured value of this comparison.
  package let value: Double?
  /// The interval of this comparison alone, at the level of the assessment.
  package let interval: Interval?
}

/// One metric with everything needed to judge and to report it.
package struct MetricResult: Hashable, Sendable {
  /// The metric, for example `selection_rate_ratio`.
  package let name: String
  /// Whose definition the value follows.
  package var convention = Convention.native
  /// The point value; infinite for a ratio over zero, nil when undefined.
  package let value: Double?
  /// Why there is no value, or why it was not judged.
  package let reason: UndefinedReason?
  /// The confidence interval by which the metric is judged, where one exists.
  package var interval: Interval?
  /// The groups compared; nil for a metric of the whole attribute.
  package var groups: GroupPair?
  /// The comparison that decided about a metric of the whole attribute.
  ///
  /// It is the one that clearly misses the limit, or the one that cannot be shown to keep it. A pass
  /// takes all pairs and has none.
  package var decidedBy: DecidingComparison?
  /// The limit, if one was declared.
  package let limit: Limit?
  /// The verdict.
  package var verdict = FairnessVerdict.notEvaluable
  /// What the measured value alone says, as 29 CFR 1607.4(D) words the four-fifths rule.
  package var screen = FairnessVerdict.notEvaluable
  /// The group of which one more positive case would keep the measured value within the limit.
  ///
  /// The flip-flop of adverse-impact practice: a screen that one person turns says little (44 FR
  /// 11996, 1979, question 21).
  package var oneMoreOf: String?
  /// Whether the verdict is a fail by two keys that the interval alone would not give.
  package var isSecondKey = false
  /// How many comparisons share the error.
  package var comparisons = 1
  /// The p-value of equality after correction over the family, where there is a test.
  ///
  /// For a metric of the whole attribute that of the comparison that decided.
  package var adjustedPValue: Double?
  /// How many cases a pass would take, where the data could not tell.
  ///
  /// Sought when it is asked for: of thousands of comparisons few are shown.
  package var neededN: NeededCases? { need?.cases }
  var need: Need?

  /// How many cases a pass would take, known or still to be sought.
  enum Need: Hashable, Sendable {
    case known(NeededCases)
    case pair(NeededSample, [Proportion], floor: Int, isOneSided: Bool)

    var cases: NeededCases? {
      switch self {
      case .known(let cases): cases
      case .pair(let sample, let groups, let floor, let isOneSided):
        sample.cases(groups, floor: floor, isOneSided: isOneSided)
      }
    }
  }

  /// How the interval was computed.
  package var method: Interval.Method? { interval?.method }

  /// A metric without judgement.
  static func unjudged(
    _ name: String,
    value: Double?,
    reason: UndefinedReason,
    groups: GroupPair? = nil,
    limit: Limit?
  ) -> MetricResult {
    MetricResult(name: name, value: value, reason: reason, groups: groups, limit: limit)
  }
}
