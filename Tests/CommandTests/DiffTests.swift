// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct DiffTests {
  /// The outcome of `diff` between an example and the same with some changes.
  private static func diff(
    _ name: String = "ticket-router",
    _ changes: [String: FixtureFile] = [:],
    removing removed: [String] = [],
    _ arguments: String...
  ) async throws -> Program.Outcome {
    let repository = try FixtureRepository()
    let base = try repository.commit(try ExampleFiles.of(name))
    try repository.commit(changes, removing: removed)
    let outcome = try await Program.run(
      ["diff", base, "HEAD", "--as-of", "2026-11-21"] + arguments,
      in: repository.path
    )
    withExtendedLifetime(repository) {}
    return outcome
  }

  @Test func `two equal commits differ in nothing`() async throws {
    let outcome = try await Self.diff()
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("PASS: no finding at or above the threshold is new (0 new"))
    #expect(!outcome.text.contains("Measurements"))
  }

  @Test func `a finding that is new fails, one that is gone does not`() async throws {
    let worse = try await Self.diff("ticket-router", removing: ["MODEL_CARD.md"])
    #expect(worse.status == 1)
    #expect(worse.text.hasPrefix("FAIL: a finding at or above the threshold is new"))
    #expect(worse.text.contains("New findings ("))
    let repository = try FixtureRepository()
    try repository.commit(try ExampleFiles.of("ticket-router"))
    let bad = try repository.commit(removing: ["MODEL_CARD.md"])
    try repository.commit(try ExampleFiles.of("ticket-router"))
    for (base, head, status, heading) in [
      (bad, "HEAD", 0, "Findings that are gone"), (bad, bad, 0, "Findings that stay"),
    ] as [(String, String, Int32, String)] {
      let outcome = try await Program.run(
        ["diff", base, head, "--as-of", "2026-11-21"],
        in: repository.path
      )
      #expect(outcome.status == status)
      #expect(outcome.text.contains(heading))
    }
  }

  @Test func `a file that cannot be read any more is new, although another one says the same`()
    async throws
  {
    let repository = try Monorepo()
    let text = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
    try repository.commit(["a/ai-system.yml": .text(text + "colour: red\n")])
    try repository.commit(["b/ai-system.yml": try Monorepo.declaration(["colour: red\n"])])
    let outcome = try await repository.run(["diff", "HEAD~1", "HEAD", "--as-of", "2026-11-21"])
    #expect(outcome.status == 3)
    #expect(outcome.words.contains("Could not be read any more (1) - b/ai-system.yml"))
  }

  @Test func `two commits of which no rule judged anything do not pass`() async throws {
    let files = try ExampleFiles.of("credit-scoring").merging(
      Monorepo.pack(require: "true", when: "dossier.model_cards.size() > 99")
    ) { $1 }
    let repository = try FixtureRepository()
    try repository.commit(files)
    try repository.commit(["notes.txt": "more"])
    let outcome = try await Program.run(
      ["diff", "HEAD~1", "HEAD", "--as-of", "2026-11-21"],
      in: repository.path
    )
    #expect(outcome.words.contains("nothing was checked"))
    #expect(outcome.status == 3)
    withExtendedLifetime(repository) {}
  }

  @Test func `a finding that has become graver is new`() async throws {
    let repository = try Monorepo()
    for severity in ["warn", "error"] {
      try repository.commit(Monorepo.pack(require: "false", severity: severity))
    }
    let outcome = try await repository.run(["diff", "HEAD~1", "HEAD", "--as-of", "2026-11-21"])
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("New findings (2)"))
  }

  @Test func `a new finding below the threshold is listed and does not fail`() async throws {
    let assessment = try ExampleFiles.text("dpia.yaml", of: "credit-scoring")
    let outcome = try await Self.diff(
      "credit-scoring",
      ["dpia.yaml": .text(assessment.replacing("status: approved", with: "status: draft"))],
      "--fail-on",
      "never"
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("New findings ("))
  }

  @Test func `a change that lowers the threshold is measured by the one before it`() async throws {
    let outcome = try await Self.diff(
      "ticket-router",
      ["modelgate.yml": "version: 1\nfail_on: never\n"],
      removing: ["MODEL_CARD.md"]
    )
    #expect(outcome.status == 1)
  }

  @Test func `measurements tell by how much they moved, and documents that they stayed`()
    async throws
  {
    let files = try ExampleFiles.of("credit-scoring")
    let name = try #require(files.keys.filter { $0.hasSuffix("holdout.json") }.sorted().first)
    let text = try ExampleFiles.text(name, of: "credit-scoring")
    let number = try #require(text.firstMatch(of: /"value": *(0\.\d+)/))
    let changed = text.replacing("\(number.output.1)", with: "0.5", maxReplacements: 1)
    let outcome = try await Self.diff(
      "credit-scoring",
      [name: .text(changed)],
      "--output",
      "markdown"
    )
    #expect(outcome.text.contains("Measurements that moved"))
    #expect(outcome.text.contains("\(number.output.1)"))
    #expect(outcome.text.contains("→ 0.5"))
    #expect(outcome.text.contains("MODEL_CARD.md is unchanged; changed: \(name)"))
  }

  @Test func `thresholds and tiers that change are told`() async throws {
    let outcome = try await Self.diff(
      "ticket-router",
      ["modelgate.yml": "version: 1\nfail_on: warn\n"]
    )
    #expect(outcome.text.contains("threshold policy/fail_on: error → warn"))
  }

  @Test func `every format tells the same, to a file or to standard output`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Self.diff(
      "ticket-router",
      removing: ["MODEL_CARD.md"],
      "--output",
      "json=\(folder.path)/d.json",
      "--output",
      "markdown"
    )
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("# FAIL: a finding at or above the threshold is new"))
    let json = try String(contentsOfFile: folder.path + "/d.json", encoding: .utf8)
    #expect(json.contains(#""schema":"modelgate/difference/v1""#))
    #expect(json.contains(#""change":"new""#))
    #expect(json.contains(#""verdict":"fail""#))
  }

  @Test func `a commit that cannot be found is a mistake of the caller`() async throws {
    let example = try Example("ticket-router")
    let outcome = try await example.run("diff", "nowhere", "HEAD")
    #expect(outcome.status == 2)
  }
}
