// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Runs programs of other people.
enum Program {
  /// Whether the search path has a program.
  static func isInstalled(_ name: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Runs a program and waits for it; the output has both streams.
  static func run(_ command: [String], in folder: String) throws -> (status: Int32, output: String)
  {
    let outcome = try SpawnedProgram.run(
      "/usr/bin/env",
      command,
      in: folder,
      // Other suites of the same process point HOME at hostile settings of git.
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
        "HOME": folder,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C",
      ],
      joinsErrors: true
    )
    return (outcome.status, outcome.output)
  }
}
