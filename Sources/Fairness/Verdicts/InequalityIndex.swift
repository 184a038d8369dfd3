// SPDX-License-Identifier: Apache-2.0

/// The Theil index of benefits over all groups together.
///
/// Speicher et al., *A Unified Approach to Quantifying Algorithmic Unfairness*, KDD 2018.
struct InequalityIndex {
  static let name = "theil_index"

  /// The metric; not evaluable where any group lacks labels or nobody benefits.
  static func result(_ groups: [GroupOutcome], _ policy: AssessmentPolicy) -> MetricResult {
    let limit = policy.limits[name]
    let tables = groups.compactMap { ConfusionCells<Double>($0.counts) }
    guard tables.count == groups.count else {
      return .unjudged(name, value: nil, reason: .labelsNotRecorded, limit: limit)
    }
    let total = tables.reduce(ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0), +)
    let index = BenefitDistribution(individualsOf: total).entropy(alpha: 1)
    guard index.isFinite else {
      let reason: UndefinedReason = total.total > 0 ? .nobodySelected : .emptyGroup
      return .unjudged(name, value: nil, reason: reason, limit: limit)
    }
    let interval = whole(groups).flatMap(TheilInterval.init)?.interval(level: policy.level)
    let verdicts = limit.map { judge(index, interval, $0) } ?? ModeVerdicts(.notEvaluable)
    let verdict = verdicts[policy.mode]
    return MetricResult(
      name: name,
      convention: .native,
      value: index,
      reason: limit == nil ? .noLimit : (interval == nil ? .weightedCounts : nil),
      interval: interval,
      groups: nil,
      decidedBy: nil,
      limit: limit,
      verdict: verdict,
      verdicts: verdicts,
      adjustedPValue: nil,
      neededN: verdict == .inconclusive ? needed(index, interval, limit, total.total) : nil
    )
  }

  /// By the interval; there is no test of its own, so the second key is the interval's side.
  private static func judge(_ index: Double, _ interval: Interval?, _ limit: Limit) -> ModeVerdicts
  {
    let holds = index <= limit.value
    let doubt: FairnessVerdict =
      interval.map { $0.lower > limit.value } ?? false ? .fail : .inconclusive
    guard let interval else {
      return ModeVerdicts(
        screen: holds ? .pass : .fail,
        twoKey: .notEvaluable,
        assurance: .notEvaluable
      )
    }
    return ModeVerdicts(
      screen: holds ? .pass : .fail,
      twoKey: holds ? .pass : doubt,
      assurance: interval.upper <= limit.value ? .pass : doubt
    )
  }

  /// Cases of all groups together that would pass with the index as measured: the reach of the
  /// interval shrinks with the square root of their number.
  private static func needed(
    _ index: Double,
    _ interval: Interval?,
    _ limit: Limit?,
    _ cases: Double
  ) -> Int? {
    guard let interval, let limit, limit.value > index else { return nil }
    let shrinkage = (interval.upper - index) / (limit.value - index)
    return Int(exactly: (cases * shrinkage * shrinkage).rounded(.up))
  }

  /// The cells of all groups added up; nil when a group has weights in place of counts.
  private static func whole(_ groups: [GroupOutcome]) -> ConfusionCells<Int>? {
    var total = ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0)
    for group in groups {
      guard case .confusion(let tp, let fp, let tn, let fn) = group.counts else { return nil }
      total = ConfusionCells(
        tp: total.tp + tp,
        fp: total.fp + fp,
        tn: total.tn + tn,
        fn: total.fn + fn
      )
    }
    return total
  }
}
