// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FileShapes
internal import GateModel
internal import GitStore
internal import Survey

extension RepositoryAccess {
  /// Which answers of declarations were changed to others, by system, the oldest change first.
  ///
  /// Looked at are the changes after the day of the oldest impact assessment: what came before it was
  /// there to be assessed.
  ///
  /// - Parameters:
  ///   - assessed: The declarations of systems with an assessment.
  ///   - histories: The changes of their files.
  ///   - tree: The judged tree.
  ///   - day: The day of changes that are not committed.
  /// - Returns: The changes; nil where the history is cut off, or the clone leaves files out.
  /// - Throws: When the history cannot be read.
  func factChanges(
    of assessed: [AssessedDeclaration],
    _ histories: [String: FileHistory],
    in tree: borrowing Snapshot,
    on day: CalendarDate
  ) throws(RunFailure) -> [String: [FactChange]]? {
    guard !isShallow else { return nil }
    var all: [String: [FactChange]] = [:]
    for item in assessed {
      let commits = histories[item.path].map { [$0.change] + ($0.earlier ?? []) } ?? []
      var days = commits.map { CalendarDate(unixSeconds: $0.committer.unixSeconds) ?? day }
      // A commit differs from the version before it; what is not committed, from that of `HEAD`.
      if tree.commit == nil { days.insert(day, at: 0) }
      let older = tree.commit == nil ? commits[...] : commits.dropFirst()
      guard let found = try changes(of: item, on: days, from: older.map(\.id), in: tree) else {
        return nil
      }
      all[item.declaration.id] = found.reversed()
    }
    return all
  }

  /// The changes of one declaration, the newest first.
  ///
  /// - Parameters:
  ///   - item: The declaration.
  ///   - days: The day of each change, the newest first.
  ///   - commits: The commit with the version before each change.
  ///   - tree: The judged tree.
  /// - Returns: The changes; nil where the clone leaves a version out.
  /// - Throws: When the history cannot be read.
  private func changes(
    of item: AssessedDeclaration,
    on days: [CalendarDate],
    from commits: [ObjectID],
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> [FactChange]? {
    var newer = item.declaration
    var found: [FactChange] = []
    // What follows a version that nobody can read counts as changed when it could be read again.
    var readableAgain: CalendarDate?
    for (commit, day) in zip(commits, days) {
      let day = readableAgain ?? day
      guard item.since.map({ $0 < day }) ?? true else { break }
      switch try version(of: newer, in: tree, at: commit) {
      case .missing: return nil
      case .unreadable: readableAgain = day
      case .declaration(let older):
        let facts = newer.changedFacts(since: older, on: day)
        if !facts.isEmpty { found.append(FactChange(on: day, facts: facts)) }
        (newer, readableAgain) = (older, nil)
      }
    }
    return found
  }

  private enum Version {
    case declaration(SystemDeclaration)
    /// Nobody could have judged by it.
    case unreadable
    /// The clone leaves it out.
    case missing
  }

  /// A declaration as it was at a commit.
  private func version(
    of declaration: SystemDeclaration,
    in tree: borrowing Snapshot,
    at commit: ObjectID
  ) throws(RunFailure) -> Version {
    let path = declaration.source.path
    switch try content(at: tree.repositoryPath(of: path), of: commit) {
    case .missing: return .missing
    case .tooLarge: return .unreadable
    case .bytes(let bytes):
      let read = SystemDeclaration.read(SourceFile(path: path, bytes: bytes)).value
      guard let read, !read.hasMistakes else { return .unreadable }
      return .declaration(read)
    }
  }
}
