// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The risks of an impact assessment that stand under headings of their own, or in a list.
struct RiskSections {
  private let reading: MarkdownReading
  private var entries: [Entry] = []
  /// The sections whose heading speaks of risks.
  private var headings: [MarkdownSection] = []

  /// A section that may be a risk, with the parts of it that have headings.
  private struct Entry {
    let section: MarkdownSection
    var parts: [MarkdownSection] = []
    /// Whether further sections stand below, so that the heading only groups.
    var isGroup = false
  }

  init(_ reading: MarkdownReading, table: TopicTable) {
    self.reading = reading
    let places = SectionPlace.places(
      in: reading.document,
      by: table,
      on: [.dpiaRisks, .friaHarms],
      except: [
        .dpiaMeasures, .dpiaResidualRisk, .dpiaReview, .dpiaConsultation, .dpiaDPOAdvice,
        .friaRemedies, .friaOversight,
      ]
    )
    for (section, place) in zip(reading.document.sections, places) {
      if let last = entries.indices.last, entries[last].section.level < section.level,
        isPart(section)
      {
        entries[last].parts.append(section)
      } else if place == .heading {
        headings.append(section)
        closeGroup(above: section)
      } else if place == .below {
        closeGroup(above: section)
        entries.append(Entry(section: section))
      }
    }
  }

  /// Whether a section belongs to the risk above it: its mitigation, a question of the form about it, or bold
  /// text as a heading.
  private func isPart(_ section: MarkdownSection) -> Bool {
    section.level == MarkdownSection.boldLevel || section.title.contains("?")
      || Self.path(of: section) != nil
  }

  private static func path(of section: MarkdownSection) -> RiskPath? {
    path(of: FoldedText.words(section.title))
  }

  private static func path(of words: String) -> RiskPath? {
    RiskField.path(named: words) ?? RiskQuestion.path(of: words)
  }

  private mutating func closeGroup(above section: MarkdownSection) {
    guard let last = entries.indices.last, entries[last].section.level < section.level else {
      return
    }
    entries[last].isGroup = true
  }

  /// Adds the risks to those of tables.
  ///
  /// Without a table, a heading below that of the risks is one even if nothing there is rated;
  /// without such headings, so is each element of a list.
  func add(to tables: inout RiskTables) {
    let hasTable = !tables.risks.isEmpty
    let found = entries.compactMap { entry in risk(of: entry).map { (entry, $0) } }
    let levels = Set(found.filter { $0.1.isRated }.map(\.0.section.level))
    for (entry, risk) in found {
      let isExpected =
        !hasTable && !entry.isGroup
        && (levels.isEmpty || levels.contains(entry.section.level))
      guard risk.isRated || isExpected else { continue }
      tables.add(risk, number: RiskHeading(entry.section.title)?.number)
    }
    guard tables.risks.isEmpty else { return }
    for section in headings { addElements(of: section, to: &tables) }
  }

  private func risk(of entry: Entry) -> Risk? {
    guard let heading = RiskHeading(entry.section.title) else { return nil }
    let facts = ([entry.section] + entry.parts).flatMap { section in
      LabelledFact.facts(in: section, about: [], of: reading.file)
    }
    var risk = Risk(name: heading.name, source: reading.source(of: entry.section))
    for fact in facts { read(fact, heading, into: &risk) }
    for part in entry.parts {
      let text = SectionText(part.evidence).text
      guard let path = Self.path(of: part),
        risk[keyPath: path] == nil, StatementState.state(of: text) == .substantive
      else { continue }
      risk[keyPath: path] = text
    }
    let prose = entry.section.evidence.filter { block in
      if case .table = block.content { false } else { block.fields.isEmpty }
    }
    let text = SectionText(prose).text
    if risk.description == nil, StatementState.state(of: text) == .substantive {
      risk.description = text
    }
    return risk.isRated || risk.description != nil || !facts.isEmpty ? risk : nil
  }

  private func read(_ fact: LabelledFact, _ heading: RiskHeading, into risk: inout Risk) {
    if RiskField.names.contains(fact.label) {
      if RiskRating.read(fact.text, into: &risk) { return }
      if heading.number == nil { risk.name = fact.text } else { risk.description = fact.text }
      return
    }
    guard let path = Self.path(of: fact.label), risk[keyPath: path] == nil else { return }
    if path == \Risk.likelihood || path == \Risk.severity {
      // `Likelihood: high, severity: very high` is one line with two ratings.
      let line = RatedLine("\(fact.title): \(fact.text)")
      if line.fields.count > 1, line.fields[0].path == path { return line.add(to: &risk) }
    }
    let isResidual = path == \Risk.residualLevel
    risk[keyPath: path] =
      isResidual || path == \Risk.level
      ? RiskRating.level(in: fact.text, isResidual: isResidual, into: &risk) : fact.text
  }

  /// Adds the elements of lists, each with what is indented below it.
  private func addElements(of section: MarkdownSection, to tables: inout RiskTables) {
    for block in section.evidence {
      guard case .list(let items) = block.content else { continue }
      let depths = Dictionary(items.map { ($0.position.line, $0.depth) }) { first, _ in first }
      var groups: [[TextPiece]] = []
      for piece in TextPiece.pieces(of: block) {
        if depths[piece.position.line] == 0 {
          groups.append([piece])
        } else if !groups.isEmpty {
          groups[groups.count - 1].append(piece)
        }
      }
      for group in groups {
        let element = RiskElement(group)
        let source = reading.file.reference(
          at: group[0].position,
          endLine: group.last?.endLine,
          headingPath: section.headingPath
        )
        if let risk = element.risk(at: source) { tables.add(risk, number: element.number) }
      }
    }
  }
}

extension MarkdownSection {
  /// The level of bold text that acts as a heading.
  static let boldLevel = 7
}

extension Risk {
  /// Whether the risk is rated or treated.
  fileprivate var isRated: Bool {
    let paths: [KeyPath<Risk, String?>] = [
      \.likelihood, \.severity, \.level, \.residualLevel, \.residualLikelihood,
      \.residualSeverity, \.mitigation,
    ]
    return paths.contains { self[keyPath: $0] != nil }
  }
}
