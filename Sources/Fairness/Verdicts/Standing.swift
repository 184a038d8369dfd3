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
  /// The positions of the groups that can be judged.
  let evaluable: [Int]
  /// The comparator: the declared reference, or the group that is best off.
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
    places = groups.map { group in
      let entry = group.rates[rate]
      return Place(
        group: group.rates.group,
        entry: entry,
        obstacle: Self.obstacle(group, entry, least, policy)
      )
    }
    self.rate = rate
    evaluable = places.indices.filter { [places] in places[$0].obstacle == nil }
    isDeclared = reference != nil
    if let reference {
      comparator = places.firstIndex { $0.group == reference }
    } else {
      let candidates = evaluable.isEmpty ? Array(places.indices) : evaluable
      comparator = Self.best(candidates, places, high: rate.isBetterHigh(policy.positiveMeans))
    }
  }

  /// The proportion of a place, if it is counted and not empty.
  func proportion(_ index: Int) -> Proportion? {
    places[index].entry.proportion.flatMap { $0.trials > 0 ? $0 : nil }
  }

  /// The obstacles of all groups, first come first.
  var firstObstacle: UndefinedReason? { places.lazy.compactMap(\.obstacle).first }

  private static func obstacle(
    _ group: AssessedGroup,
    _ entry: GroupRates.Entry,
    _ least: Int,
    _ policy: AssessmentPolicy
  ) -> UndefinedReason? {
    if group.isMissing { return .missingGroup }
    if let reason = entry.reason { return reason }
    guard let proportion = entry.proportion, let n = group.rates.n else { return .weightedCounts }
    let isSmall = n < policy.minimumGroupSize || proportion.trials < least
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
