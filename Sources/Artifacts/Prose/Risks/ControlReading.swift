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

  private static func rows(
    of table: MarkdownTable,
    under headingPath: [String],
    _ file: FileIdentity,
    _ artifact: inout Artifact
  ) -> [ControlRecord] {
    let columns = TableColumns(table)
    guard let title = titleColumn(of: columns, in: table) else { return [] }
    let plan = MeasureProgress.plan(in: headingPath)
    return table.rows.compactMap { row -> ControlRecord? in
      guard let text = columns.text(title, of: row), let first = row.first else { return nil }
      let source = file.reference(at: first.position, headingPath: headingPath)
      var control = ControlRecord(title: text, source: source)
      func cell(_ headings: Set<String>) -> String? {
        columns.text(columns.first(of: headings), of: row)
      }
      control.id = cell(ControlWords.numbers)
      control.description = cell(ControlWords.descriptions)
      control.status =
        columns.status(columns.first(of: ControlWords.statuses), of: row)
        ?? columns.deferral(of: row) ?? plan
      control.responsible = cell(ControlWords.owners)
      control.due = cell(ControlWords.days).map { Self.due($0, at: source, &artifact) }
      return control
    }
  }

  /// The column of the measures; in a table of risks a mitigation belongs to the risk.
  private static func titleColumn(of columns: TableColumns, in table: MarkdownTable) -> Int? {
    let names = columns.first(of: RiskField.names, orStartingWith: ["risk to"])
    let isRiskTable = names.map { !RiskHeading.areNumbers(table.texts(of: $0)) } ?? false
    if isRiskTable { return columns.first(of: ControlWords.measures) }
    return columns.first(of: ControlWords.measures)
      ?? columns.names.firstIndex { RiskColumn.path(of: $0) == \Risk.mitigation }
  }
}
