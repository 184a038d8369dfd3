// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("What is judged")
struct RevisionTests {
  @Test(arguments: [
    ("credit-scoring", Verdict.pass, RiskTier.high),
    ("ticket-router", .pass, .minimal),
    ("recruiting-screening", .fail, .high),
  ])
  func `the examples come out as their table says`(
    name: String,
    verdict: Verdict,
    tier: RiskTier
  ) async throws {
    let report = try await Gate(name).report()
    #expect(report.verdict == verdict)
    #expect(report.systems.map(\.tier) == [tier])
    #expect(report.systems.map(\.id) == [name])
    #expect(report.faults.isEmpty)
  }

  @Test
  func `every reason to fail that the examples' table names is found, and no other`() async throws {
    let report = try await Gate("recruiting-screening").report()
    let readme = try ExampleFiles.text("README.md", of: "")
    let table = try #require(readme.split(separator: "## recruiting-screening").last)
    let named = table.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    #expect(named.count > 20)
    #expect(report.failedRules == named.sorted())
  }

  @Test func `a waived finding stays visible beside its waiver`() async throws {
    let report = try await Gate().report()
    let waived = report.results.filter { $0.outcome == .waived }
    #expect(waived.map(\.rule) == ["evaluation-group-too-small"])
    #expect(waived.map(\.rawOutcome) == [.failed])
    #expect(waived.first?.waiver?.approvedBy == "R. Lindqvist")
    #expect(report.waivers.map(\.state) == [.applied])
  }

  @Test
  func `a work tree, a bare repository and a folder inside give the same report`() async throws {
    let expected = render(try await Gate().report(), as: .json)
    var work = try Gate(isBare: false)
    for folder in ["", "/evaluation", "/.git"] {
      work.request.repository = work.repository.path + folder
      #expect(render(try await work.report(), as: .json) == expected, "\(folder)")
    }
  }

  @Test func `a folder of the tree is judged as if it were the root`() async throws {
    var gate = try Gate(try FixtureRepository(isBare: true))
    let folder = try ExampleFiles.of("credit-scoring", below: "services/credit")
    let others = try ExampleFiles.of("recruiting-screening", below: "services/jobs")
    try gate.repository.commit(folder.merging(others) { first, _ in first })
    gate.request.directory = "services/credit"
    let report = try await gate.report()
    let alone = try await Gate().report()
    #expect(report.verdict == .pass)
    #expect(report.repository.directory == "services/credit")
    #expect(report.results == alone.results)
    #expect(report.artifacts == alone.artifacts)
    #expect(report.policy == alone.policy)
  }

  @Test func `a repository of many systems is judged system by system`() async throws {
    var gate = try Gate(try FixtureRepository(isBare: true))
    let names = ["credit-scoring", "recruiting-screening", "ticket-router"]
    for name in names { try gate.repository.commit(try ExampleFiles.of(name, below: name)) }
    #expect(try await gate.report().systems.map(\.id) == names)
    gate.request.systems = ["ticket-router"]
    let report = try await gate.report()
    #expect(report.systems.map(\.id) == ["ticket-router"])
    #expect(Set(report.results.map(\.system)) == ["ticket-router"])
    #expect(report.verdict == .pass)
  }

  @Test func `every result belongs to the revision that was asked for`() async throws {
    var gate = try Gate()
    let broken = try gate.repository.commit(removing: ["dpia.yaml"], message: "Lose it")
    let head = try await gate.report()
    #expect(head.verdict == .fail)
    #expect(head.repository.commit?.hex == broken)
    gate.request.source = .commit("HEAD~1")
    #expect(try await gate.report().verdict == .pass)
  }

  @Test func `the index is judged, not the files beside it`() async throws {
    var gate = try Gate(isBare: false)
    gate.request.source = .index
    try gate.repository.directory.write("not a card", to: "MODEL_CARD.md")
    let before = try await gate.report()
    #expect(before.verdict == .pass)
    #expect(!before.repository.isCommitted)
    #expect(before.repository.commit == nil)
    try gate.repository.stage("MODEL_CARD.md")
    #expect(try await gate.report().verdict != .pass)
  }

  @Test func `the files on disk are judged, also those that nobody added`() async throws {
    var gate = try Gate(isBare: false)
    gate.request.source = .workingTree
    #expect(try await gate.report().verdict == .pass)
    try gate.repository.directory.write(
      try ExampleFiles.text("ai-system.yml", of: "ticket-router"),
      to: "router/ai-system.yml"
    )
    let report = try await gate.report()
    #expect(report.systems.map(\.id) == ["credit-scoring", "ticket-router"])
    #expect(!report.repository.isCommitted)
  }

  @Test(arguments: [RunRequest.Source.index, .workingTree])
  func `what is not committed has no evidence bundle`(source: RunRequest.Source) async throws {
    var gate = try Gate(isBare: false)
    gate.request.source = source
    let failure = try #require(await gate.failure(collectsEvidence: true))
    #expect(failure.kind == .configuration)
    #expect(failure.problems.map(\.help) == ["commit first, then check the commit"])
  }

  @Test func `artifacts that nobody declared are judged, and never pass`() async throws {
    let report = try await Gate("credit-scoring", removing: ["ai-system.yml"]).report()
    #expect(report.systems.map(\.id) == ["undeclared"])
    #expect(report.systems.map(\.tier) == [.unresolved])
    #expect(report.verdict != .pass)
    #expect(report.faults.contains { $0.help.contains("modelgate init'") })
    #expect(!report.results.filter { $0.outcome == .passed || $0.outcome == .failed }.isEmpty)
  }
}
