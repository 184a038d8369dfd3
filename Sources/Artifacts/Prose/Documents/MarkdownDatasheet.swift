// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The datasheet in plain Markdown, or a Data Card.
  static let markdownDatasheet = ArtifactFormat(
    name: "markdown-datasheet",
    summary: "datasheet for a dataset in Markdown (Gebru et al. 2021)",
    fileNames: [
      "**/{datasheet,data[-_ ]sheet,datacard,data[-_ ]card,datasetcard,dataset[-_ ]card}*.md",
      "**/{datasheets,data{-,_,}cards,dataset{-,_,}cards}/*.{md,markdown}",
    ],
    detect: DatasheetReading.detect,
    read: { file, _ in
      file.markdown.map { [DatasheetReading(file, $0).artifact(format: "markdown-datasheet")] }
        ?? []
    }
  )
}

/// Reads datasheets in Markdown: sections, questions with answers, front matter of the hub.
struct DatasheetReading {
  let reading: MarkdownReading

  init(_ file: ParsedFile, _ document: MarkdownDocument) {
    reading = MarkdownReading(file, document, table: .datasheet)
  }

  /// A title or a name that says so, or four of the seven headings of Gebru et al.
  static func detect(_ file: ParsedFile) -> Detection {
    let detection = MarkdownDetection(
      kind: .datasheet,
      names: ArtifactNames.datasheet,
      table: .datasheet,
      namedTopics: isNamedDataCard(file) ? 1 : 2,
      isTelling: { topics in
        topics.intersection(sectionTopics).count >= 4
          && !speaksOfModel(file)
      }
    ).detect(file)
    guard case .yes(_, _, let confidence) = detection, confidence > .weak,
      file.markdown.map(DeviceSheet.isOne) == true
    else { return detection }
    return .no(reason: "it is the data sheet of a device or of a service, not of a dataset")
  }

  /// Whether the name or the title speaks of a card: hardware has data sheets, and no data cards.
  private static func isNamedDataCard(_ file: ParsedFile) -> Bool {
    guard let document = file.markdown else { return false }
    let names = ArtifactNames.datasetCard
    return SelfName(TreePath.stem(of: file.path), among: names) == .whole
      || SelfName(document.title ?? "", among: names) == .whole
  }

  /// Model cards tell of motivation, preprocessing and uses too.
  private static func speaksOfModel(_ file: ParsedFile) -> Bool {
    file.headings.contains { $0.names.contains(where: modelHeadings.contains) }
  }

  private static let modelHeadings: Set<String> = [
    "model details", "model description", "model type", "model architecture", "model date",
    "quantitative analyses",
  ]

  /// The topics of the seven sections that the questionnaire has.
  private static let sectionTopics: Set<Topic> = [
    .dataMotivation, .dataComposition, .dataCollection, .dataPreprocessing, .intendedUse,
    .dataDistribution, .dataMaintenance,
  ]

  func artifact(format: String) -> Artifact {
    var artifact = reading.artifact(.datasheet, format: format)
    let answers = DatasheetAnswers(reading)
    answers.addStatements(to: &artifact)
    artifact.parties += answers.parties
    artifact.datasets = [dataset(answers)]
    return artifact
  }

  private func dataset(_ answers: DatasheetAnswers) -> DatasetRecord {
    let title = reading.document.sections.first { $0.level == 1 }
    let matter = reading.frontMatter
    var dataset = DatasetRecord(
      name: matter?["pretty_name"]?.text ?? reading.fact(HeaderLabels.dataset)?.text
        ?? title.flatMap { ModelTitle.datasetName(in: $0.title) },
      version: reading.fact(HeaderLabels.version).flatMap { VersionText.version(in: $0.text) },
      source: title.map { reading.source(of: $0, endLine: $0.position.line) }
        ?? reading.file.reference()
    )
    dataset.licenses = reading.licenses + answers.licenses
    dataset.personalData = answers.personalData
    dataset.count = matter.flatMap(recordCount)
    return dataset
  }

  /// The sum of `dataset_info/splits/*/num_examples`; nil when a split leaves it out.
  private func recordCount(_ matter: NodeCursor) -> Int? {
    let splits = (matter["dataset_info"]?.oneOrMore ?? []).flatMap { $0["splits"]?.elements ?? [] }
    guard !splits.isEmpty else { return nil }
    return splits.reduce(0) { sum, split in
      guard let sum, let count = split["num_examples"]?.node.int else { return nil }
      let (total, isTooLarge) = sum.addingReportingOverflow(count)
      return isTooLarge ? nil : total
    }
  }
}
