// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// A fact that stands behind a label: `**License:** MIT`, `- Owner: …`, or a row of two cells.
struct LabelledFact {
  /// The label as it is looked up, in lower-case words.
  let label: String
  /// The label as written.
  let title: String
  let text: String
  /// What the section speaks of that the fact stands in.
  let surroundings: [Topic]
  let source: SourceReference

  /// The facts of a section, in the order of the text; filler is no fact.
  static func facts(
    in section: MarkdownSection,
    about surroundings: [Topic],
    of file: FileIdentity,
    by topics: TopicTable? = nil
  ) -> [LabelledFact] {
    let fields = section.evidence.flatMap { block in
      block.fields.flatMap(separated) + tableFields(of: block, by: topics)
    }
    return (version(in: section) + fields).compactMap { field in
      fact(field, in: section, about: surroundings, of: file)
    }
  }

  /// A version that is all that a section of that name says, as below `Model Version(s):`.
  private static func version(in section: MarkdownSection) -> [MarkdownField] {
    let label = FoldedText.words(Heading.withoutBrackets(section.title))
    guard HeaderLabels.version.contains(label), section.evidence.count == 1,
      let block = section.evidence.first, block.fields.isEmpty, !block.isCode
    else { return [] }
    let words = block.text.split(whereSeparator: \.isWhitespace)
    guard words.count <= longestVersion, block.text.contains(where: \.isNumber) else { return [] }
    return [
      MarkdownField(
        label: section.title,
        text: block.text.trimmed,
        position: block.position,
        endLine: block.position.line
      )
    ]
  }

  /// The most words of a version, as of `credit-scorer v1.2`.
  private static let longestVersion = 3

  /// The facts of front matter about the document itself; what else stands there is no statement.
  static func header(_ frontMatter: NodeCursor) -> [LabelledFact] {
    frontMatter.members.flatMap { key, value -> [LabelledFact] in
      let label = FoldedText.words(key)
      guard HeaderLabels.isHeader(label) else { return [] }
      return value.texts.compactMap { text in
        guard StatementState.state(of: text) == .substantive || SentenceFiller.isDeferred(text)
        else { return nil }
        return LabelledFact(
          label: label,
          title: key,
          text: text,
          surroundings: [],
          source: value.source
        )
      }
    }
  }

  /// Whether the fact is about the document and its subject, not about a dataset, a result or a risk.
  var isAboutDocument: Bool { Self.foreign.isDisjoint(with: surroundings) }

  /// Whether the text is nothing but who and when: `Ada Byron, DPO, 12 November 2026`.
  var isSignature: Bool {
    guard DateReader.read(text) != .none else { return false }
    return text.parts(atAny: ",;")
      .allSatisfy { $0.split(whereSeparator: \.isWhitespace).count <= Self.longestNamePart }
  }

  /// The most words of a name, a position or a date.
  private static let longestNamePart = 5

  /// Whether the fact may be evidence on a topic; among risks, only what remains and what is done is.
  ///
  /// A name or an address is no advice, and what describes a dataset does not describe the model.
  func maySpeak(of topic: Topic) -> Bool {
    switch topic {
    // Rights are listed by their names: `Review of automated decisions`.
    case .dpiaReview, .dpiaRetention, .dpiaNecessity:
      if surroundings.contains(.dpiaAccess) { return false }
    case .dpiaDPOAdvice:
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.count < Self.shortestAdvice || Blank.occurs(in: text) { return false }
    case .modelDescription: if !isAboutDocument { return false }
    default: break
    }
    let isAmongRisks = surroundings.contains(.dpiaRisks) || surroundings.contains(.friaHarms)
    return !isAmongRisks || Self.treating.contains(topic)
  }

  /// The fewest words of an opinion.
  private static let shortestAdvice = 3
  private static let treating: Set<Topic> = [
    .dpiaRisks, .dpiaMeasures, .dpiaResidualRisk, .friaHarms, .friaRemedies, .friaOversight,
  ]
  private static let foreign: Set<Topic> = [
    .trainingData, .evaluationData, .dataCollection, .dataPreprocessing, .metricsRationale,
    .fairness, .dpiaRisks, .dpiaMeasures, .friaHarms, .friaRemedies,
  ]

