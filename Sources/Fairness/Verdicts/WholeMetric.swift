// SPDX-License-Identifier: Apache-2.0

/// A metric of a whole attribute: the widest gap or the smallest ratio over all pairs of groups.
struct WholeMetric {
  let name: String
  let comparison: Comparison
  /// The rates involved; with several the worst of them counts.
  let rates: [Rate]

  /// The metrics in the order of reports.
  static let all: [WholeMetric] = [
    ("demographic_parity", [Rate.selectionRate]),
    ("equal_opportunity", [.truePositiveRate]),
    ("predictive_equality", [.falsePositiveRate]),
    ("predictive_parity", [.positivePredictiveValue]),
    ("equalized_odds", [.truePositiveRate, .falsePositiveRate]),
  ].flatMap { name, rates in
    Comparison.allCases.map { comparison in
      WholeMetric(
        name: "\(name)_\(comparison.rawValue)",
        comparison: comparison,
        rates: rates
      )
    }
  }

  /// The metric's value, interval and verdict.
  func result(
    _ parts: [Standings],
    _ family: ComparisonFamilies.Family,
    _ policy: AssessmentPolicy
  ) -> MetricResult {
    let limit = policy.limits[name]
    guard (parts.first?.places.count ?? 0) > 1 else {
      return .unjudged(name, value: nil, reason: .oneGroupOnly, limit: limit)
    }
    let claim = PairClaim(
      comparison,
      limit: limit,
      certainty: policy.certainty(family.count),
      failBy: policy.failBy
    )
    let extreme = isCounted(parts) ? ExtremeInterval(parts, claim) : nil
    let obstacle = parts.lazy.compactMap(\.firstObstacle).first
    let values = parts.map(value)
    let isDefined = values.allSatisfy { $0 != nil } && !parts.contains(where: \.hasUnrated)
    let reason = obstacle ?? (isDefined ? nil : undefinedReason(parts, values))
    var result = MetricResult(
      name: name,
      value: isDefined ? worst(values) : nil,
      reason: reason ?? (limit == nil ? .noLimit : nil),
      interval: isDefined || extreme?.clearest != nil ? extreme?.interval : nil,
      limit: limit,
      comparisons: claim.certainty.comparisons
    )
    if let extreme, limit != nil { judge(&result, extreme, parts, claim, family, reason) }
    result.need = needed(parts, claim, result.verdict, reason, policy).map { .known($0) }
    return result
  }

  private func isCounted(_ parts: [Standings]) -> Bool {
    parts.contains { part in part.places.indices.filter { part.proportion($0) != nil }.count > 1 }
  }

  // MARK: - The value

  /// Maximum minus minimum, or minimum divided by maximum, over the groups that have a rate.
  private func value(_ standings: Standings) -> Double? {
    if let (low, high) = standings.extremes, let pair = standings.pair(low, high) {
      return comparison == .difference ? pair.reversed.difference : pair.ratio
    }
    let rates = standings.places.compactMap(\.entry.value)
    guard let low = rates.min(), let high = rates.max(), rates.count > 1 else { return nil }
    if comparison == .difference { return high - low }
    return high > 0 ? low / high : nil
  }

  private func worst(_ values: [Double?]) -> Double? {
    let numbers = values.compactMap { $0 }
    return comparison == .difference ? numbers.max() : numbers.min()
  }

  private func undefinedReason(_ parts: [Standings], _ values: [Double?]) -> UndefinedReason {
    for (part, value) in zip(parts, values) where value == nil {
      return part.rate == .selectionRate ? .nobodySelected : .bothRatesZero
    }
    return .emptyGroup
  }

  // MARK: - The verdict

  /// A fail anywhere is a fail; a group that cannot be judged keeps the rest from passing.
  private func judge(
    _ result: inout MetricResult,
    _ extreme: ExtremeInterval,
    _ parts: [Standings],
    _ claim: PairClaim,
    _ family: ComparisonFamilies.Family,
    _ reason: UndefinedReason?
  ) {
    let side: Side = comparison == .difference ? .notHigher : .notLower
    var verdict = extreme.clearest == nil ? .inconclusive : claim.verdict(extreme.interval, side)
    var decider = verdict == .fail ? extreme.clearest : extreme.weakest
    if verdict != .fail, claim.failBy == .twoKey,
      let key = secondKey(parts, claim, family)
    {
      (verdict, decider) = (.fail, key)
      result.isSecondKey = true
    }
    if reason != nil, verdict != .fail { verdict = .notEvaluable }
    result.verdict = verdict
    result.screen = screen(parts, claim, reason)
    if result.screen == .fail { result.oneMoreOf = oneMoreOf(parts, claim) }
    guard verdict == .fail || verdict == .inconclusive, let decider else { return }
    result.decidedBy = deciding(decider, parts, claim)
    result.adjustedPValue = pair(decider, parts).flatMap(family.tests.adjusted)
  }

