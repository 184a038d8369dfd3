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

  /// The metric's value, interval and verdicts.
  func result(_ assessments: [Rate: RateAssessment], _ policy: AssessmentPolicy) -> MetricResult {
    let parts = rates.compactMap { assessments[$0] }
    let limit = policy.limits[name]
    let groups = parts.first?.standings.places.count ?? 0
    let values = parts.map { extreme($0.standings) }
    guard groups > 1 else {
      return .unjudged(name, value: nil, reason: .oneGroupOnly, limit: limit)
    }
    guard values.allSatisfy({ $0 != nil }) else {
      return .unjudged(name, value: nil, reason: undefinedReason(parts, values), limit: limit)
    }
    let numbers = values.compactMap { $0 }
    let value = comparison == .difference ? numbers.max() : numbers.min()
    let obstacle = parts.lazy.compactMap(\.standings.firstObstacle).first
    let judgement = judge(parts, limit, policy, obstacle)
    let verdict = judgement.verdicts[policy.mode]
    let isOpen = verdict == .inconclusive || obstacle == .tooFewCases
    return MetricResult(
      name: name,
      convention: .native,
      value: value,
      reason: obstacle ?? (limit == nil ? .noLimit : nil),
      interval: SimultaneousInterval(parts.map(\.standings), comparison)?.interval(policy.level),
      groups: nil,
      decidedBy: judgement.decidedBy,
      limit: limit,
      verdict: verdict,
      verdicts: judgement.verdicts,
      adjustedPValue: judgement.adjustedP,
      neededN: limit.flatMap { limit in
        isOpen ? parts.compactMap { $0.neededForAll(comparison, limit) }.max() : nil
      }
    )
  }

  /// Maximum minus minimum, or minimum divided by maximum; nil when any group has no rate.
  private func extreme(_ standings: Standings) -> Double? {
    let entries = standings.places.map(\.entry)
    let rated = standings.places.indices.compactMap { index in
      entries[index].value.map { (index: index, value: $0) }
    }
    guard rated.count == entries.count,
      let low = rated.min(by: { $0.value < $1.value }),
      let high = rated.max(by: { $0.value < $1.value })
    else { return nil }
    if let first = standings.proportion(high.index), let second = standings.proportion(low.index) {
      let pair = TwoProportions(first, second)
      return comparison == .difference ? pair.difference : pair.reversed.ratio
    }
    if comparison == .difference { return high.value - low.value }
    return high.value > 0 ? low.value / high.value : nil
  }

  private func undefinedReason(_ parts: [RateAssessment], _ values: [Double?]) -> UndefinedReason {
    for (part, value) in zip(parts, values) where value == nil {
      let missing = part.standings.places.first { $0.entry.value == nil }
      if let missing { return missing.obstacle ?? .emptyGroup }
      return part.standings.rate == .selectionRate ? .nobodySelected : .bothRatesZero
    }
    return .emptyGroup
  }

  /// The verdicts with the comparison that led to them.
  private struct Judgement {
    var verdicts: ModeVerdicts
    var decidedBy: DecidingComparison?
    var adjustedP: Double?
  }

  /// All pairs of all rates; a fail anywhere is a fail, and a group that cannot be judged keeps
  /// the rest from passing.
  private func judge(
    _ parts: [RateAssessment],
    _ limit: Limit?,
    _ policy: AssessmentPolicy,
    _ obstacle: UndefinedReason?
  ) -> Judgement {
    guard let limit else { return Judgement(verdicts: ModeVerdicts(.notEvaluable)) }
    let claim = PairClaim(comparison, limit: limit.value, policy: policy)
    let factor = Double(parts.count)
    let wholes = parts.map { $0.family.whole(claim, mode: policy.mode, factor: factor) }
    let joined = ModeVerdicts.all(wholes.map(\.verdicts))
    let unjudged = obstacle == nil ? [] : [ModeVerdicts(.notEvaluable)]
    var judgement = Judgement(verdicts: .all([joined] + unjudged))
    let verdict = judgement.verdicts[policy.mode]
    guard verdict == .fail || verdict == .inconclusive else { return judgement }
    for (part, whole) in zip(parts, wholes) where whole.verdicts[policy.mode] == verdict {
      guard let pair = whole.decided else { continue }
      judgement.decidedBy = part.deciding(comparison, members: pair)
      judgement.adjustedP = part.family.adjustedP(pair.0, pair.1, factor: factor)
      break
    }
    return judgement
  }
}
