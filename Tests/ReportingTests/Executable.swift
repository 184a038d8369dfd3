// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A program of the machine that judges what the project wrote.
struct Executable {
  private let url: URL

  /// Finds a program on the usual paths; nil where it is not installed.
  init?(_ name: String) {
    let candidates = ["/usr/bin", "/usr/local/bin", "/bin"].map { URL(filePath: "\($0)/\(name)") }
    guard
      let url = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path()) })
    else { return nil }
    self.url = url
  }

  /// What the program says, standard error included, and its exit status.
  func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let outcome = try SpawnedProgram.run(
      url.path(),
      arguments,
      environment: ProcessInfo.processInfo.environment,
      joinsErrors: true
    )
    return (outcome.status, outcome.output)
  }
}

/// A folder that disappears with its last owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reporting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path()
  }
}
