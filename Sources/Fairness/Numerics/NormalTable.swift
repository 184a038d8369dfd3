// SPDX-License-Identifier: Apache-2.0

/// The upper tail of the standard normal distribution from a table, for sums over many tails.
///
/// Cubic Hermite interpolation between values 1/64 apart, closer than 10⁻⁹; beyond ±8 it is 0 or 1.
enum NormalTable {
  private static let reach = 8
  private static let steps = 64

  private static let tails = places.map { NormalDistribution.upperTail($0) }
  /// What the tail falls by over one step at the density of each place.
  private static let falls = places.map { density($0) / Double(steps) }
  private static let places = (0...2 * reach * steps).map { Double($0) / Double(steps) - 8 }

  /// The density of the standard normal distribution.
  static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

  /// The probability of a deviate above `x`.
  static func upperTail(_ x: Double) -> Double {
    guard x > -Double(reach) else { return 1 }
    guard x < Double(reach) else { return 0 }
    let place = (x + Double(reach)) * Double(steps)
    let index = Int(place)
    let t = place - Double(index)
    let u = 1 - t
    let values = (1 + 2 * t) * u * u * tails[index] + (3 - 2 * t) * t * t * tails[index + 1]
    return values - t * u * u * falls[index] + t * t * u * falls[index + 1]
  }
}
