// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// A Data Card after the extended template of the Data Cards Playbook.
  static let dataCard = ArtifactFormat(
    name: "data-card",
    summary: "Data Card after the template of the Data Cards Playbook (Markdown)",
    fileNames: ["**/{datacard,data[-_ ]card,datasetcard,dataset[-_ ]card}*.md"],
    detect: DataCard.detect,
    read: { file, kind in
      guard let document = file.markdown else { return [] }
      var artifact = file.artifact(kind, format: "data-card", title: document.title)
      DataCard(document: document, file: file.file).fill(&artifact)
      return [artifact]
    }
  )
}

/// Reads a Data Card by its heading paths, since the names of its items repeat.
///
/// A theme (`##`) holds blocks (`###`), which hold items (`####`); what the template itself writes
/// under an item is filler.
struct DataCard {
  let document: MarkdownDocument
  let file: FileIdentity

  static func detect(_ file: ParsedFile) -> Detection {
    guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
    let themes = Set(
      document.sections.map { FoldedText.words($0.title) }.filter {
        DataCardTopics.own.contains($0)
      }
    )
    guard themes.count >= 2 else {
      return .no(reason: "it has not the themes of the Data Cards template")
    }
    return .yes(
      kind: .datasheet,
      reason: "it has \(themes.count) themes of the Data Cards template",
      confidence: .certain
    )
  }

  func fill(_ artifact: inout Artifact) {
    var dataset = DatasetRecord(
      name: document.title.flatMap { title in
        DataCardFiller.state(of: title) == .substantive ? title : nil
      },
      source: reference(document.sections.first { $0.level == 1 })
    )
    for section in document.sections where section.level >= 2 {
      let path = DataCardTopics.path(of: section.headingPath)
      addStatements(section, path, to: &artifact)
      if path.first == "authorship" { addParties(section, path, to: &artifact) }
      let isOwn =
        DataCardFiller.state(of: SectionText(section.evidence).evidence) == .substantive
      for field in section.blocks.flatMap(\.fields) where isOwn {
        readFact(field, path, &dataset, &artifact)
      }
      if path.last == "dataset snapshot" { dataset.count = count(in: section) }
    }
    artifact.datasets = [dataset]
  }

  private func addStatements(
    _ section: MarkdownSection,
    _ path: [String],
    to artifact: inout Artifact
  ) {
    let content = SectionText(section.evidence)
    // A heading that only groups says nothing itself.
    guard !section.evidence.isEmpty || section.level >= 4 else { return }
    for topic in DataCardTopics.topics(of: path) {
      artifact.statements.append(
        Statement(
          topic: topic,
          question: section.title,
          text: content.text,
          state: DataCardFiller.state(of: content.evidence),
          items: content.items,
          source: reference(section)
        )
      )
    }
  }

  private func reference(_ section: MarkdownSection?) -> SourceReference {
    guard let section else { return file.reference() }
    return file.reference(
      at: section.position,
      endLine: section.endLine,
      headingPath: section.headingPath
    )
  }
}

extension DataCard {
  private static let roles: [String: Party.Role] = [
    "dataset owner s": .owner, "dataset owners": .owner, "dataset owner": .owner,
    "contact": .contact, "group email": .contact, "publishing poc": .provider,
  ]

  /// The publishing organisation and the owning team stand as text, all others as labelled facts.
  private func addParties(
    _ section: MarkdownSection,
    _ path: [String],
    to artifact: inout Artifact
  ) {
    let heads: [String: Party.Role] = ["publishing organization s": .provider, "team s": .owner]
    if let role = path.last.flatMap({ heads[$0] }) {
      let text = SectionText(section.evidence).text
      if DataCardFiller.state(of: text) == .substantive {
        artifact.parties.append(
          Party(role: role, name: nil, organization: text, source: reference(section))
        )
      }
    }
    for field in section.blocks.flatMap(\.fields) {
      guard let role = Self.roles[FoldedText.words(field.label)],
        DataCardFiller.state(of: field.text) == .substantive
      else { continue }
      let isAddress = role == .contact
      artifact.parties.append(
        Party(
          role: role,
          name: isAddress ? nil : field.text,
          contact: isAddress ? field.text : nil,
          source: reference(field, section)
        )
      )
    }
  }

  private func reference(_ field: MarkdownField, _ section: MarkdownSection) -> SourceReference {
    file.reference(
      at: field.position,
      endLine: field.endLine,
      headingPath: section.headingPath
    )
  }

  private func readFact(
    _ field: MarkdownField,
    _ path: [String],
    _ dataset: inout DatasetRecord,
    _ artifact: inout Artifact
  ) {
    guard path.last == "version details", DataCardFiller.state(of: field.text) == .substantive
    else { return }
    let source = file.reference(at: field.position, endLine: field.endLine)
    switch FoldedText.words(field.label) {
    case "current version": dataset.version = field.text
    case "release date": artifact.created = artifact.statedDate(field.text, at: source)
    case "last updated": artifact.modified = artifact.statedDate(field.text, at: source)
    default: break
    }
  }

  /// The number of instances of the snapshot; the template writes 123456.
  private func count(in section: MarkdownSection) -> Int? {
    for block in section.blocks {
      guard case .table(let table) = block.content else { continue }
      for row in table.rows where row.count > 1 {
        guard FoldedText.words(row[0].text) == "number of instances" else { continue }
        return NumberReader.count(row[1].text).flatMap { $0 == 123_456 ? nil : $0 }
      }
    }
    return nil
  }
}
