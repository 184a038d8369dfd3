// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Reads comma-separated values (RFC 4180) with the place of every cell.
///
/// Whichever of comma, semicolon and tab is most frequent in the first record separates the
/// cells. Blank lines are skipped; records of differing length are errors.
package enum CSVReader {
  /// The table that a UTF-8 text holds.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - limits: What it may hold at most.
  ///   - mayRepeatNames: Whether a table may have columns of one name, told from its first record:
  ///     where a header has several lines, each alone may repeat names.
  /// - Returns: The table.
  /// - Throws: The first flaw of the text: wrong encoding, an open quote, a record of another
  ///   length than the header, a column named twice, or more than the limits allow.
  package static func read(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits(),
    mayRepeatNames: (CSVTable) -> Bool = { _ in false }
  ) throws(Problem) -> CSVTable {
    let text = try SourceText(bytes, limits: limits)
    var parser = CSVParser(bytes[text.start...], limits: limits)
    guard let header = try parser.nextRecord() else {
      throw Problem(
        message: "the table is empty",
        position: .start,
        help: "write the names of the columns in the first line"
      )
    }
    var rows: [[TextCell]] = []
    while let row = try parser.nextRecord() {
      try check(row, against: header)
      rows.append(row)
    }
    let table = CSVTable(header: header, rows: rows)
    if let flaw = repeatedName(in: header), !mayRepeatNames(table) { throw flaw }
    return table
  }

  private static func repeatedName(in header: [TextCell]) -> Problem? {
    var places: [String: SourcePosition] = [:]
    for cell in header where !cell.text.isEmpty {
      if let first = places.updateValue(cell.position, forKey: cell.text) {
        return Problem(
          message:
            "the column '\(cell.text.excerpt)' appears twice; the first is at \(first.words)",
          position: cell.position,
          help: "remove or rename one of the two"
        )
      }
    }
    return nil
  }

  private static func check(
    _ row: [TextCell],
    against header: [TextCell]
  ) throws(Problem) {
    guard row.count != header.count, let first = row.first, let last = row.last else { return }
    throw Problem(
      message: "the record has \(row.count) cells, but the header has \(header.count)",
      position: row.count > header.count ? row[header.count].position : first.position,
      help: row.count > header.count
        ? "quote cells that hold the separator" : "add the cells behind '\(last.text.excerpt)'"
    )
  }
}

/// A table of texts whose first record names the columns.
package struct CSVTable: Hashable, Sendable {
  /// The names of the columns.
  package var header: [TextCell]
  /// The records below the header, each with as many cells as the header.
  package var rows: [[TextCell]]

  /// Creates a table.
  package init(header: [TextCell], rows: [[TextCell]]) {
    self.header = header
    self.rows = rows
  }

  /// The place of a column in every row, or nil when no column has that name.
  package func column(named name: String) -> Int? {
    header.firstIndex { $0.text == name }
  }
}
