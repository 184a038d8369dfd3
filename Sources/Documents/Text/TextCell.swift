// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A cell of a table of texts, whatever the table was written in.
package struct TextCell: Hashable, Sendable {
  /// The text without markup and quotes.
  package var text: String
  /// Where the cell starts, at its quote if it has one.
  package var position: SourcePosition

  /// Creates a cell.
  package init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }
}
