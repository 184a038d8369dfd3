// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `check --base`: what changed, and what got worse.
@Suite struct ScopeTests {
  @Test func `only the systems that a change touches are judged, and the others are named`()
    async throws
  {
    let repository = try Monorepo()
    try repository.commit(removing: ["b/MODEL_CARD.md"])
    let one = try await repository.check("--base", "HEAD~1", "--only-changed")
    #expect(one.status == 1)
    #expect(one.words.contains("FAIL other"))
    #expect(one.words.contains("left out: ticket-router"))
    let json = try await repository.check("--base", "HEAD~1", "--only-changed", "--output", "json")
    #expect(json.text.contains(#""leftOut":["ticket-router"]"#))
    #expect(json.text.contains(#""onlyChanged":true"#))
  }

  @Test func `a change that touches nothing governed passes and says so first`() async throws {
    let repository = try Monorepo()
    let base = try repository.commit(["README.md": "more"])
    let head = try repository.commit(["notes.txt": "more", "a/train.py": "pass"])
    let outcome = try await repository.check("--base", base, "--only-changed")
    #expect(outcome.status == 0)
    let first = outcome.text.split(separator: "\n").first
    #expect(first == "PASS: nothing governed changed in \(base.prefix(12))..\(head.prefix(12))")
    let json = try await repository.check("--base", base, "--only-changed", "--output", "json")
    #expect(json.text.contains(#""base":"\#(base)""#))
  }

  @Test func `between a commit and itself nothing changed, and everything is judged`()
    async throws
  {
    let repository = try Monorepo()
    try repository.commit(removing: ["b/MODEL_CARD.md"])
    for base in ["HEAD", "main"] {
      let outcome = try await repository.check("--base", base, "--only-changed")
      #expect(outcome.status == 1)
      #expect(outcome.words.contains("FAIL other"))
      #expect(outcome.words.contains("no system is left out"))
      #expect(!outcome.text.contains("nothing governed changed"))
    }
  }

  @Test func `a card that stops being one is a change of its system`() async throws {
    let repository = try Monorepo()
    try repository.commit(["b/MODEL_CARD.md": "nothing of a card\n"])
    let outcome = try await repository.check("--base", "HEAD~1", "--only-changed")
    #expect(outcome.words.contains("other"))
    #expect(!outcome.text.hasPrefix("PASS: nothing"))
  }

  @Test func `a link that leads elsewhere makes everything touched`() async throws {
    let repository = try Monorepo()
    try repository.commit(["b/MODEL_CARD.md": .symlink(to: "../a/MODEL_CARD.md")])
    try repository.commit(["b/MODEL_CARD.md": .symlink(to: "ai-system.yml")])
    let outcome = try await repository.check("--base", "HEAD~1", "--only-changed")
    #expect(outcome.words.contains("no system is left out"))
    #expect(outcome.status != 0)
  }

  @Test func `what the program says about a change is nothing that was checked`() async throws {
    let repository = try Monorepo()
    try repository.commit(Monorepo.pack(require: "true", when: "dossier.model_cards.size() > 99"))
    try repository.commit(["notes.txt": "more"])
    #expect(try await repository.check().status == 3)
    #expect(try await repository.check("--base", "HEAD~1").status == 3)
    #expect(try await repository.check("--base", "HEAD~1", "--new-only").status == 3)
  }

  @Test func `a duty that nobody asks for is nothing that was checked`() async throws {
    let files = try ExampleFiles.of("credit-scoring").merging(
      Monorepo.pack(require: "true", when: "dossier.model_cards.size() > 99")
    ) { $1 }
    let repository = try FixtureRepository()
    try repository.commit(files, removing: [])
    let outcome = try await Program.run(
      ["check", "--as-of", "2026-11-21"],
      in: repository.path
    )
    #expect(outcome.words.contains("A duty of the tier is asked for by no selected rule"))
    #expect(outcome.status == 3)
    withExtendedLifetime(repository) {}
  }

