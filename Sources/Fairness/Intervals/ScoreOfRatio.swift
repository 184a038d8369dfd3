// SPDX-License-Identifier: Apache-2.0

/// The score statistic of a ratio of two rates and the interval that inverts it.
///
/// Koopman 1984 without, Miettinen & Nurminen 1985 with the factor N/(N − 1) on the variance.
/// Counts are real numbers here, so that bounds over many groups can be formed.
struct ScoreOfRatio {
  let x1: Double
  let n1: Double
  let x2: Double
  let n2: Double
  let factor: Double

  init(_ pair: TwoProportions, corrected: Bool) {
    self.init(x1: pair.x1, n1: pair.n1, x2: pair.x2, n2: pair.n2, corrected: corrected)
  }

  init(x1: Double, n1: Double, x2: Double, n2: Double, corrected: Bool) {
    (self.x1, self.n1, self.x2, self.n2) = (x1, n1, x2, n2)
    let total = n1 + n2
    factor = corrected && total > 1 ? total / (total - 1) : 1
  }

  /// The statistic for the hypothesis that the ratio is `r`; it falls as `r` grows.
  func statistic(_ r: Double) -> Double {
    let difference = x1 / n1 - r * (x2 / n2)
    let variance = variance(r)
    guard variance > 0 else {
      return difference == 0 ? 0 : (difference > 0 ? .infinity : -.infinity)
    }
    return difference / variance.squareRoot()
  }

  /// The variance at the maximum-likelihood rates under the hypothesis.
  ///
  /// The discriminant of their quadratic equation is written as a sum of terms that cannot be
  /// negative, which keeps its digits when everybody in a group is counted.
  private func variance(_ r: Double) -> Double {
    let (p, q) = (r * (n1 + x2), n2 + x1)
    let root = ((p - q) * (p - q) + 4 * r * (n1 - x1) * (n2 - x2)).squareRoot()
    let p2 = min(1, 2 * (x1 + x2) / (p + q + root))
    let p1 = min(1, r * p2)
    return (p1 * (1 - p1) / n1 + r * r * p2 * (1 - p2) / n2) * factor
  }

  /// Both ends; nil when nobody in either group is counted.
  func interval(z: Double) -> (lower: Double, upper: Double)? {
    guard x1 > 0 || x2 > 0 else { return nil }
    return (x1 == 0 ? 0 : end(z), x2 == 0 ? .infinity : end(-z))
  }

  /// The ratio whose statistic is `target`, searched on the logarithmic scale.
  ///
  /// The search starts around the end of the interval of Walter (1975), which is close, and widens
  /// until the statistic changes sides.
  private func end(_ target: Double) -> Double {
    let centre = log((x1 + 0.5) / (n1 + 0.5)) - log((x2 + 0.5) / (n2 + 0.5))
    let variance = 1 / (x1 + 0.5) - 1 / (n1 + 0.5) + 1 / (x2 + 0.5) - 1 / (n2 + 0.5)
    let error = max(1e-16, variance).squareRoot()
    let guess = centre - target * error
    var step = 0.1 * target.magnitude * error + 1e-12
    var low = max(-700, guess - step)
    var high = min(700, guess + step)
    while low > -700, statistic(exp(low)) < target {
      (high, step) = (low, 4 * step)
      low = max(-700, low - step)
    }
    while high < 700, statistic(exp(high)) > target {
      (low, step) = (high, 4 * step)
      high = min(700, high + step)
    }
    return exp(
      RootFinding.falling(from: low, to: high, tolerance: 1e-15) { statistic(exp($0)) - target }
    )
  }
}
