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
    let attempt = "find the last change of \(paths.count) files before \(commit.short)"
    var walk = LastChangeWalk(paths, in: shared, isShallow: isShallow, attempt)
    return try walk.run(from: commit)
  }
}

/// A walk from a commit back to the changes of some paths.
///
/// Each path moves along its own line of commits; paths that stand at the same commit move
/// together, and the youngest commit comes first, so that lines meet again after a branch.
private struct LastChangeWalk {
  private let paths: [String]
  private let comparison: TreeComparison
  private let repository: SharedRepository
  private let isShallow: Bool
  private let attempt: String
  private var changes: [String: CommitFacts] = [:]
  private var waiting: [ObjectID: (facts: CommitFacts, paths: [Int])] = [:]

  init(_ paths: [String], in repository: SharedRepository, isShallow: Bool, _ attempt: String) {
    self.paths = paths
    comparison = TreeComparison(paths.map(StoredPath.init), repository, attempt)
    self.repository = repository
    self.isShallow = isShallow
    self.attempt = attempt
  }

  mutating func run(from start: ObjectID) throws(GitError) -> [String: CommitFacts] {
    let facts = try facts(of: start)
    let present = try comparison.present(in: facts.tree)
    if !present.isEmpty { waiting[start] = (facts, present) }
    while let youngest = waiting.values.max(by: Self.isOlder) {
      waiting[youngest.facts.id] = nil
      try advance(youngest.paths, from: youngest.facts)
    }
    return changes
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
    for index in remaining { changes[paths[index]] = commit }
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
