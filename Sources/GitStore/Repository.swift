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
  /// The folder with the history, which linked work trees share; else the same as `path`.
  package let commonPath: String
  /// The folder with the checked-out files, or nil for a bare repository.
  package let workTree: String?

  /// Opens the repository at a path, or the one that contains it.
  ///
  /// - Parameters:
  ///   - path: A work tree, a folder inside one, a `.git` folder or a bare repository.
  ///   - environment: What git's own variables say about the call.
  /// - Throws: When there is none, or it must not or cannot be read.
  package init(at path: String, environment: GitEnvironment = .empty) throws(GitError) {
    self.init(try SharedRepository(path, environment))
  }

  /// A step of its own, not inlined: when one initializer both opened and asked, optimised code of
  /// Swift 6.3 released an object that was not there.
  @inline(never)
  private init(_ shared: SharedRepository) {
    self.shared = shared
    path = shared.gitDirectory
    commonPath =
      git_repository_commondir(shared.pointer).map { withoutTrailingSlash(text(of: $0)) }
      ?? shared.gitDirectory
    workTree = shared.workTree
    isBare = git_repository_is_bare(shared.pointer) == 1
    isShallow = Self.isShallow(shared.pointer, commonPath)
  }

  /// libgit2 1.5 looks beside the work tree's own files; a linked work tree shares its history with
  /// the main one, and so is cut off where that is.
  private static func isShallow(_ pointer: OpaquePointer, _ commonPath: String) -> Bool {
    if git_repository_is_shallow(pointer) == 1 { return true }
    var status = stat()
    return stat(commonPath + "/shallow", &status) == 0 && status.st_size > 0
  }
}

/// The libgit2 repository, kept alive by everything that still reads from it.
final class SharedRepository {
  private let repository: Owned<RepositoryHandle>
  private let objects: Owned<ObjectDatabase>

  let gitDirectory: String
  let workTree: String?
  let environment: GitEnvironment

  init(_ path: String, _ environment: GitEnvironment) throws(GitError) {
    try Libgit2.require()
    let attempt = "open the repository at '\(path)'"
    guard !path.utf8.contains(0) else {
      throw GitError(.notARepository, attempt: attempt, reason: "a path cannot hold a NUL")
    }
    let opened = try Self.opened(path, attempt)
    gitDirectory = git_repository_path(opened.pointer).map(Self.folder) ?? path
    workTree = git_repository_workdir(opened.pointer).map(Self.folder)
    self.environment = environment
    try Ownership(gitDirectory: gitDirectory, workTree: workTree, environment: environment)
      .require()
    objects = try Owned(ObjectDatabase.self, "git_repository_odb", attempt) {
      git_repository_odb(&$0, opened.pointer)
    }
    for folder in environment.objectDirectories {
      let database = objects.pointer
      try check("git_odb_add_disk_alternate", attempt) {
        git_odb_add_disk_alternate(database, folder)
      }
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
      throw error.retold(.noSuchPath, "there is no such folder")
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
