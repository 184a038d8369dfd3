// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The measures that a list or a paragraph states.
struct ControlText {
  let controls: [ControlRecord]

  init(_ block: MarkdownBlock, in section: MarkdownSection, _ reading: MarkdownReading) {
    let pieces = TextPiece.pieces(of: block)
    if let control = Self.described(by: pieces, section, reading) {
      controls = [control]
    } else if case .list = block.content {
      controls = pieces.compactMap { Self.element($0, section, reading) }
    } else {
      controls = pieces.compactMap { Self.paragraph($0, section, reading) }
    }
  }

  /// A list that describes the one measure that the heading names: implementation, status, owner.
  private static func described(
    by pieces: [TextPiece],
    _ section: MarkdownSection,
    _ reading: MarkdownReading
  ) -> ControlRecord? {
    let fields = pieces.compactMap(\.field).map { (FoldedText.words($0.label), $0.text) }
    guard fields.count > 1, fields.count == pieces.count,
      fields.count(where: { attributes.contains($0.0) }) > 1
    else { return nil }
    func text(_ labels: Set<String>) -> String? {
      fields.first { labels.contains($0.0) && StatementState.state(of: $0.1) == .substantive }?.1
    }
    var control = ControlRecord(title: section.title, source: reading.source(of: section))
    control.description = text(descriptions)
    control.status = text(ControlWords.statuses) ?? MeasureProgress.plan(in: section.headingPath)
    control.responsible = text(ControlWords.owners)
    return control
  }

  private static func element(
    _ piece: TextPiece,
    _ section: MarkdownSection,
    _ reading: MarkdownReading
  ) -> ControlRecord? {
    guard isMeasure(piece.field) else { return nil }
    if let (isDone, text) = box(piece.text) {
      guard StatementState.state(of: text) == .substantive else { return nil }
      var control = control(piece, section, reading)
      control.title = text
      if !isDone { control.status = "[ ]" }
      return control
    }
    guard StatementState.state(of: piece.text) == .substantive else { return nil }
    return control(piece, section, reading)
  }

  /// What stands behind a box, and whether it is ticked: `[x] All disks are encrypted`.
  private static func box(_ text: String) -> (isDone: Bool, text: String)? {
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else { return nil }
    let mark = text[..<end].dropFirst().trimmed
    guard mark.isEmpty || ["x", "X", "✓", "✔"].contains(mark) else { return nil }
    return (!mark.isEmpty, text[text.index(after: end)...].trimmed)
  }

  /// `**Encryption.** All disks are encrypted.` names a measure; a paragraph without a label is prose.
  private static func paragraph(
    _ piece: TextPiece,
    _ section: MarkdownSection,
    _ reading: MarkdownReading
  ) -> ControlRecord? {
    guard let field = piece.field, piece.text.hasPrefix(field.label), isMeasure(field),
      StatementState.state(of: field.text) == .substantive, !RiskHeading.orders(field.label)
    else { return nil }
    return control(piece, section, reading)
  }

  private static func control(
    _ piece: TextPiece,
    _ section: MarkdownSection,
    _ reading: MarkdownReading
  ) -> ControlRecord {
    let source = reading.file.reference(
      at: piece.position,
      endLine: piece.endLine,
      headingPath: section.headingPath
    )
    var control = ControlRecord(title: piece.field?.label ?? piece.text, source: source)
    control.description = piece.field.map { field in
      String(field.text, trimming: { $0.isWhitespace || $0 == "," })
    }
    control.status = MeasureProgress.plan(in: section.headingPath)
    return control
  }

  /// Whether a labelled text is a measure, not the rating of a risk, an address or an attribute.
  private static func isMeasure(_ field: MarkdownField?) -> Bool {
    guard let field else { return true }
    let label = FoldedText.words(field.label)
    let isAddress = field.text.contains("@") && !field.text.contains(" ")
    let words = label.split(separator: " ")
    let rates = words.contains { $0 == "risk" || $0 == "risks" } || field.text.hasSuffix(" risk")
    return !isAddress && !attributes.contains(label) && RiskField.path(named: label) == nil
      && !RiskField.names.contains(label) && !rates && words.last.map(findings.contains) != true
  }

  /// How labels end of what an assessment finds, beside the measures that it lists.
  private static let findings: Set<Substring> = [
    "analysis", "conclusion", "consultation", "overview", "summary", "verdict",
  ]

  private static let descriptions: Set<String> = ["implementation", "description", "details"]
  private static let attributes: Set<String> = descriptions.union(ControlWords.owners).union([
    "status", "state", "files", "file", "location", "evidence", "addresses risks",
    "addresses risk", "priority", "due", "due date", "deadline", "frequency", "reference",
    "references", "tests", "note", "operator",
  ])
}
