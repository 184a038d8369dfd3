// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// Bundles about a tree that lacks a group of the last tag.
@Suite struct EarlierGroupTests {
  private static let evaluation = "evaluation/2026-09-holdout.json"

  /// A gate before two commits, of which the second one has no women any more.
  private static func gate() throws -> (gate: Gate, first: String) {
    let gate = try Gate()
    let first = try #require(try gate.head())
    let text = try ExampleFiles.text(evaluation, of: "credit-scoring")
    try gate.repository.commit([
      evaluation: .text(text.replacing(#""sex": "F""#, with: #""sex": "W""#))
    ])
    return (gate, first)
  }

  static func bundle(
    of gate: Gate,
    in folder: borrowing TemporaryDirectory
  ) async throws -> String {
    let path = folder.path + "/out"
    try await gate.record(collectsEvidence: true).write(
      outputs: [],
      evidence: path,
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    return path
  }

  static func verify(
    _ path: String,
    _ repository: String? = nil
  ) async throws -> BundleCheck {
    var requirements = BundleRequirements()
    requirements.repository = repository
    return try await BundleCheck.verify(
      path,
      requirements: requirements,
      tool: Report.Tool(name: "modelgate", version: "0.0.0")
    )
  }

  @Test func `a bundle holds what the last tag had, and a repository confirms it`() async throws {
    let (gate, first) = try Self.gate()
    try gate.repository.reference("refs/tags/v1", to: first)
    let folder = try TemporaryDirectory()
    let path = try await Self.bundle(of: gate, in: folder)
    let facts = try String(contentsOfFile: path + "/data/facts.json", encoding: .utf8)
    #expect(facts.contains(#""earlierGroups":[{"commit":"\#(first)""#))
    let alone = try await Self.verify(path)
    #expect(alone.isSound, "\(alone.problems)")
    #expect(alone.statement?.verdict == .fail)
    let confirmed = try await Self.verify(path, gate.repository.path)
    #expect(confirmed.isSound, "\(confirmed.problems)")
    withExtendedLifetime(gate.repository) {}
  }

  @Test func `a bundle that was made without the tag is refused by a repository that has it`()
    async throws
  {
    let (gate, first) = try Self.gate()
    let folder = try TemporaryDirectory()
    let path = try await Self.bundle(of: gate, in: folder)
    let facts = try String(contentsOfFile: path + "/data/facts.json", encoding: .utf8)
    #expect(!facts.contains("earlierGroups"))
    #expect(try await Self.verify(path, gate.repository.path).isSound)
    try gate.repository.reference("refs/tags/v1", to: first)
    let check = try await Self.verify(path, gate.repository.path)
    #expect(
      check.problems.map(\.message).contains { $0.contains("groups an earlier release counted") }
    )
    withExtendedLifetime(gate.repository) {}
  }
}

/// Bundles about the second evaluation of a model on the same data.
@Suite struct LookBundleTests {
  private static let evaluation = "evaluation/2026-09-holdout.json"

  @Test func `a bundle holds how often there was an evaluation, and a repository counts again`()
    async throws
  {
    let gate = try Gate()
    let first = try gate.repository.commit([
      "modelgate.yml": "version: 1\npacks: [fairness-quality]\n"
    ])
    let text = try ExampleFiles.text(Self.evaluation, of: "credit-scoring")
    let second = try gate.repository.commit([
      Self.evaluation: .text(text.replacing("2026-09-14", with: "2026-09-13"))
    ])
    let folder = try TemporaryDirectory()
    let path = try await EarlierGroupTests.bundle(of: gate, in: folder)
    let facts = try String(contentsOfFile: path + "/data/facts.json", encoding: .utf8)
    #expect(facts.contains(#""looks":{"counts":[{"count":2,"path":"\#(Self.evaluation)"}]}"#))
    let check = try await EarlierGroupTests.verify(path, gate.repository.path)
    #expect(check.isSound, "\(check.problems)")
    // A tag that came later changes what is counted now, and nothing of what was told then.
    try gate.repository.commit([Self.evaluation: .text(text)])
    try gate.repository.reference("refs/tags/v1", to: second)
    #expect(try await EarlierGroupTests.verify(path, gate.repository.path).isSound)
    // One before it would have let looks begin anew: the bundle counts more of them and hides none.
    try gate.repository.reference("refs/tags/v0", to: first)
    let later = try await EarlierGroupTests.verify(path, gate.repository.path)
    #expect(later.isSound, "\(later.problems)")
    withExtendedLifetime(gate.repository) {}
  }
}

extension Gate {
  /// The commit at the head.
  fileprivate func head() throws -> String? {
    let path = repository.gitDirectory + "/refs/heads/\(repository.branch)"
    return try String(contentsOfFile: path, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
