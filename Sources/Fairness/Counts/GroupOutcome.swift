// SPDX-License-Identifier: Apache-2.0

/// What happened to one group: its name and its counts.
package struct GroupOutcome: Hashable, Sendable {
  /// The counts of a group, in one of three degrees of detail.
  package enum Counts: Hashable, Sendable {
    /// True positives, false positives, true negatives and false negatives.
    ///
    /// Label 1 is the favourable or positive class.
    case confusion(tp: Int, fp: Int, tn: Int, fn: Int)
    /// Cases, and how many of them were selected.
    case selection(n: Int, selected: Int)
    /// Weighted sums, which have point values but neither intervals nor tests.
    case weighted(tp: Double, fp: Double, tn: Double, fn: Double)
  }

  /// The group: one value of the attribute, or of each attribute of a crossing.
  package var group: String
  /// Its counts.
  package var counts: Counts
  /// How many of its cases carry as much information as one independent case.
  package var designEffect: Double

  /// A group with its counts, which are checked where they are used.
  package init(_ group: String, _ counts: Counts, designEffect: Double = 1) {
    self.group = group
    self.counts = counts
    self.designEffect = designEffect
  }

  /// A group from a confusion table whose cells were read as numbers, fractions refused.
  package init(
    _ group: String,
    exactlyTP tp: Double,
    fp: Double,
    tn: Double,
    fn: Double
  ) throws(FairnessError) {
    let tp = try Self.count(tp, of: group)
    let fp = try Self.count(fp, of: group)
    let tn = try Self.count(tn, of: group)
    let fn = try Self.count(fn, of: group)
    self.init(group, .confusion(tp: tp, fp: fp, tn: tn, fn: fn))
  }

  /// A group from a size and a number of selected cases, fractions refused.
  package init(
    _ group: String,
    exactlyN n: Double,
    selected: Double
  ) throws(FairnessError) {
    let n = try Self.count(n, of: group)
    let selected = try Self.count(selected, of: group)
    self.init(group, .selection(n: n, selected: selected))
  }

  private static func count(_ value: Double, of group: String) throws(FairnessError) -> Int {
    guard let count = Int(exactly: value) else {
      throw .fractionalCount(group: group, count: "\(value)")
    }
    return count
  }
}

extension GroupOutcome {
  /// Refuses negative, inconsistent and overflowing counts.
  func validate() throws(FairnessError) {
    guard designEffect >= 1, designEffect.isFinite else {
      throw .invalidDesignEffect(group: group)
    }
    switch counts {
    case .confusion(let tp, let fp, let tn, let fn):
      try validate(cells: [tp, fp, tn, fn])
    case .selection(let n, let selected):
      try validate(cells: [n, selected])
      if selected > n { throw .inconsistentCounts(group: group) }
    case .weighted(let tp, let fp, let tn, let fn):
      let total = tp + fp + tn + fn
      guard [tp, fp, tn, fn].allSatisfy({ $0 >= 0 }), total.isFinite else {
        throw .invalidWeight(group: group)
      }
    }
  }

  private func validate(cells: [Int]) throws(FairnessError) {
    if let negative = cells.first(where: { $0 < 0 }) {
      throw .negativeCount(group: group, count: "\(negative)")
    }
    if Self.sum(cells) == nil { throw .overflowingCounts(group: group) }
  }

  /// The sum, or nil when it exceeds the largest integer.
  static func sum(_ cells: [Int]) -> Int? {
    var total = 0
    for cell in cells {
      let (sum, overflow) = total.addingReportingOverflow(cell)
      if overflow { return nil }
      total = sum
    }
    return total
  }

  /// Refuses an empty list, repeated names, bad counts and totals that overflow.
  static func validate(_ groups: [GroupOutcome]) throws(FairnessError) {
    guard !groups.isEmpty else { throw .noGroups }
    var seen: Set<String> = []
    var total = 0
    for group in groups {
      guard seen.insert(group.group).inserted else { throw .duplicateGroup(group.group) }
      try group.validate()
      guard let sum = sum([total, group.caseCount]) else {
        throw .overflowingCounts(group: "all groups")
      }
      total = sum
    }
  }

  /// The number of cases in whole-number counts that were validated, else 0.
  var caseCount: Int {
    switch counts {
    case .confusion(let tp, let fp, let tn, let fn): Self.sum([tp, fp, tn, fn]) ?? 0
    case .selection(let n, _): n
    case .weighted: 0
    }
  }
}
