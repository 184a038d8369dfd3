// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Reads a paragraph and the table that may be in it.
struct ParagraphReader {
  /// Running text and, below it, a table; either may be missing.
  struct Content {
    var lines: [TextLine] = []
    var table: PipeTable?
    /// Whether the text is one link to a heading of the same page.
    var isAnchorLink = false
    /// The hidden element that goes on behind the paragraph.
    var hiding: HiddenElement.Open?
    /// The line of the parsed text in which the running text ends.
    var textEndLine: Int
    /// The first line of the table.
    var tableLine: Int
    /// The last line of the table, without the underline of a heading.
    var tableEndLine: Int
  }

  /// How many lines ahead a text line is looked for.
  private static let longestGap = 64

  let source: MarkdownSource
  /// The quotations around the paragraph.
  let quoteDepth: Int

  /// The content of a paragraph, or of a heading whose underline may close a table instead.
  func content(of block: CMarkNode) -> Content {
    let inline = InlineText(of: block)
    if block.endLine == block.startLine, inline.lines.allSatisfy({ $0.offset == 0 }) {
      return content(inline, ofLine: block.startLine)
    }
    var lines = lines(of: block)
    if block.kind == .heading, let underline = lines.dropFirst().firstIndex(where: \.isUnderline) {
      lines.removeSubrange(underline...)
    }
    let table = PipeTable(in: lines, of: source)
    var text = aligned(inline.lines, with: lines, of: block)
    if let table { text.removeAll { $0.offset >= table.linesAbove } }
    let above = table?.linesAbove ?? lines.count
    return Content(
      lines: text,
      table: table,
      isAnchorLink: inline.isAnchorLink,
      hiding: inline.hiding,
      textEndLine: block.startLine + max(0, above - 1),
      tableLine: block.startLine + above,
      tableEndLine: lines.last?.number ?? block.endLine
    )
  }

  /// The content of a block of one line, which can hold no table.
  private func content(_ inline: InlineText, ofLine number: Int) -> Content {
    Content(
      lines: inline.lines,
      isAnchorLink: inline.isAnchorLink,
      hiding: inline.hiding,
      textEndLine: number,
      tableLine: number + 1,
      tableEndLine: number
    )
  }

  /// The place in the file of a line of a block, for labels.
  func place(
    ofLine offset: Int,
    in block: CMarkNode
  ) -> (position: SourcePosition, line: Int) {
    let number = block.startLine + offset
    let indentation =
      offset == 0 ? block.startColumn - 1 : indentation(of: source.content(ofLine: number))
    return (
      source.position(line: number, column: indentation + 1),
      source.fileLine(number)
    )
  }

  private func lines(of block: CMarkNode) -> [ParagraphLine] {
    var lines: [ParagraphLine] = []
    lines.reserveCapacity(block.endLine - block.startLine + 1)
    for number in block.startLine...block.endLine {
      let line = source.content(ofLine: number)
      let indentation =
        number == block.startLine ? max(0, block.startColumn - 1) : indentation(of: line)
      guard indentation < line.count else { continue }
      let content = line.dropFirst(indentation)
      lines.append(ParagraphLine(number: number, indentation: indentation, content: content))
    }
    return lines
  }

  private func indentation(of line: ArraySlice<UInt8>) -> Int {
    var quotes = quoteDepth
    let content = line.drop { byte in
      if byte == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
        return true
      }
      return ASCII.isBlank(byte)
    }
    return line.count - content.count
  }

  /// The text lines with their true offsets.
  ///
  /// Line ends inside code or links, and definitions of links above the text, are not seen as
  /// line ends in the tree. Then each line is looked for by its first word.
  private func aligned(
    _ text: [TextLine],
    with lines: [ParagraphLine],
    of block: CMarkNode
  ) -> [TextLine] {
    guard let last = text.last, last.offset + 1 != lines.count else { return text }
    var next = lines.startIndex
    return text.map { line in
      let word = Array(line.text.utf8.prefix { !ASCII.isBlank($0) }.prefix(16))
      let ahead = lines[next...].prefix(Self.longestGap)
      guard let found = ahead.firstIndex(where: { $0.content.firstIndex(of: word) != nil }) else {
        return line
      }
      next = found
      var line = line
      line.offset = lines[found].number - block.startLine
      return line
    }
  }
}
