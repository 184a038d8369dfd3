// SPDX-License-Identifier: Apache-2.0

import Gate
import Reporting
import Testing

@Suite("The pack fairness-quality")
struct PackTests {
  @Test func `has its 39 rules, and every example comes out as expected`() async throws {
    let catalogue = try RuleCatalogue(packs: ["fairness-quality"])
    let report = await ExampleRun(catalogue).run(width: 2)
    #expect(Set(report.results.map(\.rule)).count == 39)
    #expect(report.results.filter { !$0.isSatisfied }.map(\.example) == [])
    #expect(report.isSatisfied)
  }
}
