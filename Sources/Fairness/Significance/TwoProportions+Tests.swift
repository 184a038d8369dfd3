// SPDX-License-Identifier: Apache-2.0

extension TwoProportions {
  /// The two-proportion z test with pooled variance.
  ///
  /// Nil when a group is empty and when nobody or everybody is selected: that is no evidence, not
  /// equality.
  package func pooledZTest() -> TestResult? {
    guard haveTrials, let difference else { return nil }
    let pooled = pooledRate
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    guard variance > 0 else { return nil }
    let z = difference / variance.squareRoot()
    return TestResult(statistic: z, pValue: NormalDistribution.twoSided(z))
  }

  /// The z test with each group's own variance (Wald).
  ///
  /// Infinite when both groups are constant and differ; nil when they are constant and equal.
  package func unpooledZTest() -> TestResult? {
    guard haveTrials, let difference else { return nil }
    let (p1, p2) = (x1 / n1, x2 / n2)
    let variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    guard variance > 0 || difference != 0 else { return nil }
    let z = difference / variance.squareRoot()
    return TestResult(statistic: z, pValue: NormalDistribution.twoSided(z))
  }

  /// Pearson's chi-square test with one degree of freedom.
  ///
  /// `continuity` applies Yates' correction, at most half a case and never past zero. Nil when a
  /// margin of the table is zero.
  package func chiSquareTest(continuity: Bool) -> TestResult? {
    guard let expected = expectedCounts, expected.allSatisfy({ $0 > 0 }) else { return nil }
    let observed = [x1, n1 - x1, x2, n2 - x2]
    let statistic = zip(observed, expected).reduce(0.0) { sum, cell in
      let gap = (cell.0 - cell.1).magnitude
      let rest = continuity ? gap - min(0.5, gap) : gap
      return sum + rest * rest / cell.1
    }
    let pValue = ChiSquareDistribution(degreesOfFreedom: 1).upperTail(statistic)
    return TestResult(statistic: statistic, pValue: pValue)
  }

  /// Fisher's exact test; the statistic is the sample odds ratio (NaN when a margin is zero).
  ///
  /// Two-sided: the sum of all tables no more probable than the observed one. Nil when a group is
  /// empty, when cases do not count as one each, or when more than 10¹⁰ are compared, where the z test
  /// says the same.
  package func fisherTest(_ alternative: Alternative = .twoSided) -> TestResult? {
    guard haveTrials, isSimple, n1 + n2 <= 1e10 else { return nil }
    let table = HypergeometricDistribution(
      firstSize: n1,
      secondSize: n2,
      selected: x1 + x2
    )
    let pValue =
      switch alternative {
      case .twoSided: table.twoSided(x1)
      case .less: table.lowerTail(x1)
      case .greater: table.upperTail(x1)
      }
    return TestResult(statistic: oddsRatio, pValue: min(1, pValue))
  }

  /// The test that gates use: Fisher's, which calls equal rates different no more often than it says at
  /// any size.
  ///
  /// The z test does so more often: two groups of 40 in 5.9 % of samples at α = 5 %, of 50 and 200 in 9 %, and
  /// at the smaller α of many comparisons up to 16 times as often, by enumeration. Where Fisher's test has
  /// no answer, Yates' correction, which approximates it.
  package func equalityTest() -> TestResult? {
    guard let expected = expectedCounts, expected.allSatisfy({ $0 > 0 }) else { return nil }
    return fisherTest() ?? chiSquareTest(continuity: true)
  }

  /// The one-sided score test that the ratio exceeds `limit` (Miettinen & Nurminen 1985).
  ///
  /// A statistic of at least z is the same as a lower bound at or above the limit.
  package func nonInferiorityTest(ratioAbove limit: Double) -> TestResult? {
    guard haveTrials, limit > 0, limit.isFinite, first.successes > 0 || second.successes > 0
    else { return nil }
    let z = ScoreOfRatio(self, corrected: true).statistic(limit)
    return TestResult(statistic: z, pValue: NormalDistribution.upperTail(z))
  }

  /// Cohen's effect size h = 2 asin √p₁ − 2 asin √p₂; nil when a group is empty.
  package var effectSize: Double? {
    guard let p1 = first.value, let p2 = second.value else { return nil }
    return 2 * asin(p1.squareRoot()) - 2 * asin(p2.squareRoot())
  }

  /// The common rate of both groups.
  var pooledRate: Double { (x1 + x2) / (n1 + n2) }

  /// The cells under equality, from the margins: one minus the pooled rate would lose digits when
  /// almost everybody in a large group is selected.
  private var expectedCounts: [Double]? {
    guard haveTrials else { return nil }
    let (selected, rejected, total) = (x1 + x2, (n1 - x1) + (n2 - x2), n1 + n2)
    return [
      n1 * selected / total, n1 * rejected / total, n2 * selected / total, n2 * rejected / total,
    ]
  }

  private var oddsRatio: Double {
    let selected = first.successes > 0 || second.successes > 0
    let rejected = first.successes < first.trials || second.successes < second.trials
    guard selected, rejected else { return .nan }
    return (x1 * (n2 - x2)) / (x2 * (n1 - x1))
  }
}
