// SPDX-License-Identifier: Apache-2.0

/// The comparisons of one rate: a difference and a ratio for each group, and all pairs together.
struct RateAssessment {
  let standings: Standings
  let family: PairFamily
  let policy: AssessmentPolicy
  /// The rank of each place among the evaluable ones.
  private let ranks: [Int?]
  /// Holm-corrected p-values against a declared reference, by rank.
  private let referenceP: [Double?]

  init(_ standings: Standings, _ policy: AssessmentPolicy) {
    self.standings = standings
    self.policy = policy
    let members = standings.evaluable.compactMap { standings.places[$0].entry.proportion }
    family = PairFamily(members)
    var ranks = [Int?](repeating: nil, count: standings.places.count)
    for (rank, place) in standings.evaluable.enumerated() { ranks[place] = rank }
    self.ranks = ranks
    let comparator = standings.comparator.flatMap { ranks[$0] }
    referenceP = standings.isDeclared ? Self.againstReference(members, comparator) : []
  }

  /// One row for each group other than the comparator.
  ///
  /// When a declared reference has rate zero, every ratio with it is infinite, so the reverse
  /// comparison follows each such row.
  func rows(_ comparison: Comparison) -> [MetricResult] {
    let terms = terms(comparison)
    guard standings.places.count > 1 else { return [unjudged(terms, .oneGroupOnly)] }
    guard let comparator = standings.comparator else {
      return [unjudged(terms, standings.firstObstacle ?? .emptyGroup)]
    }
    var rows: [MetricResult] = []
    for place in standings.places.indices where place != comparator {
      rows.append(row(terms, place, comparator))
      if standings.isDeclared, comparison == .ratio, isZero(comparator), !isZero(place) {
        rows.append(row(terms, comparator, place))
      }
    }
    return rows
  }

  /// What all rows of one comparison share.
  private struct Terms {
    let comparison: Comparison
    let name: String
    let limit: Limit?
    let claim: PairClaim?
    /// The verdicts over all ordered pairs, by rank; empty with a declared reference.
    let judged: [PairFamily.Row]
  }

  private func terms(_ comparison: Comparison) -> Terms {
    let name = name(comparison)
    let limit = policy.limits[name]
    let claim = limit.map { PairClaim(comparison, limit: $0.value, policy: policy) }
    let judged = standings.isDeclared ? nil : claim.map { family.rows($0, mode: policy.mode) }
    return Terms(
      comparison: comparison,
      name: name,
      limit: limit,
      claim: claim,
      judged: judged ?? []
    )
  }

  private func name(_ comparison: Comparison) -> String {
    "\(standings.rate.rawValue)_\(comparison.rawValue)"
  }

  private func isZero(_ place: Int) -> Bool { standings.proportion(place)?.successes == 0 }

  /// The corrected p-values of everybody against the reference.
  private static func againstReference(_ members: [Proportion], _ rank: Int?) -> [Double?] {
    guard let rank else { return [] }
    let others = members.indices.filter { $0 != rank }
    let raw = others.map { TwoProportions(members[$0], members[rank]).equalityTest()?.pValue }
    let corrected = MultipleTesting.correct(raw.map { $0 ?? 1 }, .holm)?.adjusted ?? []
    var result = [Double?](repeating: nil, count: members.count)
    for (index, p) in zip(others, zip(raw, corrected)) where p.0 != nil { result[index] = p.1 }
    return result
  }

  // MARK: - One row

  private func row(_ terms: Terms, _ place: Int, _ comparator: Int) -> MetricResult {
    let pair = counts(place, comparator)
    let value = point(terms.comparison, place, comparator)
    let obstacle =
      standings.places[place].obstacle ?? standings.places[comparator].obstacle
      ?? (value == nil ? undefinedRatio : nil)
    let judgement = obstacle == nil ? judge(terms, pair, place, comparator) : nil
    let verdicts = judgement?.verdicts ?? ModeVerdicts(.notEvaluable)
    let verdict = verdicts[policy.mode]
    let unbounded: UndefinedReason? = value?.isInfinite == true ? .referenceRateZero : nil
    return MetricResult(
      name: terms.name,
      convention: .native,
      value: value,
      reason: obstacle ?? unbounded ?? (terms.limit == nil ? .noLimit : nil),
      interval: pair.flatMap { interval(terms.comparison, $0) },
      groups: groupPair(place, comparator),
      decidedBy: decidingPair(terms, judgement, place, comparator),
      limit: terms.limit,
      verdict: verdict,
      verdicts: verdicts,
      adjustedPValue: obstacle == nil ? adjustedP(place, comparator) : nil,
      neededN: neededN(terms, pair, verdict, obstacle)
    )
  }

  private func judge(
    _ terms: Terms,
    _ pair: TwoProportions?,
    _ place: Int,
    _ comparator: Int
  ) -> PairFamily.Row? {
    guard let claim = terms.claim, let rank = ranks[place], let pair else { return nil }
    guard standings.isDeclared else {
      // The comparison shown is the one that decided whenever it has the same verdict.
      var row = terms.judged[rank]
      guard row.verdicts[policy.mode] != .pass else { return row }
      let shown = claim.verdicts(pair, sides: .both) { adjustedP(place, comparator) }
      if shown[policy.mode] == row.verdicts[policy.mode] { row.opponent = nil }
      return row
    }
    let isReverse = standings.comparator == place
    let verdicts = claim.verdicts(pair, sides: isReverse ? .firstNotLower : sides) {
      adjustedP(place, comparator)
    }
    return PairFamily.Row(verdicts: verdicts, opponent: nil)
  }

