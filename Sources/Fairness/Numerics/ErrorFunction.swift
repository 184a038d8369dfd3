// SPDX-License-Identifier: Apache-2.0

/// 1 − erf(x), within one unit in the last place, far into the tail too.
package func erfc(_ x: Double) -> Double {
  guard x.magnitude >= 0.5 else { return x.isNaN ? x : ErrorFunction.nearZero(x) }
  let tail = ErrorFunction.tail(x.magnitude)
  return x > 0 ? tail : 2 - tail
}

/// The parts of the complementary error function.
///
/// The coefficients are Chebyshev fits of the functions named beside them, computed with 70 digits.
private enum ErrorFunction {
  /// 1 − x (2/√π + x² P(x²)) for |x| < ½; the fit is closer than 2⁻⁶³.
  static func nearZero(_ x: Double) -> Double {
    let square = x * x
    let slope = DoubleDouble(1.1283791670955126, 1.533545961316588e-17)
    let line = DoubleDouble(x) * slope
    let bend = x * square * polynomial(square, aroundZero)
    return (DoubleDouble(1) + DoubleDouble(-line.high, -line.low) + DoubleDouble(-bend)).rounded
  }

  /// e^(−x²) F(x) / (x + ⅜) for x ≥ ½, where F stays between 0.53 and 0.61.
  ///
  /// F is fitted in (x − 3)/(x + 3), closer than 2⁻⁶⁴.
  static func tail(_ x: Double) -> Double {
    guard x < 27.5 else { return 0 }
    let square = DoubleDouble(product: x, x)
    let power = Exponential(DoubleDouble(-square.high, -square.low))
    let y = (x - 3) / (x + 3)
    let atThree = DoubleDouble(0.6041288852371911, -2.1786306325021207e-17)
    let factor = atThree + DoubleDouble(y * polynomial(y, aroundThree))
    let quotient = power.significand * factor / DoubleDouble(sum: x, 0.375)
    return power.scaled(quotient.rounded)
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    var place = coefficients.count
    while place > 0 {
      place -= 1
      sum = sum * x + coefficients[place]
    }
    return sum
  }

  /// (erf(√z)/√z − 2/√π)/z for z from 0 to ¼.
  private static let aroundZero = [
    -0.37612638903183754, 0.112837916709551, -0.02686617064510409, 0.005223977624325344,
    -0.0008548326793233783, 0.0001205530629440674, -1.4923829613452872e-05,
    1.6389446360450111e-06, -1.4787385599052157e-07,
  ]

  /// (F − F(3))/y with y = (x − 3)/(x + 3) for x from ½ to 28.
  private static let aroundThree = [
    -0.027031358056910943, -0.054481622390766954, 0.08358707141397848, -0.06859506135738432,
    0.03720307608679506, -0.012418899501434376, 0.0011762276035011926, 0.0010189779303776878,
    -0.0003955730502368047, -6.05870271794544e-05, 6.415724211224693e-05,
    3.4722948370909243e-06, -1.0315273209859113e-05, -5.232380622670785e-07,
    1.7728529349206549e-06, 2.097290172683319e-07, -3.1161210483101474e-07,
    -7.94906619620034e-08, 5.0393243360811744e-08, 2.4615589600112796e-08,
    -6.196063494693994e-09, -5.823351125868194e-09, 3.6838047348369374e-10,
    7.97635313232787e-10,
  ]
}
