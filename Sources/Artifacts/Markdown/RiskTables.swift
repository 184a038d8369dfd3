// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// The risk tables of an impact assessment: one row per risk, rated in words.
struct RiskTables {
  /// The risks in the order of the text; a second table on the same risk adds to it.
  private(set) var risks: [Risk] = []
  /// What a column says about a topic, such as "Residual risk", with the risk of each row.
  private(set) var statements: [Statement] = []
  /// The index of each risk by its name.
  private var places: [String: Int] = [:]

  init(_ reading: MarkdownReading, table topics: TopicTable) {
    for section in reading.document.sections {
      for block in section.blocks {
        guard case .table(let table) = block.content else { continue }
        read(table, in: section, reading, topics)
      }
    }
  }

  private mutating func read(
    _ table: MarkdownTable,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ topics: TopicTable
  ) {
    let columns = TableColumns(table)
    let fields = Self.fields.compactMap { headings, starts, field in
      columns.first(of: headings, orStartingWith: starts).map { (column: $0, field: field) }
    }
    guard let name = columns.first(of: Self.names, orStartingWith: ["risk to", "risk of"]),
      !fields.isEmpty
    else { return }
    for row in table.rows {
      guard let title = columns.text(name, of: row), let first = row.first else { continue }
      let source = reading.file.reference(at: first.position, headingPath: section.headingPath)
      let place = place(of: title, at: source)
      for (column, field) in fields {
        guard let text = columns.text(column, of: row) else { continue }
        risks[place][keyPath: field] = text
      }
    }
    addStatements(of: table, columns, name, in: section, reading, topics)
  }

  /// The index of a risk, which is added when it is new.
  private mutating func place(of name: String, at source: SourceReference) -> Int {
    if let known = places[name] { return known }
    places[name] = risks.count
    risks.append(Risk(name: name, source: source))
    return risks.count - 1
  }

  private mutating func addStatements(
    of table: MarkdownTable,
    _ columns: TableColumns,
    _ name: Int,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ topics: TopicTable
  ) {
    for (column, heading) in table.header.enumerated() where column != name {
      let lines = table.rows.compactMap { row in
        columns.text(column, of: row).map { "\(columns.text(name, of: row) ?? ""): \($0)" }
      }
      for topic in topics.topics(of: heading.text) {
        statements.append(
          Statement(
            topic: topic,
            question: heading.text,
            text: lines.joined(separator: "\n"),
            state: lines.isEmpty ? .empty : .substantive,
            items: lines,
            source: reading.file.reference(
              at: heading.position,
              endLine: table.rows.last?.first?.position.line,
              headingPath: section.headingPath
            )
          )
        )
      }
    }
  }

  /// Headings of the column that names the risk.
  static let names: Set<String> = [
    "risk", "risks", "threat", "hazard", "scenario", "risk scenario", "risk description", "harm",
    "describe source of risk and nature of potential impact on individuals",
    "potential harm", "risk name",
  ]

  private typealias Column = (
    headings: Set<String>, starts: [String], field: WritableKeyPath<Risk, String?>
  )

  /// Headings of the other columns, and how such headings start, with the field that each fills.
  private static var fields: [Column] {
    [
      (["description", "details", "potential impact", "consequence"], [], \.description),
      (["category", "type", "right", "right affected"], [], \.category),
      (
        ["affected group", "affected groups", "affected", "affected persons"],
        ["who is affected"],
        \.affectedGroup
      ),
      (["likelihood", "probability"], ["likelihood", "probability"], \.likelihood),
      (["severity", "impact"], ["severity"], \.severity),
      (
        [
          "overall risk", "risk level", "level", "rating", "risk rating", "inherent risk",
          "overall",
          "risk score", "score",
        ],
        [],
        \.level
      ),
      (
        [
          "mitigation", "mitigations", "measure", "measures", "control", "controls", "safeguards",
          "options to reduce or eliminate risk", "mitigating measures", "treatment",
        ],
        ["mitigation"],
        \.mitigation
      ),
      (["residual likelihood"], [], \.residualLikelihood),
      (["residual severity"], [], \.residualSeverity),
      (
        ["residual risk", "residual", "residual level", "remaining risk"],
        ["residual risk"],
        \.residualLevel
      ),
      (["status", "measure approved", "state"], [], \.status),
    ]
  }
}
