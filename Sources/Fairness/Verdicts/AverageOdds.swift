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
  /// The comparisons that share the error.
  let family: ComparisonFamilies.Family

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
    let certainty = policy.certainty(family.count)
    let claim = PairClaim(.difference, limit: limit, certainty: certainty, failBy: policy.failBy)
    let side: Side = (combined?.value ?? 0) <= 0 ? .notLower : .notHigher
    let shown = combined.flatMap { interval($0, side, certainty) }
    var result = MetricResult(
      name: Self.name,
      value: combined?.value ?? weightedValue(place, comparator),
      reason: obstacle ?? (limit == nil ? .noLimit : nil),
      interval: shown,
      groups: GroupPair(trueRates.places[place].group, trueRates.places[comparator].group),
      limit: limit,
      comparisons: certainty.comparisons
    )
    guard let combined, let value = combined.value, let shown, let limit, obstacle == nil else {
      return result
    }
    let holds = value.magnitude <= limit.value
    result.screen = holds ? .pass : .fail
    result.verdict = claim.verdict(shown, side)
    if policy.failBy == .twoKey {
      result.adjustedPValue = pOfRates(place, comparator)
      let isSecondKey = !holds && (result.adjustedPValue ?? 1) < certainty.alpha
      if result.verdict == .inconclusive, isSecondKey {
        result.verdict = .fail
        result.isSecondKey = true
      }
    }
    if result.verdict == .inconclusive {
      result.need = needed(value, combined, limit.value, certainty.own, place, comparator)
        .map { .known($0) }
    }
    return result
  }

  /// Whether the rates differ: the average has no exact test of its own, so that of either rate says it.
  private func pOfRates(_ place: Int, _ comparator: Int) -> Double? {
    [trueRates, falseRates].compactMap { $0.pair(place, comparator) }
      .compactMap(family.tests.adjusted).min()
  }

  private func interval(
    _ combined: CombinedRates,
    _ side: Side,
    _ certainty: Certainty
  ) -> Interval? {
    guard let own = combined.ends(certainty.own), let shared = combined.ends(certainty.shared)
    else { return nil }
    return Interval(
      lower: side == .notLower ? own.lower : shared.lower,
      upper: side == .notLower ? shared.upper : own.upper,
      level: certainty.level,
      method: certainty.method(.mover)
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

  /// The reach of the interval shrinks with the square root of the cases of the smallest part.
  private func needed(
    _ value: Double,
    _ combined: CombinedRates,
    _ limit: Double,
    _ z: Double,
    _ place: Int,
    _ comparator: Int
  ) -> NeededCases? {
    guard let ends = combined.ends(z),
      let smallest = combined.terms.map({ $0.proportion.trials }).min()
    else { return nil }
    let reach = max(ends.upper - value, value - ends.lower)
    return NeededCases.scaled(
      cases: smallest,
      reach: reach,
      equalRoom: limit,
      measuredRoom: limit - value.magnitude,
      z: z
    )
  }
}
