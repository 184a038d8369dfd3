// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import Documents
package import FileShapes
package import GateModel
internal import Texts

/// The waivers of a repository: `modelgate-waivers.yml`.
package struct WaiverFile: Hashable, Sendable {
  /// Who accepted which finding, why, and until when.
  package struct Waiver: Hashable, Sendable {
    /// The rule: `pack/rule`, a bare rule id, or a short code.
    package var rule: String
    /// The system it is limited to, or nil for any.
    package var system: String?
    /// The subject it is limited to; `*` for any.
    package var subject: String
    /// Why the gap was accepted.
    package var reason: String
    /// Who answers for the gap.
    package var owner: String
    /// Who accepted it; never the owner.
    package var approvedBy: String
    /// The day it was accepted.
    package var created: CalendarDate
    /// The last day on which it counts.
    package var expires: CalendarDate
    /// A ticket or document, as written.
    package var reference: String?
    /// Where it stands.
    package var source: SourceReference
  }

  /// The waivers in the order of the file.
  package var waivers: [Waiver]
  /// The file.
  package var source: SourceReference

  /// Reads a waiver file.
  ///
  /// Whom the policy names among `approvers` may accept a gap by the address of an office.
  ///
  /// - Returns: The waivers that are complete, with every problem of the file; with problems the
  ///   file must not be used.
  package static func read(
    _ node: Node,
    path: String,
    blob: ObjectID? = nil,
    approvers: [String] = []
  ) -> (value: WaiverFile, problems: [Problem]) {
    var reading = ConfigurationReading(node, shape: shape, path: path, blob: blob)
    let entries = reading.root["waivers"]?.elements ?? []
    reading.rejectDuplicates(entries) { entry in
      entry["rule"]?.text.map { "\($0) \(Self.scope(of: entry))" }
    }
    for entry in entries { reading.checkWaiver(entry, approvers) }
    let file = WaiverFile(
      waivers: entries.compactMap { Waiver($0, reading) },
      source: reading.root.source
    )
    return (file, reading.sortedProblems)
  }

  private static func scope(of entry: NodeCursor) -> String {
    "for \(entry["system"]?.text ?? "any system"), subject \(entry["subject"]?.text ?? "*")"
  }

  /// What a waiver file may say.
  package static let shape = Shape.map([
    .required("version", .version(1), "the version of this file format"),
    .required("waivers", .list(waiverShape), "the waivers; [] for none"),
  ])

  private static let waiverShape = Shape.map([
    .required("rule", .text, "pack/rule, a bare rule id, or a short code"),
    Field("system", .identifier, "the system it is limited to"),
    Field("subject", .text, "the exact subject it is limited to; \"*\" for any"),
    .required("reason", .text, "why the gap is accepted"),
    .required("owner", .text, "who answers for the gap"),
    .required("approved_by", .text, "who accepted it; not the owner"),
    .required("created", .date, "the day it was accepted"),
    .required("expires", .date, "the last day on which it counts"),
    Field("reference", .text, "a ticket or document"),
  ])
}

extension WaiverFile.Waiver {
  fileprivate init?(_ entry: NodeCursor, _ reading: ConfigurationReading) {
    guard let rule = entry["rule"]?.text, let reason = entry["reason"]?.text,
      let owner = entry["owner"]?.text, let approvedBy = entry["approved_by"]?.text,
      let created = reading.date("created", of: entry),
      let expires = reading.date("expires", of: entry)
    else { return nil }
    self.init(
      rule: rule,
      system: entry["system"]?.text,
      subject: entry["subject"]?.text ?? "*",
      reason: reason,
      owner: owner,
      approvedBy: approvedBy,
      created: created,
      expires: expires,
      reference: entry["reference"]?.text,
      source: entry.source
    )
  }
}

extension ConfigurationReading {
  /// What no shape can say: a reason that says something, two people, and a time that passes.
  fileprivate mutating func checkWaiver(_ entry: NodeCursor, _ approvers: [String]) {
    if let reason = entry["reason"], let text = reason.text,
      MarkupText.state(of: text, for: .acceptance) != .substantive
    {
      add(
        "placeholder",
        "the reason of the waiver is the filler '\(Excerpt.line(text))'",
        help: "say why the gap is acceptable until the waiver expires",
        at: reason
      )
    }
    if let reference = entry["reference"], let text = reference.text, Self.isFiller(text) {
      add(
        "placeholder",
        "the reference of the waiver is the filler '\(Excerpt.line(text))'",
        help: "name the ticket or document, or leave the key out",
        at: reference
      )
    }
    checkPeople(entry, approvers)
    if let created = date("created", of: entry), let expires = date("expires", of: entry),
      let cursor = entry["expires"], expires < created
    {
      add(
        "expires-before-created",
        "the waiver expires on \(expires), before it was created on \(created)",
        help: "write a later day, or remove the waiver",
        at: cursor
      )
    }
  }

  private static func isFiller(_ reference: String) -> Bool {
    MarkupText.state(of: reference, for: .value) != .substantive || StatementState.isVoid(reference)
      || UnansweredWords.fill(reference)
  }

  /// An owner who can be asked, and somebody else who accepts the gap.
  private mutating func checkPeople(_ entry: NodeCursor, _ approvers: [String]) {
    let owner = entry["owner"]?.text ?? ""
    for key in ["owner", "approved_by"] {
      guard let cursor = entry[key], let text = cursor.text else { continue }
      let isKnown =
        key == "owner"
        ? PersonName.isDepartment(text)
        : text.contains("@") && approvers.contains { $0.lowercased() == text.lowercased() }
      guard PersonName(text) == nil, !isKnown else { continue }
      add(
        "nobody",
        "'\(Excerpt.line(text))' under \(key) names nobody",
        help: key == "owner"
          ? "name the person or team that answers for the gap" : "name the person who accepted it",
        at: cursor
      )
    }
    guard let approver = entry["approved_by"], let name = approver.text,
      name == owner || PersonName.areSame(name, owner)
    else { return }
    add(
      "same-person",
      "'\(Excerpt.line(name))' accepts their own waiver",
      help: "let somebody other than the owner approve it",
      at: approver
    )
  }
}
