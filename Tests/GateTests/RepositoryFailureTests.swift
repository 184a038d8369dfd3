// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Glibc
import Reporting
import TestSupport
import Testing

@Suite("Repositories that cannot be judged")
struct RepositoryFailureTests {
  private func expect(
    _ gate: Gate,
    kind: RunFailure.Kind,
    message: String,
    help: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let failure = try #require(await gate.failure(), sourceLocation: sourceLocation)
    #expect(failure.kind == kind, sourceLocation: sourceLocation)
    #expect(failure.problems.count == 1, sourceLocation: sourceLocation)
    let problem = try #require(failure.problems.first, sourceLocation: sourceLocation)
    #expect(
      problem.message.contains(message),
      "\(problem.message)",
      sourceLocation: sourceLocation
    )
    #expect(problem.help.contains(help), "\(problem.help)", sourceLocation: sourceLocation)
  }

  @Test func `a folder that is no repository`() async throws {
    let folder = try TemporaryDirectory()
    var gate = try Gate(try FixtureRepository(isBare: true))
    gate.request.repository = folder.path
    try await expect(gate, kind: .repository, message: folder.path, help: "git repository")
    gate.request.repository = folder.path + "/nowhere"
    try await expect(gate, kind: .configuration, message: "nowhere", help: "check the path")
  }

  @Test(arguments: [true, false])
  func `a repository without a commit`(isBare: Bool) async throws {
    let gate = try Gate(try FixtureRepository(isBare: isBare))
    try await expect(gate, kind: .repository, message: "no commit", help: "commit")
  }

  @Test func `a branch without a commit beside one that has some`() async throws {
    let gate = try Gate()
    try gate.repository.switchBranch(to: "fresh")
    try await expect(
      gate,
      kind: .repository,
      message: "the checked-out branch has no commit yet",
      help: "commit"
    )
  }

  @Test(arguments: ["nowhere", "HEAD~1", "deadbeef", "refs/heads/mian", "HEAD^{tree", ""])
  func `a revision that nobody knows is the caller's mistake`(name: String) async throws {
    var gate = try Gate()
    gate.request.source = .commit(name)
    let failure = try #require(await gate.failure())
    #expect(failure.kind == .configuration)
    let problem = try #require(failure.problems.first)
    #expect(problem.message.contains("'\(name)'"), "\(problem.message)")
    #expect(!problem.help.isEmpty)
  }

  @Test func `a revision that is no commit is the caller's mistake`() async throws {
    var gate = try Gate()
    gate.request.source = .commit("HEAD:MODEL_CARD.md")
    #expect(await gate.failure()?.kind == .configuration)
  }

  @Test func `a revision for the policy that nobody knows is the caller's mistake`() async throws {
    var gate = try Gate()
    gate.request.policySource = .revision("origin/main")
    try await expect(gate, kind: .configuration, message: "origin/main", help: "")
  }

  @Test func `a folder that the tree does not have is the caller's mistake`() async throws {
    var gate = try Gate()
    gate.request.directory = "evaluations"
    try await expect(gate, kind: .configuration, message: "evaluations", help: "")
  }

  @Test func `a system that the tree does not have is the caller's mistake`() async throws {
    var gate = try Gate()
    gate.request.systems = ["credit-skoring"]
    try await expect(
      gate,
      kind: .configuration,
      message: "there is no system 'credit-skoring'",
      help: "did you mean 'credit-scoring'?"
    )
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a repository of another user`() async throws {
    let gate = try Gate(isBare: false)
    try gate.repository.chown(to: 54_321)
    try await expect(
      gate,
      kind: .repository,
      message: "belongs to another user",
      help: "safe.directory"
    )
  }

  @Test func `a repository with SHA-256 ids`() async throws {
    let gate = try Gate()
    try gate.repository.declareSHA256()
    #expect(await gate.failure()?.kind == .repository)
  }

  @Test func `a bare repository has no index and no files on disk`() async throws {
    var gate = try Gate()
    for source in [RunRequest.Source.index, .workingTree] {
      gate.request.source = source
      #expect(await gate.failure()?.kind == .configuration)
    }
  }

  @Test func `an empty tree is never a pass`() async throws {
    let gate = try Gate(try FixtureRepository(isBare: true))
    try gate.repository.commit(["README.md": "nothing to see"])
    let report = try await gate.report()
    #expect(report.verdict == .undecided)
    #expect(report.systems.isEmpty)
    #expect(report.results.isEmpty)
    let fault = try #require(report.faults.first)
    #expect(fault.message.contains("nothing was checked"))
    #expect(fault.help.contains("modelgate init"))
  }

  @Test
  func `a folder without artifacts is never a pass, even where others would be`() async throws {
    var gate = try Gate()
    gate.request.directory = "models"
    #expect(try await gate.report().verdict == .undecided)
  }

  @Test
  func `what a shallow history cannot tell is undecided, not failed and not passed`() async throws {
    let rule = """
      id: our-rule
      title: Ours
      controls: []
      rationale: A test.
      remedy: Nothing.
      severity: error
      require: dossier.model_cards.all(c, days_since(c.last_changed, as_of) < 100000)
      message: it does not hold

      """
    let gate = try Gate(
      "ticket-router",
      [
        "modelgate.yml": "version: 1\npacks: [essentials, {path: policy/acme}]\n",
        "policy/acme/pack.yaml": "id: acme\nversion: '1'\ntitle: Acme\nsummary: Ours.\n",
        "policy/acme/rules/our-rule.yaml": .text(rule),
      ]
    )
    let whole = try await gate.report()
    #expect(whole.outcome("our-rule") == .passed)
    #expect(!whole.repository.isShallow)
    let first = try #require(whole.repository.commit?.hex)
    let second = try gate.repository.commit(["notes.txt": "more"])
    try gate.repository.makeShallow(at: second, without: [first])
    let cut = try await gate.report()
    #expect(cut.repository.isShallow)
    #expect(cut.outcome("our-rule") == .undecided)
    #expect(cut.verdict == .undecided)
  }
}
