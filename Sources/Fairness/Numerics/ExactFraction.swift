// SPDX-License-Identifier: Apache-2.0

/// A non-negative quotient of two integers, compared without rounding.
///
/// A third of the exact four-fifths ties between groups of up to 120 come out below 0.8 in
/// floating point, so limits are compared in integers.
struct ExactFraction {
  let numerator: UInt128
  let denominator: UInt128

  /// A quotient with a positive denominator.
  init(_ numerator: UInt128, over denominator: UInt128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The decimal that the shortest spelling of `value` denotes: 0.8 is 8/10.
  ///
  /// Nil for negative or non-finite values and those outside 10⁻³⁷…10¹⁹.
  init?(decimal value: Double) {
    guard value >= 0, value.isFinite else { return nil }
    let parts = "\(value)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    guard let digits = UInt128(mantissa[0] + fraction) else { return nil }
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
    guard exponent >= -37, exponent <= 19 else { return nil }
    let power = (0..<exponent.magnitude).reduce(into: UInt128(1)) { product, _ in product *= 10 }
    self.init(exponent > 0 ? digits * power : digits, over: exponent > 0 ? 1 : power)
  }

  /// Whether the quotient is smaller than another one.
  ///
  /// Euclid's algorithm on both at once: integer parts first, then the reciprocals of what is
  /// left, in reverse order. Nothing can overflow.
  static func < (left: ExactFraction, right: ExactFraction) -> Bool {
    var (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    while true {
      let (first, firstRest) = a.quotientAndRemainder(dividingBy: b)
      let (second, secondRest) = c.quotientAndRemainder(dividingBy: d)
      if first != second { return first < second }
      if secondRest == 0 { return false }
      if firstRest == 0 { return true }
      (a, b, c, d) = (d, secondRest, b, firstRest)
    }
  }
}
