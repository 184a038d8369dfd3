// SPDX-License-Identifier: Apache-2.0

/// How two rates are compared.
enum Comparison: String, Sendable, CaseIterable {
  case difference
  case ratio

  /// The value of equal rates.
  var neutral: Double { self == .difference ? 0 : 1 }

  /// How its intervals are computed for one pair.
  var method: Interval.Method { self == .difference ? .newcombe : .miettinenNurminen }
}

extension Rate {
  /// The name of the metric that compares two groups in the rate.
  func metric(_ comparison: Comparison) -> String { "\(rawValue)_\(comparison.rawValue)" }
}

/// On which side of equality a comparison must not go too far.
enum Side: Sendable {
  /// The first rate must not be much lower than the second.
  case notLower
  /// The first rate must not be much higher than the second.
  case notHigher
}

/// The claim that two rates differ by no more than a limit allows.
struct PairClaim: Sendable {
  let comparison: Comparison
  let limit: Limit?
  let certainty: Certainty
  let failBy: FailRule
  private let exactLimit: ExactFraction?

  init(_ comparison: Comparison, limit: Limit?, certainty: Certainty, failBy: FailRule) {
    self.comparison = comparison
    self.limit = limit
    self.certainty = certainty
    self.failBy = failBy
    exactLimit = limit.flatMap { ExactFraction(decimal: $0.value) }
  }

  /// The ends at one normal deviate.
  func ends(_ pair: TwoProportions, _ z: Double) -> (lower: Double, upper: Double)? {
    guard pair.haveTrials else { return nil }
    return comparison == .difference
      ? pair.newcombe(z) : ScoreOfRatio(pair, corrected: true).interval(z: z)
  }

  /// The interval by which one pair is judged; nil without cases, or for a ratio of two zeros.
  ///
  /// The end on the side that must not be passed is the pair's own; the other end, by which a fail
  /// is called, shares the error with the rest of the family.
  func interval(_ pair: TwoProportions, _ side: Side) -> Interval? {
    guard let own = ends(pair, certainty.own) else { return nil }
    let shared = certainty.comparisons > 1 ? ends(pair, certainty.shared) ?? own : own
    return Interval(
      lower: side == .notLower ? own.lower : shared.lower,
      upper: side == .notLower ? shared.upper : own.upper,
      level: certainty.level,
      method: certainty.method(comparison.method)
    )
  }

  /// The side of the measured value.
  func side(_ pair: TwoProportions) -> Side { isLower(pair) ? .notLower : .notHigher }

  /// What the interval of a pair says about the limit.
  func verdict(_ interval: Interval, _ side: Side) -> FairnessVerdict {
    guard let bound = bound(side) else { return .notEvaluable }
    switch side {
    case .notLower:
      return interval.lower >= bound ? .pass : interval.upper < bound ? .fail : .inconclusive
    case .notHigher:
      return interval.upper <= bound ? .pass : interval.lower > bound ? .fail : .inconclusive
    }
  }

  /// The value that must not be passed on a side.
  private func bound(_ side: Side) -> Double? {
    guard let limit = limit?.value else { return nil }
    return switch (comparison, side) {
    case (.difference, .notLower): -limit
    case (.difference, .notHigher): limit
    case (.ratio, .notLower): limit
    case (.ratio, .notHigher): 1 / limit
    }
  }

  /// The verdict of a pair, by two keys where the rule says so; `p` is the corrected p-value of
  /// equality, which is only asked for where it can matter.
  func verdict(
    _ interval: Interval,
    _ pair: TwoProportions,
    _ side: Side,
    p: () -> Double?
  ) -> FairnessVerdict {
    let verdict = verdict(interval, side)
    guard failBy == .twoKey, verdict == .inconclusive || verdict == .pass, !holds(pair, side),
      let p = p(), p < certainty.alpha
    else { return verdict }
    return .fail
  }

  // MARK: - The measured value

  /// Whether the measured value keeps the limit, in integers; true without a limit.
  func holds(_ pair: TwoProportions, _ side: Side) -> Bool {
    guard limit != nil else { return true }
    let turned = side == .notLower ? pair : pair.reversed
    return comparison == .ratio ? ratioHolds(turned) : differenceHolds(turned)
  }

  /// Whether the measured value would keep the limit with one more positive case of the first group.
  func holdsWithOneMore(_ pair: TwoProportions) -> Bool {
    let first = pair.first
    guard first.successes < first.trials else { return false }
    let more = Proportion(
      validated: first.successes + 1,
      of: first.trials,
      designEffect: first.designEffect
    )
    return holds(TwoProportions(more, pair.second), .notLower)
  }

  private func isLower(_ pair: TwoProportions) -> Bool {
    let (first, second) = Self.products(pair)
    return first <= second
  }

  private static func products(_ pair: TwoProportions) -> (first: UInt128, second: UInt128) {
    (
      UInt128(pair.first.successes) * UInt128(pair.second.trials),
      UInt128(pair.second.successes) * UInt128(pair.first.trials)
    )
  }

  /// Whether x₁/n₁ ≥ limit · x₂/n₂.
  private func ratioHolds(_ pair: TwoProportions) -> Bool {
    let (over, under) = Self.products(pair)
    guard under > 0 else { return true }
    guard let exactLimit else { return Double(over) / Double(under) >= limit?.value ?? 0 }
    return !(ExactFraction(over, over: under) < exactLimit)
  }

  /// Whether x₂/n₂ − x₁/n₁ ≤ limit.
  private func differenceHolds(_ pair: TwoProportions) -> Bool {
    let (first, second) = Self.products(pair)
    guard second > first else { return true }
    let under = UInt128(pair.first.trials) * UInt128(pair.second.trials)
    guard let exactLimit else {
      return Double(second - first) / Double(under) <= limit?.value ?? 1
    }
    return !(exactLimit < ExactFraction(second - first, over: under))
  }
}
