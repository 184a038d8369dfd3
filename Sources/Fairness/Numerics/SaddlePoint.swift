// SPDX-License-Identifier: Apache-2.0

/// The two parts of a probability that stay accurate when counts are huge.
///
/// Differences of log-gamma values lose all digits there; Loader, *Fast and Accurate Computation
/// of Binomial Probabilities* (2000), splits the same number into these parts, which do not.
enum SaddlePoint {
  private static let halfLogTwoPi = 0.918938533204672741780329736406

  /// ln Γ(z) minus Stirling's (z − ½) ln z − z + ½ ln 2π, for z > 0.
  ///
  /// Abramowitz & Stegun 6.1.41 from 15 upwards, the recurrence 6.1.15 below.
  static func stirlingError(_ z: Double) -> Double {
    guard z < 15 else { return stirlingSeries(z) }
    var product = 1.0
    var shifted = z
    while shifted < 15 {
      product *= shifted
      shifted += 1
    }
    let logGamma =
      (shifted - 0.5) * log(shifted) - shifted + stirlingSeries(shifted) - log(product)
    return logGamma - ((z - 0.5) * log(z) - z)
  }

  /// ln Γ(z) for z > 0.
  static func logGamma(_ z: Double) -> Double {
    (z - 0.5) * log(z) - z + halfLogTwoPi + stirlingError(z)
  }

  /// x ln(x/m) + m − x, for x ≥ 0 and m > 0; zero when x is its own mean.
  ///
  /// `difference` is x − m where the caller knows it more precisely than the two give it.
  static func deviance(_ x: Double, mean m: Double, difference: Double? = nil) -> Double {
    guard x > 0 else { return m }
    let difference = difference ?? x - m
    guard difference.magnitude < 0.1 * (x + m) else { return x * log(x / m) - difference }
    let v = difference / (x + m)
    var sum = difference * v
    var power = 2 * x * v
    for j in 1...1000 {
      power *= v * v
      let next = sum + power / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The probability of `x` successes in `n` trials at rate `p`.
  static func binomial(_ x: Double, of n: Double, rate p: Double) -> Double {
    guard x >= 0, x <= n else { return 0 }
    let q = 1 - p
    if p <= 0 { return x == 0 ? 1 : 0 }
    if q <= 0 { return x == n ? 1 : 0 }
    if n == 0 { return 1 }
    if x == 0 { return exp(p < 0.1 ? n * log1p(-p) : n * log(q)) }
    if x == n { return exp(q < 0.1 ? n * log1p(-q) : n * log(p)) }
    let error = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
    let gap = x - n * p
    let spread =
      deviance(x, mean: n * p, difference: gap) + deviance(n - x, mean: n * q, difference: -gap)
    return exp(error - spread) * (n / (2 * .pi * x * (n - x))).squareRoot()
  }

  private static func stirlingSeries(_ z: Double) -> Double {
    let inverse = 1 / z
    let square = inverse * inverse
    let coefficients = [
      1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360,
    ]
    return inverse * coefficients.reversed().reduce(0) { $0 * square + $1 }
  }
}

/// The probabilities of every number of successes.
struct BinomialTable {
  let probabilities: [Double]

  /// Starts at the most probable count and multiplies outwards, where values only fall.
  init(trials: Int, rate: Double) {
    var table = [Double](repeating: 0, count: trials + 1)
    let n = Double(trials)
    let mode = min(trials, Int((n + 1) * rate))
    table[mode] = SaddlePoint.binomial(Double(mode), of: n, rate: rate)
    let odds = rate / (1 - rate)
    for k in stride(from: mode, to: trials, by: 1) {
      table[k + 1] = table[k] * odds * (n - Double(k)) / Double(k + 1)
    }
    for k in stride(from: mode, to: 0, by: -1) {
      table[k - 1] = table[k] * Double(k) / ((n - Double(k) + 1) * odds)
    }
    probabilities = table
  }
}
