// SPDX-License-Identifier: Apache-2.0

import Foundation
import GitStore

/// The surroundings in which all tests run, so that nobody's own settings change a result.
package enum TestEnvironment {
  /// A folder that the tests' `safe.directory` declares safe, whoever owns it.
  package static let safeFolder = root + "/safe"

  private static let root =
    FileManager.default.temporaryDirectory.path + "/modelgate-tests-\(geteuid())"

  /// A home whose settings would change much, if they were read: only `safe.directory` may count.
  private static let configuration = """
    [safe]
    \tdirectory = \(safeFolder)/*
    [core]
    \tautocrlf = true
    \texcludesfile = \(root)/home/ignored-by-user
    [init]
    \tdefaultBranch = chosen-by-user
    """

  private static let isPrepared: Bool = {
    let home = root + "/home"
    do {
      try FileManager.default.createDirectory(
        atPath: home + "/.config/git",
        withIntermediateDirectories: true
      )
      try FileManager.default.createDirectory(
        atPath: safeFolder,
        withIntermediateDirectories: true
      )
      try Data(configuration.utf8).write(to: URL(filePath: home + "/.gitconfig"), options: .atomic)
      for file in ["/ignored-by-user", "/.config/git/ignore"] {
        try Data("*.md\n".utf8).write(to: URL(filePath: home + file), options: .atomic)
      }
    } catch {
      return false
    }
    // Before the first use of libgit2, which looks for its settings only once.
    setenv("HOME", home, 1)
    unsetenv("XDG_CONFIG_HOME")
    unsetenv("SUDO_UID")
    startGitStore()
    return true
  }()

  /// Prepares the surroundings once; must be called before anything uses libgit2.
  package static func prepare() {
    precondition(isPrepared, "the folder for test files must be writable")
  }

  /// Any use of `GitStore` starts libgit2 and cuts it off from the system's settings.
  private static func startGitStore() {
    do {
      _ = try Repository(at: root + "/home/nowhere")
    } catch {
      // What matters is that libgit2 has been started.
    }
  }
}
