// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A table of texts whose first record names the columns.
public struct CSVTable: Hashable, Sendable {
  /// A field of a record.
  public struct Cell: Hashable, Sendable {
    /// The text without its quotes.
    public var text: String
    /// Where the field starts, at its quote if it has one.
    public var position: SourcePosition

    /// Creates a cell.
    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// The names of the columns.
  public var header: [Cell]
  /// The records below the header, each with as many cells as the header.
  public var rows: [[Cell]]

  /// Creates a table.
  public init(header: [Cell], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }

  /// The place of a column in every row, or nil when no column has that name.
  public func column(named name: String) -> Int? {
    header.firstIndex { $0.text == name }
  }
}
