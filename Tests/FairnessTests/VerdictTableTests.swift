// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// A pair of groups with the judgement that the four-fifths gate must give.
struct ExpectedVerdict: Sendable, CustomTestStringConvertible {
  let id: String
  let group: (selected: Int, n: Int)
  let reference: (selected: Int, n: Int)
  let level: Double
  let ratio: Double
  let interval: (lower: Double, upper: Double)
  let p: Double
  let verdict: FairnessVerdict

  var testDescription: String { id }

  init(
    _ id: String,
    _ group: (Int, Int),
    _ reference: (Int, Int),
    _ ratio: Double,
    _ interval: (Double, Double),
    _ p: Double,
    _ verdict: FairnessVerdict,
    level: Double = 0.95
  ) {
    self.id = id
    self.group = group
    self.reference = reference
    self.level = level
    self.ratio = ratio
    self.interval = interval
    self.p = p
    self.verdict = verdict
  }

  static let table: [ExpectedVerdict] = [
    .init("TWO-01", (45, 100), (60, 100), 0.75, (0.568730, 0.978805), 0.04717, .fail),
    .init("TWO-02", (12, 40), (24, 50), 0.625, (0.351972, 1.063891), 0.1291, .inconclusive),
    .init("TWO-03", (18, 60), (40, 100), 0.75, (0.468933, 1.161195), 0.2362, .inconclusive),
    .init("TWO-04", (300, 1000), (400, 1000), 0.75, (0.664013, 0.846421), 3.372e-06, .fail),
    .init("TWO-05", (390, 1000), (400, 1000), 0.975, (0.874685, 1.086733), 0.6806, .pass),
    .init("TWO-06", (0, 20), (5, 20), 0, (0, 0.704847), 0.04712, .fail),
    .init("TWO-07", (5, 20), (0, 20), .infinity, (1.418747, .infinity), 0.04712, .pass),
    .init("TWO-08", (20, 20), (15, 20), 1.333333, (1.084160, 1.892373), 0.04712, .pass),
    .init("TWO-09", (15, 20), (20, 20), 0.75, (0.528437, 0.922373), 0.04712, .fail),
    .init("TWO-10", (1, 200), (3, 150), 0.25, (0.035936, 1.732085), 0.3176, .inconclusive),
    .init("TWO-11", (7, 25), (9, 31), 0.964444, (0.416268, 2.178244), 1, .inconclusive),
    .init(
      "TWO-12",
      (4000, 10000),
      (5200, 10500),
      0.807692,
      (0.783152, 0.832927),
      9.308e-43,
      .inconclusive
    ),
    .init(
      "TWO-13",
      (45, 100),
      (60, 100),
      0.75,
      (0.519920, 1.063736),
      0.04717,
      .inconclusive,
      level: 0.99
    ),
    .init(
      "TWO-14",
      (29, 97),
      (33, 81),
      0.733833,
      (0.522843, 1.028394),
      0.1558,
      .inconclusive,
      level: 0.9
    ),
  ]
}

@Suite("The four-fifths gate")
struct VerdictTableTests {
  private func row(
    _ expected: ExpectedVerdict,
    _ rule: FailRule = .twoKey
  ) throws -> MetricResult {
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("group", .selection(n: expected.group.n, selected: expected.group.selected)),
        .init("ref", .selection(n: expected.reference.n, selected: expected.reference.selected)),
      ],
      reference: "ref",
      level: expected.level,
      minimumGroupSize: 1,
      minimumEvents: 1,
      failBy: rule,
      positiveMeans: .benefit
    )
    return try #require(
      assessment.metrics.first {
        $0.name == "selection_rate_ratio" && $0.groups == GroupPair("group", "ref")
      }
    )
  }

  @Test(arguments: ExpectedVerdict.table)
  func `judges every row of the published table as stated`(_ expected: ExpectedVerdict) throws {
    let row = try row(expected)
    let interval = try #require(row.interval)
    let value = try #require(row.value)
    let p = try #require(row.adjustedPValue)
    #expect(row.verdict == expected.verdict)
    #expect(value == expected.ratio || (value - expected.ratio).magnitude < 1e-6)
    #expect((interval.lower - expected.interval.lower).magnitude < 1e-6)
    #expect(
      interval.upper == expected.interval.upper
        || (interval.upper - expected.interval.upper).magnitude < 1e-6
    )
    #expect((p - expected.p).magnitude < 1e-3 * expected.p)
    #expect(interval.method == .miettinenNurminen)
  }

  @Test(arguments: ExpectedVerdict.table)
  func `by the interval alone only what lies beyond the limit fails`(
    _ expected: ExpectedVerdict
  ) throws {
    let verdict = try row(expected, .interval).verdict
    let isTwoKey = ["TWO-01", "TWO-04", "TWO-09"].contains(expected.id)
    #expect(verdict == (isTwoKey ? .inconclusive : expected.verdict))
  }

  @Test func `a reference that selected nobody is compared the other way round as well`() throws {
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("group", .selection(n: 20, selected: 5)),
        .init("ref", .selection(n: 20, selected: 0)),
      ],
      reference: "ref",
      minimumGroupSize: 1,
      positiveMeans: .benefit
    )
    let ratios = assessment.metrics.filter { $0.name == "selection_rate_ratio" }
    #expect(ratios.map(\.groups) == [GroupPair("group", "ref"), GroupPair("ref", "group")])
    #expect(ratios.map(\.verdict) == [.pass, .fail])
    #expect(ratios.first?.reason == .referenceRateZero)
  }

  @Test func `an exact four-fifths tie is no violation, whatever the size of the groups`() throws {
    let sizes = Array(stride(from: 5, through: 60, by: 5)) + [7, 12, 48]
    // Mostly sizes for which the needed cases are not drawn, which takes long.
    let pairs =
      [(5, 4), (20, 15), (30, 30)] + sizes.flatMap { n in sizes.map { (40 * n, 40 * $0) } }
    for (n1, n2) in pairs {
      let step = max(1, n2 / 20)
      for x2 in stride(from: step, through: n2, by: step) where (4 * x2 * n1) % (5 * n2) == 0 {
        let x1 = 4 * x2 * n1 / (5 * n2)
        guard x1 <= n1 else { continue }
        #expect(try screen(x1, n1, x2, n2) == .pass, "\(x1)/\(n1) vs \(x2)/\(n2)")
        if x1 > 0 { #expect(try screen(x1 - 1, n1, x2, n2) == .fail) }
      }
    }
  }

  @Test func `ties and near ties of enormous groups are decided exactly`() throws {
    let n = 4_000_000_000_000_000_000
    #expect(try screen(n / 5 * 2, n, n / 2, n) == .pass)
    #expect(try screen(n / 5 * 2 - 1, n, n / 2, n) == .fail)
  }

  private func screen(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws -> FairnessVerdict? {
    var limits = FairnessLimits()
    limits["selection_rate_ratio"] = Limit(0.8, origin: .policy)
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("a", .selection(n: n1, selected: x1)), .init("b", .selection(n: n2, selected: x2)),
      ],
      reference: "b",
      limits: limits,
      minimumGroupSize: 1,
      positiveMeans: .benefit
    )
    return assessment.metrics.first { $0.name == "selection_rate_ratio" }?.screen
  }
}
