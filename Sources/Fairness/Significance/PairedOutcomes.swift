// SPDX-License-Identifier: Apache-2.0

/// Two right-or-wrong results on the same cases, for example before and after a perturbation.
package struct PairedOutcomes: Hashable, Sendable {
  /// Right both times.
  package let both: Int
  /// Right the first time only.
  package let firstOnly: Int
  /// Right the second time only.
  package let secondOnly: Int
  /// Wrong both times.
  package let neither: Int

  /// A paired table; refuses negative counts and totals that overflow.
  package init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) throws(FairnessError) {
    let cells = [both, firstOnly, secondOnly, neither]
    if let negative = cells.first(where: { $0 < 0 }) {
      throw .negativeCount(group: "pairs", count: "\(negative)")
    }
    guard GroupOutcome.sum(cells) != nil else { throw .overflowingCounts(group: "pairs") }
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// The number of cases.
  package var n: Int { both + firstOnly + secondOnly + neither }

  /// First rate minus second rate: the loss from clean to perturbed; nil without cases.
  package var delta: Double? {
    n > 0 ? (Double(firstOnly) - Double(secondOnly)) / Double(n) : nil
  }

  /// McNemar's exact test: the discordant pairs against a fair coin, two-sided.
  ///
  /// The statistic is the smaller discordant count. Nil without discordant pairs.
  package func mcNemarTest() -> TestResult? {
    let fewer = Double(min(firstOnly, secondOnly))
    let discordant = Double(firstOnly) + Double(secondOnly)
    guard discordant > 0 else { return nil }
    let tail = BetaDistribution(a: discordant - fewer, b: fewer + 1).cumulative(0.5)
    return TestResult(statistic: fewer, pValue: min(1, 2 * tail))
  }

  /// McNemar's chi-square test, with the continuity correction of Edwards (1948) or without.
  package func mcNemarChiSquare(continuity: Bool) -> TestResult? {
    let discordant = Double(firstOnly) + Double(secondOnly)
    guard discordant > 0 else { return nil }
    let gap = (Double(firstOnly) - Double(secondOnly)).magnitude - (continuity ? 1 : 0)
    let statistic = gap * gap / discordant
    let pValue = ChiSquareDistribution(degreesOfFreedom: 1).upperTail(statistic)
    return TestResult(statistic: statistic, pValue: pValue)
  }

  /// The interval of ``delta``: `newcombePaired` or `wald`; nil without cases.
  package func interval(
    _ method: Interval.Method = .newcombePaired,
    level: Double = 0.95
  ) -> Interval? {
    guard let delta, let z = NormalDistribution.critical(level: level) else { return nil }
    let reach: (down: Double, up: Double)
    switch method {
    case .newcombePaired: reach = newcombe(z)
    case .wald: reach = wald(z)
    default: return nil
    }
    return Interval(
      lower: max(-1, delta - reach.down),
      upper: min(1, delta + reach.up),
      level: level,
      method: method
    )
  }

  /// Method 10 of Newcombe, *Improved confidence intervals for the difference between binomial
  /// proportions based on paired data*, Statistics in Medicine 17 (1998).
  private func newcombe(_ z: Double) -> (down: Double, up: Double) {
    let first = Proportion(validated: both + firstOnly, of: n)
    let second = Proportion(validated: both + secondOnly, of: n)
    let (p1, p2) = (Double(first.successes) / Double(n), Double(second.successes) / Double(n))
    let (w1, w2) = (first.wilson(z), second.wilson(z))
    let phi = correlation
    func reach(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * phi * a * b + b * b).squareRoot()
    }
    return (reach(p1 - w1.lower, w2.upper - p2), reach(w1.upper - p1, p2 - w2.lower))
  }

  /// Newcombe's correlation of the pairs, shrunk towards zero when positive.
  private var correlation: Double {
    let cells = (Double(both), Double(firstOnly), Double(secondOnly), Double(neither))
    let margins =
      (cells.0 + cells.1) * (cells.2 + cells.3) * (cells.0 + cells.2) * (cells.1 + cells.3)
    guard margins > 0 else { return 0 }
    let product = cells.0 * cells.3 - cells.1 * cells.2
    let half = Double(n) / 2
    let shrunk = product > half ? product - half : min(product, 0)
    return shrunk / margins.squareRoot()
  }

  private func wald(_ z: Double) -> (down: Double, up: Double) {
    let (b, c, cases) = (Double(firstOnly), Double(secondOnly), Double(n))
    let reach = z * max(0, b + c - (b - c) * (b - c) / cases).squareRoot() / cases
    return (reach, reach)
  }
}
