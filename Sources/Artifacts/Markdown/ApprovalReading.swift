// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Finds the decisions that a Markdown document records: labelled facts and sign-off tables.
enum ApprovalReading {
  /// The decisions in the order of the text; doubtful dates become issues of the artifact.
  static func approvals(of reading: MarkdownReading, _ artifact: inout Artifact) -> [Approval] {
    var approvals: [Approval] = []
    for fact in reading.facts where endings.contains(where: { fact.label.hasSuffix($0) }) {
      approvals.append(labelled(fact, &artifact))
    }
    for (section, heading) in zip(reading.document.sections, reading.headings)
    where !signOffHeadings.isDisjoint(with: heading.names) {
      for block in section.blocks {
        guard case .table(let table) = block.content, table.header.count > 2 else { continue }
        approvals += rows(of: table, in: section, reading.file, &artifact)
      }
    }
    return approvals
  }

  /// `V. Validator, CRO, 2026-09-12`: the name, perhaps a position, perhaps a date.
  private static func labelled(
    _ fact: LabelledFact,
    _ artifact: inout Artifact
  ) -> Approval {
    var parts = fact.text.split { ",;".contains($0) }.map { Trimmed.text($0) }
    let dated = parts.lastIndex { DateReader.read($0) != .none }
    let date = dated.map { artifact.statedDate(parts.remove(at: $0), at: fact.source) }
    return Approval(
      decision: .approved,
      party: parts.first,
      role: parts.count > 1 ? parts[1] : nil,
      date: date,
      source: fact.source
    )
  }

  private static func rows(
    of table: MarkdownTable,
    in section: MarkdownSection,
    _ file: FileIdentity,
    _ artifact: inout Artifact
  ) -> [Approval] {
    let columns = TableColumns(table)
    guard let name = columns.first(of: ["name", "approver", "approved by", "by", "signatory"])
    else {
      return []
    }
    let (role, date, decision) = (
      columns.first(of: ["role", "position", "title", "function"]),
      columns.first(of: ["date", "signed on", "approved on"]),
      columns.first(of: ["decision", "status", "outcome", "approval", "approved"])
    )
    return table.rows.compactMap { row in
      guard let party = columns.text(name, of: row) else { return nil }
      let source = file.reference(
        at: row.first?.position ?? section.position,
        headingPath: section.headingPath
      )
      let day = columns.text(date, of: row)
      let stated = day.map { artifact.statedDate($0, at: source) }
      // `12/10/2025` is one of two days, and a date either way.
      let isDated = day.map { DateReader.read($0) != .none } ?? false
      return Approval(
        decision: Self.decision(columns.text(decision, of: row), isDated: isDated),
        party: party,
        role: columns.text(role, of: row),
        date: stated,
        source: source
      )
    }
  }

  /// What a word decides; without one, a dated signature approves.
  private static func decision(_ text: String?, isDated: Bool) -> Approval.Decision {
    guard let text else { return isDated ? .approved : .pending }
    let words = FoldedText.words(text).split(separator: " ").map(String.init)
    if words.contains(where: ["not", "no", "refused", "rejected", "declined", "denied"].contains) {
      return .refused
    }
    if words.contains(where: ["conditional", "conditionally", "conditions"].contains) {
      return .conditional
    }
    return words.contains(where: ["approved", "yes", "accepted", "signed", "ok"].contains)
      ? .approved : .pending
  }

  /// How labels end behind which somebody approves: `measures approved by`.
  private static let endings = [
    "approved by", "signed off by", "signed by", "approver", "accepted by",
  ]

  private static let signOffHeadings: Set<String> = [
    "sign off", "signoff", "approval", "approvals", "sign off and record outcomes", "signatures",
    "sign off and approval", "sign offs", "approval and sign off", "decision",
  ]
}
