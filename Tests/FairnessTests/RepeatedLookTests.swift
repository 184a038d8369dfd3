// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// What repeated evaluations of one model on the same data cost.
@Suite struct RepeatedLookTests {
  @Test func `the first look keeps its level, and all looks together share the error`() {
    #expect(RepeatedLooks.level(0.95, atLook: 1) == 0.95)
    #expect(abs(RepeatedLooks.level(0.95, atLook: 2) - (1 - 0.1 / 6)) < 1e-15)
    #expect(abs(RepeatedLooks.level(0.95, atLook: 7) - (1 - 0.1 / 56)) < 1e-15)
    // A pass takes one end of the interval, whose error is half of what the level leaves.
    let spent = (1...10_000).map { (1 - RepeatedLooks.level(0.95, atLook: $0)) / 2 }.reduce(0, +)
    #expect(spent < 0.05)
    #expect(spent > 0.0499)
  }

  @Test func `who evaluates until it passes does so in few of the runs at the limit`() throws {
    var generator = SeededGenerator(seed: 20_261_129)
    // At the limit: the one rate is four fifths of the other.
    let (low, high) = (Binomial(1_000, 0.4), Binomial(1_000, 0.5))
    let runs = 300
    var passed = (naive: 0, counted: 0)
    for _ in 0..<runs {
      var found = (naive: false, counted: false)
      for look in 1...50 where !found.naive || !found.counted {
        let groups = [
          GroupOutcome("a", .selection(n: 1_000, selected: low.draw(&generator))),
          GroupOutcome("b", .selection(n: 1_000, selected: high.draw(&generator))),
        ]
        for isCounted in [false, true] {
          let attribute = AttributeGroups(groups, look: isCounted ? look : 1)
          let terms = AssessmentTerms(positiveMeans: .benefit, rates: [.selectionRate])
          let assessed = try AttributeAssessment.assess([attribute], terms)
          let result = assessed[0].metrics.first { $0.name == "demographic_parity_ratio" }
          guard result?.verdict == .pass else { continue }
          if isCounted { found.counted = true } else { found.naive = true }
        }
      }
      if found.naive { passed.naive += 1 }
      if found.counted { passed.counted += 1 }
    }
    #expect(passed.naive > runs / 2)
    // 5 %, and three standard errors of the simulation.
    #expect(Double(passed.counted) <= 0.05 * Double(runs) + 3 * 3.8)
  }
}
