// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel
internal import Texts

/// A tag and the commit that it leads to.
package struct TaggedCommit: Hashable, Sendable {
  /// The name below `refs/tags/`.
  package var tag: String
  /// The commit.
  package var commit: ObjectID
}

extension Repository {
  /// The nearest tag in the history of a commit, found as `git describe` does: the youngest commit
  /// comes first, and the first one with a tag ends the search.
  ///
  /// Of several tags of one commit the one with the highest version counts, digits compared as numbers.
  ///
  /// - Parameters:
  ///   - commit: Where to start.
  ///   - itself: Whether tags of that commit count as well.
  /// - Returns: The tag, or nil when none is there or the history is cut off before the answer.
  /// - Throws: When the history cannot be read.
  package func lastTag(
    before commit: ObjectID,
    orOfItself itself: Bool
  ) throws(GitError) -> TaggedCommit? {
    let attempt = "find the last tag before \(commit.short)"
    let tags = try tagsByCommit(attempt)
    guard !isShallow, !tags.isEmpty else { return nil }
    var walk = TimeWalk(shared, attempt)
    try walk.start(at: commit)
    while let next = try walk.next() {
      if let tag = tags[next], itself || next != commit {
        return TaggedCommit(tag: tag, commit: next)
      }
    }
    return nil
  }

  /// The highest tag of each commit that has some; a tag of something else, or of what is not there, is
  /// no release.
  private func tagsByCommit(_ attempt: String) throws(GitError) -> [ObjectID: String] {
    var iterator: OpaquePointer?
    defer { git_reference_iterator_free(iterator) }
    try check("git_reference_iterator_glob_new", attempt) {
      git_reference_iterator_glob_new(&iterator, shared.pointer, "refs/tags/*")
    }
    var tags: [ObjectID: String] = [:]
    var reference: OpaquePointer?
    while true {
      let code = git_reference_next(&reference, iterator)
      if code == GIT_ITEROVER.rawValue { break }
      try check("git_reference_next", attempt) { code }
      defer { git_reference_free(reference) }
      guard let reference, let commit = commit(of: reference),
        let name = git_reference_shorthand(reference).map({ text(of: $0) })
      else { continue }
      tags[commit] = tags[commit].map { VersionOrder.isLower($0, than: name) ? name : $0 } ?? name
    }
    git_error_clear()
    return tags
  }

  private func commit(of reference: OpaquePointer) -> ObjectID? {
    var object: OpaquePointer?
    defer { git_object_free(object) }
    guard git_reference_peel(&object, reference, GIT_OBJECT_COMMIT) == 0,
      let id = git_object_id(object)
    else {
      git_error_clear()
      return nil
    }
    return ObjectID(id.pointee)
  }
}

/// A walk over the history of a commit, the youngest commit first; of two of one second the one with the
/// higher id.
private struct TimeWalk {
  private let repository: SharedRepository
  private let attempt: String
  private var seen: Set<ObjectID> = []
  private var waiting: [(time: Int64, id: ObjectID, parents: [ObjectID])] = []

  init(_ repository: SharedRepository, _ attempt: String) {
    (self.repository, self.attempt) = (repository, attempt)
  }

  mutating func start(at commit: ObjectID) throws(GitError) {
    guard seen.insert(commit).inserted else { return }
    let object = try repository.object(commit.raw, GIT_OBJECT_COMMIT, attempt)
    waiting.append((git_commit_time(object.pointer), commit, parents(of: object.pointer)))
  }

  mutating func next() throws(GitError) -> ObjectID? {
    let youngest = waiting.indices.max { left, right in
      (waiting[left].time, waiting[left].id) < (waiting[right].time, waiting[right].id)
    }
    guard let youngest else { return nil }
    let commit = waiting.remove(at: youngest)
    for parent in commit.parents { try start(at: parent) }
    return commit.id
  }

  private func parents(of commit: OpaquePointer) -> [ObjectID] {
    (0..<git_commit_parentcount(commit)).compactMap { index in
      git_commit_parent_id(commit, index).map { ObjectID($0.pointee) }
    }
  }
}
