// SPDX-License-Identifier: Apache-2.0

/// The beta distribution with parameters a, b > 0.
struct BetaDistribution {
  let a: Double
  let b: Double

  /// P(X ≤ x), the regularized incomplete beta function.
  ///
  /// Continued fraction 8.17.22 of the NIST *Digital Library of Mathematical Functions*. Where it
  /// converges slowly or 1 − x loses the digits of x, the density is integrated.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let isBelow = x < (a + 1) / (a + b + 2)
    if min(a, b) > 500 { return isBelow ? lowerIntegral(x) : 1 - upperIntegral(x) }
    if isBelow { return fraction(x) }
    if b > 1e5 { return 1 - upperIntegral(x) }
    return 1 - BetaDistribution(a: b, b: a).fraction(1 - x)
  }

  /// The x with P(X ≤ x) = tail.
  func lowerQuantile(_ tail: Double) -> Double {
    a <= b ? root(tail) : 1 - BetaDistribution(a: b, b: a).root(1 - tail)
  }

  /// The x with P(X ≥ x) = tail.
  func upperQuantile(_ tail: Double) -> Double {
    a <= b ? root(1 - tail) : 1 - BetaDistribution(a: b, b: a).root(tail)
  }

  /// The x with P(X ≤ x) = p, by Newton's method kept inside a shrinking bracket.
  ///
  /// For a ≤ b only: values near zero are dense in floating point, values near one are not.
  private func root(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    var low = 0.0
    var high = 1.0
    var x = start(p)
    for _ in 0..<300 {
      let excess = cumulative(x) - p
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      var next = x - excess / density(x)
      if !(next > low && next < high) { next = halfway(low, high) }
      if (next - x).magnitude <= 2e-16 * next || high - low <= 1e-16 * high { return next }
      x = next
    }
    return x
  }

  /// Mean plus the normal deviate, kept away from the ends.
  private func start(_ p: Double) -> Double {
    let n = a + b
    let mean = a / n
    let deviation = (mean * (1 - mean) / (n + 1)).squareRoot()
    let guess = mean + NormalDistribution.quantile(p) * deviation
    return guess > 0 && guess < 1 ? guess : mean
  }

  /// The geometric middle once the bracket is far from zero on a logarithmic scale.
  private func halfway(_ low: Double, _ high: Double) -> Double {
    if low > 0, high > 4 * low { return (low * high).squareRoot() }
    return low > 0 ? low + (high - low) / 2 : high / 8
  }

  /// The density at x, from Loader's parts.
  func density(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return 0 }
    return kernel(x) / (x * (1 - x))
  }

  /// x^a (1 − x)^b / B(a, b).
  private func kernel(_ x: Double) -> Double {
    let n = a + b
    let error =
      SaddlePoint.stirlingError(n) - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b)
    let gap = a - n * x
    let spread =
      SaddlePoint.deviance(a, mean: n * x, difference: gap)
      + SaddlePoint.deviance(b, mean: n * (1 - x), difference: -gap)
    return exp(error - spread) * (a / n * b / (2 * .pi)).squareRoot()
  }

  /// Lentz's evaluation of the continued fraction, for x below the mean.
  private func fraction(_ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude > tiny ? value : tiny }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1..<100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      result *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return kernel(x) * result / a
  }

  private var deviation: Double {
    let n = a + b
    return (a / n * (b / n) / (n + 1)).squareRoot()
  }

  /// P(X ≤ x) by Gauss–Legendre quadrature over 14 standard deviations.
  private func lowerIntegral(_ x: Double) -> Double {
    let start = max(0, x - 14 * deviation)
    return Quadrature.integral(from: start, to: x, panels: 14, of: density)
  }

  /// P(X ≥ x) likewise, further out because this tail falls like an exponential for small a.
  private func upperIntegral(_ x: Double) -> Double {
    let end = min(1, x + 14 * deviation + 45 / (a + b))
    return Quadrature.integral(from: x, to: end, panels: 20, of: density)
  }
}
