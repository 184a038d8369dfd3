// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Glibc

/// A git repository, opened for reading; nothing in it is ever written.
///
/// One task uses one repository: libgit2 objects must not be shared. Values that come out of it
/// are copies. Grafts and replacement objects are not followed: what counts is what the ids name.
package struct Repository: ~Copyable {
  let shared: SharedRepository

  /// Whether there are no files on disk, only history.
  package let isBare: Bool
  /// Whether the history was cut off by a shallow clone or fetch.
  package let isShallow: Bool
  /// The folder that holds the repository itself, such as `…/.git`.
  package let path: String
  /// The folder with the checked-out files, or nil for a bare repository.
  package let workTree: String?

  /// Opens the repository at a path, or the one that contains it.
  ///
  /// - Parameter path: A work tree, a folder inside one, a `.git` folder or a bare repository.
  /// - Throws: When there is none, or it must not or cannot be read.
  package init(at path: String) throws(GitError) {
    shared = try SharedRepository(path)
    self.path = shared.gitDirectory
    workTree = shared.workTree
    isBare = git_repository_is_bare(shared.pointer) == 1
    isShallow = Self.isShallow(shared.pointer)
  }

  /// libgit2 1.5 looks beside the work tree's own files; a linked work tree shares its history with
  /// the main one, and so is cut off where that is.
  private static func isShallow(_ pointer: OpaquePointer) -> Bool {
    if git_repository_is_shallow(pointer) == 1 { return true }
    guard let common = git_repository_commondir(pointer) else { return false }
    var status = stat()
    return stat(text(of: common) + "/shallow", &status) == 0 && status.st_size > 0
  }
}

/// The libgit2 repository, kept alive by everything that still reads from it.
final class SharedRepository {
  private let repository: Owned<RepositoryHandle>
  private let objects: Owned<ObjectDatabase>

  let gitDirectory: String
  let workTree: String?

  init(_ path: String) throws(GitError) {
    try Libgit2.require()
    let attempt = "open the repository at '\(path)'"
    guard !path.utf8.contains(0) else {
      throw GitError(.notARepository, attempt: attempt, reason: "a path cannot hold a NUL")
    }
    let opened = try Self.opened(path, attempt)
    gitDirectory = git_repository_path(opened.pointer).map(Self.folder) ?? path
    workTree = git_repository_workdir(opened.pointer).map(Self.folder)
    try Ownership(gitDirectory: gitDirectory, workTree: workTree).require()
    objects = try Owned(ObjectDatabase.self, "git_repository_odb", attempt) {
      git_repository_odb(&$0, opened.pointer)
    }
    repository = opened
  }

  private static func opened(
    _ path: String,
    _ attempt: String
  ) throws(GitError) -> Owned<RepositoryHandle> {
    do {
      return try Owned(RepositoryHandle.self, "git_repository_open_ext", attempt) {
        git_repository_open_ext(&$0, path, 0, nil)
      }
    } catch  where error.code == GIT_ENOTFOUND.rawValue && error.kind == .other {
      throw error.retold(.notARepository, "there is no such folder")
    }
  }

  private static func folder(_ path: UnsafePointer<CChar>) -> String {
    withoutTrailingSlash(text(of: path))
  }

  var pointer: OpaquePointer { repository.pointer }
  var database: OpaquePointer { objects.pointer }

  /// Loads a commit, tree, blob or tag.
  func object(
    _ id: git_oid,
    _ type: git_object_t,
    _ attempt: @autoclosure () -> String
  ) throws(GitError) -> Owned<ObjectHandle> {
    var id = id
    return try Owned(ObjectHandle.self, "git_object_lookup", attempt()) {
      git_object_lookup(&$0, pointer, &id, type)
    }
  }
}
