// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import GitStore
internal import Survey

/// One change of a declaration: a commit, or what is not committed.
struct DeclarationChange {
  let commit: ObjectID?
  let parents: [ObjectID]
  let day: CalendarDate
  /// Its moment, in seconds since 1970-01-01T00:00:00Z.
  let time: Int64
}

/// What declarations were before each change, whatever their files and ids were called.
struct DeclaredPast {
  /// What a declaration was before a change.
  enum Version {
    /// The version; with the commit from which its own history goes on, where it stood elsewhere.
    case declaration(SystemDeclaration, movedAt: ObjectID?)
    /// Nobody could have judged by it.
    case unreadable
    /// There was no such system.
    case none
    /// Nobody can tell: the clone leaves it out, or what went may have been it.
    case untold
  }

  /// When ids and paths of declarations were first met, in seconds.
  private struct FirstMet {
    var ids: [String: Int64] = [:]
    var paths: [String: Int64] = [:]
  }

  private let policy: PolicyFile
  /// The day after which changes count; nil for all.
  private let since: CalendarDate?
  private var known: [ObjectID: [String: String?]] = [:]
  /// What was met since that day, once somebody asked; nil inside where nobody can tell.
  private var met: FirstMet??

  init(policy: PolicyFile, since: CalendarDate?) { (self.policy, self.since) = (policy, since) }

  /// The declaration before a change.
  ///
  /// It is that of the same system wherever it stood, else the one in its place whose system is gone.
  ///
  /// - Throws: When the history cannot be read.
  mutating func version(
    before change: DeclarationChange,
    of newer: SystemDeclaration,
    _ previous: ObjectID?,
    in tree: borrowing Snapshot,
    of repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> Version {
    let path = newer.source.path
    var place = Version.none
    if let previous {
      place = try version(at: path, of: previous, in: tree, of: repository)
      guard case .declaration(let older, _) = place, older.id != newer.id else { return place }
    }
    for parent in change.parents {
      let before = try self.ids(at: parent, repository)
      let moved = before.filter { $0.value == newer.id }.keys.min()
      guard let moved else { continue }
      let version = try version(at: moved, of: parent, in: tree, of: repository)
      guard case .declaration(let older, _) = version else { return version }
      return .declaration(older, movedAt: parent)
    }
    let ids: [String: String?]
    if let commit = change.commit {
      ids = try self.ids(at: commit, repository)
    } else {
      ids = Self.ids(in: tree, policy)
    }
    let present = Set(ids.values.compactMap(\.self))
    if case .declaration(let older, _) = place, !present.contains(older.id) { return place }
    for parent in change.parents {
      let before = try self.ids(at: parent, repository).values
      if before.contains(where: { $0.map { !present.contains($0) } ?? true }) { return .untold }
    }
    return try wasMet(newer, before: change, in: tree, repository) ? .untold : .none
  }

  /// A declaration as it was at a commit.
  private func version(
    at path: String,
    of commit: ObjectID,
    in tree: borrowing Snapshot,
    of repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> Version {
    let full = tree.repositoryPath(of: path)
    return Self.version(path, try repository.content(at: full, of: commit))
  }

  private static func version(_ path: String, _ content: RepositoryAccess.Content) -> Version {
    switch content {
    case .missing: return .untold
    case .tooLarge: return .unreadable
    case .bytes(let bytes):
      let read = SystemDeclaration.read(SourceFile(path: path, bytes: bytes)).value
      guard let read, !read.hasMistakes else { return .unreadable }
      return .declaration(read, movedAt: nil)
    }
  }

  /// Whether a system that nobody has just before a change was there once, or another in its place, or
  /// nobody can tell.
  private mutating func wasMet(
    _ declaration: SystemDeclaration,
    before change: DeclarationChange,
    in tree: borrowing Snapshot,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> Bool {
    guard !change.parents.isEmpty else { return false }
    if met == nil { met = .some(try firstMet(in: tree, repository)) }
    guard let known = met.flatMap(\.self) else { return true }
    return [known.ids[declaration.id], known.paths[declaration.source.path]].contains { time in
      time.map { $0 < change.time } ?? false
    }
  }

  /// Looks through the history once, back to the day after which changes count.
  private mutating func firstMet(
    in tree: borrowing Snapshot,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> FirstMet? {
    var met = FirstMet()
    guard let head = try repository.historyStart(of: tree) else { return met }
    let base = try base(before: head, repository)
    if let base {
      for (path, id) in try ids(at: base, repository) {
        met.paths[path] = .min
        if let id { met.ids[id] = .min }
      }
    }
    let (prefix, policy) = (tree.repositoryPath(of: ""), policy)
    let versions = try repository.versions(upTo: head, since: base) { path in
      path.hasPrefix(prefix)
        && Discovery.isDeclaration(String(path.dropFirst(prefix.count)), policy: policy)
    }
    guard let versions else { return nil }
    for version in versions.new {
      let path = String(version.path.dropFirst(prefix.count))
      met.paths[path] = min(version.time, met.paths[path] ?? .max)
      let limit = DocumentLimits().maximumBytes
      let content = try repository.content(of: version.id, limit: limit)
      guard case .declaration(let read, _) = Self.version(path, content) else { continue }
      met.ids[read.id] = min(version.time, met.ids[read.id] ?? .max)
    }
    return met
  }

  /// The last commit on the line of a commit that is no younger than the day.
  private func base(
    before head: ObjectID,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> ObjectID? {
    guard let since else { return nil }
    var next: ObjectID? = head
    while let id = next {
      let commit = try repository.commit(for: id.hex)
      let day = CalendarDate(unixSeconds: commit.committer.unixSeconds)
      if let day, day <= since { return id }
      next = commit.parents.first
    }
    return nil
  }

  /// The ids of the declarations at a commit by their paths; nil for those that nobody can read.
  private mutating func ids(
    at commit: ObjectID,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> [String: String?] {
    if let ids = known[commit] { return ids }
    var ids: [String: String?] = [:]
    if let tree = try repository.earlierTree(at: commit) { ids = Self.ids(in: tree, policy) }
    known[commit] = ids
    return ids
  }

  private static func ids(
    in tree: borrowing Snapshot,
    _ policy: PolicyFile
  ) -> [String: String?] {
    var ids: [String: String?] = [:]
    for entry in Discovery.declarationEntries(in: tree.entries, policy: policy) {
      do throws(Problem) {
        let file = SourceFile(path: entry.path, bytes: try tree.bytes(of: entry))
        ids[entry.path] = .some(SystemDeclaration.read(file).value?.id)
      } catch {
        ids[entry.path] = .some(nil)
      }
    }
    return ids
  }
}
