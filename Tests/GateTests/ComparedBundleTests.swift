// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A run that compares makes a bundle that says by what it compared.
@Suite("Bundles of runs that compare") struct ComparedBundleTests {
  /// A gate before a branch on which nothing was repaired since the findings were written down.
  private static func gate(_ changes: [String: FixtureFile] = [:]) async throws -> Gate {
    let first = try Gate("recruiting-screening")
    let baseline = Baseline(of: try await first.report(), within: nil)
    let text = String(decoding: baseline.page.bytes, as: UTF8.self)
    var files = try ExampleFiles.of("recruiting-screening")
    files["base.json"] = .text(text)
    var gate = try Gate(try FixtureRepository())
    let known = try gate.repository.commit(files)
    try gate.repository.commit(files.merging(changes) { _, change in change })
    gate.request.policySource = .revision("\(known)")
    return gate
  }

  @Test func `a pass that rests on known findings is no plain pass`() async throws {
    var gate = try await Self.gate(["notes.txt": "work"])
    gate.request.baseline = "base.json"
    let record = try await gate.record(collectsEvidence: true)
    #expect(record.report.verdict == .pass)
    let files = try record.bundleFiles()
    #expect(files.contains { $0.path == "data/policy/files/base.json" })
    var requirements = BundleRequirements()
    requirements.verdict = .noNew
    requirements.repository = gate.repository.path
    // The list is read from a commit that anybody may have made.
    let anybody = try await files.check(requirements)
    #expect(anybody.unmet.contains { $0.contains("--policy-digest") })
    requirements.policyDigest = anybody.statement?.policyDigest
    let noNew = try await files.check(requirements)
    #expect(noNew.holds, "\(noNew.problems) \(noNew.unmet)")
    #expect(noNew.statement?.verdictWithoutBaseline == .fail)
    requirements.verdict = .pass
    let pass = try await files.check(requirements)
    #expect(pass.isSound)
    #expect(pass.unmet.first?.contains("findings are known") == true)
    withExtendedLifetime(gate.repository) {}
  }

  @Test func `a policy of a commit that the repository does not have is found`() async throws {
    let gate = try await Self.gate(["notes.txt": "work"])
    guard case .revision(let known) = gate.request.policySource else { return }
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    #expect(try await files.check(requirements).isSound)
    try gate.repository.deleteObject(known)
    let check = try await files.check(requirements)
    #expect(check.problems.contains { $0.message.contains("of the policy") })
    withExtendedLifetime(gate.repository) {}
  }

  @Test func `a baseline that is made longer in a bundle is found`() async throws {
    var gate = try await Self.gate()
    gate.request.baseline = "base.json"
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let path = "data/policy/files/base.json"
    let edited = files.text(of: path).replacingOccurrences(of: "2026-11-21", with: "2026-11-20")
    #expect(edited != files.text(of: path))
    let forged = files.changing(path, to: Array(edited.utf8)).resealed()
    #expect(try await !forged.check().isSound)
  }

  @Test func `what changed since the base is a fact that the repository confirms`() async throws {
    var gate = try await Self.gate(["notes.txt": "work", "modelgate.yml": "version: 1\n"])
    guard case .revision(let base) = gate.request.policySource else { return }
    (gate.request.base, gate.request.policySource) = (base, .checkedTree)
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = BundleRequirements()
    #expect(try await files.check(requirements).isSound)
    requirements.repository = gate.repository.path
    #expect(try await files.check(requirements).holds)
    let isSaid = files.text(of: "data/report.json").contains("change-touches-its-gate")
    #expect(isSaid)
    let facts = files.text(of: "data/facts.json")
    let edited = facts.replacingOccurrences(of: "notes.txt", with: "other.txt")
    #expect(edited != facts)
    let forged = files.changing("data/facts.json", to: Array(edited.utf8)).resealed()
    #expect(try await !forged.check(requirements).isSound)
    withExtendedLifetime(gate.repository) {}
  }
}
