// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// Computes, through the public interface, the values that a vector expects.
///
/// Keys are paths into `expected`; nil stands for NaN, flags for 0 and 1.
enum Reproduction {
  typealias Values = [String: Double?]

  /// The kinds of input that this project has an answer for.
  static let kinds: Set<String> = [
    "confusion_counts", "binomial", "two_binomials", "pvalues", "ll144_selection", "ll144_scores",
    "scores", "histograms",
  ]
  /// Methods of other programs that this project has no use for.
  static let unused = ["boschloo_exact", "diff.score_mn"]

  static func values(of vector: Vector) throws -> Values {
    switch vector.input["kind"]?.string {
    case "confusion_counts": try groupValues(vector)
    case "binomial": try binomial(vector)
    case "two_binomials": try twoBinomials(vector)
    case "pvalues": corrections(vector)
    case "ll144_selection": try impactRatios(vector)
    case "ll144_scores": try scoringRates(vector)
    case "scores": try calibration(vector)
    case "histograms": try drift(vector)
    default: [:]
    }
  }

  // MARK: - Libraries

  private static func groupValues(_ vector: Vector) throws -> Values {
    let groups = groups(vector)
    if vector.expected["disparate_impact"] != nil {
      let privileged = try #require(groups.first { $0.group == "privileged" })
      let other = try #require(groups.first { $0.group == "unprivileged" })
      return values(try Compatibility.aif360(unprivileged: other, privileged: privileged))
    }
    if let reference = vector.params?["reference_group"]?.string {
      let tau = vector.params?["tau"]?.number ?? 0.8
      return values(try Compatibility.aequitas(groups, reference: reference, tau: tau))
    }
    return values(try Compatibility.fairlearn(groups))
  }

  private static func groups(_ vector: Vector) -> [GroupOutcome] {
    let weights = vector.input["sample_weight_by_group"]?.object ?? [:]
    let table = vector.input["groups"]?.object ?? [:]
    return table.keys.sorted().map { name in
      let cells = ["tp", "fp", "tn", "fn"].map { table[name]?[$0]?.number ?? 0 }
      if let weight = weights[name]?.number {
        let scaled = cells.map { $0 * weight }
        return GroupOutcome(
          name,
          .weighted(tp: scaled[0], fp: scaled[1], tn: scaled[2], fn: scaled[3])
        )
      }
      let counts = cells.map { Int($0) }
      return GroupOutcome(
        name,
        .confusion(tp: counts[0], fp: counts[1], tn: counts[2], fn: counts[3])
      )
    }
  }

  private static func values(_ entries: [Compatibility.Entry]) -> Values {
    var values: Values = [:]
    for entry in entries {
      switch entry.value {
      case .number(let number): values[entry.name] = .some(number)
      case .flag(let flag): values[entry.name] = .some(flag.map { $0 ? 1 : 0 })
      }
    }
    return values
  }

  // MARK: - Intervals and tests

  private static func binomial(_ vector: Vector) throws -> Values {
    let level = 1 - (vector.params?["alpha"]?.number ?? 0.05)
    let proportion = try Proportion(
      successes: vector.input["count"]?.int ?? -1,
      trials: vector.input["nobs"]?.int ?? -1
    )
    let methods: [(String, Interval.Method)] = [
      ("wilson", .wilson), ("scipy.wilson", .wilson), ("scipy.wilsoncc", .wilsonContinuity),
      ("beta", .clopperPearson), ("scipy.exact", .clopperPearson),
      ("agresti_coull", .agrestiCoull), ("jeffreys", .jeffreys), ("normal", .wald),
    ]
    var values: Values = [:]
    for (key, method) in methods {
      add(proportion.interval(method, level: level), key, to: &values)
    }
    return values
  }

  private static func add(_ interval: Interval?, _ key: String, to values: inout Values) {
    values["\(key).low"] = .some(interval?.lower)
    values["\(key).high"] = .some(interval?.upper)
  }

