// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A script of `sh`, for what only a shell can do to a program: redirect, close, pipe and end it.
enum Shell {
  /// Runs a script in a folder; `modelgate` is on its path.
  ///
  /// - Returns: The status, and what was printed on both streams.
  static func run(
    _ script: String,
    in folder: String,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let outcome = try SpawnedProgram.run(
      "/bin/sh",
      ["-c", script],
      in: folder,
      environment: surroundings.merging(environment) { $1 },
      joinsErrors: true
    )
    return (outcome.status, outcome.output)
  }

  /// The program on the path, and a name and a day for git's commits.
  static let surroundings = [
    "PATH": URL(filePath: Program.path).deletingLastPathComponent().path + ":/usr/bin:/bin",
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "1795155200 +0000", "GIT_COMMITTER_DATE": "1795155200 +0000",
  ]
}
