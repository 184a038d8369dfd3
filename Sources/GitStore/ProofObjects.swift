// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

extension Repository {
  /// The objects that prove which files stand at some paths of a commit.
  ///
  /// These are the commit, the trees on each path and the blobs: with them, anybody can follow the
  /// ids from the commit to each file. Each comes once, ordered by kind, then by id.
  ///
  /// - Parameters:
  ///   - paths: Paths from the root of the repository, as `TreeEntry` spells them.
  ///   - commit: The id of the commit.
  /// - Returns: The objects with their bytes.
  /// - Throws: With kind `noSuchFile` when a path names no file, or when an object is not there.
  package func proofObjects(
    for paths: [String],
    commit: ObjectID
  ) throws(GitError) -> [GitObject] {
    let attempt = "collect the objects of \(commit.short)"
    let facts = try self.facts(of: commit, attempt)
    var ids: Set<ObjectID> = [commit, facts.tree]
    for path in paths {
      let found = try StoredPath(path).entry(below: facts.tree.raw, in: shared, attempt) {
        ids.insert(ObjectID($0))
      }
      guard let found, !found.isTree, found.mode != GIT_FILEMODE_COMMIT else {
        throw GitError(.noSuchFile, attempt: attempt, reason: "there is no file '\(path)' in it")
      }
      ids.insert(ObjectID(found.id))
    }
    var objects: [GitObject] = []
    for id in ids.sorted() { objects.append(try shared.rawObject(id, attempt)) }
    return objects.inPackOrder
  }

  /// The facts of a commit that is known by its full id.
  func facts(
    of id: ObjectID,
    _ attempt: @autoclosure () -> String
  ) throws(GitError) -> CommitFacts {
    let commit = try shared.object(id.raw, GIT_OBJECT_COMMIT, attempt())
    return try CommitFacts(copying: commit.pointer)
  }
}
