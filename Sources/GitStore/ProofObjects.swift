// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

extension Repository {
  /// The objects that prove which files stand at some paths of a commit.
  ///
  /// These are the commit, the trees on each path and the blobs: with them, anybody can follow the
  /// ids from the commit to each file. All trees below a folder prove besides that it holds no other
  /// files. Each object comes once, ordered by kind, then by id.
  ///
  /// - Parameters:
  ///   - paths: Paths from the root of the repository, as `TreeEntry` spells them.
  ///   - commit: The id of the commit.
  ///   - folder: A folder all of whose trees are wanted; empty for the whole tree, nil for none.
  /// - Returns: The objects with their bytes.
  /// - Throws: With kind `noSuchFile` when a path names no file, or when an object is not there.
  package func proofObjects(
    for paths: [String],
    commit: ObjectID,
    allTreesBelow folder: String? = nil
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
    if let folder { try addTrees(at: folder, below: facts.tree, to: &ids, attempt) }
    var objects: [GitObject] = []
    for id in ids.sorted() { objects.append(try shared.rawObject(id, attempt)) }
    return objects.inPackOrder
  }

  /// Adds the trees on the way to a folder and everywhere below it.
  private func addTrees(
    at folder: String,
    below root: ObjectID,
    to ids: inout Set<ObjectID>,
    _ attempt: String
  ) throws(GitError) {
    var start = root
    if !folder.isEmpty {
      let found = try StoredPath(folder).entry(below: root.raw, in: shared, attempt) {
        ids.insert(ObjectID($0))
      }
      guard let found, found.isTree else {
        throw GitError(
          .noSuchFile,
          attempt: attempt,
          reason: "there is no folder '\(folder)' in it"
        )
      }
      start = ObjectID(found.id)
    }
    ids.insert(start)
    var waiting = [start]
    while let id = waiting.popLast() {
      let tree = try shared.object(id.raw, GIT_OBJECT_TREE, attempt)
      for index in 0..<git_tree_entrycount(tree.pointer) {
        guard let entry = git_tree_entry_byindex(tree.pointer, index),
          git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE,
          let child = git_tree_entry_id(entry), ids.insert(ObjectID(child.pointee)).inserted
        else { continue }
        waiting.append(ObjectID(child.pointee))
      }
    }
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
