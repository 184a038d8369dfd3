// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Gathers the rows of an HTML table; the first row counts as the header.
///
/// What is in a table within a cell is text of that cell.
struct HTMLTableBuilder {
  private let position: SourcePosition
  private var rows: [[MarkdownTable.Cell]] = []
  private var row: [MarkdownTable.Cell] = []
  private var cell: MarkdownTable.Cell?
  private var innerTables = 0

  init(position: SourcePosition) {
    self.position = position
  }

  mutating func start(_ name: String, at position: SourcePosition) {
    switch name {
    case "table": innerTables += 1
    case "tr" where innerTables == 0: endRow()
    case "td" where innerTables == 0, "th" where innerTables == 0:
      endCell()
      cell = MarkdownTable.Cell(text: "", position: position)
    default: if HTMLTag.startsLine(name) || name == "td" || name == "th" { append(" ") }
    }
  }

  mutating func end(_ name: String) {
    if innerTables == 0, name == "td" || name == "th" { endCell() }
    if HTMLTag.startsLine(name) { append(" ") }
  }

  /// Whether an end tag of a table closes this one, not one in a cell.
  mutating func closes() -> Bool {
    innerTables -= 1
    return innerTables < 0
  }

  /// Adds text to the open cell; text between cells is no part of a table.
  mutating func append(_ text: String) {
    cell?.text += text
  }

  private mutating func endCell() {
    guard let finished = cell else { return }
    row.append(MarkdownTable.Cell(text: finished.text.collapsed, position: finished.position))
    cell = nil
  }

  private mutating func endRow() {
    endCell()
    if !row.isEmpty { rows.append(row) }
    row = []
  }

  /// The table as a block, or nil when it has no cells.
  mutating func block(endLine: Int) -> MarkdownBlock? {
    endRow()
    guard let header = rows.first else { return nil }
    return MarkdownBlock(
      content: .table(MarkdownTable(header: header, rows: Array(rows.dropFirst()))),
      position: position,
      endLine: endLine
    )
  }
}
