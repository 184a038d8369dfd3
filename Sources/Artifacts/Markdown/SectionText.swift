// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// What blocks say, and what of it counts as evidence.
struct SectionText {
  /// The readable text.
  let text: String
  /// The text without what a template brings along: questions, header rows, labels of table rows.
  let evidence: String
  /// The elements, where all blocks are lists.
  let items: [String]

  init(_ blocks: [MarkdownBlock]) {
    text = blocks.map(\.text).joined(separator: "\n\n")
    evidence = blocks.map(Self.evidence).joined(separator: "\n")
    let lists = blocks.compactMap { block -> [MarkdownItem]? in
      guard case .list(let items) = block.content else { return nil }
      return items
    }
    items = lists.count == blocks.count ? lists.flatMap { $0 }.map(\.text) : []
  }

  private static func evidence(of block: MarkdownBlock) -> String {
    guard case .table(let table) = block.content else {
      return TextPiece.pieces(of: block).map { Question($0)?.answer ?? $0.text }
        .joined(separator: "\n")
    }
    return table.rows.flatMap { $0.count > 1 ? $0.dropFirst() : $0[...] }.map(\.text)
      .joined(separator: "\n")
  }
}
