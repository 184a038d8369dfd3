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
  /// - Throws: When the history cannot be read, or a tag leads to an object that is not there: it could
  ///   be the nearest.
  package func lastTag(
    before commit: ObjectID,
    orOfItself itself: Bool
  ) throws(GitError) -> TaggedCommit? {
    let attempt = "find the last tag before \(commit.short)"
    guard !isShallow else { return nil }
    let tags = try tagsByCommit(attempt)
    guard !tags.isEmpty else { return nil }
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
      guard let reference, let name = git_reference_shorthand(reference).map({ text(of: $0) }),
        let commit = try commit(of: reference, named: name, attempt)
      else { continue }
      tags[commit] = tags[commit].map { VersionOrder.isLower($0, than: name) ? name : $0 } ?? name
    }
    git_error_clear()
    return tags
  }

  /// The commit that a tag says it leads to, or nil when it leads to something else.
  ///
  /// A tag of a commit that is not there is none of the history, or the walk meets the gap.
  private func commit(
    of reference: OpaquePointer,
    named name: String,
    _ attempt: String
  ) throws(GitError) -> ObjectID? {
    var resolved: OpaquePointer?
    try check("git_reference_resolve", attempt) { git_reference_resolve(&resolved, reference) }
    defer { git_reference_free(resolved) }
    guard let target = git_reference_target(resolved)?.pointee else { return nil }
    var id = target
    while true {
      var (size, kind) = (0, GIT_OBJECT_INVALID)
      guard git_odb_read_header(&size, &kind, shared.database, &id) == 0 else {
        throw GitError(
          .missingObject,
          attempt: attempt,
          reason: "the tag '\(name)' leads to an object that is not there"
        )
      }
      guard kind == GIT_OBJECT_TAG else { return kind == GIT_OBJECT_COMMIT ? ObjectID(id) : nil }
      let tag = try shared.object(ObjectID(id).raw, GIT_OBJECT_TAG, attempt)
      guard let next = git_tag_target_id(tag.pointer)?.pointee else { return nil }
      if git_tag_target_type(tag.pointer) == GIT_OBJECT_COMMIT { return ObjectID(next) }
      if git_tag_target_type(tag.pointer) != GIT_OBJECT_TAG { return nil }
      id = next
    }
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
