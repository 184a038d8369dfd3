// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// What all readers of Markdown artifacts share: topics, header facts, people.
struct MarkdownReading {
  let file: FileIdentity
  let document: MarkdownDocument
  /// The headings of the document's sections.
  let headings: [Heading]
  /// The sections that speak of something.
  let sections: [TopicSection]
  /// The labelled facts, in the order of the text.
  let facts: [LabelledFact]
  private let table: TopicTable

  /// Reads a document; cards have their own reading of front matter, which is that of a hub.
  init(
    _ file: ParsedFile,
    _ document: MarkdownDocument,
    table: TopicTable,
    withFrontMatter: Bool = false
  ) {
    self.file = file.file
    self.document = document
    self.table = table
    headings = file.headings
    let outline = TopicOutline(of: document, headings, by: table)
    sections = outline.sections
    let matter = withFrontMatter ? document.frontMatter : nil
    facts =
      zip(document.sections, outline.surroundings).flatMap { section, topics in
        LabelledFact.facts(in: section, about: topics, of: file.file, by: table)
      } + (matter.map { LabelledFact.header(NodeCursor($0, of: file.file)) } ?? [])
  }

  /// The front matter.
  var frontMatter: NodeCursor? {
    document.frontMatter.map { NodeCursor($0, of: file) }
  }

  /// An artifact with everything that does not depend on its kind.
  func artifact(_ kind: ArtifactKind, format: String) -> Artifact {
    var artifact = Artifact(
      kind: kind,
      format: format,
      title: document.title,
      source: file.reference()
    )
    addSectionStatements(to: &artifact)
    addLabelledStatements(to: &artifact)
    artifact.status = status ?? document.title.flatMap(titleStatus)
    artifact.language = fact(HeaderLabels.language)?.text ?? frontMatter?["language"]?.texts.first
    artifact.created = created.map {
      artifact.statedDate($0.text, at: $0.source, in: document)
    }
    addOtherDays(to: &artifact)
    // `Updated: weekly` tells how often.
    let modified = fact(HeaderLabels.modified).flatMap { fact in
      fact.text.contains(where: \.isNumber) ? fact : nil
    }
    artifact.modified = modified.map {
      artifact.statedDate($0.text, at: $0.source, in: document)
    }
    artifact.parties = PartyReading.parties(of: self)
    artifact.approvals = ApprovalReading.approvals(of: self, &artifact)
    if kind == .modelCard || kind == .datasheet { refuseEarlyApproval(in: &artifact) }
    return artifact
  }

  /// Names an approval that is older than the document; rules of their own ask this of assessments.
  private func refuseEarlyApproval(in artifact: inout Artifact) {
    guard let written = artifact.created?.date else { return }
    let labelled = facts.filter {
      SignOffWords.dates.contains($0.label) && !HeaderLabels.created.contains($0.label)
    }.map(\.text)
    let decided = artifact.approvals.filter { $0.decision == .approved }.compactMap(\.date?.raw)
    guard let last = (labelled + decided).compactMap(ReviewDue.lastDay).max(), last < written
    else { return }
    artifact.addIssue(
      "approved-before-written",
      .error,
      "it was approved on \(last), before \(written), the day on which it was written",
      at: artifact.source
    )
  }

  /// The fact that dates the document; `Data: 400 applications` does not.
  private var created: LabelledFact? {
    let labels = HeaderLabels.created.union(HeaderLabels.createdBeforeDay)
    return facts.first { fact in
      labels.contains(fact.label) && fact.isAboutDocument
        && (HeaderLabels.created.contains(fact.label) || DateReader.read(fact.text) != .none)
    }
  }

  /// How far the document is; below `Limitations` or `Uses`, a status is that of something else,
  /// unless it can only be that of a document.
  ///
  /// What is stated twice and differs is told in full, so that nothing but the whole is judged.
  private var status: String? {
    let written = facts.filter { fact in
      HeaderLabels.status.contains(fact.label) && fact.isAboutDocument
        && (fact.surroundings.allSatisfy(Self.general.contains) && tellsStage(fact)
          || Self.stages.contains(FoldedText.firstWord(fact.text)))
    }.map(\.text)
    let stated = written + outcomes + statusOfFrontMatter.filter { !written.contains($0) }
    guard let first = stated.first else { return nil }
    let decision = StatusWords.decision(first)
    let others = stated.dropFirst().filter {
      StatusWords.decision($0).map { $0 != decision } ?? false
    }
    return ([first] + others).joined(separator: "; ")
  }

  /// What a label says was decided with conditions, put off or refused; whoever approves is read by name.
  private var outcomes: [String] {
    facts.filter { fact in
      SignOffWords.outcomes.contains(fact.label) && fact.isAboutDocument
        && StatusWords.decision(fact.text).map { $0 != .approved } ?? false
    }.map(\.text)
  }

  /// Whether a status may be that of the document: deep in it, a sentence that decides nothing is told of
  /// what its section is about.
  private func tellsStage(_ fact: LabelledFact) -> Bool {
    fact.source.headingPath.count < 2 || StatusWords.decision(fact.text) != nil
      || fact.text.spacedWords.count <= Self.longestStage
  }

