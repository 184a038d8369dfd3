// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// Laws that hold for all counts; each argument is the seed of 200 random cases.
@Suite("Properties")
struct PropertyTests {
  private static let seeds: [UInt64] = [1, 20_261_121, 42]

  private func confusion(_ generator: inout SeededGenerator) -> GroupOutcome.Counts {
    func cell() -> Int {
      Bool.random(using: &generator)
        ? Int.random(in: 0...9, using: &generator) : Int.random(in: 10...800, using: &generator)
    }
    return .confusion(tp: cell(), fp: cell(), tn: cell(), fn: cell())
  }

  private func pair(_ generator: inout SeededGenerator) throws -> TwoProportions {
    func proportion() throws -> Proportion {
      let n = Int.random(in: 1...(Bool.random(using: &generator) ? 12 : 5000), using: &generator)
      let anywhere = Int.random(in: 0...n, using: &generator)
      let x = [0, n, anywhere, anywhere, anywhere].randomElement(using: &generator) ?? 0
      return try Proportion(successes: x, trials: n)
    }
    return TwoProportions(try proportion(), try proportion())
  }

  @Test(arguments: seeds)
  func `the order and the names of groups do not matter`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 2...6, using: &generator)
      let groups = (0..<count).map { GroupOutcome("g\($0)", confusion(&generator)) }
      let renamed = groups.shuffled(using: &generator).enumerated()
        .map { GroupOutcome("other\($0.offset)", $0.element.counts) }
      func whole(_ groups: [GroupOutcome]) throws -> [String] {
        try AttributeAssessment.assess(groups: groups).metrics.filter { $0.groups == nil }.map {
          "\($0.name) \($0.value ?? .nan) \($0.verdict) \($0.interval?.lower ?? .nan)"
        }
      }
      #expect(try whole(groups) == whole(renamed))
      let library = try Compatibility.fairlearn(groups).filter { $0.name.contains("parity") }
      let again = try Compatibility.fairlearn(renamed).filter { $0.name.contains("parity") }
      #expect(library.map { "\($0.value)" } == again.map { "\($0.value)" })
    }
  }

  @Test(arguments: seeds)
  func `the order of groups and attributes changes nothing at all`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<8 {
      // The first are so small that the needed cases are drawn and not approximated.
      let scale = round == 0 ? 1 : 10
      let attributes = (0..<3).map { _ in
        (0..<Int.random(in: 2...6, using: &generator)).map { place in
          // Few counts, so that there are many ties.
          let n = scale * ([40, 60].randomElement(using: &generator) ?? 40)
          let tp = scale * ([5, 10, 15].randomElement(using: &generator) ?? 5)
          return GroupOutcome("g\(place)", .confusion(tp: tp, fp: tp, tn: n - tp, fn: n - tp))
        }
      }
      for rule in FailRule.allCases {
        let terms = AssessmentTerms(failBy: rule, positiveMeans: .benefit)
        func results(_ attributes: [[GroupOutcome]]) throws -> [[MetricResult: Int]: Int] {
          let all = try AttributeAssessment.assess(attributes.map { AttributeGroups($0) }, terms)
          let counted = all.map { one in
            Dictionary(one.metrics.map { ($0, 1) }, uniquingKeysWith: +)
          }
          return Dictionary(counted.map { ($0, 1) }, uniquingKeysWith: +)
        }
        let shuffled = attributes.map { $0.shuffled(using: &generator) }
          .shuffled(using: &generator)
        #expect(try results(attributes) == results(shuffled))
      }
    }
  }

  @Test(arguments: seeds)
  func `intervals contain the point value and widen with the level`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let pair = try pair(&generator)
      for method in Interval.Method.allCases {
        let narrow = pair.differenceInterval(method, level: 0.9)
        let wide = pair.differenceInterval(method, level: 0.99)
        if let narrow, let wide, method != .agrestiCaffo {
          #expect(narrow.lower <= (pair.difference ?? .nan) + 1e-12)
          #expect(narrow.upper >= (pair.difference ?? .nan) - 1e-12)
          #expect(wide.lower <= narrow.lower + 1e-12 && narrow.upper <= wide.upper + 1e-12)
        }
        if let ratio = pair.ratio, ratio.isFinite, method != .logAdjusted,
          let narrow = pair.ratioInterval(method, level: 0.9),
          let wide = pair.ratioInterval(method, level: 0.99)
        {
          #expect(narrow.lower <= ratio * (1 + 1e-9) && ratio <= narrow.upper * (1 + 1e-9))
          #expect(wide.lower <= narrow.lower * (1 + 1e-9))
          #expect(narrow.upper <= wide.upper * (1 + 1e-9))
        }
        if let one = pair.first.interval(method, level: 0.95), method != .jeffreys {
          #expect(0 <= one.lower && one.lower <= (pair.first.value ?? .nan) + 1e-12)
          #expect((pair.first.value ?? .nan) - 1e-12 <= one.upper && one.upper <= 1)
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `swapping the groups mirrors differences, inverts ratios and keeps tests`(
    _ seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let pair = try pair(&generator)
      let other = pair.reversed
      for method in [Interval.Method.newcombe, .miettinenNurminen, .wald, .agrestiCaffo] {
        let here = try #require(pair.differenceInterval(method))
        let there = try #require(other.differenceInterval(method))
        #expect((here.lower + there.upper).magnitude < 1e-9)
      }
      if let here = pair.ratioInterval(), let there = other.ratioInterval() {
        #expect(here.lower == 0 || (here.lower * there.upper - 1).magnitude < 1e-7)
      }
      if let p = pair.fisherTest()?.pValue, let q = other.fisherTest()?.pValue {
        #expect((p - q).magnitude <= 1e-9 * p)
        #expect(p >= 0 && p <= 1)
      }
      let less = try #require(pair.fisherTest(.less)).pValue
      let greater = try #require(other.fisherTest(.greater)).pValue
      #expect((less - greater).magnitude <= 1e-9)
    }
  }

  @Test(arguments: seeds)
  func `a higher rate never lowers the bound, more cases never weaken a claim that holds`(
    _ seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let pair = try pair(&generator)
      guard pair.first.successes < pair.first.trials, pair.second.successes > 0 else { continue }
      let raised = TwoProportions(
        try Proportion(successes: pair.first.successes + 1, trials: pair.first.trials),
        pair.second
      )
      let here = try #require(pair.nonInferiorityTest(ratioAbove: 0.8))
      let above = try #require(raised.nonInferiorityTest(ratioAbove: 0.8))
      #expect(above.statistic >= here.statistic - 1e-9)
      let doubled = TwoProportions(
        pair.first,
        try Proportion(successes: 2 * pair.second.successes, trials: 2 * pair.second.trials)
      )
      let larger = try #require(doubled.nonInferiorityTest(ratioAbove: 0.8))
      if here.statistic > 0 { #expect(larger.statistic >= here.statistic - 1e-9) }
    }
  }

  @Test(arguments: seeds)
  func `corrections never lower a p-value and keep their order`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 1...20, using: &generator)
      let p = (0..<count).map { _ in Double.random(in: 0...0.2, using: &generator) }
      for method in MultipleTesting.Method.allCases {
        let result = try #require(MultipleTesting.correct(p, method))
        for i in p.indices {
          #expect(result.adjusted[i] >= p[i] * (1 - 1e-12) && result.adjusted[i] <= 1)
          for j in p.indices where p[i] <= p[j] {
            #expect(result.adjusted[i] <= result.adjusted[j])
            #expect(result.rejected[i] || !result.rejected[j])
          }
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `a verdict of pass stands when groups are compared pair by pair`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<6 {
      let groups = (0..<90).map { index in
        let n = Int.random(in: 400...9000, using: &generator)
        let rate = 0.5 + Double.random(in: -0.02...0.02, using: &generator)
        let outlier = round % 2 == 1 && index == 7 ? (round % 4 == 1 ? 0.7 : 1.4) : 1
        return GroupOutcome(
          "g\(index)",
          .selection(n: n, selected: Int(Double(n) * rate * outlier))
        )
      }
      let all = try AttributeAssessment.assess(groups: groups)
      let whole = try #require(all.metrics.first { $0.name == "demographic_parity_ratio" })
      var claims: Set<FairnessVerdict> = []
      for first in groups {
        for second in groups where first != second {
          let pair = TwoProportions(try proportion(first), try proportion(second))
          let z = try #require(pair.nonInferiorityTest(ratioAbove: 0.8)).statistic
          claims.insert(z >= 1.959963984540054 ? .pass : .inconclusive)
        }
      }
      #expect((whole.verdict == .pass) == (claims == [.pass]))
      if round % 2 == 0 { #expect(whole.verdict != .fail) }
    }
  }

  private func proportion(_ group: GroupOutcome) throws -> Proportion {
    try #require(GroupRates(group)[.selectionRate].proportion)
  }

  @Test(arguments: seeds)
  func `random and extreme counts never stop the program`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cells = [0, 1, 2, 29, 30, 1_000_000, 1 << 40, .max / 8, .max, -1, .min]
    for _ in 0..<300 {
      let groups = (0..<Int.random(in: 0...4, using: &generator)).map { index in
        let picked = (0..<4).map { _ in cells.randomElement(using: &generator) ?? 0 }
        return GroupOutcome(
          "g\(index)",
          .confusion(tp: picked[0], fp: picked[1], tn: picked[2], fn: picked[3])
        )
      }
      let assessment = try? AttributeAssessment.assess(groups: groups, minimumGroupSize: 1)
      for metric in assessment?.metrics ?? [] {
        #expect(metric.value?.isNaN != true)
        #expect(metric.interval?.lower.isNaN != true && metric.interval?.upper.isNaN != true)
        #expect(metric.reason != nil || metric.verdict != .notEvaluable, "\(metric)")
      }
    }
  }
}
