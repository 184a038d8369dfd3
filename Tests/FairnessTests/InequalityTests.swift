// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("The Theil index")
struct InequalityTests {
  private func theil(
    _ cells: [(tp: Int, fp: Int, tn: Int, fn: Int)],
    limit: Double = 0.2,
    failBy: FailRule = .interval
  ) throws -> MetricResult {
    let groups = cells.enumerated().map { place, cell in
      GroupOutcome(
        "g\(place)",
        .confusion(tp: cell.tp, fp: cell.fp, tn: cell.tn, fn: cell.fn)
      )
    }
    let assessment = try AttributeAssessment.assess(
      groups: groups,
      limits: FairnessLimits(["theil_index": Limit(limit, origin: .policy)]),
      failBy: failBy
    )
    return try #require(assessment.metrics.first { $0.name == "theil_index" })
  }

  /// Values of an independent computation in Python.
  @Test(arguments: [
    ([800, 50, 100, 50], 0.05611870510064132, 0.08647167054894314, 0.06931471805599453),
    ([90, 4, 4, 2], 0.017474901902312646, 0.09012861268450095, 0.0345618574536199),
    ([30, 0, 10, 0], 0, 0.0957899771913395, 0),
    ([10, 20, 10, 0], 0.045533439120791164, 0.14554237283081078, 0.056633012265132454),
    ([500, 100, 300, 100], 0.11884554000689793, 0.16230837867875417, 0.13862943611198905),
  ])
  func `the interval follows the Wilson intervals of false positives and false negatives`(
    _ cells: [Int],
    _ lower: Double,
    _ upper: Double,
    _ value: Double
  ) throws {
    let result = try theil([(cells[0], cells[1], cells[2], cells[3])])
    let interval = try #require(result.interval)
    #expect((interval.lower - lower).magnitude < 1e-12)
    #expect((interval.upper - upper).magnitude < 1e-12)
    #expect((try #require(result.value) - value).magnitude < 1e-12)
    #expect(interval.method == .mover)
  }

  @Test func `it passes, fails, or says how many cases it takes`() throws {
    #expect(try theil([(500, 100, 300, 100)]).verdict == .pass)
    #expect(try theil([(300, 100, 300, 300)]).verdict == .fail)
    let few = try theil([(50, 10, 28, 12)])
    #expect(few.verdict == .inconclusive)
    let needed = try #require(few.neededN?.measured)
    // In 6,000 simulated samples of 885 cases with these shares 79 % pass.
    #expect(needed > 850 && needed < 950)
    let scale = needed / 100 + 1
    #expect(try theil([(50 * scale, 10 * scale, 28 * scale, 12 * scale)]).verdict == .pass)
    #expect(try theil([(50, 10, 28, 12)], failBy: .twoKey).verdict == .inconclusive)
    #expect(try theil([(50, 10, 28, 12)], limit: 0.15).screen == .fail)
    #expect(try theil([(50, 10, 28, 12)], limit: 0.15).neededN?.measured == nil)
  }

  @Test func `weighted sums have a value and no verdict`() throws {
    let groups = [GroupOutcome("a", .weighted(tp: 5.5, fp: 1, tn: 4, fn: 1))]
    let limits = FairnessLimits(["theil_index": Limit(0.2, origin: .policy)])
    let result = try AttributeAssessment.assess(groups: groups, limits: limits).metrics
      .first { $0.name == "theil_index" }
    #expect(result?.value != nil)
    #expect(result?.reason == .weightedCounts)
    #expect(result?.verdict == .notEvaluable)
  }
}