  private static func add(_ test: TestResult?, _ keys: (String, String), to values: inout Values) {
    values[keys.0] = .some(test?.statistic)
    values[keys.1] = .some(test?.pValue)
  }

  private static func twoBinomials(_ vector: Vector) throws -> Values {
    let level = 1 - (vector.params?["alpha"]?.number ?? 0.05)
    func proportion(_ place: String) throws -> Proportion {
      try Proportion(
        successes: vector.input["count\(place)"]?.int ?? -1,
        trials: vector.input["nobs\(place)"]?.int ?? -1
      )
    }
    let pair = TwoProportions(try proportion("1"), try proportion("2"))
    var values: Values = [
      "diff": pair.difference, "ratio": pair.ratio, "cohens_h": pair.effectSize,
    ]
    addIntervals(pair, level, to: &values)
    addTests(pair, to: &values)
    return values
  }

  private static func addIntervals(
    _ pair: TwoProportions,
    _ level: Double,
    to values: inout Values
  ) {
    let differences: [(String, Interval.Method)] = [
      ("diff.wald", .wald), ("diff.agresti_caffo", .agrestiCaffo),
      ("diff.newcombe_wilson", .newcombe),
    ]
    for (key, method) in differences {
      add(pair.differenceInterval(method, level: level), key, to: &values)
    }
    let ratios: [(String, Interval.Method)] = [
      ("ratio.katz_log", .katz), ("ratio.log_adjusted_half", .logAdjusted),
      ("ratio.score_mn.statsmodels", .miettinenNurminen),
      ("ratio.score_mn.bisection_ref", .miettinenNurminen),
      ("ratio.score_koopman.statsmodels", .koopman),
      ("ratio.score_koopman.bisection_ref", .koopman),
    ]
    for (key, method) in ratios {
      add(pair.ratioInterval(method, level: level), key, to: &values)
    }
    let katz = pair.relativeRisk(level: level)
    values["scipy.relative_risk.ratio"] = .some(pair.ratio)
    values["scipy.relative_risk.low"] = .some(katz.lower)
    values["scipy.relative_risk.high"] = .some(katz.upper)
  }

  private static func addTests(_ pair: TwoProportions, to values: inout Values) {
    add(pair.pooledZTest(), ("ztest_pooled.z", "ztest_pooled.pvalue"), to: &values)
    add(
      pair.unpooledZTest(),
      ("ztest_unpooled_wald.z", "ztest_unpooled_wald.pvalue"),
      to: &values
    )
    add(pair.chiSquareTest(continuity: false), ("chi2.stat", "chi2.pvalue"), to: &values)
    add(
      pair.chiSquareTest(continuity: true),
      ("chi2_yates.stat", "chi2_yates.pvalue"),
      to: &values
    )
    add(
      pair.nonInferiorityTest(ratioAbove: 0.8),
      ("noninferiority_score_ratio>0.8.z", "noninferiority_score_ratio>0.8.pvalue_one_sided"),
      to: &values
    )
    values["fisher_exact.odds_ratio"] = .some(pair.fisherTest()?.statistic)
    values["fisher_exact.pvalue_two_sided"] = .some(pair.fisherTest()?.pValue)
    values["fisher_exact.pvalue_less"] = .some(pair.fisherTest(.less)?.pValue)
    values["fisher_exact.pvalue_greater"] = .some(pair.fisherTest(.greater)?.pValue)
  }

  private static func corrections(_ vector: Vector) -> Values {
    let pValues = vector.input["pvalues"]?.numbers ?? []
    let alpha = vector.params?["alpha"]?.number ?? 0.05
    var values: Values = [:]
    for method in MultipleTesting.Method.allCases {
      guard let result = MultipleTesting.correct(pValues, method, alpha: alpha) else { continue }
      for (index, adjusted) in result.adjusted.enumerated() {
        values["\(method.rawValue).pvals_corrected.\(index)"] = adjusted
        values["\(method.rawValue).reject.\(index)"] = result.rejected[index] ? 1 : 0
      }
    }
    return values
  }
}
