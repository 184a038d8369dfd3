// SPDX-License-Identifier: Apache-2.0

import Fairness
import TestSupport

/// How often verdicts and intervals are wrong, in seeded draws: the tables of
/// gates/fairness-quality/SIMULATION.md.
struct ErrorRates {
  /// The draws behind a number; up to five groups five times as many, and from 20 groups on, whose
  /// pairs are many, half of them.
  let draws: Int

  private static let groups = [2, 3, 5, 8, 12, 20, 30]
  private static let sizes = [30, 60, 200, 1_000, 5_000]

  /// Writes all tables, row by row: the last rows take minutes.
  func write() throws {
    try table("Ratio, one group at 0.8 times the others", [0.1, 0.3, 0.5, 0.8, 0.9]) {
      try atLimit($0, $1, rate: $2, worst: 0.8 * $2, "demographic_parity_ratio")
    }
    try table("Difference, one group 0.1 below the others", [0.3, 0.5, 0.8, 0.9]) {
      try atLimit($0, $1, rate: $2, worst: $2 - 0.1, "demographic_parity_difference")
    }
    try table("Equalized odds, one group at the limit", OddsDesign.atLimit) { groups, n, design in
      try oddsAtLimit(groups, n, design)
    }
    try table("Two keys, all groups alike", [0.1, 0.3, 0.5, 0.8, 0.9]) {
      try twoKeyFails($0, $1, rate: $2)
    }
    try table("Coverage", CoverageDesign.all) { try misses($0, $1, $2) }
    try table("Fair models, by the interval / by two keys", Model.all) { try fairFails($0, $1, $2) }
  }

  private func table<Column>(
    _ title: String,
    _ columns: [Column],
    cell: (Int, Int, Column) throws -> String
  ) throws {
    print("\n### \(title)\n\n| k × n | \(columns.map { "\($0)" }.joined(separator: " | ")) |")
    print("|" + String(repeating: "---|", count: columns.count + 1))
    for groups in Self.groups {
      for n in Self.sizes {
        let cells = try columns.map { try cell(groups, n, $0) }
        print("| \(groups) × \(n) | \(cells.joined(separator: " | ")) |")
      }
    }
  }

  // MARK: - Cells

  /// False fails and false passes where one group lies exactly at the limit.
  private func atLimit(
    _ groups: Int,
    _ n: Int,
    rate: Double,
    worst: Double,
    _ metric: String
  ) throws -> String {
    let rates = [worst] + Array(repeating: rate, count: groups - 1)
    return try errors(groups) { generator in
      try Self.selection(rates, n, Self.limit(metric), &generator).metric(metric)?.verdict
    }
  }

  private func oddsAtLimit(_ groups: Int, _ n: Int, _ design: OddsDesign) throws -> String {
    let models = [design.worst] + Array(repeating: design.model, count: groups - 1)
    let metric = "equalized_odds_difference"
    return try errors(groups) { generator in
      try Self.confusion(models, n, odds, Self.limit(metric), &generator).metric(metric)?.verdict
    }
  }

  private func errors(
    _ groups: Int,
    _ verdict: (inout SeededGenerator) throws -> FairnessVerdict?
  ) throws -> String {
    var generator = SeededGenerator(seed: Self.seed)
    let draws = draws(of: groups)
    var (fails, passes) = (0, 0)
    for _ in 0..<draws {
      let found = try verdict(&generator)
      if found == .fail { fails += 1 }
      if found == .pass { passes += 1 }
    }
    return "\(share(fails, of: draws)) / \(share(passes, of: draws))"
  }

  /// Fair groups that fail by two keys: the smallest ratio, and the widest difference.
  private func twoKeyFails(_ groups: Int, _ n: Int, rate: Double) throws -> String {
    var generator = SeededGenerator(seed: Self.seed)
    let metrics = ["demographic_parity_ratio", "demographic_parity_difference"]
    let rates = Array(repeating: rate, count: groups)
    let limits = Self.limit(metrics[0], metrics[1])
    let draws = draws(of: groups)
    var fails = [0, 0]
    for _ in 0..<draws {
      let found = try Self.selection(rates, n, limits, by: .twoKey, &generator)
      for (index, metric) in metrics.enumerated()
      where found.metric(metric)?.verdict == .fail { fails[index] += 1 }
    }
    return fails.map { share($0, of: draws) }.joined(separator: " / ")
  }

  /// How many intervals miss the true value, for each metric of a design.
  private func misses(_ groups: Int, _ n: Int, _ design: CoverageDesign) throws -> String {
    var generator = SeededGenerator(seed: Self.seed)
    let truths = design.truths
    var missed = Array(repeating: 0, count: truths.count)
    var stated = missed
    for _ in 0..<draws(of: groups) {
      let result =
        switch design.shape {
        case .rates(let rates): try Self.selection(rates(groups), n, .init(), &generator)
        case .models(let models): try Self.confusion(models(groups), n, odds, .init(), &generator)
        }
      for (index, truth) in truths.enumerated() {
        guard let interval = result.metric(truth.metric)?.interval else { continue }
        stated[index] += 1
        if truth.value < interval.lower || truth.value > interval.upper { missed[index] += 1 }
      }
    }
    return truths.indices.map { stated[$0] == 0 ? "–" : share(missed[$0], of: stated[$0]) }
      .joined(separator: " / ")
  }

  /// Fair models of which any metric with a customary limit fails.
  private func fairFails(_ groups: Int, _ n: Int, _ model: Model) throws -> String {
    let draws = max(1, draws(of: groups) / 4)
    let models = Array(repeating: model, count: groups)
    return try FailRule.allCases.map { rule in
      var generator = SeededGenerator(seed: Self.seed)
      let fails = try (0..<draws).count { _ in
        try Self.confusion(models, n, Rate.allCases, .conventions, by: rule, &generator).metrics
          .contains { $0.verdict == .fail }
      }
      return share(fails, of: draws)
    }.joined(separator: " / ")
  }

