// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("CSV, Prometheus and OSCAL")
struct ExportTests {
  @Test(arguments: HostileText.all)
  func `CSV has a row for the verdict, each check and each fault, whatever the texts`(
    text: String
  ) throws {
    let report = HostileText.report(text)
    let table = try CSVReader.read(render(report, as: .csv))
    #expect(table.rows.count == 2 + report.results.count + report.faults.count)
    #expect(table.rows.first?[7].text == "verdict")
    #expect(table.rows.last?[7].text == "standing")
    for cell in table.rows.flatMap({ $0 }) {
      #expect(cell.text.first.map { !"=+-@".contains($0) } ?? true)
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "=\u{301}1"])
  func `a cell that a spreadsheet would compute is text`(text: String) {
    let bytes = String(utf8: render(HostileText.report(text), as: .csv))
    #expect(bytes.contains("\"'\(text)\""))
    #expect(!bytes.contains("\"\(text)\""))
  }

  @Test(arguments: HostileText.all)
  func `every series of Prometheus is one line that is sent once`(text: String) {
    let lines = String(utf8: render(HostileText.report(text), as: .prometheus))
      .split(separator: "\n").filter { !$0.hasPrefix("# ") }
    #expect(
      lines.allSatisfy {
        $0.hasPrefix("modelgate_") && Int($0.split(separator: " ").last ?? "") != nil
      }
    )
    let names = lines.map { $0.split(separator: " ").dropLast().joined(separator: " ") }
    #expect(Set(names).count == names.count)
  }

  @Test func `a quote and a backslash in a label are escaped, whatever is joined to them`() {
    let bytes = render(HostileText.report("\"\u{301}\\\u{301}"), as: .prometheus)
    #expect(String(utf8: bytes).contains("system=\"\\\"\u{301}\\\\\u{301}\""))
  }

  @Test(arguments: HostileText.all)
  func `OSCAL names every judged check once, without empty lists`(text: String) throws {
    let report = HostileText.report(text)
    let results = try self.results(report)
    let findings = try #require(results["findings"] as? [[String: Any]])
    let judged = report.results.filter { $0.outcome != .notApplicable && $0.outcome != .upcoming }
    #expect(findings.count == judged.count + report.faults.count)
    let uuids = findings.compactMap { $0["uuid"] as? String }
    #expect(Set(uuids).count == findings.count)
    for uuid in uuids {
      #expect(
        uuid.contains(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      )
    }
    for finding in findings {
      let target = try #require((finding["target"] as? [String: Any])?["target-id"] as? String)
      #expect(target.contains(/^[A-Za-z_][A-Za-z0-9._-]*$/))
    }
    #expect(try self.results(Sample.empty)["findings"] == nil)
  }

  @Test func `an accepted gap is not satisfied, and says who accepted it`() throws {
    let findings = try #require(try results(Sample.full)["findings"] as? [[String: Any]])
    let waived = try #require(findings.first { $0["remarks"] != nil })
    let status = (waived["target"] as? [String: Any])?["status"] as? [String: Any]
    #expect(status?["state"] as? String == "not-satisfied")
    #expect((waived["remarks"] as? String)?.contains("dpo@example.org") == true)
  }

  private func results(_ report: Report) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(render(report, as: .oscal)))
    let document = (json as? [String: Any])?["assessment-results"] as? [String: Any]
    return try #require((document?["results"] as? [[String: Any]])?.first)
  }
}
