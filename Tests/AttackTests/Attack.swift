// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A repository with what an attacker has put there, and the program that judges it.
struct Attack {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    /// What was printed to standard output, and behind it to standard error.
    let text: String
  }

  let repository: FixtureRepository

  /// A bare repository with one commit.
  init(files: [String: String]) throws {
    repository = try FixtureRepository(isBare: true)
    try repository.commit(files.mapValues { .text($0) })
  }

  /// Checks the repository on the day that the fixture is made for.
  func check(_ arguments: [String] = []) async throws -> Outcome {
    defer { withExtendedLifetime(repository) {} }
    let day = arguments.contains("--as-of") ? [] : ["--as-of", "2026-11-21"]
    return try await Self.run(["check", "--repo", repository.path] + day + arguments)
  }

  /// Runs the program with an empty environment; its output goes through a file, so that no full pipe
  /// can stop it.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind the name of the program.
  ///   - limit: What a shell is told before, such as `ulimit -n 5`.
  /// - Returns: What it left behind.
  /// - Throws: When it cannot be started.
  static func run(_ arguments: [String], under limit: String? = nil) async throws -> Outcome {
    let files = try TemporaryDirectory()
    try files.write("", to: "out")
    let output = try FileHandle(forWritingTo: URL(filePath: files.path + "/out"))
    let started = try SpawnedProgram(
      limit == nil ? program.path : "/bin/sh",
      limit.map { ["-c", "\($0) && exec \"$0\" \"$@\"", program.path] + arguments } ?? arguments,
      in: "/",
      streams: [nil, output.fileDescriptor, output.fileDescriptor]
    )
    let status = await started.finish()
    let text = try Data(contentsOf: URL(filePath: files.path + "/out"))
    return Outcome(status: status, text: String(decoding: text, as: UTF8.self))
  }

  /// The program stands in the folder of the running tests.
  private static let program: URL = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "modelgate")
  }()
}
