// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A question of a questionnaire with the answer behind it.
struct Question {
  /// The question, as written.
  let question: String
  /// What follows, without the further questions and instructions of the template.
  let answer: String

  /// The question that opens a text, or nil when its first sentence is none.
  init?(_ text: String) {
    guard text.has(UInt8(ascii: "?")), let mark = Sentence.end(in: text), text[mark] == "?",
      text[..<mark].contains(where: \.isLetter)
    else { return nil }
    self.init(question: String(text[...mark]), answer: text[text.index(after: mark)...])
  }

  /// The question that opens a paragraph or an element of a list, in bold or in plain text.
  init?(_ piece: TextPiece) {
    if let field = piece.field, field.label.contains("?") {
      self.init(question: field.label, answer: field.text)
    } else {
      self.init(piece.text)
    }
  }

  private init(question: String, answer: some StringProtocol) {
    self.question = question
    var rest = Substring(answer)
    while let next = Self.withoutInstruction(rest) { rest = next }
    self.answer = rest.trimmed
  }

  /// Whether the question asks for uses to keep away from.
  var asksForExclusions: Bool {
    let words = FoldedText.words(question)
    return Self.exclusions.contains { words.contains($0) }
  }

  private static let exclusions = ["should not be used", "not be used for", "out of scope"]

  /// The text after its first sentence or bracket, if that belongs to the template; nil when it does
  /// not.
  private static func withoutInstruction(_ text: Substring) -> Substring? {
    let text = text.drop(while: \.isWhitespace)
    guard !text.isEmpty else { return nil }
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      return text[text.index(after: close)...]
    }
    let end = Sentence.end(in: text) ?? text.index(before: text.endIndex)
    guard text[end] == "?" || isInstruction(text[...end]) else { return nil }
    return text[text.index(after: end)...]
  }

  /// Whether a sentence tells how to answer, as those of the questionnaire for datasheets do.
  private static func isInstruction(_ sentence: Substring) -> Bool {
    // The longest instruction of the questionnaire has some 400 characters.
    let words = " \(FoldedText.words(sentence.prefix(600))) "
    return words.contains(" please ") || instructions.contains { words.hasPrefix($0) }
  }

  private static let instructions = [
    " if so ", " if not ", " finally list when ", " this does not include intentionally removed ",
  ]
}

/// A paragraph or an element of a list.
struct TextPiece {
  let text: String
  /// The labelled fact that the piece starts with.
  let field: MarkdownField?
  let position: SourcePosition
  let endLine: Int

  /// The pieces of a block; none for tables.
  static func pieces(of block: MarkdownBlock) -> [TextPiece] {
    switch block.content {
    case .list(let items):
      let fields = Dictionary(
        block.fields.map { ($0.position.line, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      return items.map { item in
        TextPiece(
          text: item.text,
          field: fields[item.position.line],
          position: item.position,
          endLine: item.endLine
        )
      }
    case .paragraph(let text), .quote(let text), .code(_, let text):
      return [
        TextPiece(
          text: text,
          field: block.fields.first,
          position: block.position,
          endLine: block.endLine
        )
      ]
    case .table: return []
    }
  }
}
