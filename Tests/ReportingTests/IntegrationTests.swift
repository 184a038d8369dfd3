// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("SARIF and Code Quality")
struct IntegrationTests {
  @Test(arguments: [ReportFormat.sarif, .codequality])
  func `only open findings are sent`(format: ReportFormat) throws {
    let findings = try findings(Sample.full, format)
    #expect(findings.count == 4)
    let text = String(utf8: render(Sample.full, as: format))
    #expect(!text.contains("dpia-missing-consultation"))
    #expect(!text.contains("fria-missing"))
  }

  @Test(arguments: HostileText.all)
  func `hostile texts leave JSON that the readers accept`(text: String) throws {
    for finding in try findings(HostileText.report(text), .codequality) {
      #expect((finding["description"] as? String)?.isEmpty == false)
      #expect((finding["location"] as? [String: Any])?["path"] is String)
    }
    for result in try findings(HostileText.report(text), .sarif) {
      #expect((result["locations"] as? [Any])?.count == 1)
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      #expect((result["ruleIndex"] as? Int).map { $0 == 0 || $0 == 1 } == true)
    }
  }

  @Test(arguments: HostileText.all)
  func `fingerprints are different even for equal findings`(text: String) throws {
    let findings = try findings(HostileText.report(text), .codequality)
    let fingerprints = findings.compactMap { $0["fingerprint"] as? String }
    #expect(Set(fingerprints).count == findings.count)
  }

  @Test func `a fingerprint outlives a change of line, message and severity`() throws {
    var result = Sample.result("p", "r", "s", .failed)
    let before = try findings(Sample.report(results: [result]), .codequality)
    result.message = "other words"
    result.severity = .warn
    result.locations[0].position = SourcePosition(line: 99, column: 9)
    let after = try findings(Sample.report(results: [result]), .codequality)
    #expect(before.first?["fingerprint"] as? String == after.first?["fingerprint"] as? String)
    result.subject = "t"
    let other = try findings(Sample.report(results: [result]), .codequality)
    #expect(before.first?["fingerprint"] as? String != other.first?["fingerprint"] as? String)
  }

  @Test func `paths are counted from the root of the repository and encoded as URIs`() throws {
    var result = Sample.result("p", "r", "s", .failed)
    result.locations = [SourceLocation(path: "a b/ü#?.md")]
    let report = Sample.report(directory: "team", results: [result])
    let uri = String(utf8: render(report, as: .sarif))
    #expect(uri.contains(#""uri": "team/a%20b/%C3%BC%23%3F.md""#))
    let quality = try findings(report, .codequality)
    #expect((quality.first?["location"] as? [String: Any])?["path"] as? String == "team/a b/ü#?.md")
  }

  @Test func `SARIF keeps the gravest results when there are too many`() throws {
    let results = (0..<5_100).map { number in
      Sample.result("p", "r", "s\(number)", .failed, severity: number < 100 ? .info : .error)
    }
    let findings = try findings(Sample.report(results: results), .sarif)
    #expect(findings.count == 5_000)
    #expect(findings.allSatisfy { $0["level"] as? String == "error" })
    let text = String(utf8: render(Sample.report(results: results), as: .sarif))
    #expect(text.contains("100 less severe results are left out, see report.json"))
  }

  @Test func `faults become notifications of SARIF and leave the run unsuccessful`() {
    let text = String(utf8: render(Sample.full, as: .sarif))
    #expect(text.contains(#""executionSuccessful": false"#))
    #expect(text.contains("the file is a Git LFS pointer; run 'git lfs pull' before the check"))
  }

  private func findings(_ report: Report, _ format: ReportFormat) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(render(report, as: format)))
    if format == .codequality { return try #require(json as? [[String: Any]]) }
    let runs = (json as? [String: Any])?["runs"] as? [[String: Any]]
    return try #require(runs?.first?["results"] as? [[String: Any]])
  }
}
