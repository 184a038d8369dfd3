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
    let verdicts = judge(parts, limit, policy, obstacle)
    let verdict = verdicts[policy.mode]
    let isOpen = verdict == .inconclusive || obstacle == .tooFewCases
    return MetricResult(
      name: name,
      convention: .native,
      value: value,
      reason: obstacle ?? (limit == nil ? .noLimit : nil),
      interval: SimultaneousInterval(parts.map(\.standings), comparison)?.interval(policy.level),
      groups: nil,
      decidedBy: nil,
      limit: limit,
      verdict: verdict,
      verdicts: verdicts,
      adjustedPValue: nil,
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

  /// All pairs of all rates; a fail anywhere is a fail, and a group that cannot be judged keeps
  /// the rest from passing.
  private func judge(
    _ parts: [RateAssessment],
    _ limit: Limit?,
    _ policy: AssessmentPolicy,
    _ obstacle: UndefinedReason?
  ) -> ModeVerdicts {
    guard let limit else { return ModeVerdicts(.notEvaluable) }
    let claim = PairClaim(comparison, limit: limit.value, policy: policy)
    let joined = ModeVerdicts.all(
      parts.map { $0.family.whole(claim, mode: policy.mode, factor: Double(parts.count)) }
    )
    return obstacle == nil ? joined : .all([joined, ModeVerdicts(.notEvaluable)])
  }
}

/// The interval of an extreme over all pairs: each pair gets its share of the error (Bonferroni).
///
/// Pairs are oriented by their rates, so that the order of groups cannot change a last digit.
struct SimultaneousInterval {
  private let pairs: [TwoProportions]
  private let comparison: Comparison

  /// Nil when a group has no counts, or there are more than ``PairFamily/pairwiseLimit`` groups.
  init?(_ standings: [Standings], _ comparison: Comparison) {
    var pairs: [TwoProportions] = []
    for part in standings {
      guard part.places.count <= PairFamily.pairwiseLimit else { return nil }
      let members = part.places.indices.compactMap(part.proportion).sorted {
        ($0.value ?? 0, $0.trials) < ($1.value ?? 0, $1.trials)
      }
      guard members.count == part.places.count else { return nil }
      for (i, first) in members.enumerated() {
        pairs += members.dropFirst(i + 1).map { TwoProportions(first, $0) }
      }
    }
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs
    self.comparison = comparison
  }

  /// The ends at a joint level; with one pair those of its own method.
  func interval(_ level: Double) -> Interval? {
    let each = 1 - (1 - level) / Double(pairs.count)
    return comparison == .difference ? difference(level, each) : ratio(level, each)
  }

  private func difference(_ level: Double, _ each: Double) -> Interval? {
    var (lower, upper) = (0.0, 0.0)
    for pair in pairs {
      guard let ends = pair.differenceInterval(level: each) else { return nil }
      lower = max(lower, ends.lower, -ends.upper)
      upper = max(upper, ends.upper, -ends.lower)
    }
    let method: Interval.Method = pairs.count == 1 ? .newcombe : .simultaneous
    return Interval(lower: lower, upper: upper, level: level, method: method)
  }

  private func ratio(_ level: Double, _ each: Double) -> Interval? {
    var (lower, upper) = (1.0, 1.0)
    for pair in pairs {
      guard let ends = pair.ratioInterval(level: each) else { return nil }
      lower = min(lower, ends.lower, 1 / ends.upper)
      upper = min(upper, ends.upper, 1 / ends.lower)
    }
    let method: Interval.Method = pairs.count == 1 ? .miettinenNurminen : .simultaneous
    return Interval(lower: lower, upper: upper, level: level, method: method)
  }
}
