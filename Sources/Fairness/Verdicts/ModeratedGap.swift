// SPDX-License-Identifier: Apache-2.0

/// Readings of the gap in one rate that small groups do not carry away: information beside a verdict, and
/// never one.
///
/// The extreme of many small groups is mostly chance. A size-weighted gap asks how far people are from the
/// common rate on average. Shrinkage pulls each rate towards the common one by as much as chance explains
/// (empirical Bayes with the variance between groups by moments: DerSimonian and Laird 1986; Morris 1983).
package struct ModeratedGap: Hashable, Sendable {
  /// A group with its shrunken rate.
  package struct ShrunkenRate: Hashable, Sendable {
    /// The group.
    package let group: String
    /// Its rate, shrunk.
    package let value: Double
  }

  /// The rate of all groups together.
  package let common: Double
  /// Σ n_g/N · |rate_g − common rate|.
  package let sizeWeighted: Double
  /// The group with the lowest shrunken rate; of equals the first by name.
  package let lowest: ShrunkenRate
  /// The group with the highest shrunken rate; of equals the first by name.
  package let highest: ShrunkenRate

  /// The highest minus the lowest shrunken rate.
  package var difference: Double { highest.value - lowest.value }
  /// The lowest shrunken rate divided by the highest; nil where that is 0.
  package var ratio: Double? { highest.value > 0 ? lowest.value / highest.value : nil }

  /// The readings of at least two groups with cases; nil otherwise.
  init?(_ rates: [(group: String, proportion: Proportion)]) {
    let counted = rates.filter { $0.proportion.trials > 0 }.sorted { $0.group < $1.group }
    guard counted.count > 1 else { return nil }
    let sizes = counted.map { Double($0.proportion.trials) }
    let values = counted.map { $0.proportion.value ?? 0 }
    let total = sizes.reduce(0, +)
    let common = counted.reduce(0.0) { $0 + Double($1.proportion.successes) } / total
    let gaps = zip(sizes, values).map { (size: $0, gap: $1 - common) }
    let within = common * (1 - common)
    let spread = gaps.reduce(0.0) { $0 + $1.size * $1.gap * $1.gap }
    let scale = total - sizes.reduce(0.0) { $0 + $1 * $1 } / total
    let between = max(0, (spread - Double(counted.count - 1) * within) / scale)
    let shrunken = zip(counted, gaps).map { group, gap in
      let share = between > 0 ? between / (between + within / gap.size) : 0
      return ShrunkenRate(group: group.group, value: common + share * gap.gap)
    }
    guard let lowest = shrunken.min(by: { $0.value < $1.value }),
      let highest = shrunken.filter({ $0 != lowest }).max(by: { $0.value < $1.value })
    else { return nil }
    self.common = common
    sizeWeighted = gaps.reduce(0.0) { $0 + $1.size * $1.gap.magnitude } / total
    (self.lowest, self.highest) = (lowest, highest)
  }
}

extension ModeratedGap {
  /// The readings of a rate over groups that are compared, large or small.
  package init?(of rate: Rate, in groups: [AttributeAssessment.Group]) {
    self.init(
      groups.filter { $0.reason == nil || $0.reason == .tooFewCases }.compactMap { group in
        group.rates.first { $0.entry.rate == rate }?.entry.proportion
          .map { (group: group.group, proportion: $0) }
      }
    )
  }

  /// Whether some group is too small to be judged, so that the readings say something.
  package static func isOfUse(for groups: [AttributeAssessment.Group]) -> Bool {
    groups.contains { $0.reason == .tooFewCases }
  }
}
