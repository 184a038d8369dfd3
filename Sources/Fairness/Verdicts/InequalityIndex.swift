// SPDX-License-Identifier: Apache-2.0

/// The Theil index of benefits over all groups together.
///
/// Speicher et al., *A Unified Approach to Quantifying Algorithmic Unfairness*, KDD 2018.
struct InequalityIndex {
  static let name = "theil_index"

  let groups: [GroupOutcome]
  let policy: AssessmentPolicy
  /// How many attributes share the error.
  let comparisons: Int

  /// The metric; not evaluable where any group lacks labels or nobody benefits.
  func result() -> MetricResult {
    let limit = policy.limits[Self.name]
    let tables = groups.compactMap { ConfusionCells<Double>($0.counts) }
    guard tables.count == groups.count else {
      return .unjudged(Self.name, value: nil, reason: .labelsNotRecorded, limit: limit)
    }
    let total = tables.reduce(ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0), +)
    let index = BenefitDistribution(individualsOf: total).entropy(alpha: 1)
    guard index.isFinite else {
      let reason: UndefinedReason = total.total > 0 ? .nobodySelected : .emptyGroup
      return .unjudged(Self.name, value: nil, reason: reason, limit: limit)
    }
    let certainty = policy.certainty(comparisons)
    let interval = interval(certainty)
    var result = MetricResult(
      name: Self.name,
      value: index,
      reason: limit == nil ? .noLimit : (interval == nil ? .weightedCounts : nil),
      interval: interval,
      limit: limit,
      comparisons: certainty.comparisons
    )
    guard let limit else { return result }
    result.screen = index <= limit.value ? .pass : .fail
    guard let interval else { return result }
    result.verdict =
      interval.upper <= limit.value
      ? .pass : interval.lower > limit.value ? .fail : .inconclusive
    if result.verdict == .inconclusive {
      let needed = whole.flatMap(TheilInterval.init)?
        .needed(limit: limit.value, z: certainty.own)
      result.need = .known(NeededCases(equal: nil, measured: needed))
    }
    return result
  }

  /// The upper end decides about a pass, the lower one about a fail.
  private func interval(_ certainty: Certainty) -> Interval? {
    guard let table = whole, let theil = TheilInterval(table),
      let own = theil.ends(certainty.own), let shared = theil.ends(certainty.shared)
    else { return nil }
    return Interval(
      lower: shared.lower,
      upper: own.upper,
      level: certainty.level,
      method: certainty.method(.mover)
    )
  }

  /// The cells of all groups added up; nil when a group has weights in place of counts, or cases
  /// that are not independent.
  private var whole: ConfusionCells<Int>? {
    var total = ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0)
    for group in groups {
      guard case .confusion(let tp, let fp, let tn, let fn) = group.counts,
        group.designEffect == 1
      else { return nil }
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
