// SPDX-License-Identifier: Apache-2.0

/// What the comparisons of all attributes of an assessment share.
///
/// A rule that looks at several attributes and crossings fails when any comparison fails, so the
/// comparisons of all of them share the error: by the interval one family for each metric. Two keys ask
/// whether rates differ at all, one question for however many metrics, so the tests of all rates that
/// judged metrics compare are one family.
struct ComparisonFamilies {
  /// The standings of one attribute, by rate.
  typealias Attribute = [Rate: Standings]

  /// How many attributes there are.
  let attributeCount: Int
  private let rows: [Rate: Family]
  private let wholes: [[Rate]: Family]
  /// The comparisons of the average of two rates.
  let averageOdds: Family

  /// Comparisons that share the error, with their tests.
  struct Family {
    let count: Int
    let tests: EqualityFamily

    static let none = Family(count: 0, tests: .none)

    init(count: Int, tests: EqualityFamily) {
      self.count = count
      self.tests = tests
    }

    /// All pairs of groups in some rates, or their comparisons with the declared reference.
    init(_ parts: [(standings: Standings, scope: Scope)]) {
      count = parts.reduce(0) { sum, part in
        sum + (part.scope == .pairs ? part.standings.pairCount : part.standings.comparisonCount)
      }
      tests = EqualityFamily(count: count) {
        parts.flatMap { $0.scope == .pairs ? $0.standings.pairs : $0.standings.comparisons }
      }
    }
  }

  /// Which comparisons of the groups in a rate count.
  enum Scope { case pairs, comparisons }

  init(_ attributes: [Attribute], _ rates: [Rate], _ policy: AssessmentPolicy) {
    attributeCount = attributes.count
    func family(_ rates: [Rate], _ scope: (Rate) -> Scope?) -> Family {
      Family(
        rates.flatMap { rate in
          attributes.compactMap { attribute in
            attribute[rate].flatMap { part in scope(rate).map { (part, $0) } }
          }
        }
      )
    }
    let joint = policy.failBy == .twoKey ? Self.jointly(policy.limits) : [:]
    let together = joint.isEmpty ? Family.none : family(rates) { joint[$0] }
    let isDeclared = attributes.contains { $0.values.contains(where: \.isDeclared) }
    var rows: [Rate: Family] = [:]
    var wholes: [[Rate]: Family] = [:]
    for rate in rates {
      let whole = joint[rate] == .pairs ? together : family([rate]) { _ in .pairs }
      wholes[[rate]] = whole
      rows[rate] =
        joint[rate] != nil
        ? together : isDeclared ? family([rate]) { _ in .comparisons } : whole
    }
    for several in Set(WholeMetric.all.map(\.rates)) where several.count > 1 {
      guard several.allSatisfy(rates.contains) else { continue }
      wholes[several] =
        several.allSatisfy { joint[$0] == .pairs } ? together : family(several) { _ in .pairs }
    }
    self.rows = rows
    self.wholes = wholes
    let isJoint = joint[.truePositiveRate] != nil && joint[.falsePositiveRate] != nil
    let count = attributes.reduce(0) { $0 + ($1[.truePositiveRate]?.comparisonCount ?? 0) }
    averageOdds = isJoint ? together : Family(count: count, tests: .none)
  }

  /// The comparisons that judged metrics need of each rate.
  private static func jointly(_ limits: FairnessLimits) -> [Rate: Scope] {
    let judged = limits.deciding
    var scopes: [Rate: Scope] = [:]
    for rate in Rate.allCases
    where Comparison.allCases.contains(where: { judged.contains(rate.metric($0)) }) {
      scopes[rate] = .comparisons
    }
    if judged.contains(AverageOdds.name) {
      scopes[.truePositiveRate] = .comparisons
      scopes[.falsePositiveRate] = .comparisons
    }
    for rate in WholeMetric.all.filter({ judged.contains($0.name) }).flatMap(\.rates) {
      scopes[rate] = .pairs
    }
    return scopes
  }

  /// The comparisons of single groups in one rate.
  func row(_ rate: Rate) -> Family { rows[rate] ?? .none }

  /// All pairs of groups in the rates of a metric of the whole attribute.
  func whole(_ rates: [Rate]) -> Family { wholes[rates] ?? .none }
}
