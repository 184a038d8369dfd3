// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The git of this machine, which judges what this project writes.
enum Git {
  private static let path = ["/usr/bin/git", "/usr/local/bin/git"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isInstalled: Bool { path != nil }

  /// Runs git in a folder with an empty environment; `input` names a file there to read from.
  static func run(
    _ arguments: [String],
    in folder: String,
    input: String? = nil
  ) throws -> (status: Int32, output: [UInt8]) {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["HOME": folder, "GIT_CONFIG_NOSYSTEM": "1"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder + "/" + input))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, Array(printed))
  }
}
