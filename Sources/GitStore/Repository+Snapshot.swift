// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

extension Repository {
  /// The files of a commit.
  ///
  /// - Parameters:
  ///   - revision: Any revision that names a commit.
  ///   - directory: The folder that is treated as the root; nil for the whole tree.
  /// - Returns: The files, which can be read as long as the value lives.
  /// - Throws: When there is no such commit or folder, or a folder cannot be read.
  package func snapshot(
    of revision: String,
    under directory: String? = nil
  ) throws(GitError) -> Snapshot {
    let commit = try commit(for: revision)
    let attempt = "list the files of \(commit.id.short)"
    let directory = try Listing.normalized(directory, attempt)
    let root = try tree(at: directory, in: commit, attempt)
    return Snapshot(
      origin: .commit(commit),
      rootTree: root,
      directory: directory,
      entries: try TreeWalk.entries(below: root.raw, in: shared, attempt),
      readings: [:],
      repository: shared
    )
  }

  private func tree(
    at directory: String?,
    in commit: CommitFacts,
    _ attempt: String
  ) throws(GitError) -> ObjectID {
    guard let directory else { return commit.tree }
    let path = StoredPath(directory)
    guard let found = try path.entry(below: commit.tree.raw, in: shared, attempt),
      found.mode == GIT_FILEMODE_TREE
    else {
      let isFile = try path.entry(below: commit.tree.raw, in: shared, attempt) != nil
      throw Listing.noSuchDirectory(directory, isFile: isFile, attempt)
    }
    return ObjectID(found.id)
  }
}
