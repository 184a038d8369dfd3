// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// What a run looked into and took for nothing decides as well, and a bundle says what it was.
@Suite("Files that were looked into") struct LookedAtTests {
  @Test func `a bundle names each one, and none can be dropped or added`() async throws {
    let without = try await Gate("ticket-router").record(collectsEvidence: true).bundleFiles()
    let gate = try Gate("ticket-router", ["results/q4.json": "{\"a\": 1}\n"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let facts = files.text(of: "data/facts.json")
    #expect(facts.contains(#""results/q4.json""#), "\(facts)")
    #expect(!files.contains { $0.path.contains("q4.json") })
    let check = try await files.check()
    #expect(check.isSound, "\(check.problems)")
    let fewer = try await without.check()
    #expect(check.statement?.trustedFacts == (fewer.statement?.trustedFacts ?? 0) + 1)
    for name in ["results/q5.json", "results/q4.json\",\"zzz.json"] {
      let forged = facts.replacing("\"results/q4.json\"", with: "\"\(name)\"")
      let bundle = files.changing("data/facts.json", to: Array(forged.utf8)).resealed()
      #expect(try await !bundle.check().isSound, "\(name)")
    }
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    #expect(try await files.check(requirements).isSound)
  }
}