  /// The most words of a status that decides nothing.
  private static let longestStage = 4

  /// What the front matter says of decisions, whatever else it is read for.
  private var statusOfFrontMatter: [String] {
    factsOfFrontMatter.filter { HeaderLabels.status.contains($0.label) }.map(\.text)
      .filter { StatusWords.decision($0) != nil }
  }

  /// What the front matter says, whatever else it is read for.
  var factsOfFrontMatter: [LabelledFact] { frontMatter.map { LabelledFact.header($0) } ?? [] }

  /// Notes a day of the front matter that is another than the one that the document states below.
  private func addOtherDays(to artifact: inout Artifact) {
    guard let stated = artifact.created, let day = stated.date else { return }
    for fact in factsOfFrontMatter where HeaderLabels.created.contains(fact.label) {
      guard case .day(let other) = DateReader.read(fact.text), other != day else { continue }
      artifact.addIssue(
        "contradictory-date",
        .error,
        "'\(Excerpt.line(fact.text))' here, and '\(Excerpt.line(stated.raw))' in line "
          + "\(stated.source.position.line), date the same document",
        at: fact.source
      )
    }
  }

  private static let stages: Set<String> = [
    "draft", "template", "final", "approved", "unapproved", "signed", "unsigned", "pending",
    "reviewed", "rejected", "superseded", "withdrawn", "working", "wip", "completed", "entwurf",
    "concept", "brouillon", "udkast", "utkast", "borrador", "bozza", "rascunho",
  ]

  /// The topics of sections that introduce a document or tell what becomes of it.
  private static let general: Set<Topic> = [
    .modelDescription, .dataComposition, .dataMotivation, .dataMaintenance, .dpiaDescription,
    .dpiaReview, .dpiaDPOAdvice, .friaProcesses, .monitoring,
  ]

  /// `Impact assessment (template)` and `… — draft` tell how far the document is.
  private func titleStatus(_ title: String) -> String? {
    let words =
      Self.forms.contains(FoldedText.words(title))
      ? [] : FoldedText.words(title).spacedWords
    let name = FoldedText.words(TreePath.stem(of: file.path)).spacedWords
    return ["template", "draft"].first { words.contains($0[...]) || name.contains($0[...]) }
  }

  /// What the form of the ICO is called, filled in or not.
  private static let forms: Set<String> = ["sample dpia template"]

  /// The first fact about the document itself with one of some labels.
  func fact(_ labels: Set<String>) -> LabelledFact? {
    let index = facts.indices.first { index in
      labels.contains(facts[index].label) && facts[index].isAboutDocument
    }
    return index.map { facts[$0] }
  }

  /// A reference to a whole section.
  func source(of section: MarkdownSection, endLine: Int? = nil) -> SourceReference {
    file.reference(
      at: section.position,
      endLine: endLine ?? section.endLine,
      headingPath: section.headingPath
    )
  }
}

extension MarkdownReading {
  private func addSectionStatements(to artifact: inout Artifact) {
    for section in sections {
      let whole = SectionText(section.blocks)
      for topic in section.topics {
        // Where a sub-section has the topic to itself, those beside it are about something else.
        let content = section.coveredBelow.contains(topic) ? SectionText(section.own) : whole
        var state = content.state(on: topic)
        if topic == .dpiaDPOAdvice { state = SignOffForm(section.blocks).settled(state) }
        if state == .substantive, Heading.isLeftOpen(section.section.title) { state = .undecided }
        // A heading that only groups leaves the word to the sub-section on the same topic, and one
        // above questions on something else says nothing at all.
        let isNamed = topic == .dpiaDPOAdvice && !Advice.isTold(in: content.text, below: section)
        if state == .empty, section.coveredBelow.contains(topic) || content.hasEvidence { continue }
        artifact.statements.append(
          Statement(
            topic: topic,
            question: section.section.title,
            text: content.text,
            state: isNamed && state == .substantive ? .undecided : state,
            items: content.items,
            source: source(of: section.section, endLine: section.endLine)
          )
        )
      }
    }
  }

  /// Whether a question is one of a form on a topic; those about a single risk are read with it.
  private func asks(_ fact: LabelledFact) -> Bool {
    table.readsQuestions && RiskQuestion.path(of: fact.label) == nil
  }

  /// `**Lawful basis:** …` speaks of its topic wherever it stands.
  private func addLabelledStatements(to artifact: inout Artifact) {
    for fact in facts
    where !HeaderLabels.all.contains(fact.label) && (!fact.title.contains("?") || asks(fact)) {
      for topic in table.topics(ofLabel: fact.title) where fact.maySpeak(of: topic) {
        artifact.addStatement(topic, fact.text, question: fact.title, at: fact.source)
        // Who advised or read the answers of others is named; what was said is not.
        if fact.isSignature, [.dpiaDPOAdvice, .dpiaConsultation].contains(topic) {
          artifact.statements[artifact.statements.count - 1].state = .undecided
        }
      }
    }
  }
}

extension MarkdownDocument {
  /// The first heading of level 1, else the first of all.
  var title: String? {
    (sections.first { $0.level == 1 } ?? sections.first { $0.level > 0 })?.title
  }
}
