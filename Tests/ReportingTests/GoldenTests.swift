// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing
import Texts

@Suite("Rendered reports")
struct GoldenTests {
  @Test(arguments: ReportFormat.allCases)
  func `every format of a full report is as committed`(format: ReportFormat) throws {
    try expectGolden(render(Sample.full, as: format), named: "full.\(format.fileExtension)")
  }

  @Test(arguments: ReportFormat.allCases)
  func `every format of a passing report is as committed`(format: ReportFormat) throws {
    let bytes = render(Sample.passing, as: format)
    try expectGolden(bytes, named: "passing.\(format.fileExtension)")
  }

  @Test(arguments: ReportFormat.allCases)
  func `every format of an empty report is as committed`(format: ReportFormat) throws {
    try expectGolden(render(Sample.empty, as: format), named: "empty.\(format.fileExtension)")
  }

  @Test func `strict JUnit is as committed`() throws {
    try expectGolden(Sample.full.junit(profile: .strict), named: "full.strict.junit.xml")
  }

  @Test func `a narrow, coloured console is as committed`() throws {
    let style = ConsoleStyle(useColor: true, width: 60)
    try expectGolden(render(Sample.full, as: .console, style: style), named: "full.ansi.txt")
  }

  @Test func `the schemas are as committed`() throws {
    let report = CanonicalJSON.prettyBytes(of: ReportSchema.document)
    try expectGolden(report, named: "report.schema.json")
  }
}

extension ReportFormat {
  fileprivate var fileExtension: String {
    switch self {
    case .console: "txt"
    case .json: "json"
    case .junit: "junit.xml"
    case .markdown: "md"
    case .html: "html"
    case .sarif: "sarif"
    case .codequality: "codequality.json"
    case .github: "github.txt"
    case .csv: "csv"
    case .prometheus: "prom"
    case .oscal: "oscal.json"
    }
  }
}
