// SPDX-License-Identifier: Apache-2.0

import Assessment
import Fairness
import Testing

/// Rules have only those rates compared that their metric needs.
struct ComparedRatesTests {
  @Test func `the names of metrics are those that an assessment gives, in its order`() throws {
    let cells = GroupOutcome.Counts.confusion(tp: 1, fp: 1, tn: 1, fn: 1)
    let sample = try AttributeAssessment.assess(
      groups: [GroupOutcome("a", cells), GroupOutcome("b", cells)]
    )
    var seen: Set<String> = []
    #expect(sample.metrics.map(\.name).filter { seen.insert($0).inserted } == GroupMetrics.names)
  }

  @Test(arguments: [
    [
      GroupOutcome("a", .confusion(tp: 300, fp: 100, tn: 500, fn: 100)),
      GroupOutcome("b", .confusion(tp: 290, fp: 110, tn: 490, fn: 110)),
      GroupOutcome("c", .confusion(tp: 150, fp: 60, tn: 540, fn: 250)),
    ],
    [
      GroupOutcome("a", .selection(n: 200, selected: 40)),
      GroupOutcome("b", .selection(n: 100, selected: 60)),
    ],
  ])
  func `a metric is the same among its own rates as among all`(groups: [GroupOutcome]) throws {
    let whole = try AttributeAssessment.assess(groups: groups)
    for name in GroupMetrics.names {
      let part = try AttributeAssessment.assess(groups: groups, rates: GroupMetrics.rates(of: name))
      #expect(
        part.metrics.filter { $0.name == name } == whole.metrics.filter { $0.name == name },
        "\(name)"
      )
      #expect(part.groups == whole.groups)
    }
  }
}
