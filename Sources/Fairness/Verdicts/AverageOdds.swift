// SPDX-License-Identifier: Apache-2.0

/// The mean of the differences in false and true positive rates, group minus comparator.
///
/// AIF360's `average_odds_difference` with native rules for empty denominators; the two parts
/// are signed and can cancel.
struct AverageOdds {
  static let name = "average_odds_difference"

  let trueRates: Standings
  let falseRates: Standings
  let policy: AssessmentPolicy

  /// One row for each group other than the comparator of the true positive rate.
  func rows() -> [MetricResult] {
    let reason = trueRates.places.count > 1 ? trueRates.firstObstacle : .oneGroupOnly
    guard let comparator = trueRates.comparator, trueRates.places.count > 1 else {
      let limit = policy.limits[Self.name]
      return [.unjudged(Self.name, value: nil, reason: reason ?? .emptyGroup, limit: limit)]
    }
    return trueRates.places.indices.filter { $0 != comparator }.map { row($0, comparator) }
  }

  private func row(_ place: Int, _ comparator: Int) -> MetricResult {
    let limit = policy.limits[Self.name]
    let obstacle = [trueRates, falseRates].lazy
      .flatMap { [$0.places[place].obstacle, $0.places[comparator].obstacle] }
      .compactMap { $0 }.first
    let combined = terms(place, comparator)
    let interval = combined?.interval(level: policy.level)
    let verdicts = judge(combined?.value, interval, limit, obstacle)
    return MetricResult(
      name: Self.name,
      convention: .native,
      value: combined?.value ?? weightedValue(place, comparator),
      reason: obstacle ?? (limit == nil ? .noLimit : nil),
      interval: interval,
      groups: GroupPair(trueRates.places[place].group, trueRates.places[comparator].group),
      decidedBy: nil,
      limit: limit,
      verdict: verdicts[policy.mode],
      verdicts: verdicts,
      adjustedPValue: nil,
      neededN: nil
    )
  }

  private func terms(_ place: Int, _ comparator: Int) -> CombinedRates? {
    guard let tpr = trueRates.proportion(place), let fpr = falseRates.proportion(place),
      let otherTPR = trueRates.proportion(comparator),
      let otherFPR = falseRates.proportion(comparator)
    else { return nil }
    return CombinedRates(terms: [(0.5, tpr), (-0.5, otherTPR), (0.5, fpr), (-0.5, otherFPR)])
  }

  private func weightedValue(_ place: Int, _ comparator: Int) -> Double? {
    guard let tpr = trueRates.places[place].entry.value,
      let fpr = falseRates.places[place].entry.value,
      let otherTPR = trueRates.places[comparator].entry.value,
      let otherFPR = falseRates.places[comparator].entry.value
    else { return nil }
    return 0.5 * ((fpr - otherFPR) + (tpr - otherTPR))
  }

  /// By the interval; there is no test of its own, so the second key is the interval's side.
  private func judge(
    _ value: Double?,
    _ interval: Interval?,
    _ limit: Limit?,
    _ obstacle: UndefinedReason?
  ) -> ModeVerdicts {
    guard let value, let interval, let limit, obstacle == nil else {
      return ModeVerdicts(.notEvaluable)
    }
    let holds = value.magnitude <= limit.value
    let isOutside = interval.lower > limit.value || interval.upper < -limit.value
    let isInside = interval.lower >= -limit.value && interval.upper <= limit.value
    let doubt: FairnessVerdict = isOutside ? .fail : .inconclusive
    return ModeVerdicts(
      screen: holds ? .pass : .fail,
      twoKey: holds ? .pass : doubt,
      assurance: isInside ? .pass : doubt
    )
  }
}
