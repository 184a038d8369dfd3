// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// The fields of a form that somebody is to sign, in lines or in a table: name, day, signature, opinion.
struct SignOffForm {
  /// The labels as words, each with what stands behind it; nil for a blank.
  private let fields: [(label: String, text: String?)]
  /// The same of the columns of tables that many may sign.
  private let columns: [(label: String, text: String?)]

  init(_ blocks: [MarkdownBlock]) {
    fields = blocks.flatMap { block in block.fields.flatMap(Self.parts) + Self.rows(of: block) }
    columns = blocks.flatMap(Self.columns)
  }

  /// What stands in the first field with one of some labels: nil without one, and within it for a blank.
  func text(_ labels: Set<String>) -> String?? {
    fields.first { labels.contains($0.label) }.map(\.text)
  }

  /// Whether nobody has signed where somebody is to.
  var awaitsSignature: Bool {
    fields.contains { $0.text == nil && Self.names($0.label, oneOf: SignOffWords.signatures) }
  }

  /// What advice is worth above the form: none above blanks, and of nobody above some.
  func settled(_ state: Statement.State) -> Statement.State {
    let own = (fields + columns).filter { field in
      Self.entries.contains { Self.names(field.label, oneOf: $0) }
    }
    let blanks = own.count { $0.text == nil }
    guard state == .substantive, blanks > 0 else { return state }
    return blanks == own.count ? .placeholder : .undecided
  }

  private static let entries = [SignOffWords.names, SignOffWords.dates, SignOffWords.signatures]

  /// The most words of a label: `Signature of the officer`.
  private static let longestLabel = 4

  private static func names(_ label: String, oneOf labels: Set<String>) -> Bool {
    let words = label.spacedWords
    return words.count <= longestLabel && words.contains { labels.contains(String($0)) }
  }

  /// `Name: ____ | Date: ____` is two fields.
  private static func parts(of field: MarkdownField) -> [(label: String, text: String?)] {
    LabelledFact.separated(field).map { entry($0.label, $0.text) }
  }

  /// The rows of a table with two columns; its header is a row too.
  private static func rows(of block: MarkdownBlock) -> [(label: String, text: String?)] {
    guard case .table(let table) = block.content, table.header.count == 2 else { return [] }
    return ([table.header] + table.rows).compactMap { row in
      row.first.map { entry($0.text, row.count > 1 ? row[1].text : "") }
    }
  }

  /// The columns of a wider table, which is blank where none of its rows is filled in.
  private static func columns(of block: MarkdownBlock) -> [(label: String, text: String?)] {
    guard case .table(let table) = block.content, table.header.count > 2 else { return [] }
    return table.header.enumerated().map { column, heading in
      let texts = table.rows.compactMap { $0.indices.contains(column) ? $0[column].text : nil }
      return entry(heading.text, texts.first { entry("", $0).text != nil } ?? "")
    }
  }

  private static func entry(_ label: String, _ text: String) -> (label: String, text: String?) {
    let text = text.trimmed
    let isBlank = text.isEmpty || Blank.occurs(in: text) || StatementState.isToCome(text)
    return (FoldedText.words(Heading.withoutBrackets(label)), isBlank ? nil : text)
  }
}
