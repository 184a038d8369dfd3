// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import Testing

@Suite("Rendered reports")
struct GoldenTests {
  @Test("every format of a full report is as committed", arguments: ReportFormat.allCases)
  func full(format: ReportFormat) throws {
    try GoldenFile.expect(render(Sample.full, as: format), equals: "full.\(format.fileExtension)")
  }

  @Test("every format of a passing report is as committed", arguments: ReportFormat.allCases)
  func passing(format: ReportFormat) throws {
    let bytes = render(Sample.passing, as: format)
    try GoldenFile.expect(bytes, equals: "passing.\(format.fileExtension)")
  }

  @Test("every format of an empty report is as committed", arguments: ReportFormat.allCases)
  func empty(format: ReportFormat) throws {
    try GoldenFile.expect(render(Sample.empty, as: format), equals: "empty.\(format.fileExtension)")
  }

  @Test("strict JUnit is as committed")
  func strictJUnit() throws {
    try GoldenFile.expect(Sample.full.junit(profile: .strict), equals: "full.strict.junit.xml")
  }

  @Test("a narrow, coloured console is as committed")
  func colouredConsole() throws {
    let style = ConsoleStyle(useColor: true, width: 60)
    try GoldenFile.expect(render(Sample.full, as: .console, style: style), equals: "full.ansi.txt")
  }

  @Test("the inspected documents are as committed")
  func inspect() throws {
    try GoldenFile.expect(
      CanonicalJSON.prettyBytes(of: InspectSample.json),
      equals: "inspect.json"
    )
  }

  @Test("the schemas are as committed")
  func schemas() throws {
    let report = CanonicalJSON.prettyBytes(of: ReportSchema.document)
    let inspect = CanonicalJSON.prettyBytes(of: InspectSchema.document)
    try GoldenFile.expect(report, equals: "report.schema.json")
    try GoldenFile.expect(inspect, equals: "inspect.schema.json")
  }
}

extension ReportFormat {
  fileprivate var fileExtension: String {
    switch self {
    case .console: "txt"
    case .json: "json"
    case .junit: "junit.xml"
    case .markdown: "md"
    case .sarif: "sarif"
    case .codequality: "codequality.json"
    case .github: "github.txt"
    }
  }
}
