// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// A checked-out repository of one example, in which the program runs.
struct Example {
  /// The repository; its ids are the same wherever it is made.
  let repository: FixtureRepository

  /// A repository with one commit, which holds the example in the root or in a folder.
  init(_ name: String, below folder: String = "", _ changes: [String: FixtureFile] = [:]) throws {
    repository = try FixtureRepository()
    let files = try ExampleFiles.of(name, below: folder).merging(changes) { _, change in change }
    try repository.commit(files)
    try repository.checkOut()
  }

  /// The path of the repository.
  var path: String { repository.path }

  /// Runs a command in the folder of the repository.
  func run(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    defer { withExtendedLifetime(repository) {} }
    return try await Program.run(arguments, in: repository.path, environment: environment)
  }

  /// Runs `check` on the day that the examples are judged on.
  func check(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    defer { withExtendedLifetime(repository) {} }
    return try await Program.run(
      ["check", "--as-of", "2026-11-21"] + arguments,
      in: repository.path,
      environment: environment
    )
  }
}
