// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Reads the numbers of a table whose header row or first column names metrics.
struct MetricTable {
  private typealias Row = [MarkdownTable.Cell]

  private let table: MarkdownTable
  private let section: MarkdownSection
  private let file: FileIdentity
  private let columns: [MetricColumn]
  /// Whether the first column names the metrics, and the others are values, groups and bounds.
  private let hasMetricsInRows: Bool

  /// The numbers of all tables of a document, in the order of the text.
  static func measurements(
    of reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [Measurement] {
    var found: [Measurement] = []
    for section in reading.document.sections {
      for case .table(let table) in section.blocks.lazy.map(\.content) {
        let table = MetricTable(table, in: section, of: reading.file)
        found += table.measurements(&artifact)
      }
    }
    return found
  }

  private init(_ table: MarkdownTable, in section: MarkdownSection, of file: FileIdentity) {
    self.table = table
    self.section = section
    self.file = file
    columns = table.header.map { MetricColumn(heading: $0.text) }
    hasMetricsInRows = Self.namesMetricsInFirstColumn(table)
  }

  private static func namesMetricsInFirstColumn(_ table: MarkdownTable) -> Bool {
    guard let heading = table.header.first, table.header.count > 1 else { return false }
    let words = FoldedText.words(heading.text)
    if ["metric", "metrics", "measure", "metric name", "indicator"].contains(words) { return true }
    let names = table.rows.compactMap(\.first?.text)
    return words.isEmpty && !names.isEmpty && names.allSatisfy(MetricName.isKnown)
  }

  private func measurements(_ artifact: inout Artifact) -> [Measurement] {
    guard hasMetricsInRows || columns.contains(.metric) else { return [] }
    let values = columns.indices.map { isValue($0) }
    return table.rows.flatMap { measurements(of: $0, values, &artifact) }
  }

  /// Whether a column holds values; in a table by rows, every other column of numbers is a group.
  private func isValue(_ index: Int) -> Bool {
    guard hasMetricsInRows else { return columns[index] == .metric }
    guard index > 0 else { return false }
    switch columns[index] {
    case .value: return true
    case .label(let attribute?):
      let cells = table.rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }
        .filter { !$0.allSatisfy(\.isWhitespace) }
      return !attribute.isEmpty && !cells.isEmpty
        && cells.allSatisfy { NumberReader.read($0) != nil }
    default: return false
    }
  }

  private func measurements(
    of row: Row,
    _ values: [Bool],
    _ artifact: inout Artifact
  ) -> [Measurement] {
    var found: [Measurement] = []
    for (index, cell) in row.enumerated() where index < columns.count {
      if values[index] {
        guard let value = measurement(cell, at: index, of: row, &artifact) else { continue }
        found.append(value)
      } else if let last = found.indices.last {
        found[last].refine(by: cell.text, from: columns[index])
      }
    }
    let facts = RowFacts(row, columns, values, hasMetricsInRows: hasMetricsInRows)
    return found.map(facts.completing)
  }

  private func measurement(
    _ cell: MarkdownTable.Cell,
    at index: Int,
    of row: Row,
    _ artifact: inout Artifact
  ) -> Measurement? {
    let label = MetricLabel(hasMetricsInRows ? row[0].text : table.header[index].text)
    let text = Trimmed.text(cell.text)
    guard !label.name.isEmpty, !text.isEmpty else { return nil }
    let source = file.reference(at: cell.position, headingPath: section.headingPath)
    guard let number = NumberReader.read(text) else {
      if StatementState.state(of: text) == .substantive {
        let message = "'\(Excerpt.line(text))' is no number that can be read as '\(label.name)'"
        artifact.addIssue("unreadable-number", .warning, message, at: source)
      }
      return nil
    }
    var slice = label.slice
    if hasMetricsInRows, case .label = columns[index] {
      slice += SliceReader.read(table.header[index].text)
    }
    var split: String?
    if case .value(let named) = columns[index] { split = named }
    return Measurement(
      metric: label.name,
      value: number.value,
      raw: text,
      unit: number.unit == .unknown ? label.unit : number.unit,
      kind: MetricName.kind(of: label.name),
      split: split,
      slice: slice,
      uncertainty: number.uncertainty,
      source: source
    )
  }
}

extension Measurement {
  /// Adds the bounds that a column behind the value holds.
  fileprivate mutating func refine(by text: String, from column: MetricColumn) {
    var bounds = uncertainty ?? Uncertainty()
    switch column {
    case .interval(let level):
      guard let interval = NumberReader.interval(text, level: level) else { return }
      bounds = interval
    case .lower:
      guard let lower = NumberReader.read(text)?.value else { return }
      bounds.lower = lower
    case .upper:
      guard let upper = NumberReader.read(text)?.value else { return }
      bounds.upper = upper
    default: return
    }
    uncertainty = bounds
  }
}
