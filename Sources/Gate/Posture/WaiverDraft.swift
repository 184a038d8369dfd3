// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
package import GateModel
internal import Reporting
internal import RulePacks
internal import Survey
internal import Texts

/// A waiver that is written or renewed, for `modelgate waivers new` and `renew`.
package struct WaiverDraft: Sendable {
  /// The rule: `pack/rule`, a bare rule id, or a short code.
  package var rule: String
  /// The system it is limited to, or nil for any.
  package var system: String?
  /// The subject it is limited to, or nil for any.
  package var subject: String?
  /// Why the gap is accepted; nil keeps the reason of a waiver that is renewed.
  package var reason: String?
  /// Who answers for the gap; nil keeps the owner of a waiver that is renewed.
  package var owner: String?
  /// Who accepts it.
  package var approvedBy: String
  /// The last day on which it counts.
  package var expires: CalendarDate
  /// A ticket or document.
  package var reference: String?

  /// Creates a draft.
  package init(rule: String, approvedBy: String, expires: CalendarDate) {
    (self.rule, self.approvedBy, self.expires) = (rule, approvedBy, expires)
  }

  /// A waiver file that is to be written.
  package struct Output: Sendable {
    /// The file on disk.
    package let path: String
    /// Its new text.
    package let text: String
    /// What was done, in one line.
    package let remark: String
  }

  /// Adds the waiver to the file that the policy names.
  ///
  /// - Parameters:
  ///   - request: The files of a repository, and the day on which the gap is accepted.
  ///   - root: The folder of these files.
  /// - Returns: The file with its new text.
  /// - Throws: When no selected rule has the name, it cannot be waived, nothing failed by it, the file
  ///   has mistakes or already accepts the same, or the waiver says nothing.
  package func added(_ request: RunRequest, root: String) async throws(RunFailure) -> Output {
    let place = try await place(request, root: root)
    let rule = try place.rule(named: rule)
    let report = try await GateRun(request).run().report
    let failed = report.results.filter { result in
      result.rawOutcome == .failed && "\(result.pack)/\(result.rule)" == rule.name
        && (system ?? result.system) == result.system
        && (subject ?? result.subject) == result.subject
    }
    guard !failed.isEmpty else {
      throw .configuration(
        "nothing failed by '\(rule.name)'\(scope), so that a waiver would accept nothing",
        help: "see 'modelgate check' for rule, system and subject of each finding"
      )
    }
    let text = try WaiverText(place.text, path: place.name).adding(fields(rule.name, place.day))
    try place.checkLength(from: place.day, to: expires)
    let findings = failed.count == 1 ? "1 finding" : "\(failed.count) findings"
    return Output(path: place.path, text: text, remark: "it accepts \(findings) of \(rule.name)")
  }

  private var scope: String {
    (system.map { " in '\($0)'" } ?? "") + (subject.map { " on '\($0)'" } ?? "")
  }

  private func fields(_ rule: String, _ day: CalendarDate) -> [(key: String, value: String)] {
    let texts: [(String, String?)] = [
      ("rule", rule), ("system", system), ("subject", subject), ("reason", reason),
      ("owner", owner), ("approved_by", approvedBy),
    ]
    let quoted = texts.compactMap { key, value in value.map { (key, Self.quoted($0)) } }
    let days = [("created", day.description), ("expires", expires.description)]
    return quoted + days + (reference.map { [("reference", Self.quoted($0))] } ?? [])
  }

  private static func quoted(_ text: String) -> String { "\"\(Templates.quotable(text))\"" }

  /// Gives a waiver of the file another last day, accepted today.
  ///
  /// - Throws: When the file has no such waiver or more than one, or has mistakes.
  package func renewed(_ request: RunRequest, root: String) async throws(RunFailure) -> Output {
    let place = try await place(request, root: root)
    let names = try place.rule(named: rule).names
    let file = try WaiverText(place.text, path: place.name)
    let index = try file.index(of: names, system: system, subject: subject)
    var fields = [
      ("approved_by", Self.quoted(approvedBy)), ("created", place.day.description),
      ("expires", expires.description),
    ]
    if let reason { fields.append(("reason", Self.quoted(reason))) }
    if let owner { fields.append(("owner", Self.quoted(owner))) }
    let text = try file.changing(index, fields, to: renewal(of: file[index], on: place.day))
    try place.checkLength(from: place.day, to: expires)
    return Output(path: place.path, text: text, remark: "it holds until \(expires)")
  }

  private func renewal(of waiver: WaiverFile.Waiver, on day: CalendarDate) -> WaiverFile.Waiver {
    var renewed = waiver
    (renewed.approvedBy, renewed.created, renewed.expires) = (approvedBy, day, expires)
    renewed.reason = reason ?? waiver.reason
    renewed.owner = owner ?? waiver.owner
    return renewed
  }

  private func place(_ request: RunRequest, root: String) async throws(RunFailure) -> WaiverPlace {
    let (_, governance, day) = try await GateRun(request).survey()
    return try WaiverPlace(governance, root: root, day: day.date)
  }
}

/// The waiver file of a repository on disk, and the rules that it may name.
private struct WaiverPlace {
  let path: String
  /// The path from the root of the tree.
  let name: String
  let text: String?
  let day: CalendarDate
  private let packs: [RulePack]
  private let maximumDays: Int

  init(_ governance: Governance, root: String, day: CalendarDate) throws(RunFailure) {
    name = governance.policy.waivers
    path = "\(root)/\(name)"
    packs = governance.packs.map(\.pack)
    maximumDays = governance.policy.waiverMaximumDays
    self.day = day
    let isThere = FileManager.default.fileExists(atPath: path)
    text = isThere ? String(decoding: try DiskFile.bytes(at: path), as: UTF8.self) : nil
  }

  /// A selected rule by any of its names.
  func rule(named wanted: String) throws(RunFailure) -> (name: String, names: [String]) {
    let rules = packs.flatMap { pack in
      pack.rules.map { (pack: pack.id, rule: $0) }
    }
    let known = rules.map { entry in
      ["\(entry.pack)/\(entry.rule.id)", entry.rule.id] + (entry.rule.code.map { [$0] } ?? [])
    }
    guard let index = known.firstIndex(where: { $0.contains(wanted) }) else {
      let nearest = Suggestion.closest(to: wanted, among: known.flatMap { $0 })
      throw .configuration(
        "no selected rule is called '\(wanted)'",
        help: nearest.map { "did you mean '\($0)'?" } ?? "see 'modelgate list rules'"
      )
    }
    guard rules[index].rule.isWaivable else {
      throw .configuration(
        "'\(known[index][0])' cannot be waived",
        help: "repair what it asks for; 'modelgate explain \(wanted)' says how"
      )
    }
    return (known[index][0], known[index])
  }

  func checkLength(from start: CalendarDate, to end: CalendarDate) throws(RunFailure) {
    let days = start.days(until: end)
    guard days > maximumDays else { return }
    throw .configuration(
      "the waiver would run for \(days) days; the policy allows \(maximumDays)",
      help: "let it expire earlier, and renew it after a review"
    )
  }
}
