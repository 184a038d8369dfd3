// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A repository with two systems, `ticket-router` in `a` and `other` in `b`.
struct Monorepo {
  private let repository: FixtureRepository

  init() throws {
    repository = try FixtureRepository()
    var files = try ExampleFiles.of("ticket-router", below: "a")
      .merging(ExampleFiles.of("ticket-router", below: "b")) { $1 }
    files["b/ai-system.yml"] = try Self.declaration()
    try repository.commit(files)
  }

  /// The declaration of the second system, with some lines at its end.
  static func declaration(_ lines: [String] = []) throws -> FixtureFile {
    let text = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
    return .text(text.replacing("id: ticket-router", with: "id: other") + lines.joined())
  }

  /// A policy with nothing but one rule of its own, in the folder `pack`.
  static func pack(
    require: String,
    when: String = "true",
    severity: String = "error"
  ) -> [String: FixtureFile] {
    [
      "modelgate.yml": "version: 1\npacks: [{path: pack}]\nunasked_duties: warn\n",
      "pack/pack.yaml": "id: own\nversion: \"1.0.0\"\ntitle: Own\nsummary: Own rules.\n",
      "pack/rules/own-rule.yaml": .text(
        """
        id: own-rule
        title: Something is missing
        controls:
          - {scheme: policy, id: "house rule: own"}
        rationale: It matters.
        remedy: Add it.
        severity: \(severity)
        status: stable
        when: "\(when)"
        require: "\(require)"
        message: "something is missing"
        waivable: true
        examples: []
        """
      ),
    ]
  }

  var path: String { repository.path }

  @discardableResult
  func commit(
    _ files: [String: FixtureFile] = [:],
    removing removed: [String] = []
  ) throws -> String {
    try repository.commit(files, removing: removed)
  }

  /// Adds a commit to another branch, which begins at a commit or at nothing.
  @discardableResult
  func commit(
    to branch: String,
    from start: String?,
    _ files: [String: FixtureFile] = [:],
    removing removed: [String] = []
  ) throws -> String {
    let before = repository.branch
    try repository.switchBranch(to: branch, at: start)
    let commit = try repository.commit(files, removing: removed)
    try repository.switchBranch(to: before)
    return commit
  }

  func reference(_ name: String, to commit: String) throws {
    try repository.reference(name, to: commit)
  }

  func makeShallow(at commit: String, without missing: [String]) throws {
    try repository.makeShallow(at: commit, without: missing)
  }

  /// Runs `check` on the day that the examples are judged on.
  func check(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    try await run(["check", "--as-of", "2026-11-21", "--no-color"] + arguments, environment)
  }

  /// Runs the program in the folder of the repository.
  func run(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    defer { withExtendedLifetime(repository) {} }
    return try await Program.run(arguments, in: repository.path, environment: environment)
  }
}

extension Program.Outcome {
  /// What was printed to both outputs, with one space between words wherever lines end.
  var words: String {
    (text + "\n" + error).split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension TemporaryDirectory {
  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }
}
