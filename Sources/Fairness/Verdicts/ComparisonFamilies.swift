// SPDX-License-Identifier: Apache-2.0

/// What the comparisons of all attributes of an assessment share: one family for each metric.
///
/// A rule that looks at several attributes and crossings fails when any comparison fails, so the
/// comparisons of all of them share the error.
struct ComparisonFamilies {
  /// The standings of one attribute, by rate.
  typealias Attribute = [Rate: Standings]

  /// How many attributes there are.
  let attributeCount: Int
  private let rows: [Rate: Family]
  private let wholes: [[Rate]: Family]
  /// The comparisons of the average of two rates.
  let averageOdds: Int

  /// The comparisons of one metric with their tests.
  struct Family {
    let count: Int
    let tests: EqualityFamily
  }

  init(_ attributes: [Attribute], _ rates: [Rate]) {
    attributeCount = attributes.count
    var rows: [Rate: Family] = [:]
    var wholes: [[Rate]: Family] = [:]
    let isDeclared = attributes.contains { $0.values.contains(where: \.isDeclared) }
    for rate in rates {
      let parts = attributes.compactMap { $0[rate] }
      let whole = Self.family(parts.map(\.pairCount)) { parts.flatMap(\.pairs) }
      wholes[[rate]] = whole
      rows[rate] =
        isDeclared
        ? Self.family(parts.map(\.comparisonCount)) { parts.flatMap(\.comparisons) } : whole
    }
    for joint in Set(WholeMetric.all.map(\.rates)) where joint.count > 1 {
      guard joint.allSatisfy(rates.contains) else { continue }
      let parts = attributes.flatMap { attribute in joint.compactMap { attribute[$0] } }
      wholes[joint] = Self.family(parts.map(\.pairCount)) { parts.flatMap(\.pairs) }
    }
    self.rows = rows
    self.wholes = wholes
    averageOdds = attributes.reduce(0) { $0 + ($1[.truePositiveRate]?.comparisonCount ?? 0) }
  }

  private static func family(_ counts: [Int], _ pairs: () -> [TwoProportions]) -> Family {
    let count = counts.reduce(0, +)
    return Family(count: count, tests: EqualityFamily(count: count, pairs: pairs))
  }

  /// The comparisons of single groups in one rate.
  func row(_ rate: Rate) -> Family { rows[rate] ?? Family(count: 0, tests: .none) }

  /// All pairs of groups in the rates of a metric of the whole attribute.
  func whole(_ rates: [Rate]) -> Family { wholes[rates] ?? Family(count: 0, tests: .none) }
}
