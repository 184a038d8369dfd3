// SPDX-License-Identifier: Apache-2.0

/// A number of about 106 bits: the sum of a double and of what rounding it left out.
///
/// Built from additions and multiplications alone, whose results IEEE 754 fixes, so that a value is
/// the same on every processor. The sums are Knuth's, the products Dekker's (*A Floating-Point
/// Technique for Extending the Available Precision*, Numerische Mathematik 18, 1971).
struct DoubleDouble {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b without error.
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    let part = sum - a
    self.init(sum, (a - (sum - part)) + (b - part))
  }

  /// a + b without error, where |a| ≥ |b| or a is zero.
  init(ordered a: Double, _ b: Double) {
    let sum = a + b
    self.init(sum, b - (sum - a))
  }

  /// a · b without error, where nothing overflows or falls below the normal numbers.
  init(product a: Double, _ b: Double) {
    let product = a * b
    let (a1, a2) = Self.halves(a)
    let (b1, b2) = Self.halves(b)
    self.init(product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// The nearest double.
  var rounded: Double { high + low }

  static func + (a: Self, b: Self) -> Self {
    let sum = Self(sum: a.high, b.high)
    return Self(ordered: sum.high, sum.low + (a.low + b.low))
  }

  static func * (a: Self, b: Self) -> Self {
    let product = Self(product: a.high, b.high)
    return Self(ordered: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Self, b: Self) -> Self {
    let quotient = a.high / b.high
    let back = Self(product: quotient, b.high)
    let rest = ((a.high - back.high) - back.low) + (a.low - quotient * b.low)
    return Self(ordered: quotient, rest / b.high)
  }

  /// Twenty-six bits and the rest.
  private static func halves(_ value: Double) -> (Double, Double) {
    let shifted = 134_217_729 * value
    let first = shifted - (shifted - value)
    return (first, value - first)
  }
}

/// √(x² + y²), correctly rounded but for rare halves.
package func hypot(_ x: Double, _ y: Double) -> Double {
  let largest = max(x.magnitude, y.magnitude)
  guard largest > 0, largest.isFinite else { return largest }
  let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
  let (a, b) = (x / scale, y / scale)
  let square = DoubleDouble(product: a, a) + DoubleDouble(product: b, b)
  let root = square.high.squareRoot()
  let back = DoubleDouble(product: root, root)
  let rest = ((square.high - back.high) - back.low) + square.low
  return (root + rest / (2 * root)) * scale
}
