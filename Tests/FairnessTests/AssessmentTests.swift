// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Assessment of an attribute")
struct AssessmentTests {
  private let three: [GroupOutcome] = [
    .init("a", .confusion(tp: 300, fp: 100, tn: 500, fn: 100)),
    .init("b", .confusion(tp: 290, fp: 110, tn: 490, fn: 110)),
    .init("c", .confusion(tp: 150, fp: 60, tn: 540, fn: 250)),
  ]

  private func metric(
    _ name: String,
    _ assessment: AttributeAssessment,
    _ group: String? = nil
  ) throws -> MetricResult {
    try #require(
      assessment.metrics.first { $0.name == name && (group == nil || $0.groups?.group == group) }
    )
  }

  @Test("compares with the best-off group and names the pair that decided")
  func bestOff() throws {
    let assessment = try AttributeAssessment.assess(groups: three)
    let row = try metric("selection_rate_ratio", assessment, "c")
    #expect(row.groups == GroupPair("c", "a"))
    #expect(row.verdict == .fail)
    let peer = try metric("selection_rate_ratio", assessment, "b")
    #expect(peer.verdict == .fail)
    #expect(peer.decidedBy?.groups == GroupPair("c", "b"))
    #expect(try metric("demographic_parity_ratio", assessment).verdict == .fail)
  }

  @Test("whole-attribute metrics are the extremes over groups")
  func extremes() throws {
    let assessment = try AttributeAssessment.assess(groups: three)
    #expect(try metric("demographic_parity_difference", assessment).value == 0.19)
    #expect(try metric("demographic_parity_ratio", assessment).value == 0.525)
    #expect(try metric("equal_opportunity_difference", assessment).value == 0.375)
    #expect(try metric("equalized_odds_difference", assessment).value == 0.375)
    let interval = try #require(try metric("demographic_parity_ratio", assessment).interval)
    #expect(interval.method == .simultaneous)
    #expect(interval.contains(0.525))
  }

  @Test("the best of two equal groups pass only when there are enough cases")
  func enoughCases() throws {
    func verdict(_ n: Int) throws -> MetricResult {
      let groups = ["a", "b"].map { GroupOutcome($0, .selection(n: n, selected: n * 3 / 10)) }
      return try metric("selection_rate_ratio", try AttributeAssessment.assess(groups: groups))
    }
    let few = try verdict(200)
    #expect(few.verdict == .inconclusive)
    #expect(few.neededN == 361)
    let many = try verdict(400)
    #expect(many.verdict == .pass)
    #expect(many.neededN == nil)
  }

  @Test("every mode judges the same row in its own way")
  func modes() throws {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 40, selected: 12)), .init("b", .selection(n: 50, selected: 24)),
    ]
    for (mode, verdict) in [
      (GateMode.screen, FairnessVerdict.fail), (.twoKey, .inconclusive),
      (.assurance, .inconclusive),
    ] {
      let assessment = try AttributeAssessment.assess(groups: groups, reference: "b", mode: mode)
      #expect(try metric("selection_rate_ratio", assessment).verdict == verdict)
    }
  }

  @Test("for a burden it is the group selected more often that is harmed")
  func burden() throws {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 1000, selected: 500)),
      .init("b", .selection(n: 1000, selected: 250)),
    ]
    let asBenefit = try AttributeAssessment.assess(groups: groups, reference: "b")
    let asBurden = try AttributeAssessment.assess(
      groups: groups,
      reference: "b",
      positiveMeans: .burden
    )
    #expect(try metric("selection_rate_ratio", asBenefit).verdict == .pass)
    #expect(try metric("selection_rate_ratio", asBurden).verdict == .fail)
    let shown = try AttributeAssessment.assess(groups: groups, positiveMeans: .burden)
    #expect(try metric("selection_rate_ratio", shown).groups == GroupPair("a", "b"))
  }

  @Test(
    "a hole in the data is named and never averaged away",
    arguments: [
      (GroupOutcome.Counts.confusion(tp: 0, fp: 20, tn: 80, fn: 0), UndefinedReason.noPositives),
      (.confusion(tp: 0, fp: 0, tn: 0, fn: 0), .emptyGroup),
      (.confusion(tp: 4, fp: 20, tn: 80, fn: 4), .tooFewCases),
      (.weighted(tp: 30.5, fp: 20, tn: 80, fn: 20), .weightedCounts),
    ]
  )
  func holes(_ counts: GroupOutcome.Counts, _ reason: UndefinedReason) throws {
    let groups = [
      GroupOutcome("a", .confusion(tp: 40, fp: 10, tn: 40, fn: 10)), .init("b", counts),
    ]
    let assessment = try AttributeAssessment.assess(groups: groups, reference: "a")
    for name in ["true_positive_rate_difference", "equal_opportunity_difference"] {
      let result = try metric(name, assessment)
      #expect(result.verdict == .notEvaluable)
      #expect(result.reason == (reason == .emptyGroup ? .noPositives : reason))
    }
    let selection = try metric("selection_rate_difference", assessment)
    #expect((selection.reason == .emptyGroup) == (reason == .emptyGroup))
  }

  @Test("one group, and nobody selected, leave nothing to judge")
  func nothing() throws {
    let one = try AttributeAssessment.assess(groups: [.init("a", .selection(n: 90, selected: 40))])
    #expect(try metric("demographic_parity_ratio", one).reason == .oneGroupOnly)
    #expect(try metric("selection_rate_ratio", one).reason == .oneGroupOnly)
    #expect(!one.metrics.contains { $0.verdict != .notEvaluable })
    let nobody = try AttributeAssessment.assess(
      groups: ["a", "b"].map { .init($0, .selection(n: 90, selected: 0)) }
    )
    let ratio = try metric("selection_rate_ratio", nobody)
    #expect(ratio.value == nil)
    #expect(ratio.reason == .nobodySelected)
    #expect(try metric("demographic_parity_ratio", nobody).reason == .nobodySelected)
  }

  @Test("declared groups without data and small groups are named with the size they need")
  func missing() throws {
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("a", .selection(n: 500, selected: 200)), .init("b", .selection(n: 12, selected: 5)),
      ],
      expectedGroups: ["a", "z"]
    )
    #expect(assessment.groupsNotJudged.map(\.group) == ["b", "z"])
    #expect(assessment.groupsNotJudged.map(\.reason) == [.tooFewCases, .missingGroup])
    #expect(assessment.groupsNotJudged.map(\.neededN) == [30, 30])
    #expect(try metric("demographic_parity_ratio", assessment).verdict == .notEvaluable)
    #expect(try metric("selection_rate_ratio", assessment, "b").reason == .tooFewCases)
    #expect(try metric("selection_rate_ratio", assessment, "z").reason == .missingGroup)
  }

  @Test("a rate that no group has gives one row that says why")
  func unrated() throws {
    let groups = ["a", "b"].map { GroupOutcome($0, .confusion(tp: 0, fp: 30, tn: 60, fn: 0)) }
    for reference in [nil, "a"] {
      let assessment = try AttributeAssessment.assess(groups: groups, reference: reference)
      let rows = assessment.metrics.filter { $0.name == "true_positive_rate_ratio" }
      #expect(rows.map(\.reason) == [.noPositives])
      #expect(rows.map(\.verdict) == [.notEvaluable])
    }
  }

  @Test("the list of metric names covers every metric that comes out")
  func names() throws {
    let assessment = try AttributeAssessment.assess(groups: three)
    #expect(Set(assessment.metrics.map(\.name)) == Set(AttributeAssessment.metricNames))
    let known = Set(AttributeAssessment.metricNames)
    #expect(FairnessLimits.conventions.metrics.allSatisfy(known.contains))
  }

  @Test("a metric without a limit is computed and not judged")
  func noLimit() throws {
    let assessment = try AttributeAssessment.assess(groups: three, limits: FairnessLimits())
    let row = try metric("selection_rate_difference", assessment)
    #expect(row.value != nil)
    #expect(row.interval?.method == .newcombe)
    #expect(row.verdict == .notEvaluable)
    #expect(row.reason == .noLimit)
  }

  @Test("average odds agree with AIF360 and have an interval around the value")
  func averageOdds() throws {
    let assessment = try AttributeAssessment.assess(groups: Array(three.dropLast()), reference: "a")
    let row = try metric("average_odds_difference", assessment)
    let library = try Compatibility.aif360(unprivileged: three[1], privileged: three[0])
    let theirs = library.first { $0.name == "average_odds_difference" }?.number
    let value = try #require(row.value)
    #expect((value - (try #require(theirs))).magnitude < 1e-12)
    #expect(row.interval?.method == .mover)
    #expect(row.interval?.contains(value) == true)
  }

  @Test("many fair groups do not fail by chance", arguments: [8, 90])
  func correction(_ count: Int) throws {
    let groups = (0..<count).map {
      GroupOutcome("g\($0)", .selection(n: 200, selected: $0 == 0 ? 42 : 60))
    }
    let two = try AttributeAssessment.assess(groups: Array(groups.prefix(2)))
    #expect(try metric("demographic_parity_ratio", two).verdict == .fail)
    let many = try AttributeAssessment.assess(groups: groups)
    #expect(try metric("demographic_parity_ratio", many).verdict == .inconclusive)
    #expect(try metric("demographic_parity_ratio", many).verdicts.screen == .fail)
  }

  @Test("an interval beyond the limit fails even where the corrected test is silent")
  func intervalFails() throws {
    var limits = FairnessLimits.conventions
    limits["selection_rate_difference"] = Limit(0.01, origin: .policy)
    let groups = [0, 5, 5, 5, 5].enumerated().map {
      GroupOutcome("g\($0.offset)", .selection(n: 20, selected: $0.element))
    }
    let assessment = try AttributeAssessment.assess(
      groups: groups,
      reference: "g4",
      limits: limits,
      minimumGroupSize: 1
    )
    for name in ["selection_rate_ratio", "selection_rate_difference"] {
      let row = try metric(name, assessment, "g0")
      #expect(try #require(row.adjustedPValue) > 0.05)
      #expect(row.verdict == .fail)
      #expect(row.verdicts.twoKey == .inconclusive)
    }
  }

  @Test("equalized odds corrects for looking at two rates")
  func jointFamily() throws {
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("a", .confusion(tp: 45, fp: 5000, tn: 5000, fn: 55)),
        .init("b", .confusion(tp: 60, fp: 5000, tn: 5000, fn: 40)),
      ]
    )
    #expect(try metric("equal_opportunity_ratio", assessment).verdict == .fail)
    #expect(try metric("predictive_equality_ratio", assessment).verdict == .pass)
    #expect(try metric("equalized_odds_ratio", assessment).verdict == .inconclusive)
  }
}
