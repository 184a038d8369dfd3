// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Intervals, tests and sample sizes")
struct StatisticsTests {
  @Test(
    "a pass at equal rates takes the published number of cases",
    arguments: [
      (0.05, 2932, 5990), (0.1, 1389, 2838), (0.2, 618, 1262), (0.3, 361, 736), (0.5, 155, 316),
      (0.7, 67, 136), (0.9, 18, 36),
    ]
  )
  func neededSample(_ rate: Double, _ n: Int, _ withPower: Int) throws {
    #expect(NeededSample.ratio(rate: rate, limit: 0.8) == n)
    let powered = try #require(NeededSample.ratio(rate: rate, limit: 0.8, power: 0.8))
    #expect(abs(powered - withPower) <= 1)
    #expect(NeededSample.difference(rate: rate, limit: 0.1) != nil)
  }

  @Test("sample sizes without meaning are refused")
  func noSample() {
    #expect(NeededSample.ratio(rate: 0, limit: 0.8) == nil)
    #expect(NeededSample.ratio(rate: 0.5, limit: 1) == nil)
    #expect(NeededSample.ratio(rate: .nan, limit: 0.8) == nil)
    #expect(NeededSample.ratio(rate: 0.5, limit: 0.8, level: 1.5) == nil)
    #expect(NeededSample.difference(rate: 0.5, limit: 0) == nil)
    #expect(NeededSample.ratio(rate: 1e-300, limit: 0.8) == .max)
  }

  @Test("empty groups and levels outside (0, 1) have no interval", arguments: [0, 1, -1, 2, .nan])
  func noInterval(_ level: Double) throws {
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
    #expect(TwoProportions(empty, some).boschlooTest() == nil)
  }

  @Test("nobody or everybody selected is no evidence of equality", arguments: [0, 30])
  func noEvidence(_ selected: Int) throws {
    let all = try Proportion(successes: selected, trials: 30)
    let pair = TwoProportions(all, all)
    #expect(pair.equalityTest() == nil)
    #expect(pair.pooledZTest() == nil)
    #expect(pair.unpooledZTest() == nil)
    #expect(pair.chiSquareTest(continuity: true) == nil)
    #expect(pair.fisherTest()?.pValue == 1)
  }

  @Test("expected counts keep their digits when almost everybody is selected")
  func manySelected() throws {
    let pair = TwoProportions(
      try Proportion(successes: 1_000_000_000, trials: 1_000_000_000),
      try Proportion(successes: 1, trials: 20)
    )
    // N (ad − bc)² over the product of the margins, in exact arithmetic.
    let statistic = try #require(pair.chiSquareTest(continuity: false)).statistic
    #expect((statistic / 950_000_018.05 - 1).magnitude < 1e-12)
  }

  @Test("with no success in n, the upper bound follows the rule of three")
  func ruleOfThree() throws {
    for n in [100, 1000, 100_000, 1_000_000_000_000] {
      let upper = try #require(
        try Proportion(successes: 0, trials: n).interval(.clopperPearson, level: 0.9)
      ).upper
      #expect((upper * Double(n) - 2.9957).magnitude < 0.06)
    }
  }

  @Test("exact tests answer quickly about enormous tables or decline")
  func enormous() throws {
    let first = try Proportion(successes: 400_000_000, trials: 1_000_000_000)
    let second = try Proportion(successes: 400_010_000, trials: 1_000_000_000)
    let pair = TwoProportions(first, second)
    let exact = try #require(pair.fisherTest()).pValue
    let normal = try #require(pair.pooledZTest()).pValue
    #expect((exact - normal).magnitude < 1e-4)
    #expect(pair.boschlooTest() == nil)
    let huge = try Proportion(successes: 1, trials: .max)
    #expect(TwoProportions(huge, huge).fisherTest() == nil)
    #expect(TwoProportions(huge, huge).equalityTest() != nil)
  }

  @Test("the score interval of a difference maximizes the likelihood, unlike statsmodels'")
  func scoreOfDifference() throws {
    let full = try Proportion(successes: 20, trials: 20)
    let part = try Proportion(successes: 15, trials: 20)
    let ours = try #require(TwoProportions(full, part).differenceInterval(.miettinenNurminen))
    let mirrored = try #require(TwoProportions(part, full).differenceInterval(.miettinenNurminen))
    #expect((ours.lower + mirrored.upper).magnitude < 1e-12)
    #expect((ours.lower - 0.0655982947).magnitude < 1e-9)
    let theirs = try #require(Compatibility.statsmodelsScoreInterval(TwoProportions(full, part)))
    #expect((theirs.lower - ours.lower).magnitude > 1e-3)
  }

  @Test("families too large for Hommel and for enumeration are declined")
  func limits() {
    let many = [Double](repeating: 0.01, count: MultipleTesting.hommelLimit + 1)
    #expect(MultipleTesting.correct(many, .hommel) == nil)
    #expect(MultipleTesting.correct(many, .holm) != nil)
    #expect(MultipleTesting.correct([], .holm)?.adjusted == [])
    #expect(PermutationTest(many, many) == nil)
  }

  @Test("absent crossings are named")
  func crossings() {
    #expect(Crossing.absent(from: ["F|X", "F|Y", "M|X"]) == ["M|Y"])
    #expect(Crossing.absent(from: ["a", "b"]) == [])
    #expect(Crossing.absent(from: ["a|b", "c"]) == [])
    #expect(Crossing.absent(from: []) == [])
  }
}
