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
  /// How entries are read that are not simply the file on disk, by path.
  private(set) var readings: [String: WorkTreeReading] = [:]

  init(_ repository: SharedRepository, _ attempt: String) {
    (self.repository, self.attempt) = (repository, attempt)
  }

  /// The files, in no particular order.
  mutating func entries(comparedWith index: IndexFile) throws(GitError) -> [TreeEntry] {
    let overlooked = index.entries.filter {
      !$0.isInConflict && ($0.isSkipped || $0.isAssumedUnchanged)
    }
    var entries: [TreeEntry] = []
    for entry in overlooked { entries.append(try self.entry(overlooked: entry)) }
    let known = Set(entries.map(\.path))
    let owned = try index.owned(attempt)
    // Attributes and ignore rules are looked up in the repository's index as well; libgit2 would
    // read its own, which may not be the one of this call, or one that it cannot read.
    try check("git_repository_set_index", attempt) {
      git_repository_set_index(repository.pointer, owned.pointer)
    }
    let difference = try difference(from: owned.pointer)
    for position in 0..<git_diff_num_deltas(difference.pointer) {
      guard let delta = git_diff_get_delta(difference.pointer, position)?.pointee,
        let path = (delta.new_file.path ?? delta.old_file.path).map({ text(of: $0) }),
        !known.contains(path), let entry = try entry(for: delta, at: path),
        entries.last?.path != entry.path
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

  /// A file that git does not compare: the next commit records it as the index has it.
  private mutating func entry(overlooked entry: IndexFile.Entry) throws(GitError) -> TreeEntry {
    let path = text(of: entry.path)
    let kind = TreeEntry.Kind(git_filemode_t(entry.raw.mode)) ?? .file
    let id = ObjectID(entry.raw.id)
    let file = WorkTreeFile(path, in: repository)
    if file == nil, entry.isSkipped {
      readings[path] = .recorded
    } else if try file?.id() != id, kind != .submodule {
      readings[path] = entry.isSkipped ? .skipped(path) : .assumedUnchanged(path)
    }
    return TreeEntry(path: path, kind: kind, id: id)
  }

  private mutating func entry(
    for delta: git_diff_delta,
    at path: String
  ) throws(GitError) -> TreeEntry? {
    switch delta.status {
    case GIT_DELTA_UNMODIFIED:
      let kind = TreeEntry.Kind(git_filemode_t(UInt32(delta.old_file.mode))) ?? .file
      if kind != .submodule, try filter(of: path) != nil { readings[path] = .recorded }
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
      let id = try file.id()
      if file.kind != .symlink, ObjectID(delta.old_file.id) != id, let filter = try filter(of: path)
      {
        readings[path] = .filtered(path, by: filter)
      }
      return TreeEntry(path: path, kind: file.kind, id: id)
    }
  }

  /// The program that converts a file before git records it, as the attributes name it; nil for none.
  ///
  /// Whether it is set up is a matter of the user's settings, which are not read.
  private func filter(of path: String) throws(GitError) -> String? {
    if let name = try attribute("filter", of: path) { return "the filter '\(name)'" }
    return try attribute("working-tree-encoding", of: path).map { "the encoding '\($0)'" }
  }

  private func attribute(_ name: String, of path: String) throws(GitError) -> String? {
    let bytes = PathText.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
    var value: UnsafePointer<CChar>?
    try check("git_attr_get", attempt) {
      git_attr_get(&value, repository.pointer, 0, bytes, name)
    }
    guard git_attr_value(value) == GIT_ATTR_VALUE_STRING else { return nil }
    return value.map { text(of: $0) }
  }
}
