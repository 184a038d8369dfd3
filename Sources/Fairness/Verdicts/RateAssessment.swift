// SPDX-License-Identifier: Apache-2.0

/// The comparisons of one rate: a difference and a ratio for each group.
///
/// A row is judged as what it shows: the comparison of its two groups. Its interval shares the
/// error with all comparisons of the family, since the rows of an attribute are looked at together
/// and the comparator, unless it was declared, is the group that did best.
struct RateAssessment {
  let standings: Standings
  let family: ComparisonFamilies.Family
  let policy: AssessmentPolicy

  /// One row for each group other than the comparator.
  ///
  /// When a declared reference has rate zero, every ratio with it is infinite, so the reverse
  /// comparison follows each such row.
  func rows(_ comparison: Comparison) -> [MetricResult] {
    let name = standings.rate.metric(comparison)
    let claim = PairClaim(
      comparison,
      limit: policy.limits[name],
      certainty: policy.certainty(family.count),
      failBy: policy.failBy
    )
    let isAlone = standings.places.count < 2
    guard !isAlone, let comparator = standings.comparator else {
      let reason = isAlone ? .oneGroupOnly : standings.firstObstacle ?? .emptyGroup
      return [.unjudged(name, value: nil, reason: reason, limit: claim.limit)]
    }
    var rows: [MetricResult] = []
    for place in standings.places.indices where place != comparator {
      rows.append(row(name, claim, place, comparator))
      if standings.isDeclared, comparison == .ratio, isZero(comparator), !isZero(place) {
        rows.append(row(name, claim, comparator, place, isReverse: true))
      }
    }
    return rows
  }

  private func isZero(_ place: Int) -> Bool { standings.proportion(place)?.successes == 0 }

  private func row(
    _ name: String,
    _ claim: PairClaim,
    _ place: Int,
    _ comparator: Int,
    isReverse: Bool = false
  ) -> MetricResult {
    let pair = standings.pair(place, comparator)
    let side: Side? = isReverse ? .notLower : pair.flatMap { harmfulSide(claim, $0) }
    let value = pair == nil ? weighted(claim, place, comparator) : point(claim.comparison, pair)
    let obstacle =
      standings.places[place].obstacle ?? standings.places[comparator].obstacle
      ?? (value == nil ? undefinedRatio : nil) ?? (side == nil ? .positiveMeaningMissing : nil)
    let shown = pair.flatMap { claim.interval($0, side ?? claim.side($0)) }
    let unbounded: UndefinedReason? = value?.isInfinite == true ? .referenceRateZero : nil
    var result = MetricResult(
      name: name,
      value: value,
      reason: obstacle ?? unbounded ?? (claim.limit == nil ? .noLimit : nil),
      interval: shown,
      groups: GroupPair(standings.places[place].group, standings.places[comparator].group),
      limit: claim.limit,
      comparisons: claim.certainty.comparisons
    )
    guard let pair else { return result }
    if obstacle == nil, let side, let shown { judge(&result, claim, pair, side, shown) }
    result.need = needed(claim, pair, result.verdict, obstacle, isOneSided: isOneSided(claim))
    return result
  }

  private func judge(
    _ result: inout MetricResult,
    _ claim: PairClaim,
    _ pair: TwoProportions,
    _ side: Side,
    _ interval: Interval
  ) {
    result.adjustedPValue = family.tests.adjusted(pair)
    guard claim.limit != nil else { return }
    let p = result.adjustedPValue
    result.screen = claim.holds(pair, side) ? .pass : .fail
    result.verdict = claim.verdict(interval, pair, side) { p }
    result.isSecondKey =
      result.verdict == .fail && claim.verdict(interval, side) != .fail
  }

  /// The side on which a limit may be missed; nil where nobody said what harms.
  ///
  /// For a ratio with a declared reference it is the one that harms the group, else that of the
  /// measured value.
  private func harmfulSide(_ claim: PairClaim, _ pair: TwoProportions) -> Side? {
    guard standings.isDeclared, claim.comparison == .ratio else { return claim.side(pair) }
    return switch standings.rate.harm(policy.positiveMeans) {
    case .whenLow: .notLower
    case .whenHigh: .notHigher
    case .bothWays: claim.side(pair)
    case nil: nil
    }
  }

  private func isOneSided(_ claim: PairClaim) -> Bool {
    guard standings.isDeclared, claim.comparison == .ratio else { return false }
    return standings.rate.harm(policy.positiveMeans) != .bothWays
  }

  private func point(_ comparison: Comparison, _ pair: TwoProportions?) -> Double? {
    comparison == .difference ? pair?.difference : pair?.ratio
  }

  private func weighted(_ claim: PairClaim, _ place: Int, _ comparator: Int) -> Double? {
    guard let first = standings.places[place].entry.value,
      let second = standings.places[comparator].entry.value
    else { return nil }
    if claim.comparison == .difference { return first - second }
    return first > 0 || second > 0 ? first / second : nil
  }

  private var undefinedRatio: UndefinedReason {
    standings.rate == .selectionRate ? .nobodySelected : .bothRatesZero
  }

  private func needed(
    _ claim: PairClaim,
    _ pair: TwoProportions,
    _ verdict: FairnessVerdict,
    _ obstacle: UndefinedReason?,
    isOneSided: Bool
  ) -> MetricResult.Need? {
    guard let limit = claim.limit, obstacle == .tooFewCases || verdict == .inconclusive else {
      return nil
    }
    return .pair(
      NeededSample(claim.comparison, limit: limit.value, z: claim.certainty.own),
      [pair.first, pair.second],
      floor: policy.minimumDenominator(of: standings.rate),
      isOneSided: isOneSided
    )
  }
}
