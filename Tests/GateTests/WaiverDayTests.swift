// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// The commits of the example are dated 2026-11-20.
@Suite struct WaiverDayTests {
  private static func gate(created: String) throws -> Gate {
    let waivers = try ExampleFiles.text("modelgate-waivers.yml", of: "credit-scoring")
    let dated = waivers.replacing("created: 2026-10-05", with: "created: \(created)")
    var gate = try Gate("credit-scoring", ["modelgate-waivers.yml": .text(dated)])
    gate.request.policySource = .revision("HEAD")
    gate.request.failOn = .warn
    gate.request.asOf = .day(try #require(CalendarDate("2026-12-15")))
    return gate
  }

  @Test(arguments: ["2026-10-05", "2026-11-20"])
  func `a waiver that the commit of the policy can hold accepts a gap`(created: String) async throws
  {
    let report = try await Self.gate(created: created).report()
    #expect(report.outcome("evaluation-group-too-small") == .waived)
  }

  @Test func `a waiver that is younger than the commit of the policy accepts nothing`() async throws
  {
    let report = try await Self.gate(created: "2026-11-25").report()
    #expect(report.outcome("evaluation-group-too-small") == .failed)
    #expect(report.waivers.map(\.state) == [.early])
    #expect(report.policy.commit == report.repository.commit)
  }
}
