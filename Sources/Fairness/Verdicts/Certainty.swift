// SPDX-License-Identifier: Apache-2.0

/// How sure the two ends of an interval are when several comparisons are judged together.
///
/// That no comparison misses a limit is claimed when each of them stays within it at its own level
/// (an intersection–union test), so the end that a pass needs is not corrected. That some
/// comparison misses it is a union of claims, so for the end that a fail needs each one gets its
/// share of the error (Bonferroni). Either end is wrong with at most half of the joint error.
struct Certainty: Sendable {
  /// The joint level, for example 0.95.
  let level: Double
  /// How many comparisons share the error.
  let comparisons: Int
  /// The normal deviate of the end that a pass needs.
  let own: Double
  /// The normal deviate of the end that a fail needs.
  let shared: Double

  /// Nil for a level outside (0, 1).
  init?(level: Double, comparisons: Int) {
    guard let own = NormalDistribution.critical(level: level), own > 0 else { return nil }
    self.level = level
    self.comparisons = max(1, comparisons)
    self.own = own
    shared =
      comparisons > 1
      ? -NormalDistribution.quantile((1 - level) / (2 * Double(comparisons))) : own
  }

  /// The accepted joint error.
  var alpha: Double { 1 - level }

  /// The method of an interval, which is the pair's own when nothing is shared.
  func method(_ single: Interval.Method) -> Interval.Method {
    comparisons > 1 ? .simultaneous : single
  }
}
