// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Structured dataset descriptions")
struct DatasetFormatTests {
  @Test("a data package gives identity, license, people and sources")
  func frictionless() throws {
    let package = try CardFixture.artifact("frictionless/datapackage.json")
    #expect(package.kind == .datasheet)
    #expect(package.format == "frictionless")
    #expect(package.formatVersion == "2.0")
    #expect(package.title == "Loans 2025")
    #expect(package.datasets.map(\.name) == ["loans-2025", "Loan system export", "loans"])
    #expect(package.datasets.map(\.role) == [.unknown, .source, .unknown])
    #expect(package.datasets[0].version == "2025.2.0")
    #expect(package.datasets[0].licenses == ["CC-BY-4.0"])
    #expect(package.people == ["steward Data Office <data@example.org>"])
    #expect(package.created?.date == CalendarDate(year: 2026, month: 2, day: 1))
    #expect(package.said(.dataComposition) == ["substantive Loan applications 2021-2025."])
    #expect(package.datasets[2].source.place == "/resources/0@8:17")
    #expect(package.issues.isEmpty)
  }
}
