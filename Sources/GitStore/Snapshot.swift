// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

/// The files of a repository at one moment: at a commit, in the index or on disk.
package struct Snapshot: ~Copyable, SourceTree {
  /// Where the files come from.
  package enum Origin: Hashable, Sendable {
    /// A commit.
    case commit(CommitFacts)
    /// The index: what the next commit would record.
    case index
    /// The files on disk, as the next commit could record them.
    case workTree
  }

  /// Where the files come from.
  package let origin: Origin
  /// The tree at the root of the listing, or nil when the files are not committed.
  package let rootTree: ObjectID?
  /// The folder of the repository that is the root of the listing, or nil for the whole tree.
  package let directory: String?
  /// Every file below the root, sorted by the bytes of its path.
  package let entries: [TreeEntry]
  /// How files on disk are read that are not simply the file, by path from the root of the repository.
  let readings: [String: WorkTreeReading]

  let repository: SharedRepository
  let known = KnownDigests()

  /// The commit, or nil when the files are not committed.
  package var commit: CommitFacts? {
    guard case .commit(let facts) = origin else { return nil }
    return facts
  }

  /// Whether the files belong to a commit, so that the result can be proven later.
  package var isCommitted: Bool { commit != nil }

  /// The path of an entry from the root of the repository, as history and proofs want it.
  package func repositoryPath(of path: String) -> String {
    directory.map { "\($0)/\(path)" } ?? path
  }

  /// The size of a file in bytes, without reading it.
  package func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    try requireFile(entry)
    if try isOnDisk(entry) {
      return try onDisk(entry) { file throws(GitError) in try file.byteCount() }
    }
    var size = 0
    var type = GIT_OBJECT_ANY
    var id = entry.id.raw
    try blobCheck(entry, "git_odb_read_header") {
      git_odb_read_header(&size, &type, repository.database, &id)
    }
    try requireBlob(type, entry)
    return size
  }

  /// The bytes of a file.
  package func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    try requireFile(entry)
    if try isOnDisk(entry) { return try bytesOnDisk(entry) }
    return try withStoredBytes(of: entry) { Array($0) }
  }

  /// Gives what libgit2 loads of a blob, which it compares with the id.
  func withStoredBytes<Result>(
    of entry: TreeEntry,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(Problem) -> Result {
    var object: OpaquePointer?
    defer { git_odb_object_free(object) }
    var id = entry.id.raw
    try blobCheck(entry, "git_odb_read") { git_odb_read(&object, repository.database, &id) }
    try requireBlob(git_odb_object_type(object), entry)
    return body(storedBytes(of: object))
  }

  /// Whether the bytes are those of a file on disk, and not of an object.
  func isOnDisk(_ entry: TreeEntry) throws(Problem) -> Bool {
    guard origin == .workTree else { return false }
    switch readings[repositoryPath(of: entry.path)] {
    case nil: return true
    case .recorded: return false
    case .refused(let reason, let help):
      throw Problem(path: entry.path, message: reason, help: help)
    }
  }

  private func bytesOnDisk(_ entry: TreeEntry) throws(Problem) -> [UInt8] {
    try onDisk(entry) { file throws(GitError) in
      let bytes = try file.bytes()
      guard try WorkTreeFile.id(of: bytes, "read '\(entry.path)'") == entry.id else {
        throw Self.changed(entry)
      }
      return bytes
    }
  }

  /// The digest of a file on disk.
  func digestOnDisk(_ entry: TreeEntry) throws(Problem) -> ContentDigest {
    try onDisk(entry) { file throws(GitError) in
      guard let digest = try file.sha256(of: entry.id) else { throw Self.changed(entry) }
      return digest
    }
  }

  private static func changed(_ entry: TreeEntry) -> GitError {
    GitError(
      .unreadableFile,
      attempt: "read '\(entry.path)' on disk",
      reason: "the file changed while it was checked",
      help: "run the check again when nothing writes to the folder"
    )
  }

  private func onDisk<Result>(
    _ entry: TreeEntry,
    _ body: (WorkTreeFile) throws(GitError) -> Result
  ) throws(Problem) -> Result {
    guard let file = WorkTreeFile(repositoryPath(of: entry.path), in: repository) else {
      throw Problem(
        path: entry.path,
        message: "the file is no longer there",
        help: "run the check again when nothing writes to the folder"
      )
    }
    do {
      return try body(file)
    } catch {
      throw Problem(path: entry.path, message: error.reason, help: error.help)
    }
  }

  func requireFile(_ entry: TreeEntry) throws(Problem) {
    guard entry.kind == .submodule else { return }
    throw Problem(
      path: entry.path,
      message: "it is a submodule, so its content is in another repository",
      help: "keep the file in this repository, or check the other one as well"
    )
  }

  private func requireBlob(_ type: git_object_t, _ entry: TreeEntry) throws(Problem) {
    guard type != GIT_OBJECT_BLOB else { return }
    throw Problem(
      path: entry.path,
      message: "the object \(entry.id.short) is not the content of a file",
      help: GitError.Kind.corrupt.remedy
    )
  }

  private func blobCheck(
    _ entry: TreeEntry,
    _ operation: StaticString,
    _ body: () -> Int32
  ) throws(Problem) {
    do throws(GitError) {
      try check(operation, "read '\(entry.path)'", body)
    } catch {
      let isMissing = error.kind == .missingObject
      throw Problem(
        path: entry.path,
        message: isMissing ? "the object \(entry.id) is not in the repository" : error.reason,
        help: error.help
      )
    }
  }
}

/// The content of an object, as long as libgit2 keeps it.
func storedBytes(of object: OpaquePointer?) -> UnsafeRawBufferPointer {
  UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object))
}
