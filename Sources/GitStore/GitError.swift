// SPDX-License-Identifier: Apache-2.0

/// Why a repository could not be read.
package struct GitError: Error, Hashable, Sendable {
  /// What kind of problem it is; each has its own remedy.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The path of the repository leads nowhere.
    case noSuchPath
    /// There is no repository at the path or above it.
    case notARepository
    /// The repository belongs to another user, and nobody declared it safe.
    case foreignOwner
    /// The repository names its objects with SHA-256.
    case sha256Repository
    /// The repository uses an extension that changes how it must be read.
    case unsupportedRepository
    /// The repository is bare, so it has no index and no files on disk.
    case bareRepository
    /// The history was cut off, and the answer lies beyond the cut.
    case shallow
    /// The branch has no commit yet.
    case unbornBranch
    /// Nothing has the name that was given.
    case unknownRevision
    /// The name has several meanings, such as a branch and a tag, or it starts several ids.
    case ambiguousRevision
    /// The revision names a tree or a file instead of a commit.
    case notACommit
    /// An object is named but not there.
    case missingObject
    /// An object or a file of the repository is damaged.
    case corrupt
    /// The folder does not exist in the tree.
    case noSuchDirectory
    /// The file does not exist in the tree.
    case noSuchFile
    /// The index holds files with unresolved merge conflicts.
    case unmergedIndex
    /// A tree has more entries or more levels than a real one.
    case tooLarge
    /// A file on disk could not be read.
    case unreadableFile
    /// Anything else.
    case other
  }

  /// What kind of problem it is.
  package var kind: Kind
  /// What was attempted, as a verb phrase such as `open the repository at 'x'`.
  package var attempt: String
  /// What went wrong, as a lower-case phrase.
  package var reason: String
  /// What the user can do about it.
  package var help: String
  /// The libgit2 function that failed, or an empty text when the check is this module's own.
  package var operation: String
  /// The value that the function returned (`git_error_code`), or 0.
  package var code: Int32
  /// The library's own message, or an empty text.
  package var message: String

  init(
    _ kind: Kind,
    attempt: String,
    reason: String,
    help: String? = nil,
    from failure: LibraryFailure? = nil
  ) {
    self.kind = kind
    self.attempt = attempt
    self.reason = reason
    self.help = help ?? kind.remedy
    operation = failure.map { "\($0.operation)" } ?? ""
    code = failure?.code ?? 0
    message = failure?.message ?? ""
  }
}

extension GitError: CustomStringConvertible {
  /// What was attempted and what went wrong, on one line.
  package var description: String { "cannot \(attempt): \(reason)" }
}

extension GitError.Kind {
  /// What helps against every problem of this kind.
  var remedy: String {
    switch self {
    case .noSuchPath: "check the path"
    case .notARepository: "give the path of a git repository or of a folder inside one"
    case .foreignOwner: "declare the repository safe with git's setting safe.directory"
    case .sha256Repository: "check a clone that names its objects with SHA-1 (git's default)"
    case .unsupportedRepository: "check a fresh clone in git's default format"
    case .bareRepository: "check a commit instead, or give the path of a working copy"
    case .shallow: "fetch the whole history: git fetch --unshallow (in CI: fetch depth 0)"
    case .unbornBranch: "make a first commit, or judge the files before it with 'check --worktree'"
    case .unknownRevision: "give a branch, a tag or a commit id, or fetch it first"
    case .ambiguousRevision: "give more digits of the id"
    case .notACommit: "give a revision that names a commit, such as a branch or a tag"
    case .missingObject:
      "fetch the missing objects (git fetch --refetch), or find the damage with git fsck"
    case .corrupt: "find the damage with git fsck, and check a fresh clone"
    case .noSuchDirectory: "give a folder of the checked tree, relative to its root"
    case .noSuchFile: "give the path of a file in the checked tree, relative to its root"
    case .unmergedIndex: "resolve the conflicts and add the files, or check a commit"
    case .tooLarge: "check the folder that matters, given as a path below the root"
    case .unreadableFile: "make the file readable, or check a commit instead"
    case .other: "check the repository with git fsck"
    }
  }
}
