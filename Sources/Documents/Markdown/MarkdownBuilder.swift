// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Turns the blocks of a CommonMark tree into sections.
struct MarkdownBuilder {
  private let source: MarkdownSource
  private let paragraphs: ParagraphReader
  private var outline: MarkdownOutline
  /// Whether a split HTML table was looked for up to the end in vain.
  private var tablesAreOpen = false
  /// The hidden element that the blocks stand in.
  private var hiding: HiddenElement.Open?

  init(_ source: MarkdownSource) {
    self.source = source
    paragraphs = ParagraphReader(source: source, quoteDepth: 0)
    outline = MarkdownOutline(at: source.start)
  }

  /// The sections that a text's outermost blocks make.
  mutating func sections(of blocks: [CMarkNode]) -> [MarkdownSection] {
    var rest = blocks[...]
    while let block = rest.popFirst() {
      if block.kind == .html {
        let last = endOfHTML(startingWith: block, in: &rest)
        read(html: block.startLine...max(block.startLine, last.endLine))
      } else if hiding == nil {
        read(block)
      }
    }
    return outline.sections(lastLine: source.lastLine)
  }

  private mutating func read(_ block: CMarkNode) {
    switch block.kind {
    case .heading: read(heading: block)
    case .paragraph: read(paragraph: block)
    case .list: read(list: block)
    case .blockQuote: read(quote: block)
    case .code:
      let language = block.fenceInfo.split(separator: " ").first.map(String.init) ?? ""
      append(.code(language: language, text: block.literal), of: block, isCode: block.isFenced)
    default: return
    }
  }

  private mutating func append(
    _ content: MarkdownBlock.Content,
    fields: [MarkdownField] = [],
    of block: CMarkNode,
    isCode: Bool = false
  ) {
    var added = MarkdownBlock(
      content: content,
      fields: fields,
      position: position(of: block),
      endLine: source.fileEndLine(block.endLine, from: block.startLine)
    )
    added.isCode = isCode
    outline.append(added)
  }

  private func position(of block: CMarkNode) -> SourcePosition {
    source.position(line: block.startLine, column: block.startColumn)
  }

  private mutating func read(heading block: CMarkNode) {
    let content = paragraphs.content(of: block)
    hiding = content.hiding
    guard content.table == nil else { return read(content, of: block) }
    let title = content.lines.map(\.text).joined(separator: " ")
    outline.startSection(level: block.headingLevel, title: title, at: position(of: block))
  }

  private mutating func read(paragraph block: CMarkNode) {
    let content = paragraphs.content(of: block)
    hiding = content.hiding
    if content.table == nil, let title = BoldHeading.title(of: content.lines) {
      outline.startSection(level: BoldHeading.level, title: title, at: position(of: block))
    } else {
      read(content, of: block)
    }
  }

  private mutating func read(_ content: ParagraphReader.Content, of block: CMarkNode) {
    if !content.lines.isEmpty {
      var paragraph = MarkdownBlock(
        content: .paragraph(content.lines.joined),
        fields: FieldFinder.fields(in: content.lines) { paragraphs.place(ofLine: $0, in: block) },
        position: position(of: block),
        endLine: source.fileEndLine(content.textEndLine, from: block.startLine)
      )
      paragraph.isCode = CodeText.fills(block)
      outline.append(paragraph)
    }
    guard let table = content.table?.table else { return }
    outline.append(
      MarkdownBlock(
        content: .table(table),
        position: paragraphs.place(ofLine: content.tableLine - block.startLine, in: block).position,
        endLine: source.fileEndLine(content.tableEndLine, from: content.tableLine)
      )
    )
  }

  private mutating func read(list block: CMarkNode) {
    let list = ListReader(block, source: source)
    if list.items.contains(where: { !$0.text.isEmpty }) {
      append(.list(list.items), fields: list.fields, of: block)
    }
    for table in list.tables { outline.append(table) }
  }

  private mutating func read(quote block: CMarkNode) {
    let text = BlockText.plain(block)
    guard !text.isEmpty else { return }
    let reader = ParagraphReader(source: source, quoteDepth: 1)
    let fields = block.shownChildren.filter { $0.kind == .paragraph }.flatMap { paragraph in
      FieldFinder.fields(in: reader.content(of: paragraph).lines) { offset in
        reader.place(ofLine: offset, in: paragraph)
      }
    }
    append(.quote(text), fields: fields, of: block)
  }

  private mutating func read(html lines: ClosedRange<Int>) {
    let source = source
    let html = lines.map { source.content(ofLine: $0) }.joined(separator: [ASCII.lineFeed])
    let reader = HTMLBlockReader(Array(html)[...], in: hiding) {
      source.fileLine(lines.lowerBound + $0 - 1)
    }
    hiding = reader.hiding.flatMap { $0.reachesOn ? $0 : nil }
    for part in reader.parts {
      switch part {
      case .heading(let level, let title, let position):
        outline.startSection(level: level, title: title, at: position)
      case .block(let block): outline.append(block)
      }
    }
  }

  /// The block in which an HTML table ends that blank lines have split, or the block itself.
  private mutating func endOfHTML(
    startingWith block: CMarkNode,
    in rest: inout ArraySlice<CMarkNode>
  ) -> CMarkNode {
    var open = HTMLTag.openTables(in: block.literal)
    guard open > 0, !tablesAreOpen else { return block }
    for index in rest.indices where rest[index].kind == .html {
      open += HTMLTag.openTables(in: rest[index].literal)
      guard open <= 0 else { continue }
      let last = rest[index]
      rest = rest[(index + 1)...]
      return last
    }
    tablesAreOpen = true
    return block
  }
}
