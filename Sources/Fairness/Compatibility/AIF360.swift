// SPDX-License-Identifier: Apache-2.0

extension Compatibility {
  /// The values of AIF360 0.6.1: `ClassificationMetric` and `BinaryLabelDatasetMetric`.
  ///
  /// Differences are unprivileged − privileged and ratios unprivileged ÷ privileged. Names with
  /// `dataset.` are those of the labels instead of the predictions. With selection counts only,
  /// `statistical_parity_difference` and `disparate_impact` remain.
  package static func aif360(
    unprivileged: GroupOutcome,
    privileged: GroupOutcome
  ) throws(FairnessError) -> [Entry] {
    try GroupOutcome.validate([unprivileged, privileged])
    guard let u = ConfusionCells(unprivileged.counts), let p = ConfusionCells(privileged.counts)
    else {
      let pair = AIF360Pair(
        u: ConfusionCells(selectionsOf: unprivileged.counts),
        p: ConfusionCells(selectionsOf: privileged.counts)
      )
      var list = EntryList()
      pair.addParity(to: &list)
      return list.entries
    }
    return AIF360Pair(u: u, p: p).entries()
  }
}

/// The two groups of an AIF360 metric.
private struct AIF360Pair {
  let u: ConfusionCells<Double>
  let p: ConfusionCells<Double>

  func entries() -> [Compatibility.Entry] {
    var list = EntryList()
    addParity(to: &list)
    addOdds(to: &list)
    addErrors(to: &list)
    addEntropies(to: &list)
    addDataset(to: &list)
    addPerformance(to: &list)
    return list.entries
  }

  func addParity(to list: inout EntryList) {
    list.add("statistical_parity_difference", difference(.selectionRate))
    list.add("disparate_impact", ratio(.selectionRate))
  }

  private func addOdds(to list: inout EntryList) {
    let fpr = difference(.falsePositiveRate)
    let tpr = difference(.truePositiveRate)
    let worst = LibraryOrder.pythonMax(fpr.magnitude, tpr.magnitude)
    let precision = difference(.positivePredictiveValue)
    let omission = difference(.falseOmissionRate)
    list.add("average_odds_difference", 0.5 * (fpr + tpr))
    list.add("average_abs_odds_difference", 0.5 * (fpr.magnitude + tpr.magnitude))
    list.add("equal_opportunity_difference", tpr)
    list.add("equalized_odds_difference", worst)
    list.add("true_positive_rate_difference", tpr)
    list.add("average_predictive_value_difference", 0.5 * (precision + omission))
  }

  private func addErrors(to list: inout EntryList) {
    let rates: [Rate] = [
      .falsePositiveRate, .falseNegativeRate, .falseDiscoveryRate, .falseOmissionRate, .errorRate,
    ]
    for rate in rates {
      list.add("\(rate.rawValue)_difference", difference(rate))
      list.add("\(rate.rawValue)_ratio", ratio(rate))
    }
  }

  private func addEntropies(to list: inout EntryList) {
    let people = BenefitDistribution(individualsOf: u + p)
    let groups = BenefitDistribution(groups: [p, u])
    list.add("theil_index", people.entropy(alpha: 1))
    list.add("coefficient_of_variation", people.coefficientOfVariation)
    list.add("between_group_theil_index", groups.entropy(alpha: 1))
    list.add("between_group_coefficient_of_variation", groups.coefficientOfVariation)
    for (name, alpha) in [("0", 0), ("0.5", 0.5), ("1", 1), ("2", 2), ("3", 3)] {
      list.add("generalized_entropy_index.alpha=\(name)", people.entropy(alpha: alpha))
      list.add(
        "between_group_generalized_entropy_index.alpha=\(name)",
        groups.entropy(alpha: alpha)
      )
    }
  }

  private func addDataset(to list: inout EntryList) {
    let ofLabels = Self.differentialFairness([(p.positives, p.total), (u.positives, u.total)])
    let ofPredictions = Self.differentialFairness([(p.selected, p.total), (u.selected, u.total)])
    list.add("dataset.disparate_impact(base_rate)", ratio(.baseRate))
    list.add("dataset.statistical_parity_difference(base_rate)", difference(.baseRate))
    list.add("dataset.smoothed_empirical_differential_fairness", ofLabels)
    list.add("differential_fairness_bias_amplification", ofPredictions - ofLabels)
  }

  private func addPerformance(to list: inout EntryList) {
    let measures: [(String, Rate)] = [
      ("TPR", .truePositiveRate), ("TNR", .trueNegativeRate), ("FPR", .falsePositiveRate),
      ("FNR", .falseNegativeRate), ("PPV", .positivePredictiveValue),
      ("NPV", .negativePredictiveValue), ("FDR", .falseDiscoveryRate),
      ("FOR", .falseOmissionRate), ("ACC", .accuracy),
    ]
    for (group, cells) in [("privileged", p), ("unprivileged", u)] {
      for (name, rate) in measures {
        list.add("performance_measures.\(group).\(name)", Self.rate(rate, cells))
      }
    }
  }

  private func difference(_ rate: Rate) -> Double { Self.rate(rate, u) - Self.rate(rate, p) }

  private func ratio(_ rate: Rate) -> Double { Self.rate(rate, u) / Self.rate(rate, p) }

  /// A rate; the predictive values of a group without selections are 0, other holes NaN.
  ///
  /// The library has the error rate as one minus the accuracy, which decides its last digit.
  private static func rate(_ rate: Rate, _ cells: ConfusionCells<Double>) -> Double {
    switch rate {
    case .positivePredictiveValue, .falseDiscoveryRate, .negativePredictiveValue,
      .falseOmissionRate, .accuracy:
      cells.rate(rate, ifEmpty: 0)
    case .errorRate:
      1 - cells.rate(.accuracy, ifEmpty: 0)
    default:
      cells.rate(rate, ifEmpty: .nan)
    }
  }

  /// The largest log ratio of smoothed rates, either outcome, either order.
  ///
  /// Foulds et al., *An Intersectional Definition of Fairness*, ICDE 2020.
  private static func differentialFairness(_ groups: [(count: Double, total: Double)]) -> Double {
    let rates = groups.map { ($0.count + 0.5) / ($0.total + 1) }
    let selected = (log(rates[0]) - log(rates[1])).magnitude
    let rejected = (log(1 - rates[0]) - log(1 - rates[1])).magnitude
    return max(selected, rejected)
  }
}
