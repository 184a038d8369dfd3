// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A Markdown text as its headings divide it, with the front matter that precedes it.
public struct MarkdownDocument: Hashable, Sendable {
  /// The YAML front matter, or nil when there is none.
  public var frontMatter: Node?
  /// The sections in the order of the text; the first has level 0 and holds what precedes any
  /// heading.
  public var sections: [MarkdownSection]

  /// Creates a document.
  public init(frontMatter: Node?, sections: [MarkdownSection]) {
    self.frontMatter = frontMatter
    self.sections = sections
  }
}

/// A heading and the blocks up to the next heading of any level.
public struct MarkdownSection: Hashable, Sendable {
  /// 0 before the first heading, 1 to 6 for headings, 7 for a bold-only paragraph that acts as one.
  public var level: Int
  /// The heading without markup, as written otherwise (numbers and emoji stay).
  public var title: String
  /// The titles that lead here, outermost first, this one last.
  public var headingPath: [String]
  /// Where the heading starts.
  public var position: SourcePosition
  /// The last line before the next heading.
  public var endLine: Int
  /// What stands under the heading, without what its sub-headings hold.
  public var blocks: [MarkdownBlock]

  /// Creates a section.
  public init(
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
public struct MarkdownBlock: Hashable, Sendable {
  /// What the block is.
  public enum Content: Hashable, Sendable {
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
  public var content: Content
  /// The labelled facts that open the block's lines: `**License:** MIT`, `- License: MIT`.
  public var fields: [MarkdownField]
  /// Where the block starts.
  public var position: SourcePosition
  /// The last line of the block.
  public var endLine: Int

  /// Creates a block.
  public init(
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
  public var text: String {
    switch content {
    case .paragraph(let text), .quote(let text), .code(_, let text): text
    case .list(let items): items.map(\.text).joined(separator: "\n")
    case .table(let table): table.text
    }
  }
}

/// One element of a list.
public struct MarkdownItem: Hashable, Sendable {
  /// The text of the element without markup and without its nested lists.
  public var text: String
  /// 0 for the outermost list.
  public var depth: Int
  /// Whether the whole element is one link to a heading of the same page (`[Uses](#uses)`).
  public var isAnchorLink: Bool
  /// Where the element starts.
  public var position: SourcePosition
  /// The last line of the element.
  public var endLine: Int

  /// Creates an element.
  public init(
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
public struct MarkdownField: Hashable, Sendable {
  /// The label without markup and without its colon.
  public var label: String
  /// The text after the label, without markup.
  public var text: String
  /// Where the label starts.
  public var position: SourcePosition
  /// The last line of the text.
  public var endLine: Int

  /// Creates a field.
  public init(label: String, text: String, position: SourcePosition, endLine: Int) {
    self.label = label
    self.text = text
    self.position = position
    self.endLine = endLine
  }
}

/// A table with one header row.
public struct MarkdownTable: Hashable, Sendable {
  /// A cell without markup.
  public struct Cell: Hashable, Sendable {
    /// The text without markup.
    public var text: String
    /// Where the cell starts.
    public var position: SourcePosition

    /// Creates a cell.
    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

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

  private static func append(_ row: [Cell], to text: inout String) {
    for index in row.indices {
      if index > 0 { text += " | " }
      text += row[index].text
    }
  }

  /// The header cells.
  public var header: [Cell]
  /// The rows below the header; a row may be shorter than the header.
  public var rows: [[Cell]]

  /// Creates a table.
  public init(header: [Cell], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }
}
