// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Finds the decisions that a Markdown document records: labelled facts and sign-off tables.
enum ApprovalReading {
  /// The decisions in the order of the text; doubtful dates become issues of the artifact.
  static func approvals(of reading: MarkdownReading, _ artifact: inout Artifact) -> [Approval] {
    var approvals: [Approval] = []
    for fact in reading.facts
    where isApproval(fact.label) {
      approvals.append(labelled(fact.text, at: fact.source, reading.document, &artifact))
    }
    if SignOffForm(reading.document.sections.flatMap(\.blocks)).awaitsSignature {
      for index in approvals.indices
      where approvals[index].date == nil && approvals[index].decision == .approved {
        approvals[index].decision = .pending
      }
    }
    let headed = zip(reading.document.sections, reading.headings)
    let signOffs = Set(
      headed.filter { !SignOffWords.headings.isDisjoint(with: $1.names) }.map(\.0.title)
    )
    for section in reading.document.sections
    where section.headingPath.contains(where: signOffs.contains) {
      for block in section.blocks {
        guard case .table(let table) = block.content, table.header.count > 2 else {
          approvals += SignOffSentence.approvals(in: block, of: section, reading, &artifact)
          continue
        }
        approvals += rows(of: table, in: section, reading, &artifact)
      }
      if let signature = signature(in: section, reading, &artifact) { approvals.append(signature) }
    }
    return approvals
  }

  /// A form to sign below its own heading: name, role, date and perhaps a signature.
  ///
  /// As long as one of them is blank, the decision is pending.
  private static func signature(
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> Approval? {
    let form = SignOffForm(section.blocks)
    guard let date = form.text(SignOffWords.dates), let name = form.text(SignOffWords.names)
    else { return nil }
    let source = reading.source(of: section)
    let stated = date.map { artifact.statedDate($0, at: source, in: reading.document) }
    let isDated = date.map { DateReader.read($0) != .none } ?? false
    // Where nothing is said of a signature, name and date are one.
    let isSigned = form.text(SignOffWords.signatures).map { $0 != nil } ?? true
    return Approval(
      decision: SignOffWords.decision(
        form.text(SignOffWords.decisions) ?? nil,
        isSigned: isDated && isSigned && name != nil
      ),
      party: name,
      role: (form.text(SignOffWords.roles) ?? nil) ?? section.title,
      date: stated,
      source: source
    )
  }

  /// `V. Validator, CRO, 2026-09-12`: the name, perhaps a position, perhaps a date.
  private static func labelled(
    _ text: String,
    at source: SourceReference,
    _ document: MarkdownDocument,
    _ artifact: inout Artifact
  ) -> Approval {
    var parts = text.parts(atAny: ",;").map { $0.trimmed }
      .filter { !Blank.occurs(in: $0) }
    let dated = parts.lastIndex { DateReader.read($0) != .none }
    let date = dated.map { artifact.statedDate(parts.remove(at: $0), at: source, in: document) }
    let decision = decision(stated: text)
    if decision != .approved { parts = parts.compactMap(withoutDeferral) }
    return Approval(
      decision: parts.isEmpty && decision == .approved ? .pending : decision,
      party: parts.first,
      role: parts.count > 1 ? parts[1] : nil,
      date: date,
      source: source
    )
  }

  /// What stands behind `Approved by`: a name approves, `pending` or `not yet` puts it off, and `yes`
  /// names nobody who could have.
  private static func decision(stated text: String) -> Approval.Decision {
    let words = FoldedText.words(text, keeping: "/").split(separator: " ")
    let isRefused =
      words.contains(where: refusals.contains) || StatusWords.decision(text) == .refused
    if isRefused { return .refused }
    if StatementState.state(of: text) != .substantive { return .pending }
    let isDeferred = words.contains(where: deferrals.contains) || words == ["yes"]
    return isDeferred ? .pending : .approved
  }

  /// `Head of Risk` of `Head of Risk (pending)`; nil for what names nobody.
  private static func withoutDeferral(_ part: String) -> String? {
    let name = Heading.withoutBrackets(part).trimmed
    let words = FoldedText.words(name, keeping: "/").split(separator: " ")
    let names =
      !words.isEmpty && words != ["yes"]
      && words.allSatisfy { !deferrals.contains($0) && !refusals.contains($0) }
    return names ? name : nil
  }

  private static let refusals: Set<Substring> = ["refused", "rejected", "declined", "denied"]
  private static let deferrals: Set<Substring> = [
    "pending", "awaiting", "awaits", "outstanding", "not", "no", "none", "nobody", "n/a", "na",
    "required", "needed", "before", "until", "unsigned", "unassigned", "draft", "ausstehend",
    "offen", "attente", "afventer", "pendiente", "pendente", "afwachting",
  ]

  private static func rows(
    of table: MarkdownTable,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [Approval] {
    let columns = TableColumns(table)
    guard let name = columns.first(of: SignOffWords.names) else {
      return labelledRows(of: table, in: section, reading, &artifact)
    }
    let (role, date, decision) = (
      columns.first(of: SignOffWords.roles), columns.first(of: SignOffWords.dates),
      columns.first(of: SignOffWords.decisions)
    )
    let signature = columns.first(of: SignOffWords.signatures)
    return table.rows.compactMap { row in
      guard let party = columns.text(name, of: row), !Blank.occurs(in: party) else { return nil }
      let source = reading.file.reference(
        at: row.first?.position ?? section.position,
        headingPath: section.headingPath
      )
      let day = columns.text(date, of: row)
      let stated = day.map { artifact.statedDate($0, at: source, in: reading.document) }
      // `12/10/2025` is one of two days, and a date either way.
      let isDated = day.map { DateReader.read($0) != .none } ?? false
      // A column for the signature that stays empty says that nobody has signed yet.
      let isSigned = signature == nil || columns.text(signature, of: row) != nil
      return Approval(
        decision: SignOffWords.decision(
          columns.text(decision, of: row),
          isSigned: isDated && isSigned
        ),
        party: party,
        role: columns.text(role, of: row),
        date: stated,
        source: source
      )
    }
  }

  /// A table with a label and who, as what and when beside it, as the form of the ICO has it:
  /// `Measures approved by: | Ada Example, CRO, 2026-04-02 | …`.
  private static func labelledRows(
    of table: MarkdownTable,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [Approval] {
    table.rows.compactMap { row in
      guard row.count > 1 else { return nil }
      let label = FoldedText.words(row[0].text)
      guard isApproval(label), !row[1].text.trimmed.isEmpty else {
        return nil
      }
      return labelled(
        row[1].text,
        at: reading.file.reference(at: row[0].position, headingPath: section.headingPath),
        reading.document,
        &artifact
      )
    }
  }

  /// Whether a label is one behind which somebody approves.
  static func isApproval(_ label: String) -> Bool {
    SignOffWords.endings.contains(where: label.hasSuffix) && !label.hasPrefix("same as")
  }
}
