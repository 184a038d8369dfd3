// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

/// The numbers of one metric for the groups of one declared attribute or crossing in one file.
struct StatedComparison {
  private let attribute: String
  /// The first number of the metric: what stands for a family without members.
  private let place: StatedMeasurement
  private let members: [StatedMeasurement]
  /// The comparisons that are stated with an interval of their own, as `difference_ci` of Fairlearn is; of
  /// several, as for two parts of the data, none hides another.
  private let wholes: [StatedMeasurement]
  /// The values with what is missing of them.
  private let family: StatedFamily

  private init(
    _ attribute: String,
    _ stated: [StatedMeasurement],
    at place: StatedMeasurement,
    _ declared: DeclaredSlices
  ) {
    self.attribute = attribute
    members = stated.filter { $0.comparison == nil }
    family = StatedFamily(
      members.map { ($0.group, $0.stated) },
      expected: declared.groups(of: attribute)
    )
    let compared = stated.filter { $0.comparison != nil }
    // The intervals of the groups say more; without them the comparison has its own.
    let isNeeded = members.isEmpty || members.contains { $0.flaw == .noUncertainty }
    wholes = isNeeded ? compared : []
    self.place = wholes.first ?? place
  }

  /// The comparisons of each metric, in the order of the numbers.
  ///
  /// A metric that is stated for the groups of one declared attribute or crossing is missing for each of
  /// which no file states it. A comparison that names no attribute is of the only one that is declared.
  static func all(
    _ found: [StatedMeasurement],
    _ comparison: StatedGap.Comparison,
    in declared: DeclaredSlices
  ) -> [StatedComparison] {
    let attribute = { (stated: StatedMeasurement) in
      let isOpen = stated.comparison != nil && stated.attribute.isEmpty
      return isOpen && declared.names.count == 1 ? declared.names[0] : stated.attribute
    }
    let found = found.filter { stated in
      [nil, comparison].contains(stated.comparison)
        && (declared.names.contains(attribute(stated))
          || stated.comparison != nil && stated.attribute.isEmpty)
    }
    var keys: [[String]] = []
    var families: [[String]: [StatedMeasurement]] = [:]
    for measurement in found {
      let key = [measurement.path, measurement.stem, attribute(measurement)]
      if families[key] == nil { keys.append(key) }
      families[key, default: []].append(measurement)
    }
    let stated = keys.compactMap { key -> StatedComparison? in
      guard let members = families[key], let first = members.first else { return nil }
      return StatedComparison(key[2], members, at: first, declared)
    }
    var metrics: Set<String> = []
    let unstated = found.filter { metrics.insert($0.stem).inserted }.flatMap { first in
      declared.names.filter { name in
        !found.contains { $0.stem == first.stem && attribute($0) == name }
      }.map { StatedComparison($0, [], at: first, declared) }
    }
    return stated + unstated
  }

  /// The value of each group, for a picture.
  private func groups(level: Double) -> [JudgedMeasure.Group] {
    members.map { member in
      if case .success(let value) = member.stated {
        return JudgedMeasure.Group(member.group, value, level: level)
      }
      return JudgedMeasure.Group(
        group: member.group,
        n: nil,
        value: member.value,
        lower: nil,
        upper: nil
      )
    }
  }

  /// What is said of the gap, with what a picture of it takes.
  ///
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  func check(
    _ comparison: StatedGap.Comparison,
    limit: Double,
    level: Double,
    among count: Int
  ) throws(FairnessError) -> (check: StatedCheck, picture: StatedCheck.Picture) {
    if let worst = try worstOfWholes(limit: limit, level: level, among: count) { return worst }
    let gap = try family.gap(comparison, limit: limit, level: level)
    let groups =
      gap.map {
        "Smallest: \($0.groups.group), largest: \($0.groups.comparator), of \(members.count) groups. "
      } ?? ""
    let bound =
      comparison == .ratio
      ? "Smallest divided by largest at least" : "Largest minus smallest at most"
    let check = StatedCheck(
      place,
      slice: attribute,
      value: gap?.value,
      interval: gap?.interval,
      verdict: gap?.verdict ?? .notEvaluable,
      obstacle: members.isEmpty ? "it is stated of none of its groups" : family.obstacle,
      bound: "\(groups)\(bound) \(PlainNumber.text(limit))."
    )
    return (
      check,
      StatedCheck.Picture(
        comparison: comparison,
        level: level,
        limit: limit,
        groups: self.groups(level: level)
      )
    )
  }

  /// The stated comparison that is farthest from a pass, the first of several; nil where none counts.
  private func worstOfWholes(
    limit: Double,
    level: Double,
    among count: Int
  ) throws(FairnessError) -> (check: StatedCheck, picture: StatedCheck.Picture)? {
    var worst: (check: StatedCheck, picture: StatedCheck.Picture)?
    for whole in wholes {
      let found = try check(whole, limit: limit, level: level, among: count + wholes.count - 1)
      let held = worst?.check.verdict
      let together = FairnessVerdict.all([held, found.check.verdict].compactMap(\.self))
      if held != together { worst = found }
    }
    return worst
  }

  /// A comparison judged by its own interval, on both sides of equality.
  private func check(
    _ whole: StatedMeasurement,
    limit: Double,
    level: Double,
    among count: Int
  ) throws(FairnessError) -> (check: StatedCheck, picture: StatedCheck.Picture) {
    let isRatio = whole.comparison == .ratio
    let equal = isRatio ? 1.0 : 0
    let tolerance = isRatio ? 1 - limit : limit
    var judged: (interval: Fairness.Interval, verdict: FairnessVerdict)?
    if case .success(let stated) = whole.stated {
      judged = try stated.judged(
        around: equal,
        tolerance: tolerance,
        level: level,
        comparisons: count
      )
    }
    let check = StatedCheck(
      whole,
      slice: attribute,
      value: whole.value,
      interval: judged?.interval,
      verdict: judged?.verdict ?? .notEvaluable,
      obstacle: whole.flaw?.words,
      bound: isRatio
        ? "At least \(PlainNumber.text(limit))." : "At most \(PlainNumber.text(limit))."
    )
    return (check, StatedCheck.Picture(level: level, limit: equal, tolerance: tolerance))
  }
}
