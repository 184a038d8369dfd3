// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Reads a list with its nested lists into one row of elements.
///
/// The recursion is bounded: the source of a text that nests deeper is refused.
struct ListReader {
  private(set) var items: [MarkdownItem] = []
  private(set) var fields: [MarkdownField] = []
  /// The tables inside the elements, which follow the list as blocks of their own.
  private(set) var tables: [MarkdownBlock] = []

  private let source: MarkdownSource
  private let paragraphs: ParagraphReader

  init(_ list: CMarkNode, source: MarkdownSource) {
    self.source = source
    paragraphs = ParagraphReader(source: source, quoteDepth: 0)
    read(list, depth: 0)
  }

  private mutating func read(_ list: CMarkNode, depth: Int) {
    for element in list.children { read(element: element, depth: depth) }
  }

  private mutating func read(element: CMarkNode, depth: Int) {
    let place = items.count
    let end = source.fileEndLine(element.endLine, from: element.startLine)
    let position = source.position(line: element.startLine, column: element.startColumn)
    items.append(MarkdownItem(text: "", depth: depth, position: position, endLine: end))
    var lastField: Int?
    var text = ""
    var parts = 0
    var isAnchorLink = false
    for child in element.shownChildren {
      switch child.kind {
      case .list: read(child, depth: depth + 1)
      case .paragraph, .heading:
        let content = paragraphs.content(of: child)
        add(content, of: child)
        guard !content.lines.isEmpty else { continue }
        parts += 1
        isAnchorLink = content.isAnchorLink
        Self.append(content.lines.joined, to: &text)
        addFields(of: content, in: child, last: &lastField)
      default:
        parts += 1
        Self.append(BlockText.plain(child), to: &text)
      }
    }
    items[place].text = text
    items[place].isAnchorLink = isAnchorLink && parts == 1
    if let lastField { settleEmptyField(at: lastField, element: place) }
  }

  private static func append(_ line: String, to text: inout String) {
    if text.isEmpty {
      text = line
    } else if !line.isEmpty {
      text += "\n" + line
    }
  }

  private mutating func add(_ content: ParagraphReader.Content, of block: CMarkNode) {
    guard let table = content.table?.table else { return }
    tables.append(
      MarkdownBlock(
        content: .table(table),
        position: table.header.first?.position
          ?? source.position(line: content.tableLine, column: 1),
        endLine: source.fileEndLine(block.endLine, from: block.startLine)
      )
    )
  }

  /// Adds the fields of a paragraph; text without a label belongs to the element's last field.
  private mutating func addFields(
    of content: ParagraphReader.Content,
    in block: CMarkNode,
    last: inout Int?
  ) {
    if let last, !FieldFinder.startsLabelled(content.lines) {
      fields[last].text += (fields[last].text.isEmpty ? "" : "\n") + content.lines.joined
      fields[last].endLine = source.fileEndLine(block.endLine, from: block.startLine)
      return
    }
    let found = FieldFinder.fields(in: content.lines, mayContinue: true) { offset in
      paragraphs.place(ofLine: offset, in: block)
    }
    guard !found.isEmpty else { return }
    fields += found
    last = fields.count - 1
  }

  /// Gives a label without text the nested list below it; without one, only a colon makes a label.
  private mutating func settleEmptyField(at index: Int, element: Int) {
    guard fields[index].text.isEmpty else { return }
    let nested = items[(element + 1)...]
    fields[index].text = nested.map(\.text).joined(separator: "\n")
    if let last = nested.last {
      fields[index].endLine = last.endLine
    } else if !items[element].text.hasSuffix(":") {
      fields.remove(at: index)
    }
  }
}
