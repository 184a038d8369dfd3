// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A Markdown text as its headings divide it, with the front matter that precedes it.
package struct MarkdownDocument: Hashable, Sendable {
  /// The YAML front matter, or nil when there is none.
  package var frontMatter: Node?
  /// The sections in the order of the text; the first has level 0 and holds what precedes any
  /// heading.
  package var sections: [MarkdownSection]

  /// Creates a document.
  package init(frontMatter: Node?, sections: [MarkdownSection]) {
    self.frontMatter = frontMatter
    self.sections = sections
  }
}

/// A heading and the blocks up to the next heading of any level.
package struct MarkdownSection: Hashable, Sendable {
  /// 0 before the first heading, 1 to 6 for headings, 7 for a bold-only paragraph that acts as one.
  package var level: Int
  /// The heading without markup, as written otherwise (numbers and emoji stay).
  package var title: String
  /// The titles that lead here, outermost first, this one last.
  package var headingPath: [String]
  /// Where the heading starts.
  package var position: SourcePosition
  /// The last line before the next heading.
  package var endLine: Int
  /// What stands under the heading, without what its sub-headings hold.
  package var blocks: [MarkdownBlock]

  /// Creates a section.
  package init(
    level: Int,
    title: String,
    headingPath: [String],
    position: SourcePosition,
    endLine: Int,
    blocks: [MarkdownBlock]
  ) {
    self.level = level
    self.title = title
    self.headingPath = headingPath
    self.position = position
    self.endLine = endLine
    self.blocks = blocks
  }
}

/// A paragraph, list, table, quotation or code block.
package struct MarkdownBlock: Hashable, Sendable {
  /// What the block is.
  package enum Content: Hashable, Sendable {
    /// Running text without markup.
    case paragraph(String)
    /// The elements of a list; nested lists follow their parent in order.
    case list([MarkdownItem])
    /// A GitHub pipe table or an HTML table.
    case table(MarkdownTable)
    case code(language: String, text: String)
    case quote(String)
  }

  /// What the block is.
  package var content: Content
  /// The labelled facts that open the block's lines: `**License:** MIT`, `- License: MIT`.
  package var fields: [MarkdownField]
  /// Where the block starts.
  package var position: SourcePosition
  /// The last line of the block.
  package var endLine: Int
  /// Whether a block is fenced code, or a paragraph of nothing but code: it quotes something, and states
  /// nothing.
  package var isCode = false

  /// Creates a block.
  package init(
    content: Content,
    fields: [MarkdownField] = [],
    position: SourcePosition,
    endLine: Int
  ) {
    self.content = content
    self.fields = fields
    self.position = position
    self.endLine = endLine
  }

  /// The readable text of the block, without markup; table cells are joined with ` | `.
  package var text: String {
    switch content {
    case .paragraph(let text), .quote(let text), .code(_, let text): text
    case .list(let items): items.map(\.text).joined(separator: "\n")
    case .table(let table): table.text
    }
  }
}

/// One element of a list.
package struct MarkdownItem: Hashable, Sendable {
  /// The text of the element without markup and without its nested lists.
  package var text: String
  /// 0 for the outermost list.
  package var depth: Int
  /// Whether the whole element is one link to a heading of the same page (`[Uses](#uses)`).
  package var isAnchorLink: Bool
  /// Where the element starts.
  package var position: SourcePosition
  /// The last line of the element.
  package var endLine: Int

  /// Creates an element.
  package init(
    text: String,
    depth: Int = 0,
    isAnchorLink: Bool = false,
    position: SourcePosition,
    endLine: Int
  ) {
    self.text = text
    self.depth = depth
    self.isAnchorLink = isAnchorLink
    self.position = position
    self.endLine = endLine
  }
}

/// A labelled fact in running text.
package struct MarkdownField: Hashable, Sendable {
  /// The label without markup and without its colon.
  package var label: String
  /// The text after the label, without markup.
  package var text: String
  /// Where the label starts.
  package var position: SourcePosition
  /// The last line of the text.
  package var endLine: Int

  /// Creates a field.
  package init(label: String, text: String, position: SourcePosition, endLine: Int) {
    self.label = label
    self.text = text
    self.position = position
    self.endLine = endLine
  }
}

/// A table with one header row.
package struct MarkdownTable: Hashable, Sendable {
  /// The texts of the cells, one line for each row.
  fileprivate var text: String {
    var text = ""
    Self.append(header, to: &text)
    for row in rows {
      text += "\n"
      Self.append(row, to: &text)
    }
    return text
  }

  private static func append(_ row: [TextCell], to text: inout String) {
    for index in row.indices {
      if index > 0 { text += " | " }
      text += row[index].text
    }
  }

  /// The header cells.
  package var header: [TextCell]
  /// The rows below the header; a row may be shorter than the header.
  package var rows: [[TextCell]]

  /// Creates a table.
  package init(header: [TextCell], rows: [[TextCell]]) {
    self.header = header
    self.rows = rows
  }
}
