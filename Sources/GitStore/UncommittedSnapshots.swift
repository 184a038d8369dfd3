// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

extension Repository {
  /// The files that the next commit would record.
  ///
  /// Files that `git add --intent-to-add` only announced are left out, as the commit would.
  package func indexSnapshot(under directory: String? = nil) throws(GitError) -> Snapshot {
    let attempt = "list the files in the index"
    let index = try index(attempt)
    var entries: [TreeEntry] = []
    for position in 0..<git_index_entrycount(index.pointer) {
      guard let entry = git_index_get_byindex(index.pointer, position)?.pointee else { continue }
      let path = text(of: entry.path)
      guard entry.flags & UInt16(GIT_INDEX_ENTRY_STAGEMASK) == 0 else {
        throw GitError(
          .unmergedIndex,
          attempt: attempt,
          reason: "'\(path)' has an unresolved merge conflict"
        )
      }
      let announced = UInt16(GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue)
      guard entry.flags_extended & announced == 0 else { continue }
      let kind = TreeEntry.Kind(git_filemode_t(entry.mode)) ?? .file
      entries.append(TreeEntry(path: path, kind: kind, id: ObjectID(entry.id)))
    }
    return try snapshot(.index, entries, under: directory, attempt)
  }

  /// The files on disk that the next commit could record.
  ///
  /// Ignored files are left out unless git tracks them, and so are `.git`, repositories inside the
  /// repository that are no submodules, and files that git cannot record, such as sockets. The ids
  /// are those that git would give, with the conversions that the repository's attributes ask for.
  package func worktreeSnapshot(under directory: String? = nil) throws(GitError) -> Snapshot {
    let attempt = "list the files on disk"
    let index = try index(attempt)
    let entries = try WorkTreeListing(shared, attempt).entries(comparedWith: index.pointer)
    return try snapshot(.workTree, entries, under: directory, attempt)
  }

  private func index(_ attempt: String) throws(GitError) -> Owned<Index> {
    guard !isBare else {
      throw GitError(.bareRepository, attempt: attempt, reason: "the repository is bare")
    }
    return try Owned(Index.self, "git_repository_index", attempt) {
      git_repository_index(&$0, shared.pointer)
    }
  }

  private func snapshot(
    _ origin: Snapshot.Origin,
    _ entries: [TreeEntry],
    under directory: String?,
    _ attempt: String
  ) throws(GitError) -> Snapshot {
    let directory = try Listing.normalized(directory, attempt)
    let sorted = try Listing.finished(entries, attempt)
    return Snapshot(
      origin: origin,
      rootTree: nil,
      directory: directory,
      entries: try Listing.entries(sorted, under: directory, attempt),
      repository: shared
    )
  }
}
