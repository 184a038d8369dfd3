// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing
import Texts

@Suite("Schemas")
struct SchemaTests {
  private let report = SchemaValidator(ReportSchema.document)

  @Test(arguments: [Sample.full, Sample.passing, Sample.empty])
  func `sample reports conform`(sample: Report) throws {
    #expect(report.problems(in: try sample.parsedJSON()) == [])
  }

  @Test(arguments: HostileText.all)
  func `reports of hostile texts conform`(text: String) throws {
    #expect(report.problems(in: try HostileText.report(text).parsedJSON()) == [])
  }

  @Test func `a field that the schema does not know is refused`() throws {
    guard case .object(let members) = try Sample.full.parsedJSON() else { return }
    let widened = JSONValue.object(members + [JSONMember("extra", 1)])
    #expect(report.problems(in: widened) == ["$: unknown extra"])
  }

  @Test func `a field that is missing is refused`() throws {
    guard case .object(let members) = try Sample.full.parsedJSON() else { return }
    let narrowed = JSONValue.object(members.filter { $0.name != "verdict" })
    #expect(report.problems(in: narrowed) == ["$: verdict is missing"])
  }

  @Test func `a value outside its enumeration is refused`() throws {
    guard case .object(let members) = try Sample.full.parsedJSON() else { return }
    let changed = JSONValue.object(members + [JSONMember("verdict", "compliant")])
    #expect(!report.problems(in: changed).isEmpty)
  }
}

@Suite("Reading reports back")
struct ReportReadingTests {
  @Test(arguments: [Sample.full, Sample.passing, Sample.empty])
  func `a report that was written is read back as it was`(report: Report) throws {
    #expect(try Report.read(report.json) == report)
  }

  @Test(arguments: HostileText.all)
  func `hostile texts survive`(text: String) throws {
    let report = HostileText.report(text)
    #expect(try Report.read(report.json) == report)
  }

  @Test func `the JSON is canonical`() throws {
    #expect(CanonicalJSON.bytes(of: try Sample.full.parsedJSON()) == Sample.full.json)
  }

  @Test func `an explanation that is too deep is cut and can be read`() throws {
    var explanation = Explanation(expression: "x", value: "1")
    for _ in 0..<500 {
      explanation = Explanation(expression: "x", value: "1", children: [explanation])
    }
    var result = Sample.result("p", "r", "s", .failed)
    result.explanation = explanation
    let report = Sample.report(results: [result])
    #expect(try Report.read(report.json) == report)
    #expect(String(utf8: report.json).contains("deeper steps are left out"))
  }

  @Test(arguments: [
    (#""passed":2"#, #""passed":3"#), (#""verdict":"fail""#, #""verdict":"good""#),
    (#""size":0"#, #""size":-1"#), (#""size":0"#, #""size":"0""#),
    (#""schema":"modelgate/report/v1""#, #""schema":"modelgate/report/v2""#),
    (#""ruleCount":3,"#, ""), (#""ruleCount":3"#, #""ruleCount":3,"rulecount":3"#),
    (#""asOf":"2026-11-21""#, #""asOf":"2026-11-31""#), (#"{"artifacts""#, #"{ "artifacts""#),
    (#""subject":"system","system":"undeclared""#, #""subject":"system","system":"a""#),
  ])
  func `a changed report is refused`(part: String, replacement: String) {
    let text = String(utf8: Sample.full.json)
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    #expect(changed != text)
    #expect(throws: ReportFlaw.self) { try Report.read(Array(changed.utf8)) }
  }

  @Test func `a flaw names its place`() {
    let text = String(utf8: Sample.full.json)
      .replacing(#""outcome":"waived""#, with: #""outcome":"forgiven""#)
    let flaw = #expect(throws: ReportFlaw.self) { try Report.read(Array(text.utf8)) }
    #expect(flaw?.pointer == "/results/1/outcome")
    #expect(flaw?.description.hasPrefix("/results/1/outcome must be one of passed, ") == true)
  }

  @Test
  func `a report that others have laid out anew is read where its form does not matter`() throws {
    let pretty = CanonicalJSON.prettyBytes(of: try Sample.full.parsedJSON())
    #expect(throws: ReportFlaw.self) { try Report.read(pretty) }
    #expect(try Report.read(pretty, requiresCanonicalForm: false) == Sample.full)
  }

  @Test(arguments: ["", "[]", "{}", "{\"schema\":1}", "nul"])
  func `what is no report is refused`(text: String) {
    #expect(throws: ReportFlaw.self) { try Report.read(Array(text.utf8)) }
  }
}
