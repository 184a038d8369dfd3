// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Whether the caller may trust a repository, as git decides it.
///
/// libgit2 1.5 reports a foreign owner as a configuration value that was not found, and its check
/// cannot be had without letting all of the user's configuration in. The rule is short: `.git` and
/// the folder with the files belong to the caller, or to the user who called `sudo`, or the folder
/// is listed in `safe.directory` (git-config(1)).
struct Ownership {
  let gitDirectory: String
  let workTree: String?

  /// Throws unless the repository may be read.
  func require() throws(GitError) {
    guard let stranger = firstForeignPath else { return }
    let directory = workTree ?? gitDirectory
    guard try !SafeDirectories.contain(directory) else { return }
    throw GitError(
      .foreignOwner,
      attempt: "open the repository at '\(directory)'",
      reason: "'\(stranger)' belongs to another user, and git's safe.directory does not list it",
      help: "run: git config --global --add safe.directory '\(directory)'"
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
}
