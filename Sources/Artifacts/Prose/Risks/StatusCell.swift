// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension TableColumns {
  /// The text of a cell that tells how far something is, where filler such as `TBD` tells that too.
  func status(_ column: Int?, of row: [TextCell]) -> String? {
    guard let column, row.indices.contains(column) else { return nil }
    let text = row[column].text.trimmed
    return !text.isEmpty && MeasureProgress.isOpen(text) ? text : self.text(column, of: row)
  }

  /// The text of a cell for a field of a risk.
  func text(_ column: Int, for path: RiskPath, of row: [TextCell]) -> String? {
    path == \Risk.status ? status(column, of: row) : text(column, of: row)
  }

  /// How far a row says that its measure is: where it is put off in the column that tells how it is done.
  func deferral(of row: [TextCell]) -> String? {
    text(first(of: ControlWords.descriptions), of: row)
      .flatMap { MeasureProgress.isOpen($0) ? $0 : nil }
  }
}

extension MarkdownTable {
  /// The texts of a column.
  func texts(of column: Int) -> [String] {
    rows.compactMap { $0.indices.contains(column) ? $0[column].text.trimmed : nil }
  }
}
