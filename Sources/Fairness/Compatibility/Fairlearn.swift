// SPDX-License-Identifier: Apache-2.0

extension Compatibility {
  /// The values of Fairlearn 0.15.0: `MetricFrame` and the disparity functions.
  ///
  /// A rate with an empty denominator is 0 and an absent group NaN, which minimum and maximum
  /// skip. Groups named `A|B` are crossings when all names have the same number of parts: the
  /// absent ones appear as NaN, as in a frame with several sensitive features. Groups with
  /// selection counts only yield the metrics of the selection rate.
  package static func fairlearn(_ groups: [GroupOutcome]) throws(FairnessError) -> [Entry] {
    try GroupOutcome.validate(groups)
    return FairlearnFrame(groups).entries()
  }
}

/// Rates of each group and of all groups together, as Fairlearn's `MetricFrame` holds them.
private struct FairlearnFrame {
  private enum Method: String, CaseIterable {
    case betweenGroups = "between_groups"
    case toOverall = "to_overall"
  }

  private let names: [String]
  private let rows: [[Rate: Double]]
  private let overall: [Rate: Double]
  private let rates: [Rate]

  init(_ groups: [GroupOutcome]) {
    let hasLabels = groups.allSatisfy { ConfusionCells($0.counts) != nil }
    let all: [Rate] = [
      .selectionRate, .truePositiveRate, .falsePositiveRate, .trueNegativeRate,
      .falseNegativeRate, .accuracy,
    ]
    let rates = hasLabels ? all : [.selectionRate]
    let cells = groups.map { ConfusionCells(selectionsOf: $0.counts) }
    let absent = Crossing.absent(from: groups.map { Self.parts(of: $0.group) })
      .map { $0.joined(separator: "|") }
    names = groups.map(\.group) + absent
    rows =
      cells.map { Self.row($0, rates) }
      + absent.map { _ in Dictionary(uniqueKeysWithValues: rates.map { ($0, .nan) }) }
    overall = Self.row(cells.reduce(ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0), +), rates)
    self.rates = rates
  }

  /// The values of a crossing, as Fairlearn's vectors spell it.
  private static func parts(of group: String) -> [String] {
    group.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private static func row(_ cells: ConfusionCells<Double>, _ rates: [Rate]) -> [Rate: Double] {
    let isAbsent = cells.total == 0
    return Dictionary(
      uniqueKeysWithValues: rates.map { ($0, isAbsent ? .nan : cells.rate($0, ifEmpty: 0)) }
    )
  }

  func entries() -> [Compatibility.Entry] {
    var list = EntryList()
    for (name, row) in zip(names, rows) {
      for rate in rates { list.add("by_group.\(name).\(rate.rawValue)", row[rate] ?? .nan) }
    }
    for rate in rates { list.add("overall.\(rate.rawValue)", overall[rate] ?? .nan) }
    addFrame(to: &list)
    addParity(to: &list)
    if rates.contains(.truePositiveRate) { addOdds(to: &list) }
    return list.entries
  }

  private func addFrame(to list: inout EntryList) {
    for rate in rates {
      list.add("group_min.\(rate.rawValue)", LibraryOrder.smallest(column(rate)))
      list.add("group_max.\(rate.rawValue)", LibraryOrder.greatest(column(rate)))
    }
    for method in Method.allCases {
      for rate in rates {
        list.add("difference.\(method.rawValue).\(rate.rawValue)", difference(rate, method))
        list.add("ratio.\(method.rawValue).\(rate.rawValue)", ratio(rate, method))
      }
    }
  }

  private func addParity(to list: inout EntryList) {
    var parities: [(String, Rate)] = [("demographic_parity", .selectionRate)]
    if rates.contains(.truePositiveRate) {
      parities.append(("equal_opportunity", .truePositiveRate))
    }
    for (name, rate) in parities {
      for method in Method.allCases {
        list.add("\(name)_difference.\(method.rawValue)", difference(rate, method))
        list.add("\(name)_ratio.\(method.rawValue)", ratio(rate, method))
      }
      list.add("\(name)_difference", difference(rate, .betweenGroups))
      list.add("\(name)_ratio", ratio(rate, .betweenGroups))
    }
  }

  private func addOdds(to list: inout EntryList) {
    for method in Method.allCases {
      let gaps = (difference(.truePositiveRate, method), difference(.falsePositiveRate, method))
      let folds = (ratio(.truePositiveRate, method), ratio(.falsePositiveRate, method))
      let worstGap = LibraryOrder.pythonMax(gaps.0, gaps.1)
      let worstFold = LibraryOrder.pythonMin(folds.0, folds.1)
      let suffix = method.rawValue
      list.add("equalized_odds_difference.\(suffix).worst_case", worstGap)
      list.add("equalized_odds_difference.\(suffix).mean", LibraryOrder.mean([gaps.0, gaps.1]))
      list.add("equalized_odds_ratio.\(suffix).worst_case", worstFold)
      list.add("equalized_odds_ratio.\(suffix).mean", LibraryOrder.mean([folds.0, folds.1]))
      if method == .betweenGroups {
        list.add("equalized_odds_difference", worstGap)
        list.add("equalized_odds_ratio", worstFold)
      }
    }
  }

  private func column(_ rate: Rate) -> [Double] { rows.map { $0[rate] ?? .nan } }

  private func difference(_ rate: Rate, _ method: Method) -> Double {
    let values = column(rate)
    switch method {
    case .betweenGroups:
      return LibraryOrder.greatest(values) - LibraryOrder.smallest(values)
    case .toOverall:
      let all = overall[rate] ?? .nan
      return LibraryOrder.greatest(values.map { ($0 - all).magnitude })
    }
  }

  private func ratio(_ rate: Rate, _ method: Method) -> Double {
    let values = column(rate)
    switch method {
    case .betweenGroups:
      return LibraryOrder.smallest(values) / LibraryOrder.greatest(values)
    case .toOverall:
      let all = overall[rate] ?? .nan
      return LibraryOrder.smallest(values.map { Self.folded($0 / all) })
    }
  }

  /// The ratio or its reciprocal, whichever is at most 1.
  private static func folded(_ ratio: Double) -> Double { ratio > 1 ? 1 / ratio : ratio }
}
