// SPDX-License-Identifier: Apache-2.0

/// How many cases per group a pass would take with a chance of 80 %.
///
/// Counted in the denominator of the rate; groups other than the smallest keep what they have if it
/// is more. For the Theil index, cases of all groups together.
package struct NeededCases: Hashable, Sendable {
  /// The largest number that is searched; beyond it a pass is called not reachable.
  package static let searchLimit = 50_000
  /// The chance of a pass.
  package static let power = 0.8

  /// If the true rates are equal; nil where it is not reachable below ``searchLimit``.
  package let equal: Int?
  /// If the true rates are as measured; nil where it is not reachable below ``searchLimit``.
  package let measured: Int?

  /// For a value whose interval shrinks with the square root of its cases.
  ///
  /// The reach of the interval is z standard errors, and 80 % of samples lie within 0.84 more on
  /// the side that counts, so the cases grow with the square of that reach over the room left.
  static func scaled(
    cases: Int,
    reach: Double,
    equalRoom: Double?,
    measuredRoom: Double,
    z: Double
  ) -> NeededCases {
    let share = (z + NormalDistribution.quantile(power)) / z
    func needed(_ room: Double) -> Int? {
      guard room > 0, reach > 0 else { return nil }
      let ratio = share * reach / room
      let n = (Double(cases) * ratio * ratio).rounded(.up)
      return n <= Double(searchLimit) ? Int(n) : nil
    }
    return NeededCases(equal: equalRoom.flatMap(needed), measured: needed(measuredRoom))
  }
}
