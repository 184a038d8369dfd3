// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// Groups whose rates are near one end, and the cases that 80 % of draws need to pass.
struct Skewed: Sendable {
  let metric: String
  let limit: Double
  let n: [Int]
  let selected: [Int]
  let equal: Double
  let measured: Double

  init(
    _ metric: String,
    _ limit: Double,
    _ n: [Int],
    _ selected: [Int],
    _ equal: Double,
    _ measured: Double
  ) {
    (self.metric, self.limit, self.n, self.selected) = (metric, limit, n, selected)
    (self.equal, self.measured) = (equal, measured)
  }
}

@Suite("Intervals, tests and sample sizes")
struct StatisticsTests {
  /// 2 (1 − p)/p · (z / ln 0.8)² and the factor for a chance of 80 % with as many groups.
  @Test(arguments: [
    (0.1, 1389, 2, 2.74), (0.2, 618, 3, 3.51), (0.3, 361, 2, 2.74), (0.3, 361, 5, 4.39),
    (0.3, 361, 8, 5.15), (0.5, 155, 3, 3.51), (0.7, 67, 2, 2.74),
  ])
  func `a pass at equal rates takes the published number of cases`(
    _ rate: Double,
    _ n: Double,
    _ groups: Int,
    _ factor: Double
  ) throws {
    let outcomes = (0..<groups).map {
      GroupOutcome("g\($0)", .selection(n: 50, selected: Int((50 * rate).rounded())))
    }
    let whole = try #require(
      try AttributeAssessment.assess(groups: outcomes).metrics
        .first { $0.name == "demographic_parity_ratio" }
    )
    let needed = try #require(whole.neededN?.equal)
    #expect((Double(needed) / (n * factor) - 1).magnitude < 0.05)
    #expect(whole.neededN?.measured == needed)
  }

  @Test
  func `the size of the smallest group is sought, with the other group as large as it is`() throws {
    let groups = [("a", 1380, 373), ("b", 1620, 648)].map {
      GroupOutcome($0, .selection(n: $1, selected: $2))
    }
    let whole = try #require(
      try AttributeAssessment.assess(groups: groups).metrics
        .first { $0.name == "demographic_parity_difference" }
    )
    #expect(whole.verdict == .inconclusive)
    // p (1 − p) / n of either group add up to the square of 0.1 / (1.96 + 1.2816), p = 0.3403.
    let needed = try #require(whole.neededN?.equal)
    #expect((Double(needed) / 276 - 1).magnitude < 0.05)
    #expect(whole.neededN?.measured == nil)
  }

  /// Sizes at which 20,000 draws, judged by intervals written independently, pass in 80 % of them.
  @Test(arguments: [
    Skewed("demographic_parity_ratio", 0.9, [100, 100, 100], [89, 90, 91], 294, 331),
    Skewed("demographic_parity_ratio", 0.9, [100, 2000, 100], [89, 1829, 92], 203, 363),
    Skewed("demographic_parity_ratio", 0.9, [50, 50, 50, 50], [44, 46, 44, 45], 343, 660),
    Skewed("demographic_parity_ratio", 0.8, [150, 40, 800, 300], [121, 31, 667, 250], 82, 201),
    Skewed("demographic_parity_ratio", 0.8, [50, 50, 50, 50, 50], [41, 40, 40, 42, 38], 177, 310),
    Skewed("demographic_parity_difference", 0.1, [300, 2000, 60], [271, 1834, 53], 134, 301),
    Skewed("demographic_parity_difference", 0.1, [300, 40, 2000], [31, 4, 204], 156, 151),
  ])
  func `what samples of lopsided rates need is within a twentieth of what draws show`(
    _ skewed: Skewed
  ) throws {
    let groups = zip(skewed.n, skewed.selected).enumerated().map {
      GroupOutcome("g\($0)", .selection(n: $1.0, selected: $1.1))
    }
    let whole = try #require(
      try AttributeAssessment.assess(
        groups: groups,
        limits: FairnessLimits([skewed.metric: Limit(skewed.limit, origin: .policy)])
      ).metrics.first { $0.name == skewed.metric }
    )
    let needed = try #require(whole.neededN)
    #expect((Double(try #require(needed.equal)) / skewed.equal - 1).magnitude < 0.05)
    #expect((Double(try #require(needed.measured)) / skewed.measured - 1).magnitude < 0.05)
  }

  /// The chance that both rates pass at a size is the product of theirs: 20,000 draws of each, judged by
  /// intervals written independently, pass together in 80 % at these sizes.
  @Test(arguments: [([50, 50, 50, 50], 640.0), ([80, 20, 80, 20], 411.0)])
  func `equalized odds needs as many cases as both rates together`(
    _ cells: [Int],
    _ together: Double
  ) throws {
    let groups = ["a", "b"].map {
      GroupOutcome($0, .confusion(tp: cells[0], fp: cells[1], tn: cells[2], fn: cells[3]))
    }
    let whole = try #require(
      try AttributeAssessment.assess(groups: groups).metrics
        .first { $0.name == "equalized_odds_difference" }
    )
    let needed = try #require(whole.neededN?.equal)
    #expect((Double(needed) / together - 1).magnitude < 0.05)
  }

  @Test func `a gap at the limit is never shown to keep it, whatever the number of cases`() throws {
    let groups = [("a", 80), ("b", 100)].map {
      GroupOutcome($0, .selection(n: 250, selected: $1))
    }
    let whole = try #require(
      try AttributeAssessment.assess(groups: groups).metrics
        .first { $0.name == "demographic_parity_ratio" }
    )
    #expect(whole.verdict == .inconclusive)
    #expect(whole.neededN?.equal != nil)
    #expect(whole.neededN?.measured == nil)
  }

  @Test(arguments: [0, 1, -1, 2, .nan])
  func `empty groups and levels outside (0, 1) have no interval`(_ level: Double) throws {
    let empty = try Proportion(successes: 0, trials: 0)
    let some = try Proportion(successes: 3, trials: 10)
    for method in Interval.Method.allCases {
      #expect(empty.interval(method) == nil)
      #expect(some.interval(method, level: level) == nil)
      #expect(TwoProportions(empty, some).differenceInterval(method) == nil)
      #expect(TwoProportions(some, empty).ratioInterval(method) == nil)
      #expect(TwoProportions(some, some).ratioInterval(method, level: level) == nil)
    }
    #expect(TwoProportions(empty, some).equalityTest() == nil)
    #expect(TwoProportions(empty, some).fisherTest() == nil)
  }

  @Test(arguments: [0, 30])
  func `nobody or everybody selected is no evidence of equality`(_ selected: Int) throws {
    let all = try Proportion(successes: selected, trials: 30)
    let pair = TwoProportions(all, all)
    #expect(pair.equalityTest() == nil)
    #expect(pair.pooledZTest() == nil)
    #expect(pair.unpooledZTest() == nil)
    #expect(pair.chiSquareTest(continuity: true) == nil)
    #expect(pair.fisherTest()?.pValue == 1)
  }

  @Test func `expected counts keep their digits when almost everybody is selected`() throws {
    let pair = TwoProportions(
      try Proportion(successes: 1_000_000_000, trials: 1_000_000_000),
      try Proportion(successes: 1, trials: 20)
    )
    // N (ad − bc)² over the product of the margins, in exact arithmetic.
    let statistic = try #require(pair.chiSquareTest(continuity: false)).statistic
    #expect((statistic / 950_000_018.05 - 1).magnitude < 1e-12)
  }

  @Test func `with no success in n, the upper bound follows the rule of three`() throws {
    for n in [100, 1000, 100_000, 1_000_000_000_000] {
      let upper = try #require(
        try Proportion(successes: 0, trials: n).interval(.clopperPearson, level: 0.9)
      ).upper
      #expect((upper * Double(n) - 2.9957).magnitude < 0.06)
    }
  }

  @Test func `exact tests answer quickly about enormous tables or decline`() throws {
    let first = try Proportion(successes: 400_000_000, trials: 1_000_000_000)
    let second = try Proportion(successes: 400_010_000, trials: 1_000_000_000)
    let pair = TwoProportions(first, second)
    let exact = try #require(pair.fisherTest()).pValue
    let normal = try #require(pair.pooledZTest()).pValue
    #expect((exact - normal).magnitude < 1e-4)
    let huge = try Proportion(successes: 1, trials: .max)
    #expect(TwoProportions(huge, huge).fisherTest() == nil)
    #expect(TwoProportions(huge, huge).equalityTest() != nil)
  }

  @Test
  func `the score interval of a difference maximizes the likelihood and is mirrored`() throws {
    let full = try Proportion(successes: 20, trials: 20)
    let part = try Proportion(successes: 15, trials: 20)
    let ours = try #require(TwoProportions(full, part).differenceInterval(.miettinenNurminen))
    let mirrored = try #require(TwoProportions(part, full).differenceInterval(.miettinenNurminen))
    #expect((ours.lower + mirrored.upper).magnitude < 1e-12)
    #expect((ours.lower - 0.0655982947).magnitude < 1e-9)
  }

  @Test func `families too large for Hommel and for enumeration are declined`() {
    let many = [Double](repeating: 0.01, count: MultipleTesting.hommelLimit + 1)
    #expect(MultipleTesting.correct(many, .hommel) == nil)
    #expect(MultipleTesting.correct(many, .holm) != nil)
    #expect(MultipleTesting.correct([], .holm)?.adjusted == [])
  }

  @Test func `absent crossings are named`() {
    #expect(Crossing.absent(from: [["F", "X"], ["F", "Y|Z"], ["M", "X"]]) == [["M", "Y|Z"]])
    #expect(Crossing.absent(from: [["a"], ["b"]]) == [])
    #expect(Crossing.absent(from: [["a", "b"], ["c"]]) == [])
    #expect(Crossing.absent(from: []) == [])
  }
}
