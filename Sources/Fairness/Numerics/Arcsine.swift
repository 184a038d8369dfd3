// SPDX-License-Identifier: Apache-2.0

/// The root between −½ and ½ of 3s − 4s³ = x, for |x| ≤ 1; NaN outside.
///
/// It is sin(asin(x)/3), which is cos((π + acos(x))/3) too: the root that score intervals choose of
/// their cubic equation.
package func middleCubicRoot(_ x: Double) -> Double { sineOfSmall(asin(x) / 3) }

/// The arcsine for |x| ≤ 1, NaN outside; within 2 units in the last place.
package func asin(_ x: Double) -> Double {
  let size = x.magnitude
  guard size > 0.5 else { return arcsineOfSmall(x) }
  let quarterTurn = DoubleDouble(1.5707963267948966, 6.123233995736766e-17)
  let rest = 2 * arcsineOfSmall(((1 - size) / 2).squareRoot())
  let angle = (quarterTurn + DoubleDouble(-rest)).rounded
  return x < 0 ? -angle : angle
}

/// x + x³ P(x²) for |x| ≤ ½; the fit is closer than 2⁻⁶¹.
private func arcsineOfSmall(_ x: Double) -> Double {
  let square = x * x
  return x + x * square * arcsineFit.reversed().reduce(0) { $0 * square + $1 }
}

/// A Chebyshev fit of (asin(√z)/√z − 1)/z for z from 0 to ¼, computed with 70 digits.
private let arcsineFit: [Double] = [
  0.16666666666666666, 0.07500000000000118, 0.044642857142551895, 0.03038194447553234,
  0.02237215744350722, 0.017352816540325496, 0.01396378001220357, 0.011566459612121669,
  0.009621842970100282, 0.009319560794767446, 0.0030448799094556773, 0.019554513336123378,
  -0.01924167174674304, 0.02961201126495512,
]

/// Taylor's series of the sine, for |x| ≤ π/6.
private func sineOfSmall(_ x: Double) -> Double {
  let square = x * x
  return x + x * square * sineSeries.reversed().reduce(0) { $0 * square + $1 }
}

/// −1/3!, 1/5! and so on to −1/19!.
private let sineSeries: [Double] = [
  -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362_880, -1.0 / 39_916_800, 1.0 / 6_227_020_800,
  -1.0 / 1_307_674_368_000, 1.0 / 355_687_428_096_000, -1.0 / 121_645_100_408_832_000,
]
