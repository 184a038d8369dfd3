// SPDX-License-Identifier: Apache-2.0

import Foundation

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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Other suites of the same process point HOME at hostile settings of git.
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "HOME": folder,
      "GIT_CONFIG_NOSYSTEM": "1",
      "LC_ALL": "C",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
