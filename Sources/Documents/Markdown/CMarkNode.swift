// SPDX-License-Identifier: Apache-2.0

internal import CCMark

/// A node of a tree that is alive.
struct CMarkNode {
  enum Kind {
    case blockQuote
    case list
    case element
    case code
    case html
    case paragraph
    case heading
    case text
    case softBreak
    case lineBreak
    case inlineCode
    case inlineHTML
    case strong
    case link
    case image
    case other
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .element
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  var children: [CMarkNode] {
    var children: [CMarkNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      children.append(CMarkNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  var endLine: Int {
    // The end of HTML that no blank line ends, such as `?>`, stands in a line that is not counted.
    let isHTML = kind == .html
    let lines = isHTML ? literal.utf8.count { $0 == UInt8(ascii: "\n") } : 1
    return max(startLine + lines - 1, Int(cmark_node_get_end_line(pointer)))
  }

  /// The level of a heading, from 1 to 6.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

  /// Whether a block of code stands between fences; text that is merely indented may be an answer.
  var isFenced: Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// Visits the node and everything below it, each with whether it is entered or left.
  ///
  /// Nodes without children are only entered. The walk keeps no stack of its own, so that deeply
  /// nested markup does no harm.
  func walk(_ visit: (CMarkNode, _ enters: Bool) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER: visit(CMarkNode(cmark_iter_get_node(iterator)), true)
      case CMARK_EVENT_EXIT: visit(CMarkNode(cmark_iter_get_node(iterator)), false)
      default: return
      }
    }
  }
}

/// The tree of a CommonMark text; owns what cmark allocates.
///
/// cmark's extensions are not used: while one of them is attached, the library's table of special
/// characters changes, and that table is shared by all threads.
struct CMarkDocument: ~Copyable {
  private let root: OpaquePointer

  /// Parses a text without NUL; nil when there is no memory.
  init?(_ text: [UInt8]) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    text.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      cmark_parser_feed(parser, start, buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Visits the blocks of the outermost level in their order.
  func withBlocks<Result, Failure: Error>(
    _ body: ([CMarkNode]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(CMarkNode(root).children)
  }
}
