// SPDX-License-Identifier: Apache-2.0

internal import Fairness

/// Which groups a public copy leaves the numbers of out, because they count too few people.
///
/// A group is hidden when its cases, or those that any of its rates counts or leaves, are fewer than the
/// smallest number that may be shown, unless they are none. Because totals give the sum of what is hidden
/// away, others that hold anybody are hidden with it until the sum may be shown, its cases and what each rate
/// counts or leaves of them, in the attribute and along each part of a crossing; the crossings of a hidden
/// group are hidden with it, and so is a group of another attribute, such as one of wider ages, that it and
/// shown ones add up to.
struct SmallCells {
  private var hidden: Set<Cell> = []

  /// A group of one attribute or crossing.
  private struct Cell: Hashable {
    let attribute: String
    let group: String
  }

  /// Looks for small groups in all attributes; none where `smallest` is nil.
  init(below smallest: Int?, in attributes: [FairnessReport.Attribute]) {
    guard let smallest else { return }
    for attribute in attributes {
      for group in attribute.groups where Self.isSmall(group, smallest) {
        hidden.insert(Cell(attribute: attribute.name, group: group.group))
      }
    }
    var count = -1
    while count != hidden.count {
      count = hidden.count
      for attribute in attributes {
        if attribute.parts.count > 1 { hideCrossings(of: attribute) }
        for line in Self.lines(of: attribute) { hideCompanion(in: line, of: attribute, smallest) }
        hideUnions(of: attribute, in: attributes, smallest)
      }
    }
  }

  /// Whether the numbers of a group stay hidden.
  func hide(_ group: String, of attribute: FairnessReport.Attribute) -> Bool {
    hidden.contains(Cell(attribute: attribute.name, group: group))
  }

  /// Whether any group of an attribute stays hidden, so that its metrics would tell on it.
  func hideAny(of attribute: FairnessReport.Attribute) -> Bool {
    attribute.groups.contains { hide($0.group, of: attribute) }
  }

  private static func isSmall(_ group: AttributeAssessment.Group, _ smallest: Int) -> Bool {
    areSmall([group], smallest)
  }

  /// Whether the cases of some groups, or what a rate counts or leaves of them, are too few to be shown.
  private static func areSmall(_ groups: [AttributeAssessment.Group], _ smallest: Int) -> Bool {
    sum(groups.map(counts)).contains { 0 < $0 && $0 < smallest }
  }

  /// The cases of a group, and what each rate counts and leaves of them.
  private static func counts(of group: AttributeAssessment.Group) -> [Int] {
    [group.n ?? 0]
      + group.rates.flatMap { rate in
        let (trials, successes) =
          rate.entry.proportion.map { ($0.trials, $0.successes) } ?? (0, 0)
        return [trials, successes, trials - successes]
      }
  }

  private static func sum(_ counts: [[Int]]) -> [Int] {
    (0..<(counts.map(\.count).min() ?? 0)).map { place in counts.reduce(0) { $0 + $1[place] } }
  }

  /// The largest crossing whose parts are all looked at; of a larger one nothing small is safe.
  private static let largestCrossing = 8

  /// Groups whose sum is known: all of an attribute; in a crossing those that share some values, whose
  /// number the crossing of these alone gives.
  private static func lines(
    of attribute: FairnessReport.Attribute
  ) -> [[AttributeAssessment.Group]] {
    let parts = attribute.parts.indices
    guard 1 < parts.count, parts.count <= largestCrossing else { return [attribute.groups] }
    return (0..<(1 << parts.count) - 1).flatMap { choice in
      let shared = parts.filter { choice >> $0 & 1 == 1 }
      var lines: [[String]: [AttributeAssessment.Group]] = [:]
      for group in attribute.groups {
        guard let values = attribute.values[group.group], values.count == parts.count else {
          continue
        }
        lines[shared.map { values[$0] }, default: []].append(group)
      }
      return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
  }

  /// Hides the smallest other group of a line in which one alone is hidden, or too few people are.
  ///
  /// A group of nobody hides nothing.
  private mutating func hideCompanion(
    in line: [AttributeAssessment.Group],
    of attribute: FairnessReport.Attribute,
    _ smallest: Int
  ) {
    let inhabited = line.filter { $0.n != 0 }
    let shown = inhabited.filter { !hide($0.group, of: attribute) }
    let kept = inhabited.filter { hide($0.group, of: attribute) }
    let isLarge = attribute.parts.count > Self.largestCrossing
    guard !kept.isEmpty, kept.count == 1 || isLarge || Self.areSmall(kept, smallest),
      let next = shown.min(by: { ($0.n ?? 0, $0.group) < ($1.n ?? 0, $1.group) })
    else { return }
    hidden.insert(Cell(attribute: attribute.name, group: next.group))
  }

  /// The most groups of an attribute whose sums are all looked at.
  static let largestUnion = 12

  /// Hides the groups of other attributes that small hidden groups of an attribute add up to with shown ones,
  /// as 18-24 and 25-29 are the young: the difference would be theirs.
  private mutating func hideUnions(
    of attribute: FairnessReport.Attribute,
    in attributes: [FairnessReport.Attribute],
    _ smallest: Int
  ) {
    let inhabited = attribute.groups.filter { $0.n != 0 }
    let kept = inhabited.filter { hide($0.group, of: attribute) }
    guard !kept.isEmpty, inhabited.count <= Self.largestUnion else { return }
    let small = Self.subsets(of: kept).filter { Self.areSmall($0, smallest) }
      .map { Self.sum($0.map(Self.counts)) }
    let shown = Self.subsets(of: inhabited.filter { !hide($0.group, of: attribute) })
      .map { Self.sum($0.map(Self.counts)) }
    let unions = Set(small.flatMap { part in shown.map { Self.sum([part, $0]) } })
    for other in attributes where other.name != attribute.name {
      for group in other.groups where unions.contains(Self.counts(of: group)) {
        hidden.insert(Cell(attribute: other.name, group: group.group))
      }
    }
  }

  /// All parts of some groups that hold any.
  private static func subsets(
    of groups: [AttributeAssessment.Group]
  ) -> [[AttributeAssessment.Group]] {
    (1..<max(1, 1 << groups.count)).map { choice in
      groups.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
    }
  }

  /// Hides what adds up to a hidden group of a single attribute.
  private mutating func hideCrossings(of crossing: FairnessReport.Attribute) {
    for (group, values) in crossing.values {
      let isTold = zip(crossing.parts, values).contains { part, value in
        hidden.contains(Cell(attribute: part, group: value))
      }
      if isTold { hidden.insert(Cell(attribute: crossing.name, group: group)) }
    }
  }
}
