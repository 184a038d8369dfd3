// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Digests
internal import GateModel
internal import Glibc

/// A file on disk, read as git would record it.
///
/// That is: a link as the path it leads to, and a text with the ends of line that the repository's
/// attributes ask for.
struct WorkTreeFile {
  private let repository: SharedRepository
  private let attempt: String
  /// The path from the root of the work tree and the path on disk, as bytes that end in NUL.
  private let (name, diskPath): ([CChar], [CChar])
  private let status: stat

  /// Looks at the file; nil when there is none, or something that git does not record.
  ///
  /// The path starts at the root of the work tree and is spelled as in `TreeEntry`.
  init?(_ path: String, in repository: SharedRepository) {
    guard let root = git_repository_workdir(repository.pointer) else { return nil }
    self.repository = repository
    attempt = "read '\(path)' on disk"
    let bytes = PathText.bytes(of: path).map { CChar(bitPattern: $0) }
    name = bytes + [0]
    diskPath = UnsafeBufferPointer(start: root, count: strlen(root)) + bytes + [0]
    var status = stat()
    guard lstat(diskPath, &status) == 0 else { return nil }
    self.status = status
    guard isLink || status.st_mode & S_IFMT == S_IFREG else { return nil }
  }

  /// What the file is; like git, only the owner's right to execute it counts.
  var kind: TreeEntry.Kind {
    if isLink { return .symlink }
    return status.st_mode & S_IXUSR != 0 ? .executable : .file
  }

  /// The id of the blob that git would record.
  func id() throws(GitError) -> ObjectID {
    var id = git_oid()
    guard try !isConverted() else { return try Self.id(of: bytes(), attempt) }
    try check("git_odb_hashfile", attempt) { git_odb_hashfile(&id, diskPath, GIT_OBJECT_BLOB) }
    return ObjectID(id)
  }

  /// The id that some bytes have as a blob.
  static func id(of bytes: [UInt8], _ attempt: String) throws(GitError) -> ObjectID {
    var id = git_oid()
    try check("git_odb_hash", attempt) {
      git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB)
    }
    return ObjectID(id)
  }

  /// The bytes that git would record.
  func bytes() throws(GitError) -> [UInt8] {
    if isLink { return try linkTarget() }
    guard let filters = try filters() else { return try content() }
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    try check("git_filter_list_apply_to_file", attempt) {
      git_filter_list_apply_to_file(&buffer, filters.pointer, repository.pointer, name)
    }
    return Array(UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size))
  }

  /// The SHA-256 of the bytes that git would record, read in pieces unless it converts them; nil when
  /// they are not those of an id.
  func sha256(of id: ObjectID) throws(GitError) -> ContentDigest? {
    guard try !isConverted() else {
      let bytes = try bytes()
      return try Self.id(of: bytes, attempt) == id ? ContentDigest(sha256Of: bytes) : nil
    }
    guard let file = PieceFile(name: diskPath, flags: O_NOFOLLOW) else { throw unreadable() }
    var (hasher, rest) = (BlobHasher(byteCount: file.byteCount), 0..<file.byteCount)
    do throws(BlobReader.Unread) {
      while !rest.isEmpty {
        guard let piece = file.piece(of: &rest) else { return nil }
        try hasher.append(piece[...])
      }
      return try hasher.digest(of: id)
    } catch {
      return nil
    }
  }

  /// The number of bytes that git would record; the file is read only if they must be converted.
  func byteCount() throws(GitError) -> Int {
    try isConverted() ? try bytes().count : Int(status.st_size)
  }

  /// Whether git would record other bytes than those in the file.
  private func isConverted() throws(GitError) -> Bool {
    if isLink { return true }
    return try filters() != nil
  }

  private var isLink: Bool { status.st_mode & S_IFMT == S_IFLNK }

  /// The conversions that the repository's attributes ask for, or nil when there are none.
  private func filters() throws(GitError) -> Owned<Filters>? {
    var list: OpaquePointer?
    try check("git_filter_list_load", attempt) {
      git_filter_list_load(&list, repository.pointer, nil, name, GIT_FILTER_TO_ODB, 0)
    }
    return list.map { Owned(taking: $0) }
  }

  private func linkTarget() throws(GitError) -> [UInt8] {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(diskPath, &target, target.count)
    guard count >= 0 else { throw unreadable() }
    return target[..<count].map { UInt8(bitPattern: $0) }
  }

  private func content() throws(GitError) -> [UInt8] {
    // Not following a link and not waiting for a pipe: the path may have changed since it was seen.
    let descriptor = open(diskPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    guard let bytes = remainingBytes(of: descriptor, expecting: Int(status.st_size)) else {
      throw unreadable()
    }
    return bytes
  }

  private func unreadable() -> GitError {
    GitError(.unreadableFile, attempt: attempt, reason: String(cString: strerror(errno)))
  }
}

/// How an entry among the files on disk is read where the bytes on disk are not what git records.
enum WorkTreeReading: Hashable, Sendable {
  /// As the index records it.
  case recorded
  /// Not at all: what the next commit would record cannot be known here.
  case refused(reason: String, help: String)
}

extension WorkTreeReading {
  /// A file that git is told to take for unchanged, and that is not.
  static func assumedUnchanged(_ path: String) -> WorkTreeReading {
    .refused(
      reason: "git is told to assume that it is unchanged, and the file on disk is another one",
      help: "run: git update-index --no-assume-unchanged '\(path)'"
    )
  }

  /// A file that git is told not to look for, and that stands there with other content.
  static func skipped(_ path: String) -> WorkTreeReading {
    .refused(
      reason: "git is told to skip it (skip-worktree), and the file on disk is another one",
      help: "run: git update-index --no-skip-worktree '\(path)'"
    )
  }

  /// A changed file that a program converts before git records it.
  static func filtered(_ path: String, by filter: String) -> WorkTreeReading {
    .refused(
      reason: "git passes it through \(filter) before it records it, and no program of a"
        + " repository is run here",
      help: "run: git add '\(path)', then check with --staged"
    )
  }
}
