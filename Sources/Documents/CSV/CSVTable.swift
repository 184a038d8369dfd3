// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A table of texts whose first record names the columns.
package struct CSVTable: Hashable, Sendable {
  /// A field of a record.
  package struct Cell: Hashable, Sendable {
    /// The text without its quotes.
    package var text: String
    /// Where the field starts, at its quote if it has one.
    package var position: SourcePosition

    /// Creates a cell.
    package init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// The names of the columns.
  package var header: [Cell]
  /// The records below the header, each with as many cells as the header.
  package var rows: [[Cell]]

  /// Creates a table.
  package init(header: [Cell], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }

  /// The place of a column in every row, or nil when no column has that name.
  package func column(named name: String) -> Int? {
    header.firstIndex { $0.text == name }
  }
}