  // MARK: - Draws

  private func draws(of groups: Int) -> Int {
    groups <= 5 ? 5 * draws : groups < 20 ? draws : max(1, draws / 2)
  }

  private static let seed: UInt64 = 20_261_128
  private var odds: [Rate] { [.truePositiveRate, .falsePositiveRate] }

  /// The customary limits of some metrics alone: what else is judged changes nothing about them.
  private static func limit(_ metrics: String...) -> FairnessLimits {
    var limits = FairnessLimits()
    for metric in metrics { limits[metric] = FairnessLimits.conventions[metric] }
    return limits
  }

  /// How many of n cases are positive.
  private static func draw(_ n: Int, _ rate: Double, _ generator: inout SeededGenerator) -> Int {
    (0..<n).count { _ in Double.random(in: 0..<1, using: &generator) < rate }
  }

  private static func selection(
    _ rates: [Double],
    _ n: Int,
    _ limits: FairnessLimits,
    by failRule: FailRule = .interval,
    _ generator: inout SeededGenerator
  ) throws -> AttributeAssessment {
    let groups = rates.enumerated().map { place, rate in
      let selected = draw(n, rate, &generator)
      return GroupOutcome("g\(place)", .selection(n: n, selected: selected))
    }
    return try AttributeAssessment.assess(
      groups: groups,
      limits: limits,
      failBy: failRule,
      rates: [.selectionRate]
    )
  }

  /// Groups of n cases, of which exactly the share of the model's base rate is positive.
  private static func confusion(
    _ models: [Model],
    _ n: Int,
    _ rates: [Rate],
    _ limits: FairnessLimits,
    by failRule: FailRule = .interval,
    _ generator: inout SeededGenerator
  ) throws -> AttributeAssessment {
    let groups = models.enumerated().map { place, model in
      let positives = Int((Double(n) * model.base).rounded())
      let tp = draw(positives, model.tpr, &generator)
      let fp = draw(n - positives, model.fpr, &generator)
      let counts = GroupOutcome.Counts.confusion(
        tp: tp,
        fp: fp,
        tn: n - positives - fp,
        fn: positives - tp
      )
      return GroupOutcome("g\(place)", counts)
    }
    return try AttributeAssessment.assess(
      groups: groups,
      limits: limits,
      failBy: failRule,
      rates: rates
    )
  }

  /// A share in per cent with one decimal.
  private func share(_ count: Int, of all: Int) -> String {
    let tenths = (count * 2_000 + all) / (2 * all)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension AttributeAssessment {
  fileprivate func metric(_ name: String) -> MetricResult? { metrics.first { $0.name == name } }
}

/// A model by its rates.
private struct Model: CustomStringConvertible {
  let base: Double
  let tpr: Double
  let fpr: Double

  var description: String { "\(base), \(tpr), \(fpr)" }

  static let all = [
    Model(base: 0.3, tpr: 0.8, fpr: 0.1), Model(base: 0.5, tpr: 0.7, fpr: 0.3),
    Model(base: 0.2, tpr: 0.6, fpr: 0.05),
  ]
}

/// A model, and the one group whose errors lie at the customary limit of 0.1.
private struct OddsDesign: CustomStringConvertible {
  let model: Model
  let worst: Model

  var description: String { "\(model): \(worst.fpr == model.fpr ? "one rate" : "both rates")" }

  static let atLimit = Model.all.flatMap { model in
    [0.0, 0.1].map { more in
      OddsDesign(
        model: model,
        worst: Model(base: model.base, tpr: model.tpr - 0.1, fpr: model.fpr + more)
      )
    }
  }
}

/// Groups whose true values are known.
private struct CoverageDesign: CustomStringConvertible, Sendable {
  enum Shape: Sendable {
    case rates(@Sendable (Int) -> [Double])
    case models(@Sendable (Int) -> [Model])
  }

  let description: String
  let shape: Shape
  let truths: [(metric: String, value: Double)]

  static let all = [
    rates("all at 0.3", ratio: 1, difference: 0) { Array(repeating: 0.3, count: $0) },
    rates("one at 0.25, all others at 0.5", ratio: 0.5, difference: 0.25) {
      [0.25] + Array(repeating: 0.5, count: $0 - 1)
    },
    rates("evenly from 0.3 to 0.6", ratio: 0.5, difference: 0.3) { groups in
      (0..<groups).map { 0.3 + 0.3 * Double($0) / Double(groups - 1) }
    },
    odds("odds: all at 0.7, 0.3", 0) { Array(repeating: Model.all[1], count: $0) },
    odds("odds: one at 0.5, 0.3", 0.2) {
      [Model(base: 0.5, tpr: 0.5, fpr: 0.3)] + Array(repeating: Model.all[1], count: $0 - 1)
    },
  ]

  private static func rates(
    _ name: String,
    ratio: Double,
    difference: Double,
    _ rates: @escaping @Sendable (Int) -> [Double]
  ) -> CoverageDesign {
    CoverageDesign(
      description: name,
      shape: .rates(rates),
      truths: [("demographic_parity_ratio", ratio), ("demographic_parity_difference", difference)]
    )
  }

  private static func odds(
    _ name: String,
    _ difference: Double,
    _ models: @escaping @Sendable (Int) -> [Model]
  ) -> CoverageDesign {
    CoverageDesign(
      description: name,
      shape: .models(models),
      truths: [("equalized_odds_difference", difference)]
    )
  }
}
