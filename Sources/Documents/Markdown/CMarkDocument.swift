// SPDX-License-Identifier: Apache-2.0

internal import CCMark

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
