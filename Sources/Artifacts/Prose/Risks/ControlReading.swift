// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Finds the measures of an impact assessment: tables, lists and labelled paragraphs under such a
/// heading.
enum ControlReading {
  /// The measures in the order of the text; doubtful dates become issues of the artifact.
  static func controls(
    of reading: MarkdownReading,
    table: TopicTable,
    _ artifact: inout Artifact
  ) -> [ControlRecord] {
    let places = SectionPlace.places(
      in: reading.document,
      by: table,
      on: [.dpiaMeasures, .friaRemedies],
      except: [
        .dpiaRisks, .dpiaResidualRisk, .dpiaReview, .dpiaConsultation, .dpiaDPOAdvice, .friaHarms,
      ]
    )
    var controls: [ControlRecord] = []
    for (section, place) in zip(reading.document.sections, places) where place != .outside {
      for block in section.evidence {
        switch block.content {
        case .table(let table):
          controls += rows(of: table, under: section.headingPath, reading.file, &artifact)
        case .list, .paragraph: controls += ControlText(block, in: section, reading).controls
        case .quote, .code: break
        }
      }
    }
    return controls
  }

  /// When a measure is due; `before launch` and `phase 1` are terms, and no days badly written.
  private static func due(
    _ text: String,
    at source: SourceReference,
    _ artifact: inout Artifact
  ) -> StatedDate {
    let namesYear = text.split { !$0.isNumber }.contains { $0.count == 4 }
    return namesYear
      ? artifact.statedDate(text, at: source) : StatedDate(raw: text, date: nil, source: source)
  }

  private static let measureHeadings: Set<String> = [
    "measure", "measures", "control", "controls", "action", "safeguard", "safeguards",
    "maßnahme", "maatregel", "mesure",
    "options to reduce or eliminate risk",
  ]

  private static func rows(
    of table: MarkdownTable,
    under headingPath: [String],
    _ file: FileIdentity,
    _ artifact: inout Artifact
  ) -> [ControlRecord] {
    let columns = TableColumns(table)
    // In a table of risks the mitigation belongs to the risk.
    let isRiskTable = columns.first(of: RiskField.names, orStartingWith: ["risk to"]) != nil
    let titles = isRiskTable ? measureHeadings : measureHeadings.union(["mitigation"])
    guard let title = columns.first(of: titles) else { return [] }
    return table.rows.compactMap { row in
      guard let text = columns.text(title, of: row), let first = row.first else { return nil }
      let source = file.reference(at: first.position, headingPath: headingPath)
      var control = ControlRecord(title: text, source: source)
      control.id = columns.text(columns.first(of: ["id", "no", "ref"]), of: row)
      control.description = columns.text(
        columns.first(of: ["description", "details", "implementation", "how"]),
        of: row
      )
      control.status = columns.text(
        columns.first(of: ["status", "state", "measure approved"]),
        of: row
      )
      control.responsible = columns.text(
        columns.first(of: ["responsible", "owner", "responsible person"]),
        of: row
      )
      control.due = columns.text(columns.first(of: ["due", "due date", "deadline", "by"]), of: row)
        .map { Self.due($0, at: source, &artifact) }
      return control
    }
  }
}
