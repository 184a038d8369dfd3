// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import GitStore
internal import Survey

extension RepositoryAccess {
  /// How many versions of one declaration are compared; with more, nobody can tell.
  private static let maximumVersions = 1000

  /// Which answers of declarations were changed to others, by system, the oldest change first.
  ///
  /// Looked at are the changes after the day of the oldest impact assessment: what came before it was
  /// there to be assessed. A declaration that was moved, or got another id, is followed.
  ///
  /// - Parameters:
  ///   - assessed: The declarations of systems with an assessment.
  ///   - histories: The changes of their files.
  ///   - tree: The judged tree.
  ///   - day: The day of changes that are not committed.
  ///   - policy: The policy, which says where declarations are.
  /// - Returns: The changes, without the systems of which nobody can tell; nil where the history is cut
  ///   off.
  /// - Throws: When the history cannot be read.
  func factChanges(
    of assessed: [AssessedDeclaration],
    _ histories: [String: FileHistory],
    in tree: borrowing Snapshot,
    on day: CalendarDate,
    _ policy: PolicyFile
  ) throws(RunFailure) -> [String: [FactChange]]? {
    guard !isShallow else { return nil }
    let days = assessed.compactMap(\.since)
    var past = DeclaredPast(
      policy: policy,
      since: days.count == assessed.count ? days.min() : nil
    )
    var all: [String: [FactChange]] = [:]
    for item in assessed {
      let commits = histories[item.path].map { [$0.change] + ($0.earlier ?? []) } ?? []
      var steps = commits.map { DeclarationChange($0, on: day) }
      if tree.commit == nil {
        let parents = try headCommit().map { [$0] } ?? []
        steps.insert(
          DeclarationChange(commit: nil, parents: parents, day: day, time: .max),
          at: 0
        )
      }
      all[item.declaration.id] = try changes(of: item, steps, in: tree, on: day, &past)?.reversed()
    }
    return all
  }

  /// The changes of one declaration, the newest first; nil where nobody can tell.
  ///
  /// - Throws: When the history cannot be read.
  private func changes(
    of item: AssessedDeclaration,
    _ steps: [DeclarationChange],
    in tree: borrowing Snapshot,
    on day: CalendarDate,
    _ past: inout DeclaredPast
  ) throws(RunFailure) -> [FactChange]? {
    var (newer, waiting, count) = (item.declaration, steps[...], 0)
    var found: [FactChange] = []
    // What follows a version that nobody can read counts as changed when it could be read again.
    var readableAgain: CalendarDate?
    while let step = waiting.popFirst() {
      let changed = readableAgain ?? step.day
      guard item.since.map({ $0 < changed }) ?? true else { break }
      count += 1
      guard count <= Self.maximumVersions else { return nil }
      let previous = waiting.first?.commit
      switch try past.version(before: step, of: newer, previous, in: tree, of: self) {
      case .untold: return nil
      case .none: return found
      case .unreadable: readableAgain = changed
      case .declaration(let older, let commit):
        let facts = newer.changedFacts(since: older, on: changed)
        if !facts.isEmpty { found.append(FactChange(on: changed, facts: facts)) }
        if let commit {
          let earlier = try declared(at: older.source.path, from: commit, in: tree)
          waiting = earlier.map { DeclarationChange($0, on: day) }[...]
        }
        (newer, readableAgain) = (older, nil)
      }
    }
    return found
  }

  /// The changes of a declaration up to a commit.
  private func declared(
    at path: String,
    from commit: ObjectID,
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> [CommitFacts] {
    let path = tree.repositoryPath(of: path)
    let history = try history(of: path, from: commit)
    return history.map { [$0.change] + ($0.earlier ?? []) } ?? []
  }
}

extension DeclarationChange {
  fileprivate init(_ commit: CommitFacts, on day: CalendarDate) {
    let time = commit.committer.unixSeconds
    self.init(
      commit: commit.id,
      parents: commit.parents,
      day: CalendarDate(unixSeconds: time) ?? day,
      time: time
    )
  }
}
