// SPDX-License-Identifier: Apache-2.0

/// The interval of the widest gap, or of the smallest ratio, over all pairs of groups.
///
/// The end that a pass needs is the worst of the pairs' own ends; the end that a fail needs is the
/// worst of their corrected ends, over the groups that are judged. Both are valid for the extreme
/// over all pairs, so pass and fail follow from one interval.
///
/// For a ratio an end of a pair is computed only when the score statistic at the worst end so far
/// says that the pair lies beyond it, which makes thousands of pairs cheap.
struct ExtremeInterval {
  /// A pair of groups by their places in the standings of one rate.
  struct Place: Hashable {
    let part: Int
    let low: Int
    let high: Int
  }

  /// The ends.
  private(set) var interval: Interval
  /// The pair whose own end is the worst: why the metric does not pass.
  private(set) var weakest: Place?
  /// The pair whose corrected end is the worst: why the metric fails.
  private(set) var clearest: Place?

  private let claim: PairClaim

  /// Pairs are looked at in the order of the names of their groups, so that ties go by name.
  init(_ parts: [Standings], _ claim: PairClaim) {
    self.claim = claim
    let neutral = claim.comparison.neutral
    interval = Interval(
      lower: neutral,
      upper: neutral,
      level: claim.certainty.level,
      method: claim.certainty.method(claim.comparison.method)
    )
    for (index, part) in parts.enumerated() { add(part, index) }
    if parts.contains(where: \.hasUnrated) { open() }
  }

  /// A group without a rate could be anything, so the end that a pass needs is the worst possible.
  private mutating func open() {
    interval =
      claim.comparison == .difference
      ? interval.with(upper: 1) : interval.with(lower: 0)
  }

  private mutating func add(_ part: Standings, _ index: Int) {
    let places = part.byName.filter { part.proportion($0) != nil }
    // The extreme rates first: then nearly all other pairs are passed over by one test.
    if let extreme = part.extremes { consider(extreme.low, extreme.high, part, index) }
    for (rank, first) in places.enumerated() {
      for second in places.dropFirst(rank + 1) {
        let (low, high) = part.ordered(first, second)
        consider(low, high, part, index)
      }
    }
  }

  private mutating func consider(_ low: Int, _ high: Int, _ part: Standings, _ index: Int) {
    guard let first = part.proportion(low), let second = part.proportion(high) else { return }
    let place = Place(part: index, low: low, high: high)
    let isJudged = part.places[low].obstacle == nil && part.places[high].obstacle == nil
    switch claim.comparison {
    case .difference: widen(TwoProportions(second, first), place, isJudged)
    case .ratio: narrow(TwoProportions(first, second), place, isJudged)
    }
  }

  /// For a gap: the higher minus the lower rate.
  private mutating func widen(_ pair: TwoProportions, _ place: Place, _ isJudged: Bool) {
    let own = pair.newcombe(claim.certainty.own)
    let reach = max(own.upper, -own.lower)
    if reach > interval.upper || weakest == nil {
      interval = interval.with(upper: max(reach, interval.upper))
      weakest = place
    }
    guard isJudged else { return }
    let lower = pair.newcombe(claim.certainty.shared).lower
    if lower > interval.lower || clearest == nil {
      interval = interval.with(lower: max(lower, interval.lower))
      clearest = place
    }
  }

  /// For a ratio: the lower divided by the higher rate.
  private mutating func narrow(_ pair: TwoProportions, _ place: Place, _ isJudged: Bool) {
    guard pair.second.successes > 0 else { return }
    let score = ScoreOfRatio(pair, corrected: true)
    let own = claim.certainty.own
    if weakest == nil || score.statistic(interval.lower) < own
      || score.statistic(1 / interval.lower) > -own, let ends = score.interval(z: own)
    {
      let reach = min(ends.lower, 1 / ends.upper)
      if reach < interval.lower || weakest == nil {
        interval = interval.with(lower: min(reach, interval.lower))
        weakest = place
      }
    }
    let shared = claim.certainty.shared
    guard isJudged, clearest == nil || score.statistic(interval.upper) < -shared,
      let ends = score.interval(z: shared), ends.upper < interval.upper || clearest == nil
    else { return }
    interval = interval.with(upper: min(ends.upper, interval.upper))
    clearest = place
  }
}

extension Interval {
  fileprivate func with(lower: Double? = nil, upper: Double? = nil) -> Interval {
    Interval(
      lower: lower ?? self.lower,
      upper: upper ?? self.upper,
      level: level,
      method: method
    )
  }
}
