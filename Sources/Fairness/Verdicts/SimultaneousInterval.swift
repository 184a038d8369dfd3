// SPDX-License-Identifier: Apache-2.0

/// The interval of an extreme over all pairs of groups, with the ends that decide about it.
///
/// That no pair is beyond a limit is claimed when every pair stays within it at its own level (an
/// intersection–union test), so the end that a pass needs is the worst of the pairs' own ends.
/// That some pair is beyond it is a union of claims, so for the other end each pair gets its share
/// of the error (Bonferroni). Either end misses the extreme with at most half the joint error.
///
/// Pairs are oriented by their rates, so that the order of groups cannot change a last digit.
struct SimultaneousInterval {
  private let pairs: [TwoProportions]
  private let comparison: Comparison

  /// Nil when a group has no counts, or there are more than ``PairFamily/pairwiseLimit`` groups.
  init?(_ standings: [Standings], _ comparison: Comparison) {
    var pairs: [TwoProportions] = []
    for part in standings {
      guard part.places.count <= PairFamily.pairwiseLimit else { return nil }
      let members = part.places.indices.compactMap(part.proportion).sorted {
        ($0.value ?? 0, $0.trials) < ($1.value ?? 0, $1.trials)
      }
      guard members.count == part.places.count else { return nil }
      for (i, first) in members.enumerated() {
        pairs += members.dropFirst(i + 1).map { TwoProportions(first, $0) }
      }
    }
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs
    self.comparison = comparison
  }

  /// The ends at a joint level; with one pair those of its own method.
  func interval(_ level: Double) -> Interval? {
    let each = 1 - (1 - level) / Double(pairs.count)
    var ends = comparison == .difference ? (lower: 0.0, upper: 0.0) : (lower: 1.0, upper: 1.0)
    for pair in pairs {
      guard let own = interval(pair, level), let shared = interval(pair, each) else { return nil }
      ends =
        comparison == .difference
        ? Self.wider(ends, own, shared) : Self.smaller(ends, own, shared)
    }
    let single: Interval.Method = comparison == .difference ? .newcombe : .miettinenNurminen
    return Interval(
      lower: ends.lower,
      upper: ends.upper,
      level: level,
      method: pairs.count == 1 ? single : .simultaneous
    )
  }

  private func interval(_ pair: TwoProportions, _ level: Double) -> Interval? {
    comparison == .difference
      ? pair.differenceInterval(level: level) : pair.ratioInterval(level: level)
  }

  /// The ends of the largest absolute difference; a pass needs the upper one.
  private static func wider(
    _ ends: (lower: Double, upper: Double),
    _ own: Interval,
    _ shared: Interval
  ) -> (lower: Double, upper: Double) {
    (max(ends.lower, shared.lower, -shared.upper), max(ends.upper, own.upper, -own.lower))
  }

  /// The ends of the smallest ratio, whichever group is divided; a pass needs the lower one.
  private static func smaller(
    _ ends: (lower: Double, upper: Double),
    _ own: Interval,
    _ shared: Interval
  ) -> (lower: Double, upper: Double) {
    (min(ends.lower, own.lower, 1 / own.upper), min(ends.upper, shared.upper, 1 / shared.lower))
  }
}
