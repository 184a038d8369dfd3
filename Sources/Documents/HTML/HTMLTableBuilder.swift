// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Gathers the rows of an HTML table; the first row counts as the header.
///
/// What is in a table within a cell is text of that cell. A cell that spans rows stands in each of
/// them, so that the cells beside it keep their columns; one that spans columns has empty cells
/// behind it. Both only within bounds: a short file must not become a huge table.
struct HTMLTableBuilder {
  /// The most columns that spans may reach.
  private static let widestSpan = 24
  /// The columns, from the first, in which the text of a cell is repeated.
  private static let labelColumns = 4
  /// The longest text that is repeated, in bytes.
  private static let longestLabel = 60

  /// How many rows and columns a cell reaches over.
  struct Span {
    var rows = 1
    var columns = 1
  }

  /// What a cell of an earlier row still covers.
  private struct Covered {
    var cell: TextCell
    var rowsLeft: Int
  }

  private let position: SourcePosition
  private var rows: [[TextCell]] = []
  private var row: [TextCell] = []
  private var cell: TextCell?
  private var span = Span()
  private var covered: [Int: Covered] = [:]
  private var innerTables = 0

  init(position: SourcePosition) {
    self.position = position
  }

  mutating func start(_ name: String, at position: SourcePosition, span: Span) {
    switch name {
    case "table": innerTables += 1
    case "tr" where innerTables == 0: endRow()
    case "td" where innerTables == 0, "th" where innerTables == 0:
      endCell()
      addCovered()
      cell = TextCell(text: "", position: position)
      self.span = span
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
    let whole = TextCell(text: finished.text.collapsed, position: finished.position)
    let empty = TextCell(text: "", position: finished.position)
    let first = row.count
    row.append(whole)
    while row.count < min(first + span.columns, Self.widestSpan) { row.append(empty) }
    if span.rows > 1, first < Self.widestSpan {
      let isLabel = first < Self.labelColumns && whole.text.utf8.count <= Self.longestLabel
      for column in first..<row.count {
        let repeated = isLabel && column == first ? whole : empty
        covered[column] = Covered(cell: repeated, rowsLeft: span.rows - 1)
      }
    }
    cell = nil
  }

  /// Adds what cells of earlier rows cover from the end of the row on.
  private mutating func addCovered() {
    while let above = covered[row.count], above.rowsLeft > 0 {
      covered[row.count]?.rowsLeft -= 1
      row.append(above.cell)
    }
  }

  private mutating func endRow() {
    endCell()
    if !row.isEmpty {
      addCovered()
      rows.append(row)
    }
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
