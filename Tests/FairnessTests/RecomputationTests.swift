// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Recomputing reported numbers")
struct RecomputationTests {
  private let groups: [GroupOutcome] = [
    .init("a", .confusion(tp: 30, fp: 10, tn: 50, fn: 10)),
    .init("b", .confusion(tp: 12, fp: 6, tn: 36, fn: 6)),
  ]

  private enum Answer: Sendable { case agrees, contradicts, cannotTell }

  private func answer(_ finding: Recomputation.Finding) -> Answer {
    switch finding {
    case .agrees: .agrees
    case .contradicts: .contradicts
    case .cannotTell: .cannotTell
    }
  }

  @Test(
    arguments: [
      ("demographic_parity_difference", 0.1, nil), ("demographic parity ratio", 0.75, nil),
      ("disparate_impact", 0.75, .aif360), ("disparate_impact", 0.75, .native),
      ("statistical_parity_difference", -0.1, .aif360), ("equalized_odds_difference", 0.0833, nil),
      ("demographic_parity_difference", 0.0625, .fairlearn), ("impact_ratio", 0.75, .ll144),
      ("average_odds_difference", -0.0536, .aif360), ("fpr_disparity", 0.857, .aequitas),
      ("selection_rate_ratio", 1.333, .native), ("recall", 0.667, .native),
    ] as [(String, Double, Convention?)]
  )
  func `a number agrees when some definition of its name gives it`(
    _ metric: String,
    _ value: Double,
    _ convention: Convention?
  ) {
    let reference = convention == .aequitas || convention == .aif360 ? "a" : nil
    let setting = Recomputation.Setting(
      groups: groups,
      reference: reference,
      convention: convention
    )
    let finding = Recomputation.check(metric: metric, value: value, in: setting)
    #expect(answer(finding) == .agrees, "\(finding)")
  }

  @Test(arguments: [
    ("demographic_parity_difference", 0.05), ("demographic_parity_ratio", 0.85),
    ("demographic_parity_ratio", 0.8), ("equalized_odds_difference", 0.01),
    ("statistical_parity_difference", 0.2), ("true_positive_rate", 0.9),
  ])
  func `a number that no definition gives is contradicted`(_ metric: String, _ value: Double) {
    let finding = Recomputation.check(metric: metric, value: value, in: .init(groups: groups))
    #expect(answer(finding) == .contradicts, "\(finding)")
  }

  @Test func `the slice and the reference narrow the definitions down`() {
    let ofB = Recomputation.Setting(groups: groups, slice: "b")
    #expect(answer(Recomputation.check(metric: "tpr", value: 0.75, in: ofB)) == .contradicts)
    let ofA = Recomputation.Setting(groups: groups, slice: "a", reference: "b")
    let ratio = Recomputation.check(metric: "selection_rate_ratio", value: 1.33, in: ofA)
    guard case .agrees(let candidates) = ratio else {
      Issue.record("\(ratio)")
      return
    }
    #expect(candidates.map(\.groups) == [GroupPair("a", "b")])
  }

  @Test func `unknown names, bad counts and undefined metrics cannot be told`() {
    let setting = Recomputation.Setting(groups: groups)
    #expect(
      Recomputation.check(metric: "vibes", value: 1, in: setting) == .cannotTell(.unknownMetric)
    )
    let bad = Recomputation.Setting(groups: [.init("a", .selection(n: -1, selected: 0))])
    #expect(
      Recomputation.check(metric: "selection_rate", value: 1, in: bad)
        == .cannotTell(.badCounts(.negativeCount(group: "a", count: "-1")))
    )
    let nobody = Recomputation.Setting(
      groups: ["a", "b"].map { .init($0, .selection(n: 10, selected: 0)) },
      convention: .native
    )
    #expect(
      Recomputation.check(metric: "demographic_parity_ratio", value: 1, in: nobody)
        == .cannotTell(.undefined)
    )
  }

  @Test func `rounding is excused, half a unit of the last decimal and no more`() {
    let third = Recomputation.Setting(
      groups: [
        .init("a", .selection(n: 3, selected: 1)), .init("b", .selection(n: 9, selected: 9)),
      ],
      convention: .native
    )
    func check(_ value: Double) -> Answer {
      answer(Recomputation.check(metric: "demographic_parity_ratio", value: value, in: third))
    }
    #expect([0.33, 0.333, 0.3333, 1.0 / 3].map(check).allSatisfy { $0 == .agrees })
    #expect([0.3, 0.34, 0.334, 0.3334].map(check).allSatisfy { $0 == .contradicts })
  }
}
