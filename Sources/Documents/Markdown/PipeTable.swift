// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A line of a paragraph without the white space and quotation marks in front of it.
struct ParagraphLine {
  /// Its number in the parsed text.
  let number: Int
  /// How many bytes stand in front of it.
  let indentation: Int
  let content: ArraySlice<UInt8>

  /// Whether the line makes the paragraph above it a heading (CommonMark 0.29, section 4.3).
  var isUnderline: Bool {
    guard let mark = content.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else {
      return false
    }
    return content.drop { $0 == mark }.allSatisfy(Byte.isBlank)
  }
}

/// A GitHub table (GFM, section 4.10) found in the lines of a paragraph.
struct PipeTable {
  /// How many lines of the paragraph stand above the header.
  let linesAbove: Int
  let table: MarkdownTable

  /// The first table in the lines of a paragraph, which reaches to the paragraph's end.
  init?(in lines: [ParagraphLine], of source: MarkdownSource) {
    guard let delimiter = Self.delimiterIndex(in: lines) else { return nil }
    linesAbove = delimiter - 1
    let rows = ([lines[delimiter - 1]] + lines[(delimiter + 1)...]).map { line in
      Self.rawCells(of: line, in: source)
    }
    let texts = CellTexts.plain(rows.map { row in row.map(\.bytes) })
    let cells = zip(rows, texts).map { row, texts in
      zip(row, texts).prefix(rows[0].count).map { cell, text in
        MarkdownTable.Cell(text: text.trimmed, position: cell.position)
      }
    }
    table = MarkdownTable(header: cells[0], rows: Array(cells.dropFirst()))
  }

  private struct RawCell {
    let bytes: [UInt8]
    let position: SourcePosition
  }

  /// The line with the dashes, below a header of as many cells.
  private static func delimiterIndex(in lines: [ParagraphLine]) -> Int? {
    lines.indices.dropFirst().first { index in
      isDelimiter(lines[index].content)
        && cells(of: lines[index].content).count == cells(of: lines[index - 1].content).count
    }
  }

  private static func isDelimiter(_ row: ArraySlice<UInt8>) -> Bool {
    let allowed = Array("|-: \t".utf8)
    guard row.contains(UInt8(ascii: "|")), row.contains(UInt8(ascii: "-")),
      row.allSatisfy(allowed.contains)
    else { return false }
    return cells(of: row).allSatisfy { cell in
      let dashes = cell.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
      let colons = (dashes.startIndex - cell.startIndex, cell.endIndex - dashes.endIndex)
      return !dashes.isEmpty && colons.0 <= 1 && colons.1 <= 1
        && cell[dashes.endIndex...].allSatisfy { $0 == UInt8(ascii: ":") }
    }
  }

  /// The cells of a row without the white space around them.
  private static func cells(of row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    var index = row.startIndex
    while index < row.endIndex {
      if row[index] == UInt8(ascii: "|") {
        cells.append(row[start..<index])
        start = index + 1
      }
      index += row[index] == Byte.backslash ? 2 : 1
    }
    if !row[start...].allSatisfy(Byte.isBlank) { cells.append(row[start...]) }
    if row.first == UInt8(ascii: "|") { cells.removeFirst() }
    return cells.map(trimmed)
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = cell.firstIndex { !Byte.isBlank($0) } ?? cell.endIndex
    let end = cell.lastIndex { !Byte.isBlank($0) }.map { $0 + 1 } ?? start
    return cell[start..<end]
  }

  private static func rawCells(of line: ParagraphLine, in source: MarkdownSource) -> [RawCell] {
    let cells = cells(of: line.content)
    let offsets = cells.map { $0.startIndex - line.content.startIndex + line.indentation }
    let columns = source.columns(ofOffsets: offsets, inLine: line.number)
    let fileLine = source.fileLine(line.number)
    return zip(cells, columns).map { cell, column in
      RawCell(
        bytes: unescaped(cell),
        position: SourcePosition(line: fileLine, column: column)
      )
    }
  }

  /// The cell with `\|` replaced by `|`, which GFM does before all other markup.
  private static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    guard cell.contains(Byte.backslash) else { return Array(cell) }
    var bytes: [UInt8] = []
    for byte in cell {
      if byte == UInt8(ascii: "|"), bytes.last == Byte.backslash { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }
}

/// The texts of table cells without markup.
private enum CellTexts {
  private static let markup = Set("\\`*_[]<>&!~".utf8)

  /// Parses all cells with markup at once: for each of them a parser would be slow.
  static func plain(_ rows: [[[UInt8]]]) -> [[String]] {
    var text: [UInt8] = []
    var budget = MarkupBudget()
    for cell in rows.joined() where hasMarkup(cell) {
      // The leading reference keeps the cell from being taken for a heading, list or HTML block.
      text += "&#32;".utf8
      text += budget.trimmed(cell[...]) ?? cell[...]
      text += "\n\n".utf8
      budget = MarkupBudget()
    }
    var parsed = parsedTexts(text)[...]
    return rows.map { row in
      row.map { hasMarkup($0) ? parsed.popFirst() ?? "" : String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func hasMarkup(_ cell: [UInt8]) -> Bool {
    cell.contains(where: markup.contains)
  }

  private static func parsedTexts(_ text: [UInt8]) -> [String] {
    guard !text.isEmpty, let document = CMarkDocument(text) else { return [] }
    return document.withBlocks { blocks in
      blocks.map { InlineText(of: $0).lines.map(\.text).joined(separator: " ") }
    }
  }
}
