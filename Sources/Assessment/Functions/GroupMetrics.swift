// SPDX-License-Identifier: Apache-2.0

package import Fairness

/// The metrics that group counts can be judged by: their names, their rates, and what they lack.
package enum GroupMetrics {
  /// Every metric, in the order of reports.
  package static var names: [String] { AttributeAssessment.metricNames }

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
  /// `about 987 cases per group pass with a chance of 80 % if the rates are equal, about 1622 if they
  /// are as measured; the smallest, young, has 41`. Rates among a part of the cases count that part
  /// only. Nil when no group is counted.
  package static func shortfall(
    of metric: String,
    needing needed: NeededCases,
    in groups: [AttributeAssessment.Group]
  ) -> String? {
    let rates = rates(of: metric)
    let measured = words(needed.measured)
    guard !rates.isEmpty else {
      let cases = groups.reduce(0) { $0 + ($1.n ?? 0) }
      return "with the value as measured a pass with a chance of 80 % takes \(measured) cases in "
        + "all; there are \(cases)"
    }
    let counted = groups.compactMap { group -> (name: String, n: Int)? in
      let isApart = group.reason.map(setApart.contains) ?? false
      guard !isApart else { return nil }
      let trials = group.rates.filter { rates.contains($0.entry.rate) }
        .compactMap { $0.entry.proportion?.trials }
      return trials.min().map { (group.group, $0) }
    }
    guard let smallest = counted.min(by: { ($0.n, $0.name) < ($1.n, $1.name) }) else { return nil }
    let nouns = Set(rates.map(\.casesInWords))
    let noun = nouns.count == 1 ? nouns.first ?? "cases" : "cases of either label"
    return
      "a pass with a chance of 80 % takes \(words(needed.equal)) \(noun) per group if the rates are "
      + "equal, and \(measured) if they are as measured; the smallest, \(smallest.name), has "
      + "\(smallest.n)"
  }

  /// Why a group takes no part, however many cases it has.
  private static let setApart: [UndefinedReason] = [
    .unknownValue, .belowMinimumShare, .missingGroup,
  ]

  private static func words(_ cases: Int?) -> String {
    cases.map { "about \($0)" } ?? "more than \(NeededCases.searchLimit)"
  }
}
