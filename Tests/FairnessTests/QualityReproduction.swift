// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

extension Reproduction {
  static func impactRatios(_ vector: Vector) throws -> Values {
    let cells = (vector.input["cells"]?.object ?? [:]).map { name, counts in
      ImpactRatios.Cell(
        name.split(separator: "|").map(String.init),
        applicants: counts["applicants"]?.int ?? -1,
        selected: counts["selected"]?.int ?? -1
      )
    }
    let tables = try ImpactRatios.selection(
      attributes: ["sex", "race_ethnicity"],
      cells: cells,
      unknown: vector.input["unknown_category_count"]?.int ?? 0
    )
    var values: Values = [:]
    for table in tables {
      let name = table.attributes.count > 1 ? "intersectional" : table.attributes[0]
      values["\(name).min_impact_ratio"] = .some(table.minimumImpactRatio)
      for row in table.rows {
        let key = "\(name).\(row.categories.joined(separator: "|"))"
        values["\(key).applicants"] = Double(row.counts.trials)
        values["\(key).selection_rate"] = .some(row.rate)
        values["\(key).share"] = row.share
        values["\(key).excluded_lt_2pct"] = row.isExcluded ? 1 : 0
        values["\(key).impact_ratio"] = .some(row.impactRatio)
      }
    }
    return values
  }

  static func scoringRates(_ vector: Vector) throws -> Values {
    let people = (vector.input["scores"]?.object ?? [:]).flatMap { category, scores in
      scores.numbers.map { (categories: [category], score: $0) }
    }
    let (median, tables) = try ImpactRatios.scoring(
      attributes: ["category"],
      people: people,
      minimumShare: nil
    )
    var values: Values = ["median": median]
    for row in tables.flatMap(\.rows) {
      values["scoring_rate.\(row.categories[0])"] = .some(row.rate)
      values["impact_ratio.\(row.categories[0])"] = .some(row.impactRatio)
    }
    return values
  }

  static func calibration(_ vector: Vector) throws -> Values {
    let calibration = try Calibration(
      scores: vector.input["prob"]?.numbers ?? [],
      labels: vector.input["label"]?.numbers.map { $0 == 1 } ?? [],
      binCount: vector.params?["n_bins"]?.int ?? 10
    )
    let fromSums = try Calibration(bins: calibration.bins)
    var values: Values = [
      "ece_equal_width": calibration.expectedError, "mce_equal_width": calibration.maximumError,
      "brier": calibration.brier, "signed_calibration_in_the_large": calibration.inTheLarge,
      "ece_from_sklearn_curve": fromSums.expectedError,
    ]
    for (index, bin) in calibration.bins.enumerated() {
      values["bin_counts.\(index)"] = Double(bin.count)
      values["bin_sum_conf.\(index)"] = bin.scoreSum
      values["bin_sum_pos.\(index)"] = bin.positives
    }
    let curve = calibration.bins.filter { $0.count > 0 }
    for (index, bin) in curve.enumerated() {
      values["sklearn.calibration_curve.prob_true.\(index)"] = .some(bin.meanLabel)
      values["sklearn.calibration_curve.prob_pred.\(index)"] = .some(bin.meanScore)
    }
    return values
  }

  static func drift(_ vector: Vector) throws -> Values {
    let drift = try HistogramDrift(
      expected: vector.input["expected"]?.numbers ?? [],
      actual: vector.input["actual"]?.numbers ?? []
    )
    let test = drift.chiSquareTest()
    return [
      "psi": drift.populationStabilityIndex(),
      "kl_expected_actual": drift.divergenceFromExpected,
      "kl_actual_expected": drift.divergenceFromActual,
      "js_distance_base2": drift.jensenShannonDistance,
      "tv_distance": drift.totalVariation,
      "chi2_homogeneity.stat": test?.result.statistic,
      "chi2_homogeneity.pvalue": test?.result.pValue,
      "chi2_homogeneity.dof": test.map { Double($0.degreesOfFreedom) },
    ]
  }
}
