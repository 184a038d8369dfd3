// SPDX-License-Identifier: Apache-2.0

/// Where each group stands in one rate, and what keeps some of them from being judged.
struct Standings {
  /// One group.
  struct Place {
    let group: String
    let entry: GroupRates.Entry
    /// Why the group cannot be judged; nil when it can.
    let obstacle: UndefinedReason?
  }

  let rate: Rate
  let places: [Place]
  /// The places in the order of the names of their groups, which decides ties.
  let byName: [Int]
  /// The places of the groups that can be judged, by name.
  let evaluable: [Int]
  /// The comparator: the declared reference, or the group with the most favourable rate.
  let comparator: Int?
  /// Whether the comparator was declared.
  let isDeclared: Bool

  init(
    _ rate: Rate,
    _ groups: [AssessedGroup],
    reference: String?,
    policy: AssessmentPolicy
  ) {
    let least = policy.minimumDenominator(of: rate)
    let places = groups.map { group in
      let entry = group.rates[rate]
      return Place(
        group: group.rates.group,
        entry: entry,
        obstacle: Self.obstacle(group, entry, least, policy)
      )
    }
    self.places = places
    self.rate = rate
    byName = places.indices.sorted { places[$0].group < places[$1].group }
    evaluable = byName.filter { places[$0].obstacle == nil }
    isDeclared = reference != nil
    if let reference {
      comparator = places.firstIndex { $0.group == reference }
    } else {
      let candidates = evaluable.isEmpty ? byName : evaluable
      comparator = Self.best(candidates, places, high: rate.isBetterHigh(policy.positiveMeans))
    }
  }

  /// The proportion of a place, if it is counted and not empty.
  func proportion(_ index: Int) -> Proportion? {
    places[index].entry.proportion.flatMap { $0.trials > 0 ? $0 : nil }
  }

  /// The pairs of groups that can be judged.
  var pairCount: Int { evaluable.count * (evaluable.count - 1) / 2 }

  /// The comparisons of the groups that can be judged with the comparator.
  var comparisonCount: Int { isDeclared ? max(0, evaluable.count - 1) : pairCount }

  /// The obstacle of the first group by name that has one.
  var firstObstacle: UndefinedReason? { byName.lazy.compactMap { places[$0].obstacle }.first }

  /// Whether a group has no rate at all.
  var hasUnrated: Bool { places.contains { $0.entry.value == nil } }

  /// The pairs of groups that can be judged.
  var pairs: [TwoProportions] {
    evaluable.enumerated().flatMap { rank, first in
      evaluable.dropFirst(rank + 1).compactMap { pair(first, $0) }
    }
  }

  /// The comparisons with the comparator, or all pairs where it was not declared.
  var comparisons: [TwoProportions] {
    guard isDeclared, let comparator else { return pairs }
    return evaluable.filter { $0 != comparator }.compactMap { pair($0, comparator) }
  }

  func pair(_ first: Int, _ second: Int) -> TwoProportions? {
    guard let one = proportion(first), let other = proportion(second) else { return nil }
    return TwoProportions(one, other)
  }

  /// The two places with the lower rate first; equal rates by size, then as given.
  func ordered(_ first: Int, _ second: Int) -> (low: Int, high: Int) {
    guard let one = proportion(first), let other = proportion(second) else {
      return (first, second)
    }
    let isOrdered = (one.value ?? 0, one.trials) <= (other.value ?? 0, other.trials)
    return isOrdered ? (first, second) : (second, first)
  }

  /// The groups with the lowest and the highest rate among those that are counted.
  var extremes: (low: Int, high: Int)? {
    let counted = byName.filter { proportion($0) != nil }
    let rated = counted.map { (place: $0, value: places[$0].entry.value ?? 0) }
    guard let low = rated.min(by: { $0.value < $1.value })?.place,
      let high = rated.filter({ $0.place != low }).max(by: { $0.value < $1.value })?.place
    else { return nil }
    return (low, high)
  }

  private static func obstacle(
    _ group: AssessedGroup,
    _ entry: GroupRates.Entry,
    _ least: Int,
    _ policy: AssessmentPolicy
  ) -> UndefinedReason? {
    if group.isMissing { return .missingGroup }
    if let reason = entry.reason { return reason }
    guard let proportion = entry.proportion, let n = group.rates.effectiveN else {
      return .weightedCounts
    }
    let isSmall =
      n < Double(policy.minimumGroupSize) || proportion.effectiveTrials < Double(least)
    return isSmall ? .tooFewCases : nil
  }

  /// The first of the groups with the most favourable rate.
  private static func best(_ candidates: [Int], _ places: [Place], high: Bool) -> Int? {
    var best: (index: Int, value: Double)?
    for index in candidates {
      guard let value = places[index].entry.value else { continue }
      let isBetter = best.map { high ? value > $0.value : value < $0.value } ?? true
      if isBetter { best = (index, value) }
    }
    return best?.index
  }
}

/// A group in an assessment, present or merely declared.
struct AssessedGroup {
  let rates: GroupRates
  let isMissing: Bool
}
