// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Finds the measures of an impact assessment: tables of measures, and lists under such a heading.
enum ControlReading {
  /// The measures in the order of the text; doubtful dates become issues of the artifact.
  static func controls(
    of reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [ControlRecord] {
    reading.sections.flatMap { topicSection -> [ControlRecord] in
      guard !measures.isDisjoint(with: topicSection.topics) else { return [] }
      return topicSection.blocks.flatMap { block in
        let headingPath = topicSection.section.headingPath
        return switch block.content {
        case .table(let table): rows(of: table, under: headingPath, reading.file, &artifact)
        case .list: elements(of: block, under: headingPath, reading.file)
        case .paragraph, .quote, .code: [ControlRecord]()
        }
      }
    }
  }

  private static let measureHeadings: Set<String> = [
    "measure", "measures", "control", "action", "safeguard", "options to reduce or eliminate risk",
  ]
  private static let measures: Set<Topic> = [.dpiaMeasures, .friaRemedies]

  private static func rows(
    of table: MarkdownTable,
    under headingPath: [String],
    _ file: FileIdentity,
    _ artifact: inout Artifact
  ) -> [ControlRecord] {
    let columns = TableColumns(table)
    // In a table of risks the mitigation belongs to the risk.
    let isRiskTable = columns.first(of: RiskTables.names, orStartingWith: ["risk to"]) != nil
    let titles = isRiskTable ? measureHeadings : measureHeadings.union(["mitigation"])
    guard let title = columns.first(of: titles) else { return [] }
    return table.rows.compactMap { row in
      guard let text = columns.text(title, of: row), let first = row.first else { return nil }
      let source = file.reference(at: first.position, headingPath: headingPath)
      var control = ControlRecord(title: text, source: source)
      control.id = columns.text(columns.first(of: ["id", "no", "ref"]), of: row)
      control.description = columns.text(columns.first(of: ["description", "details"]), of: row)
      control.status = columns.text(
        columns.first(of: ["status", "state", "measure approved"]),
        of: row
      )
      control.responsible = columns.text(
        columns.first(of: ["responsible", "owner", "responsible person"]),
        of: row
      )
      control.due = columns.text(columns.first(of: ["due", "due date", "deadline", "by"]), of: row)
        .map { artifact.statedDate($0, at: source) }
      return control
    }
  }

  private static func elements(
    of block: MarkdownBlock,
    under headingPath: [String],
    _ file: FileIdentity
  ) -> [ControlRecord] {
    TextPiece.pieces(of: block).compactMap { piece in
      guard StatementState.state(of: piece.text) == .substantive else { return nil }
      let source = file.reference(
        at: piece.position,
        endLine: piece.endLine,
        headingPath: headingPath
      )
      var control = ControlRecord(title: piece.field?.label ?? piece.text, source: source)
      control.description = piece.field?.text
      return control
    }
  }
}
