// SPDX-License-Identifier: Apache-2.0

/// How far one histogram has moved from another over the same bins.
package struct HistogramDrift: Hashable, Sendable {
  /// The counts that were expected, for example at training.
  package let expected: [Double]
  /// The counts that were seen.
  package let actual: [Double]

  /// Two histograms over the same bins.
  ///
  /// Refuses different lengths, negative or non-finite counts and histograms without mass.
  package init(expected: [Double], actual: [Double]) throws(FairnessError) {
    guard expected.count == actual.count else { throw .unequalLengths("the histograms") }
    for (name, counts) in [("the expected histogram", expected), ("the actual one", actual)] {
      let total = counts.reduce(0, +)
      guard counts.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite else {
        throw .invalidSample(name)
      }
    }
    self.expected = expected
    self.actual = actual
  }

  /// The population stability index: both Kullback–Leibler divergences, natural logarithm.
  ///
  /// `smoothing` is added to every bin of both histograms; declare and record it. Without it a
  /// bin that is empty on one side makes the index infinite.
  package func populationStabilityIndex(smoothing: Double = 0) -> Double {
    let (p, q) = shares(smoothing)
    return Self.divergence(p, q) + Self.divergence(q, p)
  }

  /// The Kullback–Leibler divergence of the actual histogram from the expected one.
  package var divergenceFromExpected: Double {
    let (p, q) = shares(0)
    return Self.divergence(p, q)
  }

  /// The Kullback–Leibler divergence of the expected histogram from the actual one.
  package var divergenceFromActual: Double {
    let (p, q) = shares(0)
    return Self.divergence(q, p)
  }

  /// The square root of the Jensen–Shannon divergence, base 2, between 0 and 1.
  package var jensenShannonDistance: Double {
    let (p, q) = shares(0)
    let middle = zip(p, q).map { ($0 + $1) / 2 }
    let divergence = (Self.divergence(p, middle) + Self.divergence(q, middle)) / 2
    return max(0, divergence / log(2)).squareRoot()
  }

  /// Half the sum of absolute differences of shares, between 0 and 1.
  package var totalVariation: Double {
    let (p, q) = shares(0)
    return zip(p, q).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / 2
  }

  /// Pearson's test that both histograms come from one distribution.
  ///
  /// Bins that are empty on both sides do not count. Nil with fewer than two bins in use.
  package func chiSquareTest() -> (result: TestResult, degreesOfFreedom: Int)? {
    let used = zip(expected, actual).filter { $0 + $1 > 0 }
    guard used.count > 1 else { return nil }
    let (n, m) = (expected.reduce(0, +), actual.reduce(0, +))
    var statistic = 0.0
    for (first, second) in used {
      let pooled = (first + second) / (n + m)
      let (mean1, mean2) = (n * pooled, m * pooled)
      statistic += (first - mean1) * (first - mean1) / mean1
      statistic += (second - mean2) * (second - mean2) / mean2
    }
    let distribution = ChiSquareDistribution(degreesOfFreedom: used.count - 1)
    let pValue = distribution.upperTail(statistic)
    return (TestResult(statistic: statistic, pValue: pValue), used.count - 1)
  }

  /// The index that chance alone exceeds with probability 1 − `probability` without any drift.
  ///
  /// Then the index is about (1/N + 1/M) · χ² with B − 1 degrees of freedom (Yurdakul & Naranjo
  /// 2020). Bins that are empty on both sides do not count.
  package func noisePoint(probability: Double = 0.95) -> Double {
    let bins = zip(expected, actual).count { $0 + $1 > 0 }
    let scale = 1 / expected.reduce(0, +) + 1 / actual.reduce(0, +)
    let distribution = ChiSquareDistribution(degreesOfFreedom: max(0, bins - 1))
    return scale * distribution.quantile(probability)
  }

  /// Judges the index: a fail is above the limit and above its own noise.
  ///
  /// A pass is at or below the limit where the limit is above the noise; the rest is
  /// inconclusive, because such a sample cannot tell.
  package func verdict(limit: Double, smoothing: Double = 0.5) -> FairnessVerdict {
    guard limit > 0, smoothing >= 0 else { return .notEvaluable }
    let index = populationStabilityIndex(smoothing: smoothing)
    let noise = noisePoint()
    if index > limit { return index > noise ? .fail : .inconclusive }
    return noise <= limit ? .pass : .inconclusive
  }

  private func shares(_ smoothing: Double) -> (expected: [Double], actual: [Double]) {
    func share(_ counts: [Double]) -> [Double] {
      let total = counts.reduce(0) { $0 + $1 + smoothing }
      return counts.map { ($0 + smoothing) / total }
    }
    return (share(expected), share(actual))
  }

  private static func divergence(_ p: [Double], _ q: [Double]) -> Double {
    zip(p, q).reduce(0) { sum, pair in
      guard pair.0 > 0 else { return sum }
      return pair.1 > 0 ? sum + pair.0 * log(pair.0 / pair.1) : .infinity
    }
  }
}
