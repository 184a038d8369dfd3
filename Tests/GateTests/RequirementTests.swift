// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// What a required verdict takes, beyond that the report says it.
@Suite("Requirements of a bundle") struct RequirementTests {
  private static func requiring(_ verdict: BundleRequirements.Verdict) -> BundleRequirements {
    var requirements = BundleRequirements()
    requirements.verdict = verdict
    return requirements
  }

  @Test(arguments: [FailureThreshold.never, .block], BundleRequirements.Verdict.allCases)
  func `a run that was asked to overlook errors makes no required verdict`(
    threshold: FailureThreshold,
    verdict: BundleRequirements.Verdict
  ) async throws {
    var gate = try Gate("recruiting-screening")
    gate.request.failOn = threshold
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = Self.requiring(verdict)
    let check = try await files.check(requirements)
    #expect(check.isSound)
    #expect(check.unmet.contains { $0.contains("make the bundle without --fail-on") })
    // The digest of the policy does not cover what the run was asked.
    requirements.policyDigest = check.statement?.policyDigest
    #expect(try await !files.check(requirements).holds)
  }

  @Test func `a stricter threshold than that of the policy is welcome`() async throws {
    var gate = try Gate("ticket-router")
    gate.request.failOn = .warn
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let unmet = try await files.check(Self.requiring(.pass)).unmet
    #expect(!unmet.contains { $0.contains("--fail-on") }, "\(unmet)")
  }

  @Test func `a policy that overlooks errors is relied on by its digest alone`() async throws {
    let policy = try ExampleFiles.text("modelgate.yml", of: "recruiting-screening")
    let files = try await Gate(
      "recruiting-screening",
      ["modelgate.yml": .text(policy.replacing("fail_on: error", with: "fail_on: never"))]
    ).record(collectsEvidence: true).bundleFiles()
    var requirements = Self.requiring(.undecidedOK)
    let check = try await files.check(requirements)
    #expect(check.unmet.contains { $0.contains("a pass may have errors") }, "\(check.unmet)")
    requirements.policyDigest = check.statement?.policyDigest
    #expect(try await files.check(requirements).holds)
  }

  @Test func `a policy from another commit is relied on by its digest alone`() async throws {
    var gate = try Gate(try FixtureRepository())
    let files = try ExampleFiles.of("ticket-router")
    let known = try gate.repository.commit(files)
    try gate.repository.commit(files.merging(["notes.txt": "work"]) { $1 })
    gate.request.policySource = .revision("\(known)")
    let bundle = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = Self.requiring(.pass)
    let check = try await bundle.check(requirements)
    #expect(check.unmet.contains { $0.contains("came from another commit") }, "\(check.unmet)")
    requirements.policyDigest = check.statement?.policyDigest
    #expect(try await bundle.check(requirements).holds)
    gate.request.policySource = .revision("HEAD")
    let own = try await gate.record(collectsEvidence: true).bundleFiles()
    #expect(try await own.check(Self.requiring(.pass)).holds)
  }

  @Test func `nothing is called confirmed that a repository contradicts`() async throws {
    let gate = try Gate("ticket-router")
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let facts = files.text(of: "data/facts.json")
    let forged = facts.replacing(#""shallow":false"#, with: #""shallow":true"#)
    try #require(forged != facts)
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    let check = try await files.changing("data/facts.json", to: Array(forged.utf8)).resealed()
      .check(requirements)
    #expect(check.text.contains("the repository contradicts data/facts.json"), "\(check.text)")
    #expect(!check.text.contains("confirms every fact"))
  }
}
