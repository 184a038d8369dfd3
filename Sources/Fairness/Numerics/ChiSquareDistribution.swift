// SPDX-License-Identifier: Apache-2.0

/// The chi-square distribution.
struct ChiSquareDistribution {
  let degreesOfFreedom: Int

  /// P(X ≥ x), the regularized upper incomplete gamma function at half the arguments.
  ///
  /// Series 8.11.4 and continued fraction 8.9.2 of the NIST *Digital Library of Mathematical
  /// Functions*; one degree of freedom goes through erfc.
  func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    if degreesOfFreedom == 1 { return erfc((x / 2).squareRoot()) }
    let a = Double(degreesOfFreedom) / 2
    return x / 2 < a + 1 ? 1 - lowerSeries(a, x / 2) : upperFraction(a, x / 2)
  }

  /// The x with P(X ≤ x) = p, by bisection from the Wilson–Hilferty approximation.
  func quantile(_ p: Double) -> Double {
    guard p > 0, degreesOfFreedom > 0 else { return 0 }
    guard p < 1 else { return .infinity }
    let n = Double(degreesOfFreedom)
    let spread = NormalDistribution.quantile(p) * (2 / (9 * n)).squareRoot()
    let cube = 1 - 2 / (9 * n) + spread
    var low = 0.0
    var high = max(1, n * cube * cube * cube)
    while upperTail(high) > 1 - p, high < 1e300 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if upperTail(middle) > 1 - p { low = middle } else { high = middle }
      if high - low <= 1e-15 * high { break }
    }
    return (low + high) / 2
  }

  /// The leading factor x^a e^(−x) / Γ(a + 1) of the series.
  private func leading(_ a: Double, _ x: Double) -> Double {
    exp(-SaddlePoint.deviance(a, mean: x) - SaddlePoint.stirlingError(a))
      / (2 * .pi * a).squareRoot()
  }

  private func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for step in 1..<100_000 {
      term *= x / (a + Double(step))
      sum += term
      if term < sum * 1e-17 { break }
    }
    return leading(a, x) * sum
  }

  private func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for step in 1..<100_000 {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = numerator * d + b
      d = 1 / (d.magnitude > tiny ? d : tiny)
      c = b + numerator / c
      if c.magnitude < tiny { c = tiny }
      result *= d * c
      if (d * c - 1).magnitude < 1e-16 { break }
    }
    return leading(a, x) * a * result
  }
}
