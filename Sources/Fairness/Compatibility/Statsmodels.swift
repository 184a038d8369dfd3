// SPDX-License-Identifier: Apache-2.0

extension Compatibility {
  /// The score interval of a difference as statsmodels 0.15.0 computes it, for tying out only.
  ///
  /// `confint_proportions_2indep(compare='diff', method='score')` has x₂δ where the cubic of
  /// Miettinen & Nurminen (1985) has n₂δ, so its constrained rates do not maximize the likelihood
  /// and its interval changes when the groups swap places. Judgements use
  /// ``TwoProportions/differenceInterval(_:level:)``. Nil where statsmodels raises an error.
  package static func statsmodelsScoreInterval(
    _ pair: TwoProportions,
    level: Double = 0.95
  ) -> Interval? {
    guard let z = NormalDistribution.critical(level: level), let estimate = pair.difference,
      let wald = pair.differenceInterval(.wald, level: level)
    else { return nil }
    let low = wald.lower - wald.lower.magnitude / 4
    let high = min(0.99999, wald.upper + wald.upper.magnitude / 2)
    let score = StatsmodelsScore(pair: pair)
    guard low < estimate, estimate < high, score.statistic(low) > z, score.statistic(high) < -z
    else { return nil }
    return Interval(
      lower: RootFinding.falling(from: low, to: estimate, tolerance: 1e-15) {
        score.statistic($0) - z
      },
      upper: RootFinding.falling(from: estimate, to: high, tolerance: 1e-15) {
        score.statistic($0) + z
      },
      level: level,
      method: .miettinenNurminen
    )
  }
}

/// The score statistic of a difference with the constrained rates of statsmodels 0.15.0.
private struct StatsmodelsScore {
  let pair: TwoProportions

  /// NaN where statsmodels leaves the range of probabilities.
  func statistic(_ delta: Double) -> Double {
    let (n1, n2) = (pair.n1, pair.n2)
    let p2 = delta == 0 ? pair.pooledRate : constrainedSecond(delta)
    let p1 = p2 + delta
    let variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    return (pair.x1 / n1 - pair.x2 / n2 - delta) / variance.squareRoot()
  }

  private func constrainedSecond(_ delta: Double) -> Double {
    let cubic = pair.n1 + pair.n2
    let count = pair.x1 + pair.x2
    let square = (pair.n1 + 2 * pair.n2) * delta - cubic - count
    let linear = (pair.x2 * delta - cubic - 2 * pair.x2) * delta + count
    let constant = pair.x2 * delta * (1 - delta)
    let third = square / (3 * cubic)
    let q =
      third * third * third - linear * square / (6 * cubic * cubic) + constant / (2 * cubic)
    let size = (third * third - linear / (3 * cubic)).squareRoot()
    let p = q < 0 ? -size : size
    return 2 * p * middleCubicRoot(q / (p * p * p)) - third
  }
}
