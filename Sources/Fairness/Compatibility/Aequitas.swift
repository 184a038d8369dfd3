// SPDX-License-Identifier: Apache-2.0

extension Compatibility {
  /// The values of Aequitas 1.1.0: group metrics, three kinds of disparity and parity flags.
  ///
  /// Disparities divide by a reference: the given one, the majority (the first name among equally
  /// large groups) or the smallest value; an infinite disparity is stored as 10. Flags hold for
  /// τ ≤ disparity ≤ 1/τ against the given reference. Without labels, only `ppr` and `pprev`.
  package static func aequitas(
    _ groups: [GroupOutcome],
    reference: String,
    tau: Double = 0.8
  ) throws(FairnessError) -> [Entry] {
    try GroupOutcome.validate(groups)
    guard groups.contains(where: { $0.group == reference }) else {
      throw .unknownReference(reference, known: groups.map(\.group))
    }
    guard tau > 0, tau <= 1 else { throw .invalidLimit(metric: "tau", value: tau) }
    return AequitasTable(groups).entries(reference: reference, tau: tau)
  }
}

/// Group metrics in the order and under the names of Aequitas.
private struct AequitasTable {
  private let names: [String]
  private let sizes: [Double]
  private let metrics: [String]
  private let values: [[String: Double]]

  private static let parities: [(flag: String, metric: String)] = [
    ("Statistical Parity", "ppr"), ("Impact Parity", "pprev"), ("FDR Parity", "fdr"),
    ("FPR Parity", "fpr"), ("FOR Parity", "for"), ("FNR Parity", "fnr"), ("TPR Parity", "tpr"),
    ("TNR Parity", "tnr"), ("NPV Parity", "npv"), ("Precision Parity", "precision"),
  ]
  private static let composites: [(flag: String, first: String, second: String)] = [
    ("TypeI Parity", "FDR Parity", "FPR Parity"), ("TypeII Parity", "FOR Parity", "FNR Parity"),
    ("Equalized Odds", "FPR Parity", "TPR Parity"),
    ("Unsupervised Fairness", "Statistical Parity", "Impact Parity"),
    ("Supervised Fairness", "TypeI Parity", "TypeII Parity"),
  ]
  private static let rates: [(metric: String, rate: Rate)] = [
    ("tpr", .truePositiveRate), ("tnr", .trueNegativeRate), ("for", .falseOmissionRate),
    ("fdr", .falseDiscoveryRate), ("fpr", .falsePositiveRate), ("fnr", .falseNegativeRate),
    ("npv", .negativePredictiveValue), ("precision", .positivePredictiveValue),
    ("pprev", .selectionRate), ("prev", .baseRate), ("accuracy", .accuracy),
  ]

  init(_ groups: [GroupOutcome]) {
    let cells = groups.map { ConfusionCells(selectionsOf: $0.counts) }
    let selected = cells.reduce(0) { $0 + $1.selected }
    let hasLabels = groups.allSatisfy { ConfusionCells($0.counts) != nil }
    let rates = Self.rates.filter { hasLabels || $0.metric == "pprev" }
    names = groups.map(\.group)
    sizes = cells.map(\.total)
    metrics = rates.map(\.metric) + ["ppr"]
    values = cells.map { table in
      var row = ["ppr": selected > 0 ? table.selected / selected : .nan]
      for (metric, rate) in rates { row[metric] = table.rate(rate, ifEmpty: .nan) }
      return row
    }
  }

  func entries(reference: String, tau: Double) -> [Compatibility.Entry] {
    var list = EntryList()
    for (name, row) in zip(names, values) {
      for metric in metrics { list.add("group_metrics.\(name).\(metric)", row[metric] ?? .nan) }
    }
    let base = values[names.firstIndex(of: reference) ?? 0]
    addDisparities("predefined", to: &list) { base[$0] ?? .nan }
    let majority = values[majorityIndex]
    addDisparities("majority", to: &list) { majority[$0] ?? .nan }
    let smallest = Dictionary(
      uniqueKeysWithValues: metrics.map { metric in
        (metric, LibraryOrder.smallest(values.map { $0[metric] ?? .nan }))
      }
    )
    addDisparities("min_metric", to: &list) { smallest[$0] ?? .nan }
    addFlags("fairness.tau=\(tau).predefined", base, tau, to: &list)
    return list.entries
  }

  private var majorityIndex: Int {
    let order = names.indices.sorted { (-sizes[$0], names[$0]) < (-sizes[$1], names[$1]) }
    return order.first ?? 0
  }

  private func addDisparities(
    _ kind: String,
    to list: inout EntryList,
    reference: (String) -> Double
  ) {
    for (name, row) in zip(names, values) {
      for (_, metric) in Self.parities where row[metric] != nil {
        let disparity = Self.disparity(row[metric] ?? .nan, reference(metric))
        list.add("disparity.\(kind).\(name).\(metric)_disparity", disparity)
      }
    }
  }

  private static func disparity(_ value: Double, _ reference: Double) -> Double {
    let quotient = value / reference
    return quotient == .infinity ? 10 : quotient
  }

  private func addFlags(
    _ prefix: String,
    _ reference: [String: Double],
    _ tau: Double,
    to list: inout EntryList
  ) {
    for (name, row) in zip(names, values) {
      var flags: [String: Bool] = [:]
      for (flag, metric) in Self.parities {
        guard let value = row[metric], let base = reference[metric] else { continue }
        let disparity = Self.disparity(value, base)
        flags[flag] = disparity.isNaN ? nil : tau <= disparity && disparity <= 1 / tau
        list.add("\(prefix).\(name).\(flag)", flag: flags[flag])
      }
      let hasLabels = row["tpr"] != nil
      for (flag, first, second) in Self.composites
      where hasLabels || flag == "Unsupervised Fairness" {
        flags[flag] = Self.both(flags[first], flags[second])
        list.add("\(prefix).\(name).\(flag)", flag: flags[flag])
      }
    }
  }

  /// Undefined only when both parts are; one undefined part counts as not passed.
  private static func both(_ first: Bool?, _ second: Bool?) -> Bool? {
    first == nil && second == nil ? nil : first == true && second == true
  }
}