  @Test(arguments: ["modelgate", "duties", "limits"])
  func `no pack takes a name under which the program itself speaks`(id: String) async throws {
    let repository = try Monorepo()
    var files = Monorepo.pack(require: "true")
    files["pack/pack.yaml"] = .text(
      "id: \(id)\nversion: \"1.0.0\"\ntitle: Own\nsummary: Own rules.\n"
    )
    try repository.commit(files)
    let outcome = try await repository.check()
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("'\(id)' is the program's own"))
  }

  @Test func `who deletes all that is governed does not pass`() async throws {
    let repository = try Monorepo()
    let files = try ExampleFiles.of("ticket-router").keys
    try repository.commit(
      removing: ["a", "b"].flatMap { folder in files.map { "\(folder)/\($0)" } }
    )
    let outcome = try await repository.check("--base", "HEAD~1", "--only-changed")
    #expect(outcome.status == 3)
  }

  @Test func `a change of what decides is a finding and touches every system`() async throws {
    let repository = try Monorepo()
    try repository.commit(["modelgate.yml": "version: 1\n"])
    let outcome = try await repository.check("--base", "HEAD~1", "--only-changed")
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("The change does not touch what it is judged by"))
    #expect(outcome.words.contains("no system is left out"))
    let strict = try await repository.check("--base", "HEAD~1", "--fail-on", "warn")
    #expect(strict.status == 1)
    // By a policy from elsewhere the change cannot move what it is judged by.
    let protected = try await repository.check("--base", "HEAD~1", "--policy-ref", "HEAD~1")
    #expect(!protected.words.contains("The change does not touch"))
  }

  @Test(arguments: ["modelgate-waivers.yml", "b/ai-system.yml"])
  func `waivers and declarations decide as well`(path: String) async throws {
    let repository = try Monorepo()
    try repository.commit(["modelgate-waivers.yml": "version: 1\nwaivers: []\n"])
    if path == "b/ai-system.yml" {
      try repository.commit(["b/ai-system.yml": try Monorepo.declaration(["# more\n"])])
    } else {
      try repository.commit(removing: [path])
    }
    let outcome = try await repository.check("--base", "HEAD~1", "--output", "json")
    #expect(outcome.words.contains("the change touches what it is judged by: \(path)"))
  }

  @Test func `only new findings count when that is asked for, and old ones are listed`()
    async throws
  {
    let repository = try Monorepo()
    try repository.commit(removing: ["b/MODEL_CARD.md"])
    try repository.commit(["README.md": "more"])
    #expect(try await repository.check("--base", "HEAD~1").status == 1)
    let old = try await repository.check("--base", "HEAD~1", "--new-only")
    #expect(old.status == 0)
    #expect(old.words.contains("PASS: nothing new is missing"))
    #expect(old.words.contains("error ESS-020 There is no model card (other) at b/ai-system.yml:"))
    #expect(old.words.contains("since 2026-11-20,"))
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    let new = try await repository.check("--base", "HEAD~1", "--new-only")
    #expect(new.status == 1)
    #expect(new.words.contains("error ESS-020 There is no model card (ticket-router) -->"))
  }

  @Test func `a threshold that the change lowers does not hide new findings`() async throws {
    let repository = try Monorepo()
    let base = try repository.commit(["README.md": "more"])
    try repository.commit(
      ["modelgate.yml": "version: 1\nfail_on: never\n"],
      removing: ["b/MODEL_CARD.md"]
    )
    #expect(try await repository.check("--base", base).status != 1)
    #expect(try await repository.check("--base", base, "--new-only").status == 1)
  }

  @Test func `a base that the work does not come from is measured where both parted`() async throws
  {
    let repository = try Monorepo()
    let fork = try repository.commit(["README.md": "1"])
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    let other = try repository.commit(to: "side", from: fork, removing: ["b/MODEL_CARD.md"])
    let outcome = try await repository.check("--base", "main", "--rev", other, "--only-changed")
    #expect(outcome.words.contains("left out: ticket-router"))
    // What the other line broke meanwhile excuses nothing here, and what it has excuses no more.
    let new = try await repository.check("--base", "main", "--rev", other, "--new-only")
    #expect(new.status == 1)
    #expect(new.words.contains("There is no model card (other)"))
  }

  @Test func `a base without a common commit is refused`() async throws {
    let repository = try Monorepo()
    let stranger = try repository.commit(to: "stranger", from: nil, ["x": "y"])
    let outcome = try await repository.check("--base", stranger, "--only-changed")
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("have no commit in common"))
  }

  @Test func `a shallow clone is told the command that helps`() async throws {
    let repository = try Monorepo()
    let first = try repository.commit(["README.md": "1"])
    let second = try repository.commit(["README.md": "2"])
    try repository.makeShallow(at: second, without: [first])
    let cut = try await repository.check("--base", first, "--only-changed")
    #expect(cut.status == 2)
    #expect(cut.words.contains("git fetch --unshallow"))
    let absent = try await repository.check(
      "--base",
      "auto",
      environment: ["GITHUB_BASE_REF": "main"]
    )
    #expect(absent.status == 2)
    #expect(absent.words.contains("git fetch --unshallow origin main:refs/remotes/origin/main"))
  }

  @Test func `the base is found by the variables of the build service`() async throws {
    let repository = try Monorepo()
    let first = try repository.commit(["README.md": "1"])
    try repository.reference("refs/remotes/origin/main", to: first)
    try repository.commit(["README.md": "2"])
    let event = try TemporaryDirectory()
    try event.write(#"{"merge_group": {"base_sha": "\#(first)"}}"#, to: "event.json")
    for variables in [
      ["GITHUB_BASE_REF": "main"], ["CI_MERGE_REQUEST_DIFF_BASE_SHA": first],
      ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"],
      ["GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": first],
      ["GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "topic"],
      ["GITHUB_EVENT_PATH": event.path + "/event.json"],
    ] {
      let outcome = try await repository.check(
        "--base",
        "auto",
        "--only-changed",
        environment: variables
      )
      #expect(outcome.status == 0, "\(variables)")
    }
    let ownBranch = ["GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "main"]
    #expect(try await repository.check("--base", "auto", environment: ownBranch).status == 2)
    #expect(try await repository.check("--base", "auto").status == 2)
    #expect(try await repository.check("--only-changed").status == 2)
  }

  @Test(arguments: [
    ["--base", "HEAD", "--only-changed"], ["--base", "HEAD", "--new-only"], ["--shard", "1/2"],
  ])
  func `what judges a part, or by another commit, makes no bundle`(arguments: [String]) async throws
  {
    let repository = try Monorepo()
    let folder = try TemporaryDirectory()
    let outcome = try await Program.run(
      ["check", "--evidence", folder.path + "/never.tar"] + arguments,
      in: repository.path
    )
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("makes no bundle"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/never.tar"))
  }
}
