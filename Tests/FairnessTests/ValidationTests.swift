// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Refused input")
struct ValidationTests {
  @Test(arguments: [
    ([("a", GroupOutcome.Counts.selection(n: -1, selected: 0))], "negative"),
    ([("a", .selection(n: 5, selected: 6))], "check n"),
    ([("a", .confusion(tp: .max, fp: 1, tn: 0, fn: 0))], "exceed"),
    ([("a", .selection(n: .max, selected: 0)), ("b", .selection(n: 1, selected: 0))], "exceed"),
    ([("a", .selection(n: 5, selected: 1)), ("a", .selection(n: 5, selected: 1))], "twice"),
    ([("a", .weighted(tp: -0.5, fp: 1, tn: 1, fn: 1))], "weight"),
    ([("a", .weighted(tp: .nan, fp: 1, tn: 1, fn: 1))], "weight"),
    ([("a", .weighted(tp: .infinity, fp: 1, tn: 1, fn: 1))], "weight"),
    ([], "there are none"),
  ])
  func `bad counts are named`(_ groups: [(String, GroupOutcome.Counts)], _ word: String) throws {
    let outcomes = groups.map { GroupOutcome($0.0, $0.1) }
    let error = #expect(throws: FairnessError.self) {
      try AttributeAssessment.assess(groups: outcomes)
    }
    #expect(try #require(error).description.contains(word))
    #expect(throws: FairnessError.self) { try Compatibility.fairlearn(outcomes) }
  }

  @Test(arguments: [0.5, .nan, .infinity, -0.1, 1e300])
  func `rates, weights and NaN are no counts`(_ value: Double) {
    #expect(throws: FairnessError.self) { try GroupOutcome("a", exactlyN: value, selected: 0) }
    #expect(throws: FairnessError.self) {
      try GroupOutcome("a", exactlyTP: 1, fp: value, tn: 1, fn: 1)
    }
  }

  @Test func `whole numbers read as floating point are counts`() throws {
    let group = try GroupOutcome("a", exactlyTP: 1, fp: 2, tn: 3, fn: 4)
    #expect(group.counts == .confusion(tp: 1, fp: 2, tn: 3, fn: 4))
  }

  @Test func `levels, limits, minimums and references are checked`() {
    let groups = ["a", "b"].map { GroupOutcome($0, .selection(n: 50, selected: 20)) }
    func refuses(_ call: @autoclosure () throws -> AttributeAssessment) -> Bool {
      do {
        _ = try call()
        return false
      } catch { return error is FairnessError }
    }
    for level in [0, 1, -1, 2, .nan] {
      #expect(refuses(try AttributeAssessment.assess(groups: groups, level: level)))
    }
    for limit in [0, -0.1, 1.25, .nan, .infinity] {
      let limits = FairnessLimits(["selection_rate_ratio": Limit(limit, origin: .policy)])
      #expect(refuses(try AttributeAssessment.assess(groups: groups, limits: limits)))
    }
    #expect(refuses(try AttributeAssessment.assess(groups: groups, minimumGroupSize: 0)))
    #expect(refuses(try AttributeAssessment.assess(groups: groups, minimumEvents: 0)))
    #expect(refuses(try AttributeAssessment.assess(groups: groups, reference: "c")))
    #expect(!refuses(try AttributeAssessment.assess(groups: groups, reference: "b")))
  }

  @Test func `samples and tables with holes are refused`() {
    #expect(throws: FairnessError.self) {
      try Calibration(scores: [0.5, 1.2], labels: [true, false])
    }
    #expect(throws: FairnessError.self) { try Calibration(scores: [0.5], labels: []) }
    #expect(throws: FairnessError.self) {
      try Calibration(bins: [.init(count: 2, scoreSum: 3, positives: 1)])
    }
    #expect(throws: FairnessError.self) { try HistogramDrift(expected: [1, 2], actual: [1]) }
    #expect(throws: FairnessError.self) { try HistogramDrift(expected: [0, 0], actual: [1, 1]) }
    #expect(throws: FairnessError.self) { try PrivacyGuarantee(epsilon: -1, delta: 0) }
    #expect(throws: FairnessError.self) { try PrivacyGuarantee(epsilon: 1, delta: 2) }
    #expect(throws: FairnessError.self) {
      try PairedOutcomes(both: 1, firstOnly: -1, secondOnly: 0, neither: 0)
    }
    #expect(MultipleTesting.correct([0.5, .nan], .holm) == nil)
  }
}
