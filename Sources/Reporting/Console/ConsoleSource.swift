// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The line of a file that a finding or a fault stands on, with a caret below its column.
struct ConsoleSource {
  /// The text of the line.
  let line: String
  let place: SourceLocation

  /// How many lines it takes.
  var lineCount: Int {
    guard let position = place.position, isTelling else { return 0 }
    return position.column > 1 ? 2 : 1
  }

  func write(to page: inout PageWriter) {
    guard let position = place.position, isTelling else { return }
    let window = SourceWindow(line, column: position.column, width: page.width - 12)
    page.addLine("  \(position.line) | \(window.text)")
    guard position.column > 1, let caret = window.caret else { return }
    let margin = String(repeating: " ", count: String(position.line).utf8.count)
    page.addLine("  \(margin) | \(String(repeating: " ", count: caret))^")
  }

  /// The beginning of a file stands for the whole of it, and its first line tells nothing.
  private var isTelling: Bool {
    place.position != .start && line.contains { !$0.isWhitespace }
  }
}

/// The part of a line that fits beside its number, and where a column stands in it.
private struct SourceWindow {
  let text: String
  /// How many characters stand before the column; nil when the line is not that long.
  let caret: Int?

  init(_ line: String, column: Int, width: Int) {
    let scalars = Array(line.unicodeScalars)
    // A column far to the right is shown with some of what stands before it.
    let start = column - 1 < width ? 0 : max(0, column - 1 - width / 3)
    func visible(_ part: ArraySlice<Unicode.Scalar>) -> String {
      VisibleText.line(String(String.UnicodeScalarView(part)))
    }
    let lead = start > 0 ? "… " : ""
    let before = scalars.prefix(column - 1).dropFirst(start)
    let shown = lead + visible(scalars.dropFirst(start))
    text =
      shown.unicodeScalars.count > width
      ? String(shown.unicodeScalars.prefix(width)) + "…" : shown
    caret =
      column - 1 < scalars.count
      ? lead.unicodeScalars.count + visible(before).unicodeScalars.count : nil
  }
}
