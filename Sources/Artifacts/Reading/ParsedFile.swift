// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// A file that was parsed once, by its name and content.
struct ParsedFile: Sendable {
  /// What the syntax of the file is.
  enum Content: Sendable {
    case json(Node)
    case yaml(Node)
    case markdown(MarkdownDocument)
    case table(CSVTable)
    /// A text of no known syntax.
    case text(String)
    /// The bytes of what is no text.
    case binary([UInt8])
  }

  let file: FileIdentity
  let content: Content
  let byteCount: Int
  /// The headings of the sections of a Markdown document, which many formats look up.
  let headings: [Heading]

  /// What a declaration says a record documents.
  let declaredRecord: RecordKind?

  init(
    file: FileIdentity,
    content: Content,
    byteCount: Int,
    declaredRecord: RecordKind? = nil
  ) {
    self.file = file
    self.content = content
    self.byteCount = byteCount
    self.declaredRecord = declaredRecord
    guard case .markdown(let document) = content else {
      headings = []
      return
    }
    headings = document.sections.map { Heading($0.title) }
  }

  /// The path from the root of the tree.
  var path: String { file.path }

  /// The root of a JSON or YAML document.
  var root: NodeCursor? {
    switch content {
    case .json(let node), .yaml(let node): NodeCursor(node, of: file)
    case .markdown, .table, .text, .binary: nil
    }
  }

  /// The document, for Markdown.
  var markdown: MarkdownDocument? {
    guard case .markdown(let document) = content else { return nil }
    return document
  }

  /// The most values of a file, cells of a table included, that a format reads.
  ///
  /// A metric of the project's own form has about ten.
  static let maximumValues = 1_000_000

  /// How many values the file has, without those below some keys of its root.
  func valueCount(besides keys: [String]) -> Int {
    switch content {
    case .json(let node), .yaml(let node):
      keys.reduce(node.valueCount) { $0 - (node[$1]?.valueCount ?? 0) }
    case .markdown(let document): document.frontMatter?.valueCount ?? 0
    case .table(let table): table.rows.count * table.header.count
    case .text, .binary: 0
    }
  }

  /// The most records that a file can have, each of which takes a value of its own or a byte of a text.
  var mostRecords: Int { max(valueCount(besides: []), markdown == nil ? 0 : byteCount) }

  /// A new artifact of this file; the reader fills in the records.
  func artifact(_ kind: ArtifactKind, format: String, title: String? = nil) -> Artifact {
    Artifact(kind: kind, format: format, title: title, source: file.reference())
  }
}
