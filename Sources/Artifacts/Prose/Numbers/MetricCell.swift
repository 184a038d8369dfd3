// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What a cell of a table of metrics states: one number or several, perhaps with a physical unit.
enum MetricCell {
  /// A number, and the physical unit behind it.
  struct Number {
    var stated: StatedNumber
    /// Such as `ms`; nil for a number of a metric without one.
    var unit: String?

    /// The metric with the unit, so that 98 ms and 0.1 s are not two values of the same measure.
    func name(of metric: String) -> String {
      guard let unit, metric.split(separator: "_").last.map(String.init) != unit else {
        return metric
      }
      return "\(metric)_\(unit)"
    }

    /// Whether it may count something.
    var isWhole: Bool {
      guard stated.unit == .unknown, unit == nil, let value = stated.value else { return false }
      return value >= 0 && value == value.rounded()
    }
  }

  /// Reads `0.91 ± 0.02`, `87%`, `98ms`, `~3.5 s`; nil where the text is no number.
  static func number(_ text: String) -> Number? {
    if let stated = NumberReader.read(text) { return Number(stated: stated) }
    guard text.has(where: ASCII.isDigit) else { return nil }
    let text = text.trimmed
    let start = text.lastIndex { !$0.isLetter }.map { text.index(after: $0) } ?? text.startIndex
    let unit = text[start...].lowercased()
    guard physicalUnits.contains(unit), let stated = NumberReader.read(String(text[..<start]))
    else { return nil }
    return Number(stated: stated, unit: unit)
  }

  /// The metrics and values of a cell, as `TP / FP` and `40 / 5` are two; mostly it is one.
  static func cells(named name: String, _ text: String) -> [(name: String, text: String)] {
    let text = text.trimmed
    guard text.utf8.contains(UInt8(ascii: "/")) else { return [(name, text)] }
    let names = name.split(separator: "/")
    guard names.count > 1 else { return [(name, text)] }
    let values = text.split(separator: "/").map { $0.trimmed }
    guard values.count == names.count, values.allSatisfy({ number($0) != nil }) else {
      return [(name, text)]
    }
    return Array(zip(spelledOut(names), values))
  }

  /// `Latency p50 / p95 (ms)` names `Latency p50 (ms)` and `Latency p95 (ms)`.
  private static func spelledOut(_ names: [Substring]) -> [String] {
    var names = names.map { $0.trimmed }
    var bracket = ""
    if let last = names.last, last.last == ")", let open = last.lastIndex(of: "("),
      open > last.startIndex
    {
      bracket = " " + last[open...]
      names[names.count - 1] = last[..<open].trimmed
    }
    let words = names.map { $0.split(separator: " ") }
    let lead = words[0].dropLast().joined(separator: " ")
    let isShared = !lead.isEmpty && words.dropFirst().allSatisfy { $0.count == 1 }
    return names.enumerated().map { index, name in
      (isShared && index > 0 ? "\(lead) \(name)" : name) + bracket
    }
  }

  private static let physicalUnits: Set<String> = [
    "ms", "s", "sec", "secs", "seconds", "min", "mins", "minutes", "h", "hours", "days", "kb", "mb",
    "gb", "tb", "kib", "mib", "gib", "fps", "kg", "wh", "kwh", "mwh", "gwh", "kw", "mw", "mm", "cm",
    "km", "hz", "db", "eur", "usd", "gbp", "°c",
  ]
}

extension MarkdownTable {
  /// The share of the cells of a column with anything in them that are numbers.
  func share(ofNumbersIn column: Int) -> Double {
    let cells = rows.compactMap { $0.indices.contains(column) ? $0[column].text : nil }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    guard !cells.isEmpty else { return 0 }
    return Double(cells.count { MetricCell.number($0) != nil }) / Double(cells.count)
  }

  /// Whether a number of a column has a decimal point.
  func hasFraction(in column: Int) -> Bool {
    rows.contains { row in
      row.indices.contains(column) && row[column].text.utf8.contains(UInt8(ascii: "."))
    }
  }
}