  /// The pair whose rates differ most clearly among those whose measured value misses the limit.
  private func secondKey(
    _ parts: [Standings],
    _ claim: PairClaim,
    _ family: ComparisonFamilies.Family
  ) -> ExtremeInterval.Place? {
    var best: (p: Double, place: ExtremeInterval.Place)?
    for (index, part) in parts.enumerated() {
      for (rank, first) in part.evaluable.enumerated() {
        for second in part.evaluable.dropFirst(rank + 1) {
          let (low, high) = part.ordered(first, second)
          guard let pair = part.pair(low, high), !claim.holds(pair, .notLower),
            let p = family.tests.adjusted(pair), p < claim.certainty.alpha,
            best.map({ p < $0.p }) ?? true
          else { continue }
          best = (p, ExtremeInterval.Place(part: index, low: low, high: high))
        }
      }
    }
    return best?.place
  }

  private func screen(
    _ parts: [Standings],
    _ claim: PairClaim,
    _ reason: UndefinedReason?
  ) -> FairnessVerdict {
    let misses = parts.contains { part in
      part.extremes.flatMap { part.pair($0.low, $0.high) }.map { !claim.holds($0, .notLower) }
        ?? false
    }
    return misses ? .fail : reason == nil ? .pass : .notEvaluable
  }

  /// The group with the lowest rate, if one more positive case of it would keep every limit.
  private func oneMoreOf(_ parts: [Standings], _ claim: PairClaim) -> String? {
    guard parts.count == 1, let part = parts.first, let (low, high) = part.extremes,
      let pair = part.pair(low, high), claim.holdsWithOneMore(pair)
    else { return nil }
    let others = part.places.indices.filter { $0 != low && $0 != high }
    let othersHold = others.allSatisfy { place in
      part.pair(place, high).map { claim.holds($0, .notLower) } ?? true
    }
    return othersHold ? part.places[low].group : nil
  }

  private func pair(_ place: ExtremeInterval.Place, _ parts: [Standings]) -> TwoProportions? {
    parts[place.part].pair(place.low, place.high)
  }

  /// The comparison turned as the metric has it: the larger rate minus the smaller, the smaller
  /// divided by the larger.
  private func deciding(
    _ place: ExtremeInterval.Place,
    _ parts: [Standings],
    _ claim: PairClaim
  ) -> DecidingComparison? {
    guard let pair = pair(place, parts) else { return nil }
    let part = parts[place.part]
    let (low, high) = (part.places[place.low].group, part.places[place.high].group)
    let isDifference = comparison == .difference
    let turned = isDifference ? pair.reversed : pair
    let ends = claim.ends(turned, claim.certainty.own)
    return DecidingComparison(
      rate: part.rate,
      groups: isDifference ? GroupPair(high, low) : GroupPair(low, high),
      value: isDifference ? turned.difference : turned.ratio,
      interval: ends.map {
        Interval(
          lower: $0.lower,
          upper: $0.upper,
          level: claim.certainty.level,
          method: comparison.method
        )
      }
    )
  }

  private func needed(
    _ parts: [Standings],
    _ claim: PairClaim,
    _ verdict: FairnessVerdict,
    _ reason: UndefinedReason?,
    _ policy: AssessmentPolicy
  ) -> NeededCases? {
    guard let limit = claim.limit, verdict == .inconclusive || reason == .tooFewCases else {
      return nil
    }
    let sample = NeededSample(comparison, limit: limit.value, z: claim.certainty.own)
    return sample.cases(
      together: parts.map { part in part.byName.compactMap(part.proportion) },
      floor: parts.map { policy.minimumDenominator(of: $0.rate) }.max() ?? 1
    )
  }
}