  /// The comparison that decided, unless it is the one shown or all of them passed.
  private func decidingPair(
    _ terms: Terms,
    _ judgement: PairFamily.Row?,
    _ place: Int,
    _ comparator: Int
  ) -> DecidingComparison? {
    guard let judgement, judgement.verdicts[policy.mode] != .pass,
      let opponent = judgement.opponent, standings.evaluable[opponent] != comparator
    else { return nil }
    guard terms.comparison == .ratio, let rank = ranks[place] else {
      return deciding(terms.comparison, place, standings.evaluable[opponent])
    }
    return deciding(.ratio, members: (rank, opponent))
  }

  private func deciding(
    _ comparison: Comparison,
    _ place: Int,
    _ other: Int
  ) -> DecidingComparison {
    DecidingComparison(
      rate: standings.rate,
      groups: groupPair(place, other),
      interval: counts(place, other).flatMap { interval(comparison, $0) }
    )
  }

  /// The comparison of two evaluable members, turned as a metric of the whole attribute has it:
  /// the larger rate minus the smaller, the smaller divided by the larger.
  func deciding(_ comparison: Comparison, members: (Int, Int)) -> DecidingComparison {
    let places = (standings.evaluable[members.0], standings.evaluable[members.1])
    let rates = (family.members[members.0].value ?? 0, family.members[members.1].value ?? 0)
    let isTurned = comparison == .difference ? rates.0 < rates.1 : rates.0 > rates.1
    return isTurned
      ? deciding(comparison, places.1, places.0) : deciding(comparison, places.0, places.1)
  }

  /// The order in which a declared reference is compared: the one that could harm the group.
  private var sides: PairClaim.Sides {
    switch standings.rate.harm(policy.positiveMeans) {
    case .whenLow: .firstNotLower
    case .whenHigh: .secondNotLower
    case .bothWays: .both
    }
  }

  private func adjustedP(_ place: Int, _ comparator: Int) -> Double? {
    guard let first = ranks[place], let second = ranks[comparator] else { return nil }
    guard standings.isDeclared else { return family.adjustedP(first, second) }
    return referenceP[standings.comparator == place ? second : first]
  }

  private func counts(_ place: Int, _ comparator: Int) -> TwoProportions? {
    guard let first = standings.proportion(place), let second = standings.proportion(comparator)
    else { return nil }
    return TwoProportions(first, second)
  }

  private func groupPair(_ place: Int, _ comparator: Int) -> GroupPair {
    GroupPair(standings.places[place].group, standings.places[comparator].group)
  }

  private func point(_ comparison: Comparison, _ place: Int, _ comparator: Int) -> Double? {
    if let pair = counts(place, comparator) {
      return comparison == .difference ? pair.difference : pair.ratio
    }
    guard let first = standings.places[place].entry.value,
      let second = standings.places[comparator].entry.value
    else { return nil }
    if comparison == .difference { return first - second }
    return first > 0 || second > 0 ? first / second : nil
  }

  private func interval(_ comparison: Comparison, _ pair: TwoProportions) -> Interval? {
    comparison == .difference
      ? pair.differenceInterval(level: policy.level) : pair.ratioInterval(level: policy.level)
  }

  private var undefinedRatio: UndefinedReason {
    standings.rate == .selectionRate ? .nobodySelected : .bothRatesZero
  }

  /// The row of a rate that cannot be compared at all.
  private func unjudged(_ terms: Terms, _ reason: UndefinedReason) -> MetricResult {
    .unjudged(terms.name, value: nil, reason: reason, limit: terms.limit)
  }

  // MARK: - Needed size

  private func neededN(
    _ terms: Terms,
    _ pair: TwoProportions?,
    _ verdict: FairnessVerdict,
    _ obstacle: UndefinedReason?
  ) -> Int? {
    guard verdict == .inconclusive || verdict == .notEvaluable else { return nil }
    let floor = policy.minimumDenominator(of: standings.rate)
    switch obstacle {
    case nil, .tooFewCases:
      guard let limit = terms.limit, let pair else { return obstacle == nil ? nil : floor }
      return max(floor, needed(terms.comparison, pair.pooledRate, limit) ?? floor)
    case .missingGroup, .emptyGroup, .noPositives, .noNegatives:
      return floor
    default:
      return nil
    }
  }

  private func needed(_ comparison: Comparison, _ rate: Double, _ limit: Limit) -> Int? {
    comparison == .difference
      ? NeededSample.difference(rate: rate, limit: limit.value, level: policy.level)
      : NeededSample.ratio(rate: rate, limit: limit.value, level: policy.level)
  }

  /// Cases per group that a pass of the whole attribute at equal rates would need.
  func neededForAll(_ comparison: Comparison, _ limit: Limit) -> Int? {
    let counts = standings.places.indices.compactMap(standings.proportion)
    let trials = counts.reduce(0.0) { $0 + Double($1.trials) }
    guard trials > 0 else { return nil }
    let rate = counts.reduce(0.0) { $0 + Double($1.successes) } / trials
    let floor = policy.minimumDenominator(of: standings.rate)
    return max(floor, needed(comparison, rate, limit) ?? floor)
  }
}

extension MetricResult {
  /// A native metric without judgement.
  static func unjudged(
    _ name: String,
    value: Double?,
    reason: UndefinedReason,
    groups: GroupPair? = nil,
    limit: Limit?
  ) -> MetricResult {
    MetricResult(
      name: name,
      convention: .native,
      value: value,
      reason: reason,
      interval: nil,
      groups: groups,
      decidedBy: nil,
      limit: limit,
      verdict: .notEvaluable,
      verdicts: ModeVerdicts(.notEvaluable),
      adjustedPValue: nil,
      neededN: nil
    )
  }
}
