// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import Testing
import Texts

@Suite("Schemas")
struct SchemaTests {
  private let report = SchemaValidator(ReportSchema.document)
  private let inspect = SchemaValidator(InspectSchema.document)

  @Test("sample reports conform", arguments: [Sample.full, Sample.passing, Sample.empty])
  func samples(sample: Report) {
    #expect(report.problems(in: sample.json) == [])
  }

  @Test("reports of hostile texts conform", arguments: HostileText.all)
  func hostile(text: String) {
    #expect(report.problems(in: HostileText.report(text).json) == [])
  }

  @Test("inspected documents conform")
  func documents() {
    #expect(inspect.problems(in: InspectSample.json) == [])
    #expect(inspect.problems(in: InspectReport.json(documents: [])) == [])
  }

  @Test("a field that the schema does not know is refused")
  func unknownField() {
    guard case .object(let members) = Sample.full.json else { return }
    let widened = JSONValue.object(members + [JSONMember("extra", 1)])
    #expect(report.problems(in: widened) == ["$: unknown extra"])
  }

  @Test("a field that is missing is refused")
  func missingField() {
    guard case .object(let members) = Sample.full.json else { return }
    let narrowed = JSONValue.object(members.filter { $0.name != "verdict" })
    #expect(report.problems(in: narrowed) == ["$: verdict is missing"])
  }

  @Test("a value outside its enumeration is refused")
  func wrongCase() {
    guard case .object(let members) = Sample.full.json else { return }
    let changed = JSONValue.object(members + [JSONMember("verdict", "compliant")])
    #expect(!report.problems(in: changed).isEmpty)
  }
}
