// SPDX-License-Identifier: Apache-2.0

/// How many cases each of two equal groups needs before a limit can be shown to hold.
package enum NeededSample {
  /// Cases per group for a lower bound of the ratio at or above `limit`, by Katz' interval.
  ///
  /// n = 2 (1 − p)/p · ((z + z_power)/ln limit)², rounded up. Without `power` the observed
  /// ratio is exactly 1; with it, the true ratio is 1 and a pass has that probability. Nil for a
  /// rate outside (0, 1], a limit that is not below 1 and positive, or a bad level.
  package static func ratio(
    rate: Double,
    limit: Double,
    level: Double = 0.95,
    power: Double? = nil
  ) -> Int? {
    guard limit > 0, limit < 1, let z = deviate(level, power), rate > 0, rate <= 1 else {
      return nil
    }
    let scaled = z / log(limit)
    return rounded(2 * (1 - rate) / rate * scaled * scaled)
  }

  /// Cases per group for an interval of the difference inside ±`limit`, by Wald's interval.
  ///
  /// n = 2 p (1 − p) · ((z + z_power)/limit)², rounded up.
  package static func difference(
    rate: Double,
    limit: Double,
    level: Double = 0.95,
    power: Double? = nil
  ) -> Int? {
    guard limit > 0, let z = deviate(level, power), rate >= 0, rate <= 1 else { return nil }
    let scaled = z / limit
    return rounded(2 * rate * (1 - rate) * scaled * scaled)
  }

  private static func deviate(_ level: Double, _ power: Double?) -> Double? {
    guard let z = NormalDistribution.critical(level: level) else { return nil }
    guard let power else { return z }
    guard power >= 0.5, power < 1 else { return nil }
    return z + NormalDistribution.quantile(power)
  }

  private static func rounded(_ n: Double) -> Int? {
    guard n.isFinite else { return nil }
    return max(1, Int(exactly: n.rounded(.up)) ?? .max)
  }
}
