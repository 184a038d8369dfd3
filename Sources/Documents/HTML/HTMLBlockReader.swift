// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Cuts a block of HTML into headings, tables, lists and paragraphs.
struct HTMLBlockReader {
  /// A part of the block, in the order of the text.
  enum Part {
    case heading(level: Int, title: String, position: SourcePosition)
    case block(MarkdownBlock)
  }

  private(set) var parts: [Part] = []
  private let bytes: ArraySlice<UInt8>
  private let fileLine: (Int) -> Int
  private var cursor: PlaceCursor

  private var text = TextLines()
  /// Where the running text starts, and the line in which it ends so far.
  private var textPlace: (start: SourcePosition, endLine: Int)?
  private var heading: (level: Int, position: SourcePosition)?
  private var list = HTMLListBuilder()
  private var table: HTMLTableBuilder?
  /// The element that hides what stands in it and behind it, until it ends.
  private(set) var hiding: HiddenElement.Open?

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - html: The block.
  ///   - hiding: The element of an earlier block that still hides what follows.
  ///   - fileLine: Tells the line in the file of a line of the block, both from 1.
  init(
    _ html: ArraySlice<UInt8>,
    in hiding: HiddenElement.Open? = nil,
    fileLine: @escaping (Int) -> Int
  ) {
    bytes = html
    self.hiding = hiding
    cursor = PlaceCursor(html)
    self.fileLine = fileLine
    var tokenizer = HTMLTokenizer(html)
    while let token = tokenizer.next() { read(token) }
    let end = place(html.endIndex)
    endTable(at: end)
    flush()
    flushList()
  }

  private mutating func read(_ token: HTMLToken) {
    if hiding.hides(token, of: bytes) { return }
    let position = place(token.offset)
    switch token.kind {
    case .text(let content) where table != nil: table?.append(content)
    case .text(let content): append(content, at: token.offset)
    case .start(let name) where table != nil:
      table?.start(name, at: position, span: HTMLTag.span(of: name, in: bytes[token.offset...]))
    case .start(let name): start(name, at: position)
    case .end("table"): endTable(at: position)
    case .end(let name) where table != nil: table?.end(name)
    case .end(let name): end(name)
    }
  }

  private mutating func start(_ name: String, at position: SourcePosition) {
    switch name {
    case "b", "strong": return text.startBold()
    case "br": return text.breakText()
    default: break
    }
    guard HTMLTag.startsLine(name) else { return }
    flush()
    switch name {
    case "table":
      flushList()
      table = HTMLTableBuilder(position: position)
    case "ul", "ol": list.open()
    case "li": list.startItem(at: position)
    default: heading = HTMLTag.headingLevel(name).map { ($0, position) }
    }
  }

  private mutating func end(_ name: String) {
    if name == "b" || name == "strong" { return text.endBold() }
    guard HTMLTag.startsLine(name) else { return }
    flush()
    switch name {
    case "ul", "ol":
      list.close()
      if !list.isOpen { flushList() }
    case "li": list.endItem()
    default: return
    }
  }

  private mutating func append(_ content: String, at offset: Int) {
    guard let first = bytes[offset...].firstIndex(where: { !Self.isWhiteSpace($0) }),
      content.contains(where: { !$0.isWhitespace })
    else { return text.append(content.isEmpty ? "" : " ") }
    let start = place(first)
    textPlace = (textPlace?.start ?? start, start.line)
    text.append(content.collapsedInside)
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineBreak(byte)
  }

  /// Ends the running text as a heading, as part of a list element or as a paragraph.
  private mutating func flush() {
    let lines = text.finish()
    defer {
      textPlace = nil
      heading = nil
    }
    guard let textPlace, !lines.isEmpty else { return }
    if let heading {
      flushList()
      let title = lines.map(\.text).joined(separator: " ")
      parts.append(.heading(level: heading.level, title: title, position: heading.position))
    } else if list.isInItem {
      list.append(lines, endLine: textPlace.endLine)
    } else {
      flushList()
      parts.append(.block(paragraph(lines, from: textPlace.start, endLine: textPlace.endLine)))
    }
  }

  private func paragraph(
    _ lines: [TextLine],
    from start: SourcePosition,
    endLine: Int
  ) -> MarkdownBlock {
    MarkdownBlock(
      content: .paragraph(lines.joined),
      fields: FieldFinder.fields(in: lines) { _ in (start, endLine) },
      position: start,
      endLine: endLine
    )
  }

  private mutating func flushList() {
    if let block = list.finish() { parts.append(.block(block)) }
  }

  private mutating func endTable(at end: SourcePosition) {
    guard table?.closes() == true else { return }
    if let block = table?.block(endLine: end.line) { parts.append(.block(block)) }
    table = nil
  }

  private mutating func place(_ offset: Int) -> SourcePosition {
    let place = cursor.move(to: offset)
    return SourcePosition(line: fileLine(place.line), column: place.column)
  }
}

extension String {
  /// The text with inner runs of white space replaced by one space; one at each end may stay.
  fileprivate var collapsedInside: String {
    let leads = unicodeScalars.first?.properties.isWhitespace == true
    let trails = unicodeScalars.last?.properties.isWhitespace == true
    return (leads ? " " : "") + collapsed + (trails ? " " : "")
  }
}
