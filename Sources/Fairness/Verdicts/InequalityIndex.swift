// SPDX-License-Identifier: Apache-2.0

/// The Theil index of benefits over all groups together.
///
/// Speicher et al., *A Unified Approach to Quantifying Algorithmic Unfairness*, KDD 2018.
/// It has no interval here, so that it can fail a screen and never passes an assurance gate.
struct InequalityIndex {
  static let name = "theil_index"

  /// The metric; not evaluable where any group lacks labels or nobody benefits.
  static func result(_ groups: [GroupOutcome], _ policy: AssessmentPolicy) -> MetricResult {
    let limit = policy.limits[name]
    let tables = groups.compactMap { ConfusionCells($0.counts) }
    guard tables.count == groups.count else {
      return .unjudged(name, value: nil, reason: .labelsNotRecorded, limit: limit)
    }
    let total = tables.reduce(ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0), +)
    let index = BenefitDistribution(individualsOf: total).entropy(alpha: 1)
    guard index.isFinite else {
      let reason: UndefinedReason = total.total > 0 ? .nobodySelected : .emptyGroup
      return .unjudged(name, value: nil, reason: reason, limit: limit)
    }
    guard let limit else {
      return .unjudged(name, value: index, reason: .noLimit, limit: nil)
    }
    let verdicts = ModeVerdicts(
      screen: index <= limit.value ? .pass : .fail,
      twoKey: .inconclusive,
      assurance: .inconclusive
    )
    return MetricResult(
      name: name,
      convention: .native,
      value: index,
      reason: nil,
      interval: nil,
      groups: nil,
      decidedBy: nil,
      limit: limit,
      verdict: verdicts[policy.mode],
      verdicts: verdicts,
      adjustedPValue: nil,
      neededN: nil
    )
  }
}
