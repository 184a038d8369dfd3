// SPDX-License-Identifier: Apache-2.0

package import Fairness

/// The metrics that group counts can be judged by: their names, their rates, and what they lack.
package enum GroupMetrics {
  /// Every metric, in the order of reports.
  ///
  /// Taken from an assessment of two made-up groups, so that it cannot differ from what there is.
  package static let names: [String] = {
    let cells = GroupOutcome.Counts.confusion(tp: 1, fp: 1, tn: 1, fn: 1)
    do throws(FairnessError) {
      let sample = try AttributeAssessment.assess(
        groups: [GroupOutcome("a", cells), GroupOutcome("b", cells)])
      var seen: Set<String> = []
      return sample.metrics.map(\.name).filter { seen.insert($0).inserted }
    } catch {
      return []
    }
  }()

  /// The rates that a metric compares.
  package static func rates(of metric: String) -> [Rate] {
    let whole: [(prefix: String, rates: [Rate])] = [
      ("demographic_parity_", [.selectionRate]), ("equal_opportunity_", [.truePositiveRate]),
      ("predictive_equality_", [.falsePositiveRate]),
      ("predictive_parity_", [.positivePredictiveValue]),
      ("equalized_odds_", [.truePositiveRate, .falsePositiveRate]),
      ("average_odds_", [.truePositiveRate, .falsePositiveRate]),
    ]
    if let found = whole.first(where: { metric.hasPrefix($0.prefix) }) { return found.rates }
    return Rate.allCases.filter { metric.hasPrefix("\($0.rawValue)_") }
  }

  /// How many cases a pass would take and how many there are, in words.
  ///
  /// `needs about 361 cases per group; the smallest, young, has 41`. The number is what equal
  /// rates would need; rates among a part of the cases count that part only. Nil when no group is
  /// counted.
  package static func shortfall(
    of metric: String,
    needing needed: Int,
    in groups: [AttributeAssessment.Group]
  ) -> String? {
    let rates = rates(of: metric)
    guard !rates.isEmpty else {
      let cases = groups.reduce(0) { $0 + ($1.n ?? 0) }
      return "needs about \(needed) cases in all with the value as measured; there are \(cases)"
    }
    let counted = groups.compactMap { group -> (name: String, n: Int)? in
      let trials = group.rates.filter { rates.contains($0.entry.rate) }
        .compactMap { $0.entry.proportion?.trials }
      return trials.min().map { (group.group, $0) }
    }
    guard let smallest = counted.min(by: { $0.n < $1.n }) else { return nil }
    let nouns = Set(rates.map(\.casesInWords))
    let noun = nouns.count == 1 ? nouns.first ?? "cases" : "cases of either label"
    let text =
      "needs about \(needed) \(noun) per group; the smallest, \(smallest.name), "
      + "has \(smallest.n)"
    guard smallest.n >= needed else { return text }
    return text + ", and rates that differ as measured take more"
  }

  /// Which comparison decided a metric that shows another one, and the p-value behind a fail.
  ///
  /// `decided by true_positive_rate of M and F, 0.021 to 0.134`. The p-value is named where the
  /// interval alone does not miss the limit, because it is then the second key of the fail.
  package static func decision(
    _ verdict: FairnessVerdict,
    by comparison: DecidingComparison?,
    interval: Interval?,
    limit: Limit?,
    adjustedP: Double?
  ) -> String? {
    var parts: [String] = []
    if let comparison {
      let (one, other) = (comparison.groups.group, comparison.groups.comparator)
      let isShown =
        comparison.interval?.lower == interval?.lower
        && comparison.interval?.upper == interval?.upper
      let ends =
        isShown
        ? nil
        : comparison.interval.map {
          ", \(PlainNumber.text($0.lower)) to \(PlainNumber.text($0.upper))"
        }
      parts.append("decided by \(comparison.rate.rawValue) of \(one) and \(other)\(ends ?? "")")
    }
    let own = comparison?.interval ?? interval
    if verdict == .fail, let adjustedP, let limit, let own,
      own.contains(limit.value) || own.contains(-limit.value)
    {
      parts.append("beyond the limit with a corrected p of \(PlainNumber.short(adjustedP))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Rate {
  /// The cases in the denominator of the rate.
  fileprivate var casesInWords: String {
    switch self {
    case .truePositiveRate, .falseNegativeRate: "cases with a positive label"
    case .falsePositiveRate, .trueNegativeRate: "cases with a negative label"
    case .positivePredictiveValue, .falseDiscoveryRate: "selected cases"
    case .negativePredictiveValue, .falseOmissionRate: "rejected cases"
    case .selectionRate, .accuracy, .errorRate, .baseRate: "cases"
    }
  }
}
