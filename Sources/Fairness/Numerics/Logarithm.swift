// SPDX-License-Identifier: Apache-2.0

/// Natural logarithms to about 64 bits.
enum Logarithm {
  /// ln x for a positive, finite x and a small part of it that x leaves out.
  ///
  /// x is 2^k · m with m between √½ and √2, and ln m = 2 artanh s with s = (m − 1)/(m + 1). The
  /// first two terms of the series carry more than 100 bits; what follows is below 2⁻¹² of them.
  static func value(_ x: DoubleDouble) -> DoubleDouble {
    var exponent = Int(x.high.exponent)
    var m = x.high.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    // Beyond that the low part changes no digit of the logarithm.
    let low = exponent.magnitude < 200 ? x.low * Exponential.power(-exponent) : 0
    let excess = DoubleDouble(sum: m - 1, low)
    let s = excess / (DoubleDouble(2) + excess)
    let z = s * s
    let fifth = s.high * z.high * z.high * series.reversed().reduce(0) { $0 * z.high + $1 }
    let half = s + s * z * third + DoubleDouble(fifth)
    let doubled = DoubleDouble(2 * half.high, 2 * half.low)
    guard exponent != 0 else { return doubled }
    let k = Double(exponent)
    return DoubleDouble(ordered: k * Exponential.ln2.high, k * Exponential.ln2.low) + doubled
  }

  private static let third = DoubleDouble(1.0 / 3, 1.850371707708594e-17)

  /// 1/5 to 1/29.
  private static let series: [Double] = [
    1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21,
    1.0 / 23, 1.0 / 25, 1.0 / 27, 1.0 / 29,
  ]
}

/// The natural logarithm, within 0.51 units in the last place.
package func log(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  return Logarithm.value(DoubleDouble(x)).rounded
}

/// ln(1 + x), within 0.51 units in the last place.
package func log1p(_ x: Double) -> Double {
  guard x > -1, x.isFinite else { return x == -1 ? -.infinity : x > 0 ? x : .nan }
  guard x.magnitude > 0x1p-60 else { return x }
  return Logarithm.value(DoubleDouble(sum: 1, x)).rounded
}

/// x^y for x ≥ 0; NaN below.
///
/// Within 0.51 units in the last place while |y ln x| is below 10, and within 1.5 up to the ends of
/// the range.
package func pow(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  guard x > 0 else { return x == 0 ? (y > 0 ? 0 : .infinity) : .nan }
  guard x.isFinite, y.isFinite else { return infinitePower(x, y) }
  let logarithm = Logarithm.value(DoubleDouble(x))
  let size = logarithm.high * y
  guard size < 710 else { return .infinity }
  guard size > -746 else { return 0 }
  let power = Exponential(logarithm * DoubleDouble(y))
  return power.scaled(power.significand.rounded)
}

/// x^y for x > 0, one of them infinite or NaN.
private func infinitePower(_ x: Double, _ y: Double) -> Double {
  if x.isNaN || y.isNaN { return .nan }
  if y.isFinite { return y > 0 ? .infinity : 0 }
  return (x > 1) == (y > 0) ? .infinity : 0
}