  private static func fact(
    _ field: MarkdownField,
    in section: MarkdownSection,
    about surroundings: [Topic],
    of file: FileIdentity
  ) -> LabelledFact? {
    let (title, text) = parts(of: field)
    // `Approved by: not yet` says how far the approval is.
    guard StatementState.state(of: text) == .substantive || SentenceFiller.isDeferred(text) else {
      return nil
    }
    return LabelledFact(
      label: FoldedText.words(Heading.withoutBrackets(title)),
      title: title,
      text: text,
      surroundings: surroundings,
      source: file.reference(
        at: field.position,
        endLine: field.endLine,
        headingPath: section.headingPath
      )
    )
  }

  /// `Version: 1.0 | Date: 2026-01-20` is two fields.
  static func separated(_ field: MarkdownField) -> [MarkdownField] {
    guard let mark = separators.first(where: { field.text.contains(" \($0) ") }) else {
      return [field]
    }
    var fields: [MarkdownField] = []
    for part in field.text.split(separator: mark) {
      let part = part.trimmed
      guard !fields.isEmpty else {
        fields.append(copy(field, label: field.label, text: part))
        continue
      }
      guard let colon = part.firstRange(of: ": "), colon.lowerBound > part.startIndex,
        part[..<colon.lowerBound].utf8.count <= longestLabel
      else { return [field] }
      fields.append(
        copy(
          field,
          label: String(part[..<colon.lowerBound]),
          text: String(part[colon.upperBound...])
        )
      )
    }
    return fields
  }

  /// What stands between labelled texts of one line.
  private static let separators: [Character] = ["|", "·", "•"]

  private static func copy(_ field: MarkdownField, label: String, text: String) -> MarkdownField {
    MarkdownField(label: label, text: text, position: field.position, endLine: field.endLine)
  }

  /// Whether no bracket is open: the colon in `Transfers (USA: two providers)` ends no label.
  private static func closesBrackets(_ text: Substring) -> Bool {
    text.count { $0 == "(" } <= text.count { $0 == ")" }
  }

  /// The longest label of such a field, in bytes.
  private static let longestLabel = 40

  /// Label and text; in `**Status: approved**` both are bold.
  private static func parts(of field: MarkdownField) -> (title: String, text: String) {
    guard let colon = field.label.firstRange(of: ": "),
      closesBrackets(field.label[..<colon.lowerBound])
    else {
      // `**Risks:** The model may:` opens a list, and says that there are some.
      return (field.label, String(field.text, trimming: { $0.isWhitespace || $0 == ":" }))
    }
    let text = String(
      field.label[colon.upperBound...],
      trimming: { $0.isWhitespace || $0 == "." }
    )
    return (String(field.label[..<colon.lowerBound]), text)
  }

  /// Whether a header row is a label with its text: below `Legal basis | Application` stand examples, and
  /// no row has a label of its own.
  private static func isLabelled(
    _ header: [TextCell],
    above rows: [[TextCell]],
    by topics: TopicTable?
  ) -> Bool {
    guard let topics, let title = header.first?.text, !rows.isEmpty,
      !topics.topics(of: title).isEmpty
    else { return true }
    return rows.contains { row in
      guard let text = row.first?.text else { return false }
      return HeaderLabels.isHeader(FoldedText.words(text)) || !topics.topics(of: text).isEmpty
    }
  }

  /// The rows of a table with two columns; its header is a row too, when it holds a fact.
  ///
  /// So are those of the form of the ICO, whose third column tells how to fill in the second.
  private static func tableFields(
    of block: MarkdownBlock,
    by topics: TopicTable?
  ) -> [MarkdownField] {
    guard case .table(let table) = block.content else { return [] }
    let isForm = table.header.count == 3 && SignOffWords.holdsOutcomes(table.header[1].text)
    guard table.header.count == 2 || isForm else { return [] }
    let rows = isLabelled(table.header, above: table.rows, by: topics) ? [table.header] : []
    return (rows + table.rows).compactMap { row in
      guard row.count == table.header.count else { return nil }
      // Who approves is read with the other decisions.
      if isForm, ApprovalReading.isApproval(FoldedText.words(row[0].text)) { return nil }
      return MarkdownField(
        label: row[0].text,
        text: row[1].text,
        position: row[0].position,
        endLine: row[0].position.line
      )
    }
  }
}
