// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

/// An answer that somebody attests by name is no evidence, and no report for people shows it as such.
@Suite struct AttestedTests {
  private static let report: Report = {
    var attested = Sample.result("demo", "plan-missing", "system", .passed)
    attested.message = "attested by M. Keller (legal) until 2027-01-10"
    attested.attested = "M. Keller (legal) until 2027-01-10"
    let evidence = Sample.passing
    return Sample.report(
      systems: evidence.systems,
      results: evidence.results + [attested],
      verdict: .pass
    )
  }()

  @Test(arguments: [ReportFormat.console, .markdown, .html])
  func `an attested answer is shown as attested and by whom`(format: ReportFormat) {
    let text = String(utf8: render(Self.report, as: format))
    #expect(text.contains("M. Keller (legal) until 2027-01-10"))
    #expect(text.contains("1 attested"))
    #expect(!text.contains("2 passed"))
    #expect(text.contains("the required evidence is present or attested"))
    let without = String(utf8: render(Sample.passing, as: format))
    #expect(!without.contains("attested"))
  }

  @Test func `the file of a report keeps who attests what`() throws {
    let written = try Report.read(Self.report.json, requiresCanonicalForm: false)
    #expect(written.results.contains { $0.attested == "M. Keller (legal) until 2027-01-10" })
  }
}
