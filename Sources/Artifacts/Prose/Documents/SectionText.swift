// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension MarkdownBlock {
  /// Whether it is shown as program text, be it without a fence.
  fileprivate var isIndentedCode: Bool {
    if case .code = content { true } else { false }
  }
}

/// What blocks say, and what of it counts as evidence.
struct SectionText {
  /// The readable text.
  let text: String
  /// The elements, where all blocks are lists.
  let items: [String]
  private let pieces: [Piece]

  /// A text without what a template brings along, with the question that it answers.
  private struct Piece {
    let evidence: String
    let question: Question?
    var isCode = false
    var isIndented = false
  }

  init(_ blocks: [MarkdownBlock]) {
    text = blocks.count == 1 ? blocks[0].text : blocks.map(\.text).joined(separator: "\n\n")
    pieces = blocks.flatMap(Self.pieces)
    let lists = blocks.compactMap { block -> [MarkdownItem]? in
      guard case .list(let items) = block.content else { return nil }
      return items
    }
    items = lists.count == blocks.count ? lists.flatMap { $0 }.map(\.text) : []
  }

  /// The text without questions, header rows and labels of table rows.
  var evidence: String { pieces.map(\.evidence).joined(separator: "\n") }

  /// Whether the blocks say anything on any topic.
  var hasEvidence: Bool { Self.state(of: pieces, for: .value) == .substantive }

  /// Whether the blocks are evidence on a topic.
  ///
  /// What a dataset should not be used for says nothing about its intended use.
  func state(on topic: Topic) -> Statement.State {
    let isCounted = { (piece: Piece) in
      topic != .intendedUse || piece.question?.asksForExclusions != true
    }
    return Self.state(of: pieces.filter(isCounted), for: Demand(topic), on: topic)
  }

  /// Whether the blocks are enough for what is asked.
  func state(for demand: Demand, on topic: Topic? = nil) -> Statement.State {
    Self.state(of: pieces, for: demand, on: topic)
  }

  /// What quotes a machine states nothing, although it may hold a name or a number.
  private static func state(
    of pieces: [Piece],
    for demand: Demand,
    on topic: Topic? = nil
  ) -> Statement.State {
    // Answers stand indented below the questions of the datasheet's own template.
    let isAnswer = topic?.rawValue.hasPrefix("data.") == true
    let stated =
      demand.isProse ? pieces.filter { !$0.isCode && (isAnswer || !$0.isIndented) } : pieces
    return StatementState.state(of: stated.lazy.map(\.evidence), for: demand, on: topic)
  }

  private static func pieces(of block: MarkdownBlock) -> [Piece] {
    guard case .table(let table) = block.content else {
      return TextPiece.pieces(of: block).map { piece in
        let question = Question(piece)
        return Piece(
          evidence: question?.answer ?? evidence(of: piece),
          question: question,
          isCode: block.isCode,
          isIndented: block.isIndentedCode
        )
      }
    }
    let namesRisks = table.header.first.map { RiskField.names.contains(FoldedText.words($0.text)) }
    return table.rows.flatMap { row in
      // What a row rates is said with it; otherwise the first cell may be that of a template.
      let isRated = namesRisks == true && row.dropFirst().contains { isRating($0.text) }
      return isRated || row.count < 2 ? row[...] : row.dropFirst()
    }
    .map { Piece(evidence: $0.text, question: nil) }
  }

  private static func isRating(_ text: String) -> Bool {
    ![.absent, .undecided].contains(Rating(text))
  }

  /// A form names the role of those who are to sign, whether or not somebody has.
  private static func evidence(of piece: TextPiece) -> String {
    let label = piece.field.map { FoldedText.words($0.label) }
    return ["role", "position", "title"].contains(label) ? "" : piece.text
  }
}
