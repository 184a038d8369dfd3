// SPDX-License-Identifier: Apache-2.0

/// Two independent proportions: the first minus, or divided by, the second.
package struct TwoProportions: Hashable, Sendable {
  /// The group that is compared.
  package let first: Proportion
  /// The group it is compared with.
  package let second: Proportion

  /// A pair of proportions.
  package init(_ first: Proportion, _ second: Proportion) {
    self.first = first
    self.second = second
  }

  /// The pair in the other order.
  package var reversed: TwoProportions { TwoProportions(second, first) }

  /// First minus second; nil when a group is empty.
  ///
  /// Cross-multiplied and divided once, so that 3/10 − 4/10 is −0.1 and not a neighbour of it.
  package var difference: Double? {
    guard haveTrials else { return nil }
    let (n1, n2) = (Double(first.trials), Double(second.trials))
    return (Double(first.successes) * n2 - Double(second.successes) * n1) / (n1 * n2)
  }

  /// First divided by second; infinite above zero, nil for 0/0 or when a group is empty.
  ///
  /// Cross-multiplied and divided once, so that 32/100 to 40/100 is 0.8 and not a neighbour of it.
  package var ratio: Double? {
    guard haveTrials, first.successes > 0 || second.successes > 0 else { return nil }
    return (Double(first.successes) * Double(second.trials))
      / (Double(second.successes) * Double(first.trials))
  }

  var x1: Double { first.effectiveSuccesses }
  var n1: Double { first.effectiveTrials }
  var x2: Double { second.effectiveSuccesses }
  var n2: Double { second.effectiveTrials }
  /// Whether every case counts as one, which exact tests need.
  var isSimple: Bool { first.designEffect == 1 && second.designEffect == 1 }
  var haveTrials: Bool { first.trials > 0 && second.trials > 0 }
}

// MARK: - Intervals of the difference

extension TwoProportions {
  /// The confidence interval of the difference.
  ///
  /// Methods: `newcombe` (the default: closed form, no failing cases), `miettinenNurminen`,
  /// `agrestiCaffo`, `wald`. Nil for an empty group, a level outside (0, 1) or another method.
  package func differenceInterval(
    _ method: Interval.Method = .newcombe,
    level: Double = 0.95
  ) -> Interval? {
    guard haveTrials, let z = NormalDistribution.critical(level: level),
      let ends = differenceEnds(method, z: z)
    else { return nil }
    return Interval(lower: ends.lower, upper: ends.upper, level: level, method: method)
  }

  private func differenceEnds(
    _ method: Interval.Method,
    z: Double
  ) -> (lower: Double, upper: Double)? {
    switch method {
    case .newcombe: newcombe(z)
    case .miettinenNurminen: ScoreOfDifference(self).interval(z: z)
    case .agrestiCaffo: wald(z, added: 1)
    case .wald: wald(z, added: 0)
    default: nil
    }
  }

  func newcombe(_ z: Double) -> (lower: Double, upper: Double) {
    let (p1, p2) = (x1 / n1, x2 / n2)
    let (w1, w2) = (first.wilson(z), second.wilson(z))
    return (
      p1 - p2 - hypot(p1 - w1.lower, w2.upper - p2),
      p1 - p2 + hypot(w1.upper - p1, p2 - w2.lower)
    )
  }

  /// Wald's interval after `added` successes and failures joined each group.
  private func wald(_ z: Double, added: Double) -> (lower: Double, upper: Double) {
    let (m1, m2) = (n1 + 2 * added, n2 + 2 * added)
    let (p1, p2) = ((x1 + added) / m1, (x2 + added) / m2)
    let half = z * (p1 * (1 - p1) / m1 + p2 * (1 - p2) / m2).squareRoot()
    return (p1 - p2 - half, p1 - p2 + half)
  }
}

// MARK: - Intervals of the ratio

extension TwoProportions {
  /// The confidence interval of the ratio.
  ///
  /// Methods: `miettinenNurminen` (the default: defined for 0/n and n/n too), `koopman`, `katz`
  /// (nil when a count is zero), `logAdjusted`. Nil for an empty group, when nobody in either
  /// group is counted, a level outside (0, 1) or another method.
  package func ratioInterval(
    _ method: Interval.Method = .miettinenNurminen,
    level: Double = 0.95
  ) -> Interval? {
    guard haveTrials, let z = NormalDistribution.critical(level: level),
      let ends = ratioEnds(method, z: z)
    else { return nil }
    return Interval(lower: ends.lower, upper: ends.upper, level: level, method: method)
  }

  private func ratioEnds(
    _ method: Interval.Method,
    z: Double
  ) -> (lower: Double, upper: Double)? {
    switch method {
    case .miettinenNurminen: ScoreOfRatio(self, corrected: true).interval(z: z)
    case .koopman: ScoreOfRatio(self, corrected: false).interval(z: z)
    case .katz: first.successes > 0 && second.successes > 0 ? logarithmic(z, added: 0) : nil
    case .logAdjusted: logarithmic(z, added: 0.5)
    default: nil
    }
  }

  /// The symmetric interval of ln R after `added` successes joined each group.
  private func logarithmic(_ z: Double, added: Double) -> (lower: Double, upper: Double) {
    let (a1, m1, a2, m2) = (x1 + added, n1 + added, x2 + added, n2 + added)
    let ratio = (a1 / m1) / (a2 / m2)
    let error = max(0, 1 / a1 - 1 / m1 + 1 / a2 - 1 / m2).squareRoot()
    return (ratio * exp(-z * error), ratio * exp(z * error))
  }

  /// Katz' interval end by end, as SciPy's `relative_risk` has it.
  ///
  /// With a zero count one end is known (0 below a zero, infinity above one) and the other is
  /// undefined; with two zeros both are.
  package func relativeRisk(level: Double = 0.95) -> (lower: Double?, upper: Double?) {
    if let ends = ratioInterval(.katz, level: level) { return (ends.lower, ends.upper) }
    guard haveTrials, first.successes != second.successes else { return (nil, nil) }
    return first.successes == 0 ? (0, nil) : (nil, .infinity)
  }
}
