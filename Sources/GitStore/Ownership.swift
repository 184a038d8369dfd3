// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Whether the caller may trust a repository, as git decides it.
///
/// libgit2 1.5 reports a foreign owner as a configuration value that was not found, and its check
/// cannot be had without letting all of the user's configuration in. The rule is short: `.git` and
/// the folder with the files belong to the caller, or to the user who called `sudo`, or the folder
/// is listed in `safe.directory` (git-config(1)).
///
/// Git asks because a repository can name programs that git runs. No hook, filter or other program
/// of a repository is ever run here, so that the folder of a build service, which containers show
/// under another user, and a caller who says so are enough as well.
struct Ownership {
  let gitDirectory: String
  let workTree: String?
  let environment: GitEnvironment

  /// Throws unless the repository may be read.
  func require() throws(GitError) {
    guard !environment.trustsAnyOwner, let stranger = firstForeignPath else { return }
    let directory = workTree ?? gitDirectory
    guard !isInTrustedFolder(directory) else { return }
    guard try !SafeDirectories(environment).contain(directory) else { return }
    throw GitError(
      .foreignOwner,
      attempt: "open the repository at '\(directory)'",
      reason: "'\(stranger)' belongs to another user, and git's safe.directory does not list it",
      help: "run: git config --global --add safe.directory '\(directory)', or give --any-owner"
    )
  }

  private var firstForeignPath: String? {
    let trusted = trustedUsers
    let paths = [workTree, gitDirectory].compactMap { $0 }
    return paths.first { path in owner(of: path).map { !trusted.contains($0) } ?? true }
  }

  private var trustedUsers: [uid_t] {
    let user = geteuid()
    guard user == 0, let caller = getenv("SUDO_UID") else { return [user] }
    return [user] + (uid_t(String(cString: caller)).map { [$0] } ?? [])
  }

  private func owner(of path: String) -> uid_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_uid : nil
  }

  private func isInTrustedFolder(_ directory: String) -> Bool {
    let directory = realPath(directory) + "/"
    return environment.trustedFolders.contains { folder in
      let folder = realPath(folder)
      return folder.hasPrefix("/") && folder != "/" && directory.hasPrefix(folder + "/")
    }
  }
}

/// The path without links, or as given when there is nothing.
func realPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return withoutTrailingSlash(path) }
  defer { free(resolved) }
  return text(of: resolved)
}
