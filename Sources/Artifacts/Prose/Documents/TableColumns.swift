// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// The columns of a table by their headings.
struct TableColumns {
  /// The headings in lower-case words, in their order.
  let names: [String]

  init(_ table: MarkdownTable) {
    names = table.header.map { FoldedText.words(Heading.withoutBrackets($0.text)) }
  }

  /// The first column with one of some headings.
  func first(of headings: Set<String>) -> Int? {
    names.firstIndex { headings.contains($0) }
  }

  /// The first column with one of some headings, else the first whose heading starts so.
  func first(of headings: Set<String>, orStartingWith starts: [String]) -> Int? {
    first(of: headings)
      ?? names.firstIndex { name in starts.contains { name.hasPrefix($0 + " ") } }
  }

  /// The text of a cell, or nil when there is no such cell or nothing but filler in it.
  func text(_ column: Int?, of row: [TextCell]) -> String? {
    guard let column, row.indices.contains(column) else { return nil }
    let text = row[column].text.trimmed
    return StatementState.state(of: text) == .substantive ? text : nil
  }
}
