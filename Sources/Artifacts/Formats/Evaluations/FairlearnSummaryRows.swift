// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Tells rows that sum up the others of a table from groups that have a name like theirs.
///
/// An average of rates lies among them, and a spread follows from them: a row that does neither counts
/// people of its own, whatever it is called.
extension FairlearnTable {
  /// What a row is of, in the order of the labels.
  func labels(of row: ResultTable.Row) -> [String] {
    labelColumns.isEmpty ? row.label : labelColumns.map { row.cells[$0]?.text ?? "" }
  }

  /// Whether a row says how the values of the others are spread.
  func isSpread(_ row: ResultTable.Row) -> Bool {
    let labels = labels(of: row)
    guard labels.count == 1, RunStatistics.isSpread(labels[0]) else { return false }
    let others = others(than: row)
    return others.isEmpty
      || row.cells.allSatisfy { column, cell in
        guard !labelColumns.contains(column), let value = Self.number(cell) else { return true }
        let values = others.compactMap { $0.cells[column].flatMap(Self.number) }
        let slack = Self.slack(of: column, in: others + [row])
        return RunStatistics.spreads(of: values, as: labels[0])
          .contains { (value - $0).magnitude <= slack + 1e-9 * $0.magnitude }
      }
  }

  /// Whether a row with the name of an average lies among the others in every rate that people are judged by.
  func isAverage(_ row: ResultTable.Row) -> Bool {
    guard labels(of: row).contains(where: Self.namesAverage) else { return false }
    let others = others(than: row)
    let rates = others.map(Self.rates)
    return Self.rates(of: row).allSatisfy { name, value in
      let values = rates.compactMap { $0[name] }
      guard let least = values.min(), let most = values.max() else { return true }
      let slack = 1e-9 + Self.slack(of: name, in: others + [row])
      return least - slack <= value && value <= most + slack
    }
  }

  private static func namesAverage(_ label: String) -> Bool { RunLabel(label) == .average }

  /// The rows of groups that a row may sum up: in a crossing those that share its other values.
  private func others(than row: ResultTable.Row) -> [ResultTable.Row] {
    let own = labels(of: row)
    let isSummary = { RunStatistics.isSpread($0) || Self.namesAverage($0) }
    let shared = own.indices.filter { !isSummary(own[$0]) }
    return table.rows.filter { other in
      let labels = labels(of: other)
      return labels.count == own.count && !labels.contains(where: isSummary)
        && shared.allSatisfy { labels[$0] == own[$0] }
    }
  }

  /// Shares of cases, of which that of several groups together lies among theirs.
  private static let shares: Set<String> = [
    "accuracy", "precision", "recall", "selection_rate", "true_positive_rate", "tpr",
    "false_positive_rate", "fpr", "true_negative_rate", "tnr", "false_negative_rate", "fnr",
  ]

  private static func rates(of row: ResultTable.Row) -> [String: Double] {
    var rates: [String: Double] = [:]
    for (column, cell) in row.cells where shares.contains(MetricName.canonical(column)) {
      rates[column] = number(cell)
    }
    guard case .confusion(let tp, let fp, let tn, let fn)? = FairlearnCounts(row)?.counts else {
      return rates
    }
    let parts = [("S", tp + fp, tn + fn), ("P", tp, fn), ("N", fp, tn), ("V", tp, fp)]
    for (name, part, rest) in parts where part + rest > 0 {
      rates["/\(name)"] = Double(part) / Double(part + rest)
    }
    return rates
  }

  private static func number(_ cell: ResultTable.Cell) -> Double? {
    guard let value = cell.leaf?.number.value, value.isFinite else { return nil }
    return value
  }

  /// What the rounding of a column may amount to: a unit of the last decimal that any of its cells has.
  private static func slack(of column: String, in rows: [ResultTable.Row]) -> Double {
    let numbers = rows.compactMap { $0.cells[column]?.text.split(separator: ".") }
    let decimals = numbers.map { $0.count == 2 ? $0[1].utf8.count : 0 }.max() ?? 0
    guard 0 < decimals, decimals < 16 else { return 0 }
    return (0..<decimals).reduce(1) { unit, _ in unit / 10 }
  }
}
