// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension ArtifactFormat {
  /// The data protection impact assessment in Markdown.
  static let markdownDPIA = ArtifactFormat(
    name: "markdown-dpia",
    summary: "data protection impact assessment in Markdown (GDPR Art. 35(7))",
    fileNames: [
      "**/{dpia,pia,dsfa,aipd,eipd,ripd,data[-_ ]protection[-_ ]impact}*.{md,markdown}",
      "**/{privacy[-_ ]impact,datenschutz[-_ ]folgen,datenschutzfolgen}*.{md,markdown}",
      "**/{gegevensbeschermingseffect,analyse[-_ ]d[-_ ]impact,konsekvensbed}*.{md,markdown}",
      "**/{evaluaci[oó]n[-_ ]de[-_ ]impacto,avalia[cç][aã]o[-_ ]de[-_ ]impacto}*.{md,markdown}",
      "**/{valutazione[-_ ]d[-_ ]impatto,ocena[-_ ]skutk}*.{md,markdown}",
      "**/{dpia,pia,dsfa}{,s}/*.{md,markdown}",
    ],
    detect: { MarkdownAssessment.dpia.detect($0) },
    read: { file, _ in MarkdownAssessment.dpia.artifacts(of: file) }
  )

  /// The fundamental-rights impact assessment in Markdown.
  static let markdownFRIA = ArtifactFormat(
    name: "markdown-fria",
    summary: "fundamental-rights impact assessment in Markdown (AI Act Art. 27(1))",
    fileNames: [
      "**/{fria,fundamental[-_ ]rights[-_ ]impact,grundrechte,droits[-_ ]fondamentaux}*.{md,markdown}",
      "**/{derechos[-_ ]fundamentales,direitos[-_ ]fundamentais,diritti[-_ ]fondamentali}*.{md,markdown}",
    ],
    detect: { MarkdownAssessment.fria.detect($0) },
    read: { file, _ in MarkdownAssessment.fria.artifacts(of: file) }
  )
}

/// What tells the two impact assessments in Markdown apart.
struct MarkdownAssessment: Sendable {
  let kind: ArtifactKind
  let formatName: String
  let table: TopicTable
  /// What the document calls itself, in lower-case words.
  let titles: SelfNames
  /// The topics of which a document must speak to be taken for one that is not called so.
  let required: Set<Topic>
  let reviewTopic: Topic?

  static let dpia = MarkdownAssessment(
    kind: .dpia,
    formatName: "markdown-dpia",
    table: .dpia,
    titles: ArtifactNames.dpia,
    required: [.dpiaNecessity, .dpiaRisks, .dpiaMeasures],
    reviewTopic: .dpiaReview
  )

  static let fria = MarkdownAssessment(
    kind: .fria,
    formatName: "markdown-fria",
    table: .fria,
    titles: ArtifactNames.fria,
    required: [.friaProcesses, .friaGroups, .friaHarms],
    reviewTopic: nil
  )

  func detect(_ file: ParsedFile) -> Detection {
    MarkdownDetection(
      kind: kind,
      names: titles,
      table: table,
      isTelling: { required.isSubset(of: $0) }
    ).detect(file)
  }

  func artifacts(of file: ParsedFile) -> [Artifact] {
    guard let document = file.markdown else { return [] }
    let reading = MarkdownReading(file, document, table: table, withFrontMatter: true)
    var artifact = reading.artifact(kind, format: formatName)
    artifact.models = models(of: reading)
    if let review = reading.facts.first(where: { HeaderLabels.review.contains($0.label) }),
      let topic = reviewTopic, artifact.statement(topic) == nil
    {
      artifact.addStatement(topic, review.text, question: review.title, at: review.source)
    }
    var tables = RiskTables(reading, table: table)
    RiskSections(reading, table: table).add(to: &tables)
    tables.settle()
    artifact.statements += tables.statements
    artifact.risks = tables.risks
    if let rule = LowRiskRule.sentence(in: document) {
      LowRiskRule.apply(rule, to: &artifact.risks)
    }
    artifact.controls = ControlReading.controls(of: reading, table: table, &artifact)
    return [artifact]
  }

  private func models(of reading: MarkdownReading) -> [ModelRecord] {
    guard let model = reading.fact(HeaderLabels.model) else { return [] }
    let (name, version) = VersionText.splitName(model.text)
    let stated = reading.fact(["model version"])?.text
    return [ModelRecord(name: name, version: stated ?? version, source: model.source)]
  }
}
