// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// `baseline` and `check --baseline`.
@Suite struct BaselineTests {
  /// A repository that lacks a card, and the commit that accepts that.
  private static func accepting() async throws -> (repository: Monorepo, policy: String) {
    let repository = try Monorepo()
    try repository.commit(removing: ["b/MODEL_CARD.md"])
    let written = try await repository.run(["baseline", "--as-of", "2026-11-20"])
    #expect(written.status == 0)
    return (repository, try repository.commit(["base.json": .bytes(written.output)]))
  }

  @Test func `old findings are listed with their age, new ones fail`() async throws {
    let (repository, policy) = try await Self.accepting()
    #expect(try await repository.check().status == 1)
    let arguments = ["--baseline", "base.json", "--policy-ref", policy]
    let old = try await repository.run(["check", "--as-of", "2026-11-21"] + arguments)
    #expect(old.words.contains("ESS-020 There is no model card (other)"))
    #expect(old.words.contains("since 2026-11-20, 1 day"))
    #expect(!old.text.contains("1 error,"))
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    let new = try await repository.run(["check", "--as-of", "2026-11-21"] + arguments)
    #expect(new.status == 1)
    #expect(new.words.contains("error ESS-020 There is no model card (ticket-router) -->"))
  }

  @Test func `nobody accepts his own findings`() async throws {
    let (repository, policy) = try await Self.accepting()
    // By the checked tree itself no baseline counts.
    let own = try await repository.check("--baseline", "base.json")
    #expect(own.status == 2)
    #expect(own.words.contains("--policy-ref origin/main"))
    // What the change writes into the file is not read, and is a finding of its own.
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    let more = try await repository.run(["baseline", "--as-of", "2026-11-21"])
    try repository.commit(["base.json": .bytes(more.output)])
    let grown = try await repository.check("--baseline", "base.json", "--policy-ref", policy)
    #expect(grown.status == 1)
    #expect(grown.words.contains("The baseline does not grow"))
    #expect(grown.words.contains("There is no model card (ticket-router)"))
    #expect(
      try await repository.check("--baseline", "none.json", "--policy-ref", policy).status == 2
    )
  }

  @Test func `an entry for a system that is yet to come is growth as well`() async throws {
    let (repository, policy) = try await Self.accepting()
    let text = try await repository.run(["baseline", "--as-of", "2026-11-20"]).text
    let grown = text.replacing(#""system": "other""#, with: #""system": "next""#)
    try repository.commit(["base.json": .text(grown)])
    let outcome = try await repository.check("--baseline", "base.json", "--policy-ref", policy)
    #expect(outcome.status == 1)
    #expect(outcome.words.contains("The baseline does not grow"))
  }

  @Test func `a baseline only shrinks, and keeps its days`() async throws {
    let (repository, policy) = try await Self.accepting()
    let before = try await repository.run(["baseline", "--as-of", "2026-11-20"])
    let folder = try TemporaryDirectory()
    try folder.write(before.output, to: "old.json")
    let file = folder.path + "/old.json"
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    let later = ["baseline", "--as-of", "2026-11-28", "--shrink", file]
    #expect(try await repository.run(later).output == before.output)
    try repository.commit(try ExampleFiles.of("ticket-router", below: "b"))
    try repository.commit(["b/ai-system.yml": try Monorepo.declaration()])
    let shrunk = try await repository.run(later + ["--output", file])
    #expect(shrunk.status == 0)
    let text = try folder.text("old.json")
    #expect(!text.contains("card-missing\""))
    #expect(!text.contains("2026-11-28"))
    try repository.commit(["base.json": .text(text)])
    let outcome = try await repository.check("--baseline", "base.json", "--policy-ref", policy)
    #expect(!outcome.words.contains("The baseline does not grow"))
  }

  @Test func `what is no baseline is refused with its place`() async throws {
    let (repository, _) = try await Self.accepting()
    for (text, message) in [
      ("{", "is no JSON"), (#"{"schema": "x"}"#, "is no baseline"),
      (#"{"schema": "modelgate/baseline/v1", "findings": [{}]}"#, "entry 1"),
    ] {
      let policy = try repository.commit(["base.json": .text(text)])
      let outcome = try await repository.check("--baseline", "base.json", "--policy-ref", policy)
      #expect(outcome.status == 2)
      #expect(outcome.words.contains(message))
    }
  }
}
