// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

extension Repository {
  /// The last commit that changed each of some files, found in one walk.
  ///
  /// The history of a file is followed as `git log -1 -- path` does: at a merge, to the first
  /// parent that has the same file; a merge that differs from all its parents is the change.
  ///
  /// - Parameters:
  ///   - paths: Paths from the root of the repository, as `TreeEntry` spells them.
  ///   - commit: Where to start.
  /// - Returns: The commits by path; paths that the starting commit does not have are left out.
  /// - Throws: With kind `shallow` when the history was cut off before an answer was found.
  package func lastChange(
    of paths: [String],
    from commit: ObjectID
  ) throws(GitError) -> [String: CommitFacts] {
    try history(of: paths, from: commit, following: []).mapValues(\.change)
  }

  /// The last change of each of some files, and of some of them all changes, found in one walk.
  ///
  /// - Parameters:
  ///   - paths: Paths from the root of the repository, as `TreeEntry` spells them.
  ///   - commit: Where to start.
  ///   - followed: Those of them to follow to the commit that added them, past changes and, at merges,
  ///     along the first parent that has the file.
  /// - Returns: The histories by path; paths that the starting commit does not have are left out.
  /// - Throws: With kind `shallow` when the history was cut off before an answer was found.
  package func history(
    of paths: [String],
    from commit: ObjectID,
    following followed: Set<String>
  ) throws(GitError) -> [String: FileHistory] {
    let attempt = "find the last change of \(paths.count) files before \(commit.short)"
    var walk = HistoryWalk(paths, in: shared, isShallow: isShallow, following: followed, attempt)
    return try walk.run(from: commit)
  }

  /// The bytes of a file at a commit, or nil where there is none.
  package func bytes(at path: String, of commit: ObjectID) throws(GitError) -> [UInt8]? {
    let attempt = "read '\(path)' at \(commit.short)"
    let tree = try facts(of: commit, attempt).tree
    let stored = StoredPath(path)
    guard stored.names.count <= Listing.maximumDepth,
      let entry = try stored.entry(below: tree.raw, in: shared, attempt), !entry.isTree
    else { return nil }
    let object = try shared.rawObject(ObjectID(entry.id), attempt)
    return object.kind == .blob ? object.bytes : nil
  }
}

/// What history tells of one file.
package struct FileHistory: Hashable, Sendable {
  /// The last commit that changed it.
  package var change: CommitFacts
  /// The changes before that one, newest first, down to the commit that added it; nil where the file was
  /// not followed.
  package var earlier: [CommitFacts]?

  /// The commit that added it; nil where the file was not followed.
  package var start: CommitFacts? { earlier.map { $0.last ?? change } }
}

/// A walk from a commit back to the changes of some paths.
///
/// Each path moves along its own line of commits; paths that stand at the same commit move
/// together, and the youngest commit comes first, so that lines meet again after a branch.
private struct HistoryWalk {
  private let paths: [String]
  private let comparison: TreeComparison
  private let repository: SharedRepository
  private let isShallow: Bool
  private let followed: Set<Int>
  private let attempt: String
  private var histories: [String: FileHistory] = [:]
  private var waiting: [ObjectID: (facts: CommitFacts, paths: [Int])] = [:]

  init(
    _ paths: [String],
    in repository: SharedRepository,
    isShallow: Bool,
    following followed: Set<String>,
    _ attempt: String
  ) {
    self.paths = paths
    self.followed = Set(paths.indices.filter { followed.contains(paths[$0]) })
    comparison = TreeComparison(paths.map(StoredPath.init), repository, attempt)
    self.repository = repository
    self.isShallow = isShallow
    self.attempt = attempt
  }

  mutating func run(from start: ObjectID) throws(GitError) -> [String: FileHistory] {
    let facts = try facts(of: start)
    let present = try comparison.present(in: facts.tree)
    if !present.isEmpty { waiting[start] = (facts, present) }
    while let youngest = waiting.values.max(by: Self.isOlder) {
      waiting[youngest.facts.id] = nil
      try advance(youngest.paths, from: youngest.facts)
    }
    return histories
  }

  /// Moves paths to the parents that have the same file; for the others the search is over.
  private mutating func advance(_ standing: [Int], from commit: CommitFacts) throws(GitError) {
    var remaining = standing
    for parent in commit.parents where !remaining.isEmpty {
      let facts = try facts(of: parent)
      let unchanged = try comparison.unchanged(remaining, from: facts.tree, to: commit.tree)
      guard !unchanged.isEmpty else { continue }
      let moved = Set(unchanged)
      remaining.removeAll(where: moved.contains)
      waiting[parent, default: (facts, [])].paths += unchanged
    }
    for index in remaining {
      if histories[paths[index]] == nil {
        histories[paths[index]] = FileHistory(
          change: commit,
          earlier: followed.contains(index) ? [] : nil
        )
      } else {
        histories[paths[index]]?.earlier?.append(commit)
      }
    }
    try follow(remaining.filter(followed.contains), beyond: commit)
  }

  /// Moves changed paths to the first parents that have them at all; the others were added here.
  private mutating func follow(_ changed: [Int], beyond commit: CommitFacts) throws(GitError) {
    var remaining = changed
    for parent in commit.parents where !remaining.isEmpty {
      let facts = try facts(of: parent)
      let present = Set(try comparison.present(in: facts.tree))
      let older = remaining.filter(present.contains)
      guard !older.isEmpty else { continue }
      remaining.removeAll(where: present.contains)
      waiting[parent, default: (facts, [])].paths += older
    }
  }

  private func facts(of id: ObjectID) throws(GitError) -> CommitFacts {
    if let known = waiting[id] { return known.facts }
    do {
      let commit = try repository.object(id.raw, GIT_OBJECT_COMMIT, attempt)
      return try CommitFacts(copying: commit.pointer)
    } catch  where error.kind == .missingObject && isShallow {
      throw .shallow(attempt)
    }
  }

  private static func isOlder(
    _ left: (facts: CommitFacts, paths: [Int]),
    _ right: (facts: CommitFacts, paths: [Int])
  ) -> Bool {
    let (leftTime, rightTime) = (
      left.facts.committer.unixSeconds, right.facts.committer.unixSeconds
    )
    return leftTime == rightTime ? left.facts.id < right.facts.id : leftTime < rightTime
  }
}
