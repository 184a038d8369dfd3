// SPDX-License-Identifier: Apache-2.0

/// e^x as 2^`exponent` · (1 + `excess`).
struct Exponential {
  let excess: DoubleDouble
  let exponent: Int

  /// For |x| ≤ 800: x is reduced by multiples of ln 2 to at most ½ ln 2, then e^r − 1 is
  /// r + r²/2 to 100 bits and the rest of Taylor's series, less than 2⁻⁷ of the whole, to 53.
  init(_ x: DoubleDouble) {
    let multiple = (x.high * 1.4426950408889634).rounded()
    let near = DoubleDouble(sum: x.high - multiple * Self.ln2.high, x.low)
    let r = DoubleDouble(sum: near.high, near.low - multiple * Self.ln2.low)
    let square = r * r
    let cube = square.high * r.high
    let tail = cube * Self.series.reversed().reduce(0) { $0 * r.high + $1 }
    let half = DoubleDouble(square.high / 2, square.low / 2 + tail)
    excess = r + half
    exponent = Int(multiple)
  }

  /// ln 2, the first part with so few bits that its products with exponents are exact.
  static let ln2 = DoubleDouble(0.6931471805598903, 5.497923018708371e-14)

  /// 1/3! to 1/15!.
  private static let series: [Double] = [
    1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40_320, 1.0 / 362_880,
    1.0 / 3_628_800, 1.0 / 39_916_800, 1.0 / 479_001_600, 1.0 / 6_227_020_800,
    1.0 / 87_178_291_200, 1.0 / 1_307_674_368_000,
  ]

  /// The power, without the factor 2^`exponent`.
  var significand: DoubleDouble {
    let whole = DoubleDouble(ordered: 1, excess.high)
    return DoubleDouble(ordered: whole.high, whole.low + excess.low)
  }

  /// A value times 2^`exponent`, in two steps because the power alone may be out of range.
  func scaled(_ value: Double) -> Double {
    let half = exponent / 2
    return value * Self.power(half) * Self.power(exponent - half)
  }

  /// 2^`exponent` for the exponents of normal numbers.
  static func power(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
  }
}

/// e^x, within 0.51 units in the last place.
package func exp(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return x.isNaN ? x : 0 }
  let power = Exponential(DoubleDouble(x))
  return power.scaled(power.significand.rounded)
}

/// e^x − 1, within 0.52 units in the last place.
package func expm1(_ x: Double) -> Double {
  guard x < 45 else { return exp(x) }
  guard x > -45 else { return x.isNaN ? x : -1 }
  guard x.magnitude > 0x1p-60 else { return x }
  let power = Exponential(DoubleDouble(x))
  let scale = Exponential.power(power.exponent)
  let whole = DoubleDouble(sum: scale, -1)
  let rest = DoubleDouble(scale * power.excess.high, scale * power.excess.low)
  return (whole + rest).rounded
}

/// The hyperbolic tangent, within 2 units in the last place.
package func tanh(_ x: Double) -> Double {
  guard x.magnitude < 22 else { return x.isNaN ? x : x.sign == .minus ? -1 : 1 }
  let grown = expm1(2 * x)
  return grown / (grown + 2)
}
