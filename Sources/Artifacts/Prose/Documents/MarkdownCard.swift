// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The model card in plain Markdown, with or without front matter.
  static let markdownCard = ArtifactFormat(
    name: "markdown-card",
    summary: "model card in Markdown (Mitchell et al. 2019)",
    fileNames: [
      "**/{modelcard,model[-_ ]card,system[-_ ]card,systemcard}*.{md,markdown}",
      "**/model{-,_,}cards/*.{md,markdown}", "**/*[-_.]{modelcard,model[-_ ]card}.{md,markdown}",
      "**/{modellkarte,modelkaart,modellkort,karta[-_ ]modelu,fiche[-_ ]mod[eè]le}*.{md,markdown}",
      "**/{fiche[-_ ]de[-_ ]mod[eè]le,ficha[-_ ]d[eo][-_ ]model[-_ ]o,ficha[-_ ]d[eo]*modelo}*.{md,markdown}",
      "**/{scheda[-_ ]del[-_ ]modello,scheda[-_ ]modello,モデルカード,模型卡}*.{md,markdown}",
    ],
    detect: ModelCardReading.detect,
    read: { file, kind in
      file.markdown.map { [ModelCardReading(file, $0).artifact(format: "markdown-card")] } ?? []
    }
  )
}

/// Reads model cards in Markdown; front matter of the Hugging Face hub is understood everywhere.
struct ModelCardReading {
  let reading: MarkdownReading

  init(_ file: ParsedFile, _ document: MarkdownDocument) {
    reading = MarkdownReading(file, document, table: .modelCard)
  }

  /// A title that says so, a name that does above the headings of a card, or what only cards have.
  static func detect(_ file: ParsedFile) -> Detection {
    MarkdownDetection(
      kind: .modelCard,
      names: ArtifactNames.modelCard,
      table: .modelCard,
      isTelling: { topics in
        !topics.isEmpty && file.markdown.map { UnnamedCard(file, $0, topics).isCard } ?? false
      }
    ).detect(file)
  }

  func artifact(format: String) -> Artifact {
    var artifact = reading.artifact(.modelCard, format: format)
    addIntroduction(to: &artifact)
    artifact.models = [model(&artifact)]
    artifact.datasets = datasets()
    artifact.measurements = MetricTable.measurements(of: reading, &artifact)
    FrontMatterReading(reading)?.add(to: &artifact)
    UnreadFigures.add(of: reading.document, in: reading.file, to: &artifact)
    return artifact
  }

  /// Without a section on it, what stands between title and first heading describes the model.
  private func addIntroduction(to artifact: inout Artifact) {
    guard artifact.statement(.modelDescription) == nil,
      let title = reading.document.sections.first(where: { $0.level == 1 })
    else { return }
    let paragraphs = title.evidence.filter { block in
      if case .paragraph = block.content { block.fields.isEmpty } else { false }
    }
    let text = SectionText(paragraphs).text
    guard StatementState.state(of: text) == .substantive else { return }
    artifact.addStatement(
      .modelDescription,
      text,
      question: title.title,
      at: reading.source(of: title)
    )
  }

  /// The name behind a label such as `Model`, unless a description stands there.
  private var statedName: String? {
    reading.fact(HeaderLabels.model).flatMap { $0.text.utf8.count <= 80 ? $0.text : nil }
  }

  /// The name in a title; a section such as `Model details` in its place names nothing.
  private func nameInTitle(_ title: MarkdownSection) -> String? {
    let topics = TopicTable.modelCard.topics(of: title.title)
    return topics.isEmpty ? ModelTitle.name(in: title.title) : nil
  }

  private func model(_ artifact: inout Artifact) -> ModelRecord {
    let title = reading.document.sections.first { $0.level == 1 }
    var model = ModelRecord(
      name: statedName ?? title.flatMap(nameInTitle),
      source: title.map { reading.source(of: $0, endLine: $0.position.line) }
        ?? reading.file.reference()
    )
    if let version = reading.fact(HeaderLabels.version) {
      (model.version, model.versionDate) = VersionText.split(version, &artifact)
      let others = otherVersions(than: version)
      if let stated = model.version, !others.isEmpty {
        model.version = ([stated] + others).joined(separator: "; ")
      }
    }
    model.type = reading.fact(HeaderLabels.modelType)?.text
    model.licenses = reading.licenses
    model.repository = reading.fact(HeaderLabels.repository)?.text
    model.sha256 = reading.fact(HeaderLabels.modelDigest).flatMap { digest(in: $0.text) }
    return model
  }

  /// What the same label beside a version, or the front matter, says otherwise: two versions are none that
  /// can be relied on.
  private func otherVersions(than version: LabelledFact) -> [String] {
    let stated = VersionText.version(in: version.text)
    let beside = reading.facts.filter { fact in
      fact.label == version.label && fact.source.headingPath == version.source.headingPath
        && fact.isAboutDocument
    }
    let matter = reading.factsOfFrontMatter.filter { HeaderLabels.version.contains($0.label) }
    return (beside + matter).compactMap { VersionText.version(in: $0.text) }
      .filter { $0 != stated && $0.contains(where: \.isNumber) }
  }

  private func digest(in text: String) -> String? {
    text.lowercased().split { !$0.isHexDigit }.lazy
      .compactMap { ContentDigest(hex: String($0))?.hex }.first
  }

  /// The datasets that the card names in so many words.
  private func datasets() -> [DatasetRecord] {
    reading.facts.compactMap { fact in
      // `| Dataset | F1 |` heads a table of results.
      guard HeaderLabels.dataset.contains(fact.label), !MetricName.areKnown(fact.text) else {
        return nil
      }
      let isTraining = fact.surroundings.contains(.trainingData)
      let isEvaluation = fact.surroundings.contains(.evaluationData)
      let role: DatasetRecord.Role =
        isTraining == isEvaluation ? .unknown : isTraining ? .training : .evaluation
      return DatasetRecord(name: fact.text, role: role, source: fact.source)
    }
  }
}
