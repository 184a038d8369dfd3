// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Rows of what there is, as a table for people and as JSON for programs.
package struct Listing: Sendable {
  /// One value of a row.
  package enum Cell: Sendable {
    case text(String)
    /// A number with the word for it, such as `3` of `rule` and `rules`.
    case count(Int, String, String)
  }

  /// What the values of the rows are, as members of JSON.
  private let names: [String]
  private let rows: [[Cell?]]
  /// What to say when there is no row.
  private let absence: String
  /// Whether people read the first two values as one, such as `pack/rule`.
  private let joinsFirst: Bool

  /// Creates a listing.
  ///
  /// - Parameters:
  ///   - names: The names of the values, as JSON has them.
  ///   - absence: What to say when there is nothing, as a sentence without a full stop.
  ///   - joinsFirst: Whether people read the first two values as one, such as `pack/rule`.
  ///   - rows: The values in the order of the names; nil where a row has none.
  package init(_ names: [String], absence: String, joinsFirst: Bool = false, rows: [[Cell?]]) {
    self.names = names
    self.absence = absence
    self.joinsFirst = joinsFirst
    self.rows = rows
  }

  /// Whether there is no row.
  package var isEmpty: Bool { rows.isEmpty }

  /// The rows in columns that are as wide as their widest cell, the last one aside.
  package var page: Page { Page(bytes: table) }

  var table: [UInt8] {
    var writer = PageWriter()
    let lines = rows.map { row in
      let cells = row.map { Self.shown($0) }
      return joinsFirst ? ["\(cells[0])/\(cells[1])"] + cells.dropFirst(2) : cells
    }
    guard !lines.isEmpty else {
      writer.addLine(absence)
      return writer.bytes
    }
    let widths = lines[0].indices.map { column in
      lines.reduce(0) { max($0, $1[column].unicodeScalars.count) } + 2
    }
    for line in lines {
      var text = ""
      for (cell, width) in zip(line, widths).dropLast() {
        text += cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }
      writer.addLine(text + (line.last ?? ""), limit: 4_000)
    }
    return writer.bytes
  }

  /// The rows as a list of objects.
  package var json: Page {
    let objects = rows.map { row in
      JSONValue.object(
        present: zip(names, row).map { name, cell in
          switch cell {
          case .text(let text): (name, .string(text))
          case .count(let number, _, _): (name, .int(number))
          case nil: (name, nil)
          }
        }
      )
    }
    return Page(json: .array(objects))
  }

  private static func shown(_ cell: Cell?) -> String {
    switch cell {
    case .text(let text): VisibleText.line(text, limit: 1_000)
    case .count(let number, let singular, let plural): Wording.count(number, singular, plural)
    case nil: ""
    }
  }
}
