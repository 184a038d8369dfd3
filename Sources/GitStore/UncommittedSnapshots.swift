// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

extension Repository {
  /// The files that the next commit would record.
  ///
  /// The index is the one that the environment names, as `git commit -a` and `git commit PATH` do
  /// for hooks. Files that `git add --intent-to-add` only announced are left out, as the commit
  /// would.
  package func indexSnapshot(under directory: String? = nil) throws(GitError) -> Snapshot {
    let attempt = "list the files in the index"
    var entries: [TreeEntry] = []
    for entry in try index(attempt).entries {
      let path = text(of: entry.path)
      guard !entry.isInConflict else {
        throw GitError(
          .unmergedIndex,
          attempt: attempt,
          reason: "'\(path)' has an unresolved merge conflict"
        )
      }
      guard !entry.isAnnounced else { continue }
      let kind = TreeEntry.Kind(git_filemode_t(entry.raw.mode)) ?? .file
      entries.append(TreeEntry(path: path, kind: kind, id: ObjectID(entry.raw.id)))
    }
    return try snapshot(.index, entries, under: directory, attempt)
  }

  /// The files on disk that the next commit could record.
  ///
  /// Ignored files are left out unless git tracks them, and so are `.git`, repositories inside the
  /// repository that are no submodules, and files that git cannot record, such as sockets. The ids
  /// are those that git would give, with the conversions that the repository's attributes ask for.
  /// Files that git does not look for on disk (sparse checkouts) and unchanged files behind a filter
  /// (LFS) are read as they are recorded.
  package func worktreeSnapshot(under directory: String? = nil) throws(GitError) -> Snapshot {
    let attempt = "list the files on disk"
    let index = try index(attempt)
    var listing = WorkTreeListing(shared, attempt)
    let entries = try listing.entries(comparedWith: index)
    return try snapshot(.workTree, entries, under: directory, attempt, listing.readings)
  }

  private func index(_ attempt: String) throws(GitError) -> IndexFile {
    guard !isBare else {
      throw GitError(.bareRepository, attempt: attempt, reason: "the repository is bare")
    }
    return try IndexFile(of: shared, attempt)
  }

  private func snapshot(
    _ origin: Snapshot.Origin,
    _ entries: [TreeEntry],
    under directory: String?,
    _ attempt: String,
    _ readings: [String: WorkTreeReading] = [:]
  ) throws(GitError) -> Snapshot {
    let directory = try Listing.normalized(directory, attempt)
    let sorted = try Listing.finished(entries, attempt)
    return Snapshot(
      origin: origin,
      rootTree: nil,
      directory: directory,
      entries: try Listing.entries(sorted, under: directory, attempt),
      readings: readings,
      repository: shared
    )
  }
}
