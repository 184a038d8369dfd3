// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("What keeps a declaration from counting")
struct DeclarationFaultTests {
  private let small = """
    version: 1
    id: small
    name: Small
    answered: {on: 2026-11-20, owner: Desk, email: desk@firm.example}
    deployed_to: [EU-DE]
    natural_persons_affected: false
    interacts_with_humans: false
    practices: none
    annex_i: none
    annex_iii: none
    biometric: none
    generative: none
    personal_data: false

    """

  @Test(arguments: ["vendor", "node_modules"])
  func `a system declared where nothing is searched leaves the run open, unless excluded`(
    folder: String
  ) async throws {
    let path = "\(folder)/tool/ai-system.yml"
    var gate = try Gate("ticket-router", [path: .text(small)])
    let report = try await gate.report()
    #expect(report.verdict == .undecided)
    #expect(report.faults.map { $0.location?.path } == [path])
    gate = try Gate(
      "ticket-router",
      [path: .text(small), "modelgate.yml": .text("version: 1\nexclude: [\"\(folder)/**\"]\n")]
    )
    #expect(try await gate.report().verdict == .pass)
  }

  @Test func `a contradiction points at the answer that gives way`() async throws {
    let text = small.replacing(
      "annex_iii: none",
      with: "annex_iii: none\nspecial_categories: [health]"
    )
    let report = try await Gate("ticket-router", ["ai-system.yml": .text(text)]).report()
    let found = report.results.filter { $0.code == "EUC-022" && $0.outcome == .failed }
    #expect(found.compactMap(\.locations.first?.position?.line) == [14])
  }

  @Test func `all mistakes of a declaration are told in their order, repeated keys among them`()
    async throws
  {
    let text = "version: 1\nid: a\nname: A\ndeployed_to: [Germany]\nid: b\nroles: [provider]\n"
    let report = try await Gate("ticket-router", ["ai-system.yml": .text(text)]).report()
    #expect(report.faults.compactMap(\.location?.position?.line) == [4, 5, 6])
    #expect(report.faults[1].message.contains("the key 'id' appears twice"))
    #expect(report.systems.map(\.id) == ["a"])
    #expect(report.sourceLines.map(\.line) == [4, 5, 6])
  }

  @Test(arguments: [
    ("version: 1\n", false), ("version: 1\nexclude: [\"services/**\"]\n", true),
    ("version: 1\nsystems: [\"services/x/ai-system.yml\", \"ai-system.yml\"]\n", true),
  ])
  func `a policy where none is read is a fault with remedies, unless the root names it`(
    policy: String,
    isNamed: Bool
  ) async throws {
    let gate = try Gate(
      "ticket-router",
      ["modelgate.yml": .text(policy), "services/x/modelgate.yml": "version: 1\nfail_on: never\n"]
    )
    let faults = try await gate.report().faults
    #expect(faults.isEmpty == isNamed)
    #expect(isNamed || faults[0].help.contains("--path services/x"))
  }

  @Test func `a policy says which systems must be declared`() async throws {
    let policy = "version: 1\nrequire_systems: [ticket-router, credit-scoring]\n"
    let report = try await Gate("ticket-router", ["modelgate.yml": .text(policy)]).report()
    #expect(report.verdict == .undecided)
    #expect(report.faults.map(\.message).contains { $0.contains("'credit-scoring'") })
  }

  @Test func `two policies are an error of the call`() async throws {
    let gate = try Gate(
      "ticket-router",
      ["modelgate.yml": "version: 1\n", "modelgate.yaml": "version: 1\n"]
    )
    #expect(try #require(await gate.failure()).kind == .configuration)
  }

  @Test
  func `a place that is no code is a fault, and nothing is derived or judged from the file`()
    async throws
  {
    let text = small.split(separator: "EU-DE").joined(separator: "Germany")
    let report = try await Gate("ticket-router", ["ai-system.yml": .text(text)]).report()
    #expect(report.verdict == .undecided)
    #expect(report.systems.map(\.tier) == [.unresolved])
    #expect(report.faults.map(\.help) == ["did you mean EU-DE?"])
    #expect(report.results.allSatisfy { $0.outcome == .notApplicable })
  }

  @Test(arguments: [
    (
      ["docs/note.md": FixtureFile.text("Only stolen cards are flagged, by amount.\n")],
      RiskTier.minimal
    ),
    ([:], .high), (["docs/note.md": "TODO\n"], .high), (["docs/note.md": ""], .high),
  ])
  func `a claim falls with the file that it rests on`(
    files: [String: FixtureFile],
    tier: RiskTier
  ) async throws {
    let claim = """
      carveouts:
        5b_fraud_detection: {value: true, reason: It only flags card theft., owner: Risk, evidence: docs/note.md}
      profiling: false

      """
    let text =
      small.split(separator: "annex_iii: none").joined(separator: "annex_iii: [5b]") + claim
    let changes = files.merging(["ai-system.yml": .text(text)]) { first, _ in first }
    #expect(try await Gate("ticket-router", changes).report().systems.map(\.tier) == [tier])
  }

  @Test func `packs that a policy on disk names lie beside it`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("version: 1\npacks: [{path: policy/acme}]\n", to: "modelgate.yml")
    try folder.write(
      "id: acme\nversion: '1'\ntitle: Acme\nsummary: Ours.\n",
      to: "policy/acme/pack.yaml"
    )
    try folder.write(Self.rule, to: "policy/acme/rules/our-rule.yaml")
    var gate = try Gate("ticket-router")
    gate.request.policySource = .file(folder.path + "/modelgate.yml")
    #expect(try await gate.report().packs.map(\.id) == ["acme"])
  }

  @Test func `the id of a shipped pack is reserved`() async throws {
    let gate = try Gate(
      "ticket-router",
      [
        "modelgate.yml": "version: 1\npacks: [{path: policy/mine}]\n",
        "policy/mine/pack.yaml": "id: essentials\nversion: '1'\ntitle: Mine\nsummary: Mine.\n",
        "policy/mine/rules/our-rule.yaml": .text(Self.rule),
      ]
    )
    let failure = try #require(await gate.failure())
    #expect(
      failure.problems.contains { $0.message.contains("the id of the shipped pack 'essentials'") }
    )
  }

  private static let rule = """
    id: our-rule
    title: Every system has an id
    controls: [{scheme: policy, id: house rule}]
    rationale: A test.
    remedy: Nothing.
    severity: error
    require: system.id != ''
    message: it does not hold

    """
}
