// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

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
    return content.drop { $0 == mark }.allSatisfy(ASCII.isBlank)
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
    let header = Self.rawCells(of: lines[delimiter - 1], in: source)
    let rows = lines[(delimiter + 1)...].map { line in
      Self.rawCells(of: line, in: source).prefix(header.count)
    }
    var texts = CellTexts(of: header + rows.joined())
    table = MarkdownTable(
      header: header.map { texts.next(of: $0) },
      rows: rows.map { row in row.map { texts.next(of: $0) } }
    )
  }

  /// The line with the dashes, below a header of as many cells.
  private static func delimiterIndex(in lines: [ParagraphLine]) -> Int? {
    lines.indices.dropFirst().first { index in
      isDelimiter(lines[index].content)
        && cells(of: lines[index].content).count == cells(of: lines[index - 1].content).count
    }
  }

  private static func isDelimiter(_ row: ArraySlice<UInt8>) -> Bool {
    guard row.allSatisfy(mayDelimit), row.contains(UInt8(ascii: "|")),
      row.contains(UInt8(ascii: "-"))
    else { return false }
    return cells(of: row).allSatisfy { cell in
      let dashes = cell.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
      let colons = (dashes.startIndex - cell.startIndex, cell.endIndex - dashes.endIndex)
      return !dashes.isEmpty && colons.0 <= 1 && colons.1 <= 1
        && cell[dashes.endIndex...].allSatisfy { $0 == UInt8(ascii: ":") }
    }
  }

  private static func mayDelimit(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      || ASCII.isBlank(byte)
  }

  /// The cells of a row without the white space around them.
  private static func cells(of row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(8)
    var start = row.startIndex
    while let bar = bar(in: row[start...]) {
      // Nothing stands before the first one.
      if bar > row.startIndex { cells.append(trimmed(row[start..<bar])) }
      start = bar + 1
    }
    let last = trimmed(row[start...])
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  /// The first bar that no backslash stands before.
  private static func bar(in row: ArraySlice<UInt8>) -> Int? {
    let offset = row.withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      while let bar = bytes.offset(of: UInt8(ascii: "|"), from: start) {
        guard bar > 0, bytes[bar - 1] == ASCII.backslash else { return bar }
        // A backslash may itself stand behind one.
        let escapes = bytes[..<bar].reversed().prefix { $0 == ASCII.backslash }.count
        if escapes % 2 == 0 { return bar }
        start = bar + 1
      }
      return nil
    }
    return offset.map { row.startIndex + $0 }
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = cell.firstIndex { !ASCII.isBlank($0) } ?? cell.endIndex
    let end = cell.lastIndex { !ASCII.isBlank($0) }.map { $0 + 1 } ?? start
    return cell[start..<end]
  }

  private static func rawCells(of line: ParagraphLine, in source: MarkdownSource) -> [RawCell] {
    let fileLine = source.fileLine(line.number)
    var place = MarkdownSource.ColumnCursor()
    return cells(of: line.content).map { cell in
      let offset = cell.startIndex - line.content.startIndex + line.indentation
      let column = source.column(ofOffset: offset, inLine: line.number, from: &place)
      return RawCell(escaped: cell, position: SourcePosition(line: fileLine, column: column))
    }
  }
}
