// SPDX-License-Identifier: Apache-2.0

import Fairness

/// The fairness engine: all metrics of many groups.
enum FairnessBenchmarks {
  static func all(_ options: BenchOptions) -> [Benchmark] {
    let groups = groups(options.groups)
    let amount = Benchmark.Amount(count: Double(groups.count), unit: "groups")
    return [
      Benchmark(
        "fairness, \(groups.count) groups, all metrics, intervals",
        amount: amount,
        expected: groups.count,
        .immediate {
          try AttributeAssessment.assess(groups: groups, reference: "group-0").groups.count
        }
      ),
      Benchmark(
        "fairness, \(groups.count) groups, no reference",
        amount: amount,
        expected: groups.count,
        .immediate { try AttributeAssessment.assess(groups: groups).groups.count }
      ),
      Benchmark(
        "fairness, \(groups.count) groups, point values only",
        amount: amount,
        .immediate { try Compatibility.fairlearn(groups).count }
      ),
    ]
  }

  /// Groups of about a hundred cases whose four cells are never empty.
  private static func groups(_ count: Int) -> [GroupOutcome] {
    (0..<count).map { index in
      GroupOutcome(
        "group-\(index)",
        .confusion(
          tp: 30 + index % 13,
          fp: 8 + index % 5,
          tn: 45 + index % 17,
          fn: 6 + index % 7
        )
      )
    }
  }
}
