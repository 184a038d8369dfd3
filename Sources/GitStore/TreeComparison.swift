// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

/// Compares two trees at some paths and loads only what lies on them and differs.
struct TreeComparison {
  private let paths: [StoredPath]
  private let repository: SharedRepository
  private let attempt: String

  init(_ paths: [StoredPath], _ repository: SharedRepository, _ attempt: String) {
    (self.paths, self.repository, self.attempt) = (paths, repository, attempt)
  }

  /// The indexes of the paths that a tree has, ordered by path.
  ///
  /// Paths with more names than a listing may have levels are none that a listing gave.
  func present(in tree: ObjectID) throws(GitError) -> [Int] {
    var present: [Int] = []
    for (index, path) in paths.enumerated() where path.names.count <= Listing.maximumDepth {
      if try path.entry(below: tree.raw, in: repository, attempt) != nil { present.append(index) }
    }
    return present
  }

  /// Those of some paths at which two trees have the same entry.
  func unchanged(
    _ indexes: [Int],
    from old: ObjectID,
    to new: ObjectID
  ) throws(GitError) -> [Int] {
    guard old != new else { return indexes }
    var unchanged: [Int] = []
    try compare(indexes, depth: 0, old.raw, new.raw, &unchanged)
    return unchanged
  }

  private func compare(
    _ indexes: [Int],
    depth: Int,
    _ old: git_oid,
    _ new: git_oid,
    _ unchanged: inout [Int]
  ) throws(GitError) {
    let oldTree = try repository.object(old, GIT_OBJECT_TREE, attempt)
    let newTree = try repository.object(new, GIT_OBJECT_TREE, attempt)
    for (name, group) in Dictionary(grouping: indexes, by: { paths[$0].names[depth] }) {
      let before = StoredPath.Entry(name, in: oldTree.pointer)
      let after = StoredPath.Entry(name, in: newTree.pointer)
      if before == after {
        unchanged += group
      } else if let before, let after, before.isTree, after.isTree {
        let deeper = group.filter { paths[$0].names.count > depth + 1 }
        guard !deeper.isEmpty else { continue }
        try compare(deeper, depth: depth + 1, before.id, after.id, &unchanged)
      }
    }
  }
}
