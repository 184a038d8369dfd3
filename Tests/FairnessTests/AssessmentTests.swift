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

  @Test
  func `a row is judged as the comparison it shows, and the whole names the pair that decided`()
    throws
  {
    let assessment = try AttributeAssessment.assess(groups: three)
    let row = try metric("selection_rate_ratio", assessment, "c")
    #expect(row.groups == GroupPair("c", "a"))
    #expect(row.verdict == .fail)
    let peer = try metric("selection_rate_ratio", assessment, "b")
    #expect(peer.groups == GroupPair("b", "a"))
    #expect(peer.value == 1)
    #expect(peer.verdict == .pass)
    #expect(peer.decidedBy == nil)
    let whole = try metric("demographic_parity_ratio", assessment)
    #expect(whole.verdict == .fail)
    #expect(whole.decidedBy?.groups == GroupPair("c", "a"))
  }

  @Test func `whole-attribute metrics are the extremes over groups`() throws {
    let assessment = try AttributeAssessment.assess(groups: three)
    #expect(try metric("demographic_parity_difference", assessment).value == 0.19)
    #expect(try metric("demographic_parity_ratio", assessment).value == 0.525)
    #expect(try metric("equal_opportunity_difference", assessment).value == 0.375)
    #expect(try metric("equalized_odds_difference", assessment).value == 0.375)
    let interval = try #require(try metric("demographic_parity_ratio", assessment).interval)
    #expect(interval.method == .simultaneous)
    #expect(interval.contains(0.525))
  }

  @Test func `the best of two equal groups pass only when there are enough cases`() throws {
    func verdict(_ n: Int) throws -> MetricResult {
      let groups = ["a", "b"].map { GroupOutcome($0, .selection(n: n, selected: n * 3 / 10)) }
      return try metric("selection_rate_ratio", try AttributeAssessment.assess(groups: groups))
    }
    let few = try verdict(200)
    #expect(few.verdict == .inconclusive)
    let needed = try #require(few.neededN)
    #expect((980...1000).contains(try #require(needed.equal)))
    #expect(needed.measured == needed.equal)
    let many = try verdict(400)
    #expect(many.verdict == .pass)
    #expect(many.neededN == nil)
  }

  @Test
  func `two keys fail where rates differ and the value misses, intervals where they lie beyond`()
    throws
  {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 1000, selected: 300)),
      .init("b", .selection(n: 1000, selected: 400)),
    ]
    for (rule, verdict) in [(FailRule.interval, FairnessVerdict.inconclusive), (.twoKey, .fail)] {
      let assessment = try AttributeAssessment.assess(groups: groups, failBy: rule)
      for name in ["selection_rate_ratio", "demographic_parity_ratio"] {
        let result = try metric(name, assessment)
        #expect(result.verdict == verdict)
        #expect(result.screen == .fail)
        #expect(result.isSecondKey == (rule == .twoKey))
      }
    }
  }

  @Test func `without a word on what being selected means, no direction is judged`() throws {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 1000, selected: 300)),
      .init("b", .selection(n: 1000, selected: 100)),
    ]
    let assessment = try AttributeAssessment.assess(groups: groups, reference: "b")
    let ratio = try metric("selection_rate_ratio", assessment)
    #expect(ratio.value == 3)
    #expect(ratio.verdict == .notEvaluable)
    #expect(ratio.reason == .positiveMeaningMissing)
    #expect(try metric("demographic_parity_ratio", assessment).verdict == .fail)
  }

  @Test func `for a burden it is the group selected more often that is harmed`() throws {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 1000, selected: 500)),
      .init("b", .selection(n: 1000, selected: 250)),
    ]
    let asBenefit = try AttributeAssessment.assess(
      groups: groups,
      reference: "b",
      positiveMeans: .benefit
    )
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

  @Test(arguments: [
    (GroupOutcome.Counts.confusion(tp: 0, fp: 20, tn: 80, fn: 0), UndefinedReason.noPositives),
    (.confusion(tp: 0, fp: 0, tn: 0, fn: 0), .emptyGroup),
    (.confusion(tp: 4, fp: 20, tn: 80, fn: 4), .tooFewCases),
    (.weighted(tp: 30.5, fp: 20, tn: 80, fn: 20), .weightedCounts),
  ])
  func `a hole in the data is named and never averaged away`(
    _ counts: GroupOutcome.Counts,
    _ reason: UndefinedReason
  ) throws {
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

  @Test func `one group, and nobody selected, leave nothing to judge`() throws {
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

  @Test
  func `declared groups without data and small groups are named with the size they need`() throws {
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

  @Test func `a rate that no group has gives one row that says why`() throws {
    let groups = ["a", "b"].map { GroupOutcome($0, .confusion(tp: 0, fp: 30, tn: 60, fn: 0)) }
    for reference in [nil, "a"] {
      let assessment = try AttributeAssessment.assess(groups: groups, reference: reference)
      let rows = assessment.metrics.filter { $0.name == "true_positive_rate_ratio" }
      #expect(rows.map(\.reason) == [.noPositives])
      #expect(rows.map(\.verdict) == [.notEvaluable])
    }
  }

  @Test func `the list of metric names covers every metric that comes out`() throws {
    let assessment = try AttributeAssessment.assess(groups: three)
    #expect(Set(assessment.metrics.map(\.name)) == Set(AttributeAssessment.metricNames))
    let known = Set(AttributeAssessment.metricNames)
    #expect(FairnessLimits.conventions.metrics.allSatisfy(known.contains))
  }

  @Test func `a metric without a limit is computed and not judged`() throws {
    let assessment = try AttributeAssessment.assess(groups: three, limits: FairnessLimits())
    let row = try metric("selection_rate_difference", assessment)
    #expect(row.value != nil)
    // The pairs of three groups share the error, whether or not a limit is asked for.
    #expect(row.interval?.method == .simultaneous)
    #expect(row.verdict == .notEvaluable)
    #expect(row.reason == .noLimit)
  }

  @Test func `average odds agree with AIF360 and have an interval around the value`() throws {
    let assessment = try AttributeAssessment.assess(groups: Array(three.dropLast()), reference: "a")
    let row = try metric("average_odds_difference", assessment)
    let library = try Compatibility.aif360(unprivileged: three[1], privileged: three[0])
    let theirs = library.first { $0.name == "average_odds_difference" }?.number
    let value = try #require(row.value)
    #expect((value - (try #require(theirs))).magnitude < 1e-12)
    #expect(row.interval?.method == .mover)
    #expect(row.interval?.contains(value) == true)
  }

  @Test(arguments: [8, 90])
  func `many fair groups do not fail by chance, and have an interval`(_ count: Int) throws {
    let groups = (0..<count).map {
      GroupOutcome("g\($0)", .selection(n: 200, selected: $0 == 0 ? 30 : 60))
    }
    let two = try AttributeAssessment.assess(groups: Array(groups.prefix(2)))
    #expect(try metric("demographic_parity_ratio", two).verdict == .fail)
    let many = try AttributeAssessment.assess(groups: groups)
    let whole = try metric("demographic_parity_ratio", many)
    #expect(whole.verdict == .inconclusive)
    #expect(whole.screen == .fail)
    #expect(whole.comparisons == count * (count - 1) / 2)
    #expect(try #require(whole.interval).contains(0.5))
  }

  @Test func `the attributes and crossings of one assessment share the error`() throws {
    let groups = [
      GroupOutcome("a", .selection(n: 200, selected: 32)),
      GroupOutcome("b", .selection(n: 200, selected: 66)),
    ]
    let terms = AssessmentTerms(positiveMeans: .benefit)
    let alone = try AttributeAssessment.assess([AttributeGroups(groups)], terms)
    #expect(try metric("demographic_parity_ratio", alone[0]).verdict == .fail)
    let many = try AttributeAssessment.assess(
      [AttributeGroups](repeating: AttributeGroups(groups), count: 20),
      terms
    )
    #expect(try metric("demographic_parity_ratio", many[0]).comparisons == 20)
    #expect(try metric("demographic_parity_ratio", many[0]).verdict == .inconclusive)
  }

  @Test func `ten groups alike, one low and one high by chance, are no fail`() throws {
    let counts = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1, 11]
    let groups = counts.enumerated().map {
      GroupOutcome("g\($0.offset)", .selection(n: 60, selected: $0.element))
    }
    let whole = try metric(
      "demographic_parity_ratio",
      try AttributeAssessment.assess(groups: groups)
    )
    #expect(whole.verdict == .inconclusive)
    #expect(try #require(whole.interval).upper > 0.8)
    #expect((try #require(whole.interval).lower - 0.015).magnitude < 0.001)
  }

  @Test func `cases that come in clusters say less than as many independent ones`() throws {
    func verdict(_ effect: Double) throws -> FairnessVerdict {
      let groups = ["a", "b"].map {
        GroupOutcome($0, .selection(n: 1000, selected: 400), designEffect: effect)
      }
      return try metric("demographic_parity_ratio", try AttributeAssessment.assess(groups: groups))
        .verdict
    }
    #expect(try verdict(1) == .pass)
    #expect(try verdict(10) == .inconclusive)
    #expect(try verdict(100) == .notEvaluable)
    #expect(throws: FairnessError.self) { try verdict(0.5) }
  }

  @Test func `people of unknown group and tiny groups are shown and not compared`() throws {
    let all = AttributeGroups([
      .init("a", .selection(n: 1000, selected: 400)),
      .init("b", .selection(n: 1000, selected: 400)),
      .init("tiny", .selection(n: 35, selected: 1)), .init("?", .selection(n: 100, selected: 10)),
    ])
    let kept = all.settingAside(unknown: { $0.group == "?" }, minimumShare: 0.02)
    #expect(kept.groups.map(\.group) == ["a", "b"])
    #expect((kept.share { $0.group == "?" } - 100.0 / 2135).magnitude < 1e-12)
    let assessed = try AttributeAssessment.assess([kept], AssessmentTerms(positiveMeans: .benefit))
    #expect(assessed[0].groups.map(\.reason) == [nil, nil, .belowMinimumShare, .unknownValue])
    #expect(try metric("demographic_parity_ratio", assessed[0]).verdict == .pass)
  }

  @Test func `what is called unknown and is no small part is compared like any group`() {
    func compared(_ n: Int) -> [String] {
      AttributeGroups([
        .init("a", .selection(n: 950, selected: 400)), .init("?", .selection(n: n, selected: 1)),
      ]).settingAside(unknown: { $0.group == "?" }, minimumShare: nil).groups.map(\.group)
    }
    #expect(compared(50) == ["a"])
    #expect(compared(51) == ["a", "?"])
  }

  @Test func `a group without numbers does not hide that others fail`() throws {
    let groups: [GroupOutcome] = [
      .init("a", .selection(n: 1000, selected: 100)),
      .init("b", .selection(n: 1000, selected: 400)),
    ]
    let assessment = try AttributeAssessment.assess(groups: groups, expectedGroups: ["x"])
    let whole = try metric("demographic_parity_ratio", assessment)
    #expect(whole.verdict == .fail)
    #expect(whole.reason == .missingGroup)
  }

  @Test func `equalized odds corrects for looking at two rates`() throws {
    let assessment = try AttributeAssessment.assess(
      groups: [
        .init("a", .confusion(tp: 41, fp: 5000, tn: 5000, fn: 59)),
        .init("b", .confusion(tp: 71, fp: 5000, tn: 5000, fn: 29)),
      ]
    )
    let odds = try metric("equalized_odds_difference", assessment)
    #expect(odds.comparisons == 2)
    #expect(try metric("equal_opportunity_difference", assessment).comparisons == 1)
    #expect(odds.decidedBy?.rate == .truePositiveRate)
  }
}
