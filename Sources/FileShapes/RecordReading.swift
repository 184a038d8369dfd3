// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// The records that several of our own file formats write in the same way.
package enum RecordReading {
  /// What a contact looks like.
  package static let partyShape = Shape.map([
    .required("role", .choice(Party.Role.allCases.map(\.rawValue)), "what the party does"),
    .required("name", .text, "the name of the person or team"),
    Field("organization", .text, "the organisation"),
    Field("email", .text, "how to reach it"),
  ])

  /// What a decision looks like.
  package static let approvalShape = Shape.map([
    .required(
      "decision",
      .choice(Approval.Decision.allCases.map(\.rawValue) + refusals),
      "what was decided"
    ),
    .required("by", .text, "who decided"),
    Field("role", .text, "in which role"),
    Field("date", .date, "when"),
    Field("conditions", .text, "under which conditions"),
    Field("evidence", .text, "what the decision rests on, such as a path or link"),
  ])

  /// Other words for a refusal.
  package static let refusals = ["rejected", "declined", "denied", "withdrawn", "revoked"]

  /// A contact, or nil without a known role.
  package static func party(_ cursor: NodeCursor) -> Party? {
    guard let role = cursor["role"]?.choice(of: Party.Role.self) else { return nil }
    return Party(
      role: role,
      name: cursor["name"]?.text,
      organization: cursor["organization"]?.text,
      contact: cursor["email"]?.text,
      source: cursor.source
    )
  }

  /// A decision, or nil without a known one.
  package static func approval(_ cursor: NodeCursor) -> Approval? {
    guard let decision = cursor["decision"].flatMap(decision) else { return nil }
    return Approval(
      decision: decision,
      party: cursor["by"]?.text,
      // A role of marks alone is stated and empty, and no silence about it.
      role: cursor["role"].map { role in
        role.text.flatMap { $0.contains { $0.isLetter || $0.isNumber } ? $0 : nil } ?? ""
      },
      date: cursor["date"].flatMap(day),
      conditions: cursor["conditions"]?.text,
      // An empty text is what the decision rests on, and no silence about it.
      evidence: cursor["evidence"].map { $0.text ?? "" },
      source: cursor.source
    )
  }

  private static func decision(_ cursor: NodeCursor) -> Approval.Decision? {
    cursor.choice() ?? (refusals.contains(where: cursor.says) ? .refused : nil)
  }

  /// A day as our own formats write it; the shape reports any other form.
  private static func day(_ cursor: NodeCursor) -> StatedDate? {
    cursor.text.map { StatedDate(raw: $0, date: CalendarDate(dayOf: $0), source: cursor.source) }
  }
}

extension Issue {
  /// A problem of an artifact: what is missing is for rules to judge, what cannot be read is an error.
  package init(_ problem: Problem, in file: FileIdentity) {
    self.init(
      code: problem.code ?? "unreadable",
      severity: problem.code == "missing-key" ? .warning : .error,
      message: "\(problem.message); \(problem.help)",
      source: problem.source ?? file.reference()
    )
  }
}
