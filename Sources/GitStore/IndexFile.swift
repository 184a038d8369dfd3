// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel
internal import Glibc

/// The entries of an index, read from its file (gitformat-index(5), versions 2 to 4).
///
/// libgit2 1.5 refuses an index without a checksum (`index.skipHash`) and one that holds folders
/// instead of files (sparse index); both are read here.
struct IndexFile {
  /// One entry; its path is kept apart, as bytes that end in NUL.
  struct Entry {
    var raw: git_index_entry
    var path: [CChar]

    /// Whether a merge left this path in conflict.
    var isInConflict: Bool { raw.flags & UInt16(GIT_INDEX_ENTRY_STAGEMASK) != 0 }
    /// Whether `git add --intent-to-add` only announced the file.
    var isAnnounced: Bool { has(GIT_INDEX_ENTRY_INTENT_TO_ADD) }
    /// Whether git is told not to look for the file on disk, as a sparse checkout does.
    var isSkipped: Bool { has(GIT_INDEX_ENTRY_SKIP_WORKTREE) }
    /// Whether git is told to take the file on disk for unchanged.
    var isAssumedUnchanged: Bool { raw.flags & UInt16(GIT_INDEX_ENTRY_VALID.rawValue) != 0 }
    /// Whether the entry stands for a whole folder (sparse index).
    var isFolder: Bool { raw.mode == UInt32(GIT_FILEMODE_TREE.rawValue) }

    private func has(_ flag: git_index_entry_extended_flag_t) -> Bool {
      raw.flags_extended & UInt16(flag.rawValue) != 0
    }
  }

  private(set) var entries: [Entry] = []

  /// Reads the index of a repository, with the files of folders that a sparse index holds.
  ///
  /// An index that does not exist is empty, as for git.
  init(of repository: SharedRepository, _ attempt: String) throws(GitError) {
    let path = Self.path(in: repository)
    guard let (bytes, status) = try Self.content(of: path, attempt) else { return }
    var reader = IndexReader(bytes, attempt)
    for entry in try reader.entries() {
      if entry.isFolder {
        entries += try Self.files(below: entry, in: repository, attempt)
      } else {
        entries.append(entry)
      }
    }
    // What changed in the same instant as the index was written has to be looked at: its times and
    // size prove nothing (git's "racy" entries).
    for index in entries.indices where !Self.isOlder(entries[index].raw.mtime, than: status) {
      entries[index].raw.mtime = git_index_time()
    }
  }

  /// The index as libgit2 compares it with the files on disk.
  func owned(_ attempt: String) throws(GitError) -> Owned<Index> {
    let index = try Owned(Index.self, "git_index_new", attempt) { git_index_new(&$0) }
    for entry in entries {
      var raw = entry.raw
      let code = entry.path.withUnsafeBufferPointer { path in
        raw.path = path.baseAddress
        return git_index_add(index.pointer, &raw)
      }
      try check("git_index_add", attempt) { code }
    }
    return index
  }

  private static func path(in repository: SharedRepository) -> String {
    guard let named = repository.environment.indexFile else {
      return repository.gitDirectory + "/index"
    }
    if named.hasPrefix("/") { return named }
    return (repository.workTree ?? repository.gitDirectory) + "/" + named
  }

  private static func content(
    of path: String,
    _ attempt: String
  ) throws(GitError) -> (bytes: [UInt8], status: stat)? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw unreadable(path, attempt) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, attempt) }
    guard let bytes = remainingBytes(of: descriptor, expecting: Int(status.st_size)) else {
      throw unreadable(path, attempt)
    }
    return (bytes, status)
  }

  private static func unreadable(_ path: String, _ attempt: String) -> GitError {
    let reason = "the index '\(path)' cannot be read: \(String(cString: strerror(errno)))"
    return GitError(.unreadableFile, attempt: attempt, reason: reason)
  }

  private static func files(
    below folder: Entry,
    in repository: SharedRepository,
    _ attempt: String
  ) throws(GitError) -> [Entry] {
    // The path of a folder ends in a slash.
    let prefix = folder.path.dropLast()
    return try TreeWalk.entries(below: folder.raw.id, in: repository, attempt).map { file in
      var entry = folder
      entry.raw.mode = UInt32(file.kind.mode.rawValue)
      entry.raw.id = file.id.raw
      entry.path = prefix + PathText.bytes(of: file.path).map { CChar(bitPattern: $0) } + [0]
      return entry
    }
  }

  private static func isOlder(_ time: git_index_time, than status: stat) -> Bool {
    let written = (Int32(truncatingIfNeeded: status.st_mtim.tv_sec), status.st_mtim.tv_nsec)
    return (time.seconds, Int(time.nanoseconds)) < written
  }
}

/// Everything that an open file still holds, or nil when reading fails.
func remainingBytes(of descriptor: Int32, expecting count: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(count)
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    if count < 0 { return nil }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

extension TreeEntry.Kind {
  /// The mode that git records.
  var mode: git_filemode_t {
    switch self {
    case .file: GIT_FILEMODE_BLOB
    case .executable: GIT_FILEMODE_BLOB_EXECUTABLE
    case .symlink: GIT_FILEMODE_LINK
    case .submodule: GIT_FILEMODE_COMMIT
    }
  }
}
