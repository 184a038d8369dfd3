// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension LostGroups {
  /// A failure for each group.
  ///
  /// - Parameter survey: The judged systems, for the place of each finding.
  /// - Returns: The results in the order of the groups.
  func results(in survey: Survey) -> [CheckResult] {
    groups.map { group in
      CheckResult(
        system: group.system,
        pack: ProgramPack.change.rawValue,
        rule: OwnRules.groupDisappears,
        subject: group.subject,
        outcome: .failed,
        severity: .error,
        message: "\(revision) counts \(group.cases)\(group.subject) in \(group.path), "
          + "and \(group.whereabouts)",
        seen: "no counts of \(group.subject)",
        locations: survey.place(of: group).map { [SourceLocation(path: $0)] } ?? []
      )
    }
  }

  /// What is said of each system with evaluations where the history is cut off; it leaves no run open.
  static func undecided(in survey: Survey) -> [CheckResult] {
    survey.dossiers.compactMap { dossier in
      let system = dossier.systemID
      guard dossier.declaration != nil, let path = survey.evaluations(of: system).first else {
        return nil
      }
      return CheckResult(
        system: system,
        pack: ProgramPack.change.rawValue,
        rule: OwnRules.groupDisappears,
        subject: "system",
        outcome: .undecided,
        severity: .info,
        message: "the clone is shallow, so that nobody can tell which groups the last tag counts: "
          + "fetch the history with its tags, or name a base with --base",
        locations: [SourceLocation(path: path)]
      )
    }
  }

  /// The earlier revision, as a message names it.
  private var revision: String {
    let id = commit.hex.prefix(12)
    return tag.map { "the release \($0) (\(id))" } ?? "the base \(id)"
  }
}

extension LostGroups.Group {
  /// The group as a waiver names it, such as `sex=X` or `age=60+ × sex=X`.
  ///
  /// A part that holds a sign of the form itself stands in quotation marks, so that no two groups have
  /// one name.
  var subject: String {
    SliceName.joined(
      slice.map { pair in
        let attribute = pair.attribute.isEmpty ? "unnamed" : pair.attribute
        return "\(Self.quoted(attribute))=\(Self.quoted(pair.group))"
      }
    )
  }

  private static func quoted(_ part: String) -> String {
    part.unicodeScalars.contains { "=\"".unicodeScalars.contains($0) } ? "\"\(part)\"" : part
  }

  /// What became of it, as a clause.
  fileprivate var whereabouts: String {
    guard let countedIn else { return "no evaluation counts that group now" }
    return "what stands in its place does not count that group now; \(countedIn) does, "
      + "which is another evaluation"
  }

  /// The number of cases, as words before the name of the group.
  fileprivate var cases: String {
    caseCount.map { $0 == 1 ? "1 case of " : "\($0) cases of " } ?? ""
  }
}

extension Survey {
  /// The paths of the evaluations of a system.
  fileprivate func evaluations(of system: String) -> [String] {
    inputs.filter { $0.kind == .evaluation && $0.systems.contains(system) }.map(\.entry.path)
  }

  /// Where a group would stand: the file that counted it, else another evaluation, else the declaration.
  fileprivate func place(of group: LostGroups.Group) -> String? {
    let paths = evaluations(of: group.system)
    return paths.first { $0 == group.path } ?? paths.first
      ?? dossiers.first { $0.systemID == group.system }?.declaration?.source.path
  }
}
