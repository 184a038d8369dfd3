// SPDX-License-Identifier: Apache-2.0

/// How two rates are compared.
enum Comparison: String, Sendable, CaseIterable {
  case difference
  case ratio
}

/// The claim that two rates differ by no more than a limit allows.
struct PairClaim {
  /// Which order of the pair the limit of a ratio applies to.
  enum Sides {
    /// First ÷ second is at least the limit.
    case firstNotLower
    /// Second ÷ first is at least the limit.
    case secondNotLower
    /// Both.
    case both
  }

  let comparison: Comparison
  let limit: Double
  let exactLimit: ExactFraction?
  let z: Double
  let alpha: Double

  init(_ comparison: Comparison, limit: Double, policy: AssessmentPolicy) {
    self.comparison = comparison
    self.limit = limit
    exactLimit = ExactFraction(decimal: limit)
    z = policy.z
    alpha = policy.alpha
  }

  /// The verdicts on a pair, given the corrected p-value of equality; nil is no evidence.
  func verdicts(
    _ pair: TwoProportions,
    sides: Sides,
    adjustedP: () -> Double?
  ) -> ModeVerdicts {
    switch comparison {
    case .difference:
      return difference(pair, adjustedP)
    case .ratio:
      guard pair.first.successes > 0 || pair.second.successes > 0 else {
        return ModeVerdicts(.notEvaluable)
      }
      switch sides {
      case .firstNotLower: return ratio(pair, adjustedP)
      case .secondNotLower: return ratio(pair.reversed, adjustedP)
      case .both: return ratio(pair, adjustedP).joined(with: ratio(pair.reversed, adjustedP))
      }
    }
  }

  /// Pass when the score statistic at the limit reaches z, which is the same as a lower end of
  /// the Miettinen–Nurminen interval at or above the limit; fail likewise by its upper end.
  private func ratio(_ pair: TwoProportions, _ adjustedP: () -> Double?) -> ModeVerdicts {
    let score = ScoreOfRatio(pair, corrected: true).statistic(limit)
    return verdicts(
      pointHolds: ratioHolds(pair),
      intervalHolds: score >= z,
      intervalMisses: score < -z,
      adjustedP
    )
  }

  /// Pass when Newcombe's interval lies within ±limit, fail when it lies outside.
  private func difference(_ pair: TwoProportions, _ adjustedP: () -> Double?) -> ModeVerdicts {
    guard let interval = pair.newcombeEnds(z) else { return ModeVerdicts(.notEvaluable) }
    return verdicts(
      pointHolds: differenceHolds(pair),
      intervalHolds: interval.lower >= -limit && interval.upper <= limit,
      intervalMisses: interval.lower > limit || interval.upper < -limit,
      adjustedP
    )
  }

  private func verdicts(
    pointHolds: Bool,
    intervalHolds: Bool,
    intervalMisses: Bool,
    _ adjustedP: () -> Double?
  ) -> ModeVerdicts {
    let isSignificant = !pointHolds && (adjustedP() ?? 1) < alpha
    let doubt: FairnessVerdict = isSignificant ? .fail : .inconclusive
    return ModeVerdicts(
      screen: pointHolds ? .pass : .fail,
      twoKey: pointHolds ? .pass : doubt,
      assurance: intervalHolds ? .pass : (intervalMisses ? .fail : doubt)
    )
  }

  /// Whether x₁/n₁ ≥ limit · x₂/n₂, in integers.
  private func ratioHolds(_ pair: TwoProportions) -> Bool {
    let over = UInt128(pair.first.successes) * UInt128(pair.second.trials)
    let under = UInt128(pair.second.successes) * UInt128(pair.first.trials)
    guard under > 0 else { return true }
    guard let exactLimit else { return Double(over) / Double(under) >= limit }
    return !(ExactFraction(over, over: under) < exactLimit)
  }

  /// Whether |x₁/n₁ − x₂/n₂| ≤ limit, in integers.
  private func differenceHolds(_ pair: TwoProportions) -> Bool {
    let first = UInt128(pair.first.successes) * UInt128(pair.second.trials)
    let second = UInt128(pair.second.successes) * UInt128(pair.first.trials)
    let over = first > second ? first - second : second - first
    let under = UInt128(pair.first.trials) * UInt128(pair.second.trials)
    guard let exactLimit else { return Double(over) / Double(under) <= limit }
    return !(exactLimit < ExactFraction(over, over: under))
  }
}

extension TwoProportions {
  /// The ends of Newcombe's interval for a normal deviate; nil when a group is empty.
  func newcombeEnds(_ z: Double) -> (lower: Double, upper: Double)? {
    haveTrials ? newcombe(z) : nil
  }
}
