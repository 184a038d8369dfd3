// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// The interval that a metric of the whole attribute shows is the one that decides about it.
@Suite("Metrics of a whole attribute")
struct WholeMetricTests {
  private func random(_ seed: UInt64) -> [[GroupOutcome]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<60).map { _ in
      let (base, size) = (
        Int.random(in: 20...60, using: &generator), Int.random(in: 60...4000, using: &generator)
      )
      let spread = Int.random(in: 0...39, using: &generator)
      return (0..<Int.random(in: 2...5, using: &generator)).map { place in
        func share(_ of: Int) -> Int {
          of * (base + Int.random(in: 0...spread, using: &generator)) / 100
        }
        let (tp, fp) = (share(size), share(size) / 2)
        return GroupOutcome("g\(place)", .confusion(tp: tp, fp: fp, tn: size - fp, fn: size - tp))
      }
    }
  }

  @Test(arguments: [1, 2, 42])
  func `pass and fail follow from the interval that is shown`(_ seed: UInt64) throws {
    var verdicts: Set<FairnessVerdict> = []
    for groups in random(seed) {
      for metric in try AttributeAssessment.assess(groups: groups).metrics
      where metric.groups == nil && metric.name != "theil_index" {
        guard let limit = metric.limit, let interval = metric.interval else { continue }
        let isRatio = metric.name.hasSuffix("ratio")
        let holds = isRatio ? interval.lower >= limit.value : interval.upper <= limit.value
        #expect((metric.verdict == .pass) == holds, "\(metric)")
        let misses = isRatio ? interval.upper < limit.value : interval.lower > limit.value
        #expect((metric.verdict == .fail) == misses, "\(metric)")
        #expect((metric.decidedBy == nil) == (metric.verdict == .pass))
        #expect(interval.contains(try #require(metric.value)))
        verdicts.insert(metric.verdict)
      }
    }
    #expect(verdicts == [.pass, .fail, .inconclusive])
  }

  @Test
  func `the comparison that decided equalized odds is named with its rate and interval`() throws {
    let groups = [("F", 780, 180), ("M", 810, 100), ("X", 840, 115)].map { name, tp, fp in
      GroupOutcome(name, .confusion(tp: tp, fp: fp, tn: 1000 - fp, fn: 1000 - tp))
    }
    let metrics = try AttributeAssessment.assess(groups: groups).metrics
    let odds = try #require(metrics.first { $0.name == "equalized_odds_difference" })
    #expect(odds.verdict == .inconclusive)
    let decided = try #require(odds.decidedBy)
    #expect(decided.rate == .falsePositiveRate)
    #expect(decided.groups == GroupPair("F", "M"))
    #expect(decided.value == 0.08)
    #expect(decided.interval?.upper == odds.interval?.upper)
    #expect(odds.value == 0.08)
  }

  @Test func `with two groups the interval is that of their comparison`() throws {
    let groups = [("a", 30), ("b", 40)].map { GroupOutcome($0, .selection(n: 100, selected: $1)) }
    let metrics = try AttributeAssessment.assess(groups: groups).metrics
    let whole = try #require(metrics.first { $0.name == "demographic_parity_difference" })
    let pair = try #require(metrics.first { $0.name == "selection_rate_difference" })
    #expect(whole.interval?.method == .newcombe)
    #expect(whole.interval?.upper == pair.interval.map { -$0.lower })
  }
}
