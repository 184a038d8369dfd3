// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Reads Markdown (CommonMark with GitHub's tables) as sections of text without markup.
///
/// HTML comments are removed before headings are found, except in fenced code. Tables, headings
/// and lists in HTML count like those of Markdown; images are dropped; struck-through text is
/// dropped too, as its author has withdrawn it.
package enum MarkdownReader {
  /// The largest text that is read whatever the limits say, in bytes.
  package static let maximumBytes = 16 << 20

  /// The document that a UTF-8 text holds.
  ///
  /// - Throws: A wrong encoding, a front matter that is no YAML map, or more than the limits
  ///   allow. All else is a document: Markdown has no syntax errors.
  package static func read(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(Problem) -> MarkdownDocument {
    var limits = limits
    limits.maximumBytes = min(limits.maximumBytes, maximumBytes)
    let text = try SourceText(bytes, limits: limits)
    var body = bytes[text.start...]
    var frontMatter: Node?
    if let matter = FrontMatter(of: body) {
      let firstLine = LineTable(bytes[text.start..<matter.yaml.startIndex]).count
      frontMatter = try read(matter.yaml, limits: limits, firstLine: firstLine)
      body = matter.rest
    }
    let firstLine = LineTable(bytes[text.start..<body.startIndex]).count
    return MarkdownDocument(
      frontMatter: frontMatter,
      sections: try sections(of: body, limits: limits, firstLine: firstLine)
    )
  }

  private static func read(
    _ yaml: ArraySlice<UInt8>,
    limits: DocumentLimits,
    firstLine: Int
  ) throws(Problem) -> Node {
    let node = try YAMLReader.read(yaml, limits: limits, firstLine: firstLine)
    guard !node.isMap, !node.isNull else { return node }
    throw Problem(
      message: "the front matter is a \(node.isList ? "list" : "text"), not a map",
      position: node.position,
      help: "write 'key: value' lines between the two '---' lines, or remove those lines"
    )
  }

  private static func sections(
    of body: ArraySlice<UInt8>,
    limits: DocumentLimits,
    firstLine: Int
  ) throws(Problem) -> [MarkdownSection] {
    let source = try MarkdownCleaner.clean(body, firstLine: firstLine, limits: limits)
    guard let document = CMarkDocument(source.text) else {
      throw Problem(
        message: "there is not enough memory to read the Markdown text",
        position: source.start,
        help: "try again with more memory, or split the file"
      )
    }
    return try document.withBlocks { blocks throws(Problem) in
      guard blocks.count <= limits.maximumBlocks else {
        throw Problem(
          message: "the text has \(blocks.count) headings, paragraphs and lists, and may have "
            + "\(limits.maximumBlocks)",
          position: source.start,
          help: "split the file"
        )
      }
      var builder = MarkdownBuilder(source)
      return builder.sections(of: blocks)
    }
  }
}
