// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import Testing

@Suite("JUnit XML")
struct JUnitTests {
  @Test func `the counts of the root and of every suite are those of the cases`() throws {
    let report = try #require(ParsedJUnit(Sample.full.junit(profile: .rich)))
    for suite in report.suites {
      #expect(suite.attributes["tests"] == String(suite.cases.count))
      #expect(suite.attributes["failures"] == String(suite.count("failure")))
      #expect(suite.attributes["errors"] == String(suite.count("error")))
      #expect(suite.attributes["skipped"] == String(suite.count("skipped")))
    }
    #expect(report.attributes["tests"] == String(report.cases.count))
    #expect(report.cases.count == Sample.full.results.count + Sample.full.faults.count)
  }

  @Test func `outcomes become the elements that readers know`() throws {
    let report = try #require(ParsedJUnit(Sample.full.junit(profile: .rich)))
    func prefix(_ name: String, _ element: String) -> Substring? {
      let testCase = report.cases.first { $0.attributes["name"] == name }
      return testCase?.child(element)?.body.prefix(12)
    }
    #expect(prefix("dpia-missing-residual-risk DPIA.md", "failure") == "no residual ")
    #expect(prefix("dpia-stale DPIA.md", "skipped") == "WARNING: no ")
    #expect(prefix("dpia-missing-consultation DPIA.md", "skipped") == "WAIVED: acce")
    #expect(prefix("transfer-missing system", "skipped") == "NOT APPLICAB")
    #expect(prefix("fria-missing system", "skipped") == "UPCOMING: no")
    #expect(prefix("model-card-missing system", "error") == "UNDECIDED: n")
    #expect(prefix("fault models/x/eval.json", "error") == "reading 'mod")
    #expect(prefix("dpia-missing-measures DPIA.md", "failure") == nil)
  }

  @Test(arguments: [
    (FailureThreshold.warn, 2), (.error, 1), (.block, 1), (.never, 1),
  ])
  func `an error is a failure whatever the threshold, a warning only from there upwards`(
    failOn: FailureThreshold,
    failures: Int
  ) throws {
    let report = Sample.report(failOn: failOn, results: Sample.results)
    let parsed = try #require(ParsedJUnit(report.junit(profile: .rich)))
    #expect(parsed.attributes["failures"] == String(failures))
  }

  @Test func `a run that judged nothing has an error`() throws {
    let quiet = Sample.report(results: [Sample.result("p", "r", "s", .notApplicable)])
    var (open, fault) = (Sample.result("p", "r", "s", .undecided), Sample.fault)
    (open.knownSince, fault.knownSince) = (Sample.today, Sample.today)
    let known = Sample.report(results: [open], faults: [fault])
    for report in [Sample.empty, quiet, known] {
      let parsed = try #require(ParsedJUnit(report.junit(profile: .rich)))
      #expect(parsed.attributes["errors"] == "1")
    }
  }

  @Test(arguments: HostileText.all)
  func `hostile texts leave well-formed XML that keeps every promise`(text: String) throws {
    for profile in JUnitProfile.allCases {
      let report = HostileText.report(text)
      let parsed = try #require(ParsedJUnit(report.junit(profile: profile)))
      #expect(parsed.cases.count == report.results.count + report.faults.count)
      let names = parsed.cases.map {
        "\($0.attributes["classname"] ?? "")\n\($0.attributes["name"] ?? "")"
      }
      #expect(Set(names).count == names.count)
      for child in parsed.cases.flatMap(\.children) {
        let type = child.attributes["type"]
        #expect(type?.contains(".") ?? (profile == .strict && child.name == "skipped"))
        #expect(!child.body.isEmpty)
        #expect(child.attributes["message"] != nil)
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `names hold no line breaks, repeated spaces or hidden characters`(text: String) throws {
    let parsed = try #require(ParsedJUnit(HostileText.report(text).junit(profile: .strict)))
    for testCase in parsed.cases {
      for name in [testCase.attributes["name"], testCase.attributes["classname"]] {
        let scalars = try #require(name).unicodeScalars
        #expect(!scalars.isEmpty)
        #expect(
          scalars.allSatisfy {
            $0 == " " || !$0.properties.isWhitespace || $0 == "\u{A0}" || $0 == "\u{3000}"
          }
        )
        #expect(!(name ?? "").contains("  "))
        #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
      }
    }
  }

  @Test func `long names are cut and stay different`() throws {
    let long = String(repeating: "x", count: 5_000)
    let results = ["a", "b"].map { Sample.result("p", "r", long + $0, .passed) }
    let parsed = try #require(ParsedJUnit(Sample.report(results: results).junit(profile: .rich)))
    let names = parsed.cases.compactMap { $0.attributes["name"] }
    #expect(Set(names).count == 2)
    #expect(names.allSatisfy { $0.unicodeScalars.count < 255 && !$0.contains("(") })
  }

  @Test func `a body stays below 64,000 bytes and says how much is missing`() throws {
    var result = Sample.result("p", "r", "s", .failed)
    result.message = String(repeating: "ü", count: 5_000_000)
    result.seen = result.message
    var rule = Sample.rule(of: result)
    (rule.requires, rule.remedy) = (result.message, result.message)
    let report = Sample.report(rules: [rule], results: [result], verdict: .fail)
    let parsed = try #require(ParsedJUnit(report.junit(profile: .rich)))
    let body = try #require(parsed.cases.first?.child("failure")?.body)
    #expect(body.utf8.count < 64_000)
    #expect(body.contains("9980000 more bytes, see report.json"))
  }

  @Test func `files are named from the root of the repository`() throws {
    let report = Sample.report(directory: "team/a", results: Sample.results)
    let parsed = try #require(ParsedJUnit(report.junit(profile: .rich)))
    let files = Set(parsed.cases.compactMap { $0.attributes["file"] })
    #expect(files == ["team/a/models/credit/DPIA.md"])
  }

  @Test(.enabled(if: Executable("xmllint") != nil))
  func `the strict profile satisfies the schema`() throws {
    let xmllint = try #require(Executable("xmllint"))
    let folder = try TemporaryFolder()
    let schema = TestFiles.path(of: "Schemas/junit-strict.xsd")
    let reports =
      [Sample.full, Sample.passing, Sample.empty] + HostileText.all.map { HostileText.report($0) }
    let files = try reports.enumerated().map { index, report in
      try folder.write(report.junit(profile: .strict), as: "\(index).xml")
    }
    let result = try xmllint.run(["--noout", "--schema", schema] + files)
    #expect(result.status == 0, "\(result.output.prefix(2_000))")
  }

  @Test(.enabled(if: Executable("xmllint") != nil))
  func `the schema refuses the rich profile`() throws {
    let xmllint = try #require(Executable("xmllint"))
    let folder = try TemporaryFolder()
    let schema = TestFiles.path(of: "Schemas/junit-strict.xsd")
    let file = try folder.write(Sample.full.junit(profile: .rich), as: "rich.xml")
    #expect(try xmllint.run(["--noout", "--schema", schema, file]).status != 0)
  }
}
