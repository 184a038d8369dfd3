// SPDX-License-Identifier: Apache-2.0

internal import CGit2

extension Repository {
  /// The folder that git runs hooks from: `core.hooksPath` of any of git's configuration files, else
  /// the folder `hooks` that all work trees of the repository share (githooks(5)).
  ///
  /// No hook is ever run here; this is for those who want to install one.
  package func hooksFolder() throws(GitError) -> String {
    let files =
      SafeDirectories.files(of: shared.environment)
      + [commonPath + "/config", path + "/config.worktree"]
    var named: String?
    for file in files {
      named = try ConfigurationFile.values("core.hookspath", in: file).last ?? named
    }
    guard let named, !named.isEmpty else { return commonPath + "/hooks" }
    let folder = shared.environment.expandingHome(named)
    // A relative path starts where git runs hooks.
    return folder.hasPrefix("/") ? folder : "\(workTree ?? path)/\(folder)"
  }

  /// What `HEAD` leads to.
  package enum Head: Hashable, Sendable {
    /// A commit.
    case commit
    /// A branch that has no commit, while others have.
    case missingBranch
    /// Nothing, because the repository has no branch at all.
    case emptyRepository
  }

  /// What `HEAD` leads to.
  package var head: Head {
    guard git_repository_head_unborn(shared.pointer) == 1 else { return .commit }
    var iterator: OpaquePointer?
    defer { git_branch_iterator_free(iterator) }
    var branch: OpaquePointer?
    var type = GIT_BRANCH_LOCAL
    guard git_branch_iterator_new(&iterator, shared.pointer, GIT_BRANCH_LOCAL) == 0,
      git_branch_next(&branch, &type, iterator) == 0
    else {
      git_error_clear()
      return .emptyRepository
    }
    git_reference_free(branch)
    return .missingBranch
  }
}
