// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// Numbers that somebody states with their uncertainty.
@Suite struct StatedValueTests {
  private static func value(_ name: String, _ value: Double, _ error: Double) throws -> StatedValue
  {
    try StatedValue(name, value, standardError: error)
  }

  @Test func `an interval and its standard error say the same`() throws {
    let error = try Self.value("a", 0.5, 0.01)
    let interval = try StatedValue(
      "a",
      0.5,
      lower: 0.5 - 0.0195996,
      upper: 0.5195996,
      level: 0.95
    )
    let one = try error.judged(around: 0.5, tolerance: 0.05, level: 0.95, comparisons: 1)
    let other = try interval.judged(around: 0.5, tolerance: 0.05, level: 0.95, comparisons: 1)
    #expect(one.verdict == .pass)
    #expect(abs(one.interval.lower - other.interval.lower) < 1e-6)
    #expect(abs(one.interval.upper - 0.519599639845) < 1e-9)
  }

  @Test func `both sides of the ideal count, and a wide interval decides nothing`() throws {
    for (number, error, verdict) in [
      (0.62, 0.01, FairnessVerdict.fail), (0.38, 0.01, .fail), (0.5, 0.1, .inconclusive),
      (0.56, 0.01, .inconclusive), (0.52, 0.01, .pass),
    ] {
      let judged = try Self.value("a", number, error)
        .judged(around: 0.5, tolerance: 0.05, level: 0.95, comparisons: 1)
      #expect(judged.verdict == verdict)
    }
    // One of many is beyond the tolerance less clearly.
    let beyond = try Self.value("a", 0.575, 0.01)
    #expect(
      try beyond.judged(around: 0.5, tolerance: 0.05, level: 0.95, comparisons: 1).verdict == .fail
    )
    #expect(
      try beyond.judged(around: 0.5, tolerance: 0.05, level: 0.95, comparisons: 50).verdict
        == .inconclusive
    )
  }

  @Test func `errors of two values of the same cases add up`() throws {
    let pro = try Self.value("pro", 0.66, 0.02)
    let gap = StatedValue("g", pro, minus: try Self.value("anti", 0.48, 0.03))
    let judged = try gap.judged(around: 0, tolerance: 0.05, level: 0.95, comparisons: 1)
    #expect(abs(judged.interval.lower - (0.18 - 1.959963984540054 * 0.05)) < 1e-12)
    #expect(abs(judged.interval.upper - (0.18 + 1.959963984540054 * 0.05)) < 1e-12)
    #expect(judged.verdict == .fail)
  }

  @Test func `a share of counted cases has the interval of Wilson`() throws {
    let share = try StatedValue(
      "a",
      share: Proportion(successes: 45, trials: 100),
      level: 0.95
    )
    let judged = try share.judged(around: 0.5, tolerance: 0.2, level: 0.95, comparisons: 1)
    // statsmodels 0.15.0: proportion_confint(45, 100, method='wilson').
    #expect(abs(judged.interval.lower - 0.35614537979511973) < 1e-12)
    #expect(abs(judged.interval.upper - 0.5475539700255787) < 1e-12)
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: StatedFlaw.impossible) { try StatedValue("a", 0.5, standardError: -1) }
    #expect(throws: StatedFlaw.impossible) { try StatedValue("a", .nan, standardError: 1) }
    for (lower, upper, level) in [(0.6, 0.7, 0.95), (0.4, 0.45, 0.95), (0.4, 0.6, 1)] {
      #expect(throws: StatedFlaw.impossible) {
        try StatedValue("a", 0.5, lower: lower, upper: upper, level: level)
      }
    }
  }

  @Test func `a number without any doubt is not judged`() throws {
    #expect(throws: StatedFlaw.certain) { try StatedValue("a", 0.5, standardError: 0) }
    for (value, lower, upper) in [
      (0.5, 0.5, 0.5), (0.5, 0.5, 0.6), (0.5, 0.4, 0.5), (1, 1, 1), (0, 0, 0), (0, -0.1, 0),
    ] {
      #expect(throws: StatedFlaw.certain) {
        try StatedValue("a", value, lower: lower, upper: upper, level: 0.95)
      }
    }
    // Beyond the end of the scale there is nothing to doubt.
    _ = try StatedValue("a", 1, lower: 0.98, upper: 1, level: 0.95)
    _ = try StatedValue("a", 0, lower: 0, upper: 0.02, level: 0.95)
  }

  @Test func `a value is stated by its interval, else by its standard error, in any unit`() throws {
    let both = StatedUncertainty(lower: 84, upper: 88, level: 0.95, standardError: 5)
    let value = try StatedValue("a", 86, both, scale: 0.01)
    #expect(abs((value.interval(level: 0.95)?.upper ?? 0) - 0.88) < 1e-12)
    let error = StatedUncertainty(lower: 84, upper: nil, level: 0.95, standardError: 5)
    #expect(
      abs((try StatedValue("a", 86, error, scale: 0.01).interval(level: 0.95)?.upper ?? 0) - 0.958)
        < 1e-4
    )
    let none = StatedUncertainty(lower: nil, upper: nil, level: nil, standardError: nil)
    #expect(throws: StatedFlaw.noUncertainty) { try StatedValue("a", 86, none, scale: 0.01) }
    #expect(throws: StatedFlaw.noValue) { try StatedValue("a", nil, both, scale: 0.01) }
  }

  @Test func `a family needs a value of each group that is expected, once`() throws {
    func member(_ name: String) throws -> StatedFamily.Member {
      (name, .success(try Self.value(name, 0.8, 0.01)))
    }
    let members = [try member("a"), try member("b")]
    let whole = StatedFamily(members, expected: ["b"])
    #expect(try whole.gap(.difference, limit: 0.1, level: 0.95)?.verdict == .pass)
    for (family, obstacle) in [
      (StatedFamily(members, expected: ["c"]), "nothing is stated of c"),
      (StatedFamily(members + [members[0]], expected: []), "two values are stated of a"),
      (
        StatedFamily(members + [("c", .failure(.certain))], expected: []),
        "of c the stated interval or standard error leaves no doubt, as no sample does"
      ),
      (StatedFamily([members[0]], expected: []), "a single group has nothing to be compared with"),
    ] {
      #expect(try family.gap(.difference, limit: 0.1, level: 0.95) == nil)
      #expect(family.obstacle == obstacle)
    }
  }

  @Test func `the gap of two groups follows from both errors`() throws {
    let values = [try Self.value("b", 0.9, 0.02), try Self.value("a", 0.8, 0.02)]
    let gap = try #require(try StatedGap(values, .difference, limit: 0.05, level: 0.95))
    let reach = 1.959963984540054 * (2 * 0.02 * 0.02).squareRoot()
    #expect(abs(gap.value - 0.1) < 1e-12)
    #expect(abs(gap.interval.lower - (0.1 - reach)) < 1e-12)
    #expect(abs(gap.interval.upper - (0.1 + reach)) < 1e-12)
    #expect(gap.groups == GroupPair("a", "b"))
    #expect(gap.verdict == .inconclusive)
    #expect(try StatedGap(values, .difference, limit: 0.2, level: 0.95)?.verdict == .pass)
    #expect(try StatedGap(values, .difference, limit: 0.01, level: 0.95)?.verdict == .fail)
    let turned = try StatedGap(values.reversed(), .difference, limit: 0.05, level: 0.95)
    #expect(turned == gap)
  }

  @Test func `a ratio of errors has no unit, and needs positive values`() throws {
    let values = [try Self.value("a", 100, 1), try Self.value("b", 150, 2)]
    let gap = try #require(try StatedGap(values, .ratio, limit: 0.8, level: 0.95))
    let scaled = try StatedGap(
      [try Self.value("a", 1, 0.01), try Self.value("b", 1.5, 0.02)],
      .ratio,
      limit: 0.8,
      level: 0.95
    )
    #expect(abs(gap.value - 2.0 / 3) < 1e-12)
    #expect(abs(gap.interval.lower - (scaled?.interval.lower ?? 0)) < 1e-12)
    #expect(gap.interval.contains(gap.value))
    #expect(gap.verdict == .fail)
    let none = [try Self.value("a", 0, 1), try Self.value("b", 1, 1)]
    #expect(try StatedGap(none, .ratio, limit: 0.8, level: 0.95) == nil)
    #expect(try StatedGap([values[0]], .ratio, limit: 0.8, level: 0.95) == nil)
  }

  @Test func `groups that are equal hardly ever fail, and those at the limit hardly ever pass`()
    throws
  {
    var generator = SeededGenerator(seed: 16)
    func normal() -> Double {
      (0..<12).reduce(-6) { sum, _ in sum + .random(in: 0..<1, using: &generator) }
    }
    var (failed, passed) = (0, 0)
    for _ in 0..<400 {
      let equal = try (0..<12).map { try Self.value("g\($0)", 0.8 + 0.02 * normal(), 0.02) }
      if try StatedGap(equal, .difference, limit: 0.05, level: 0.95)?.verdict == .fail {
        failed += 1
      }
      let apart = [
        try Self.value("a", 0.8 + 0.01 * normal(), 0.01),
        try Self.value("b", 0.85 + 0.01 * normal(), 0.01),
      ]
      if try StatedGap(apart, .difference, limit: 0.05, level: 0.95)?.verdict == .pass {
        passed += 1
      }
    }
    #expect(failed <= 20)
    #expect(passed <= 20)
  }
}
