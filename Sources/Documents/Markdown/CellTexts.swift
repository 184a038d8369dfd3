// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A cell of a table as it stands in the source.
struct RawCell {
  let bytes: ArraySlice<UInt8>
  let position: SourcePosition
  /// Whether the bytes may not stand for themselves.
  let hasMarkup: Bool

  /// A cell with `\|` replaced by `|`, which GFM does before all other markup.
  init(escaped cell: ArraySlice<UInt8>, position: SourcePosition) {
    bytes = Self.unescaped(cell)
    self.position = position
    hasMarkup = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { Self.isMark(at: $0, in: bytes) }
    }
  }

  private static func unescaped(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.has(ASCII.backslash) else { return cell }
    var bytes: ArraySlice<UInt8> = []
    for byte in cell {
      if byte == UInt8(ascii: "|"), bytes.last == ASCII.backslash { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }

  /// Whether a byte may start markup (CommonMark 0.29, chapter 6) or strike text through.
  private static func isMark(at index: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell[index] {
    case ASCII.backslash, UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "&"), UInt8(ascii: "~"):
      true
    // Inside a word it is none.
    case UInt8(ascii: "_"):
      !isByte(at: index - 1, of: cell, ASCII.isWord)
        || !isByte(at: index + 1, of: cell, ASCII.isWord)
    // Tags and links in angle brackets start with a letter or a mark.
    case UInt8(ascii: "<"):
      !isByte(at: index + 1, of: cell) { ASCII.isDigit($0) || ASCII.isBlank($0) }
    default: false
    }
  }

  private static func isByte(
    at index: Int,
    of cell: UnsafeBufferPointer<UInt8>,
    _ isSuch: (UInt8) -> Bool
  ) -> Bool {
    cell.indices.contains(index) && isSuch(cell[index])
  }
}

/// The texts of table cells without markup, one after the other.
struct CellTexts {
  /// The texts of the cells with markup.
  private var parsed: ArraySlice<String>

  /// Parses all cells with markup at once: for each of them a parser would be slow.
  init(of cells: [RawCell]) {
    var text: [UInt8] = []
    for cell in cells where cell.hasMarkup {
      var budget = MarkupBudget()
      // The leading reference keeps the cell from being taken for a heading, list or HTML block.
      text += "&#32;".utf8
      text += budget.trimmed(cell.bytes) ?? cell.bytes
      text += "\n\n".utf8
    }
    parsed = Self.parsedTexts(text)[...]
  }

  private static func parsedTexts(_ text: [UInt8]) -> [String] {
    guard !text.isEmpty, let document = CMarkDocument(text) else { return [] }
    return document.withBlocks { blocks in
      blocks.map { InlineText(of: $0).lines.map(\.text).joined(separator: " ") }
    }
  }

  /// The next of the cells, in their order, without markup.
  mutating func next(of cell: RawCell) -> TextCell {
    let text =
      cell.hasMarkup ? parsed.popFirst() ?? "" : String(decoding: cell.bytes, as: UTF8.self)
    return TextCell(text: text.trimmed, position: cell.position)
  }
}
