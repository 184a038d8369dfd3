// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The git of this machine, which judges what this project writes and calls its hooks.
package enum Git {
  private static let path = ["/usr/bin/git", "/usr/local/bin/git"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Whether there is one; tests that need it are skipped visibly otherwise.
  package static var isInstalled: Bool { path != nil }

  /// Runs git in a folder with an empty environment; `input` names a file there to read from.
  package static func run(
    _ arguments: [String],
    in folder: String,
    input: String? = nil
  ) throws -> (status: Int32, output: [UInt8]) {
    let outcome = try call(arguments, in: folder, input: input, errors: false)
    return (outcome.status, outcome.output)
  }

  /// Runs git with a name for commits, and returns what it printed on both streams as text.
  @discardableResult
  package static func call(
    _ arguments: String...,
    in folder: String,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let outcome = try call(
      arguments,
      in: folder,
      input: nil,
      errors: true,
      environment: identity.merging(environment) { $1 }
    )
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self))
  }

  /// Runs git and fails unless it succeeds.
  package static func must(_ arguments: String..., in folder: String) throws {
    let outcome = try call(
      arguments,
      in: folder,
      input: nil,
      errors: true,
      environment: identity
    )
    guard outcome.status == 0 else {
      throw FixtureError(
        "git " + arguments.joined(separator: " "),
        String(decoding: outcome.output, as: UTF8.self)
      )
    }
  }

  private static let identity = [
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "1795155200 +0000", "GIT_COMMITTER_DATE": "1795155200 +0000",
  ]

  private static func call(
    _ arguments: [String],
    in folder: String,
    input: String?,
    errors: Bool,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, output: [UInt8]) {
    let output = Pipe()
    let printing = output.fileHandleForWriting
    let input = try input.map {
      try FileHandle(forReadingFrom: URL(filePath: folder + "/" + $0))
    }
    let program = try SpawnedProgram(
      path ?? "/usr/bin/git",
      arguments,
      in: folder,
      environment: [
        "HOME": folder, "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin",
      ].merging(environment) { $1 },
      streams: [
        input?.fileDescriptor, printing.fileDescriptor, errors ? printing.fileDescriptor : nil,
      ]
    )
    try printing.close()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    withExtendedLifetime(input) {}
    return (program.wait(), Array(printed))
  }
}
