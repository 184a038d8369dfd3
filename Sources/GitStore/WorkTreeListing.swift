// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

/// Lists the files on disk.
///
/// libgit2 compares them with the index by time and size as git does, so that only files that may
/// have changed are read. The comparison is not written back.
struct WorkTreeListing {
  private let repository: SharedRepository
  private let attempt: String

  init(_ repository: SharedRepository, _ attempt: String) {
    (self.repository, self.attempt) = (repository, attempt)
  }

  /// The files, in no particular order.
  func entries(comparedWith index: OpaquePointer) throws(GitError) -> [TreeEntry] {
    let difference = try difference(from: index)
    var entries: [TreeEntry] = []
    for position in 0..<git_diff_num_deltas(difference.pointer) {
      guard let delta = git_diff_get_delta(difference.pointer, position)?.pointee,
        let entry = try entry(for: delta), entries.last?.path != entry.path
      else { continue }
      entries.append(entry)
    }
    return entries
  }

  private func difference(from index: OpaquePointer) throws(GitError) -> Owned<Difference> {
    var options = git_diff_options()
    try check("git_diff_options_init", attempt) {
      git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    }
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL
    options.flags = [
      GIT_DIFF_INCLUDE_UNTRACKED, GIT_DIFF_RECURSE_UNTRACKED_DIRS, GIT_DIFF_INCLUDE_UNMODIFIED,
      GIT_DIFF_INCLUDE_TYPECHANGE, GIT_DIFF_INCLUDE_UNREADABLE,
    ].reduce(0) { $0 | $1.rawValue }
    return try Owned(Difference.self, "git_diff_index_to_workdir", attempt) {
      git_diff_index_to_workdir(&$0, repository.pointer, index, &options)
    }
  }

  private func entry(for delta: git_diff_delta) throws(GitError) -> TreeEntry? {
    let path = text(of: delta.new_file.path)
    switch delta.status {
    case GIT_DELTA_UNMODIFIED:
      let kind = TreeEntry.Kind(git_filemode_t(UInt32(delta.old_file.mode))) ?? .file
      return TreeEntry(path: path, kind: kind, id: ObjectID(delta.old_file.id))
    case GIT_DELTA_DELETED, GIT_DELTA_IGNORED:
      return nil
    case GIT_DELTA_UNREADABLE:
      throw GitError(
        .unreadableFile,
        attempt: attempt,
        reason: "'\(path)' must not be read by this user"
      )
    default:
      guard let file = WorkTreeFile(path, in: repository) else { return nil }
      return TreeEntry(path: path, kind: file.kind, id: try file.id())
    }
  }
}
