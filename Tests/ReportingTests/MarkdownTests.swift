// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test("the marker and the verdict come first")
  func verdictFirst() {
    let lines = lines(of: Sample.full)
    #expect(lines.first == "<!-- modelgate:report -->")
    #expect(lines.dropFirst(2).first == "# ❌ modelgate: fail")
  }

  @Test("a failed check shows what a reader needs to act")
  func finding() {
    let text = String(utf8: render(Sample.full, as: .markdown))
    for part in [
      "- **Required:** `a text on the residual risk of at least 12 words`",
      "- **Seen:** `a placeholder: TBD`", "- **Where:** `models/credit/DPIA.md:41:3`",
      "- **Clause:** `GDPR Art. 35(7)(d)`", "- **How to fix:** `state which risk remains",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test("nothing is ever called compliant", arguments: ReportFormat.allCases)
  func wording(format: ReportFormat) {
    for report in [Sample.full, Sample.passing, Sample.empty] {
      let text = String(utf8: render(report, as: format)).lowercased()
      #expect(!text.contains("complian") || format == .sarif && text.contains(#""compliance""#))
      #expect(!text.contains("compliant"))
    }
  }

  @Test(
    "hostile texts stand in code and nowhere else",
    arguments: HostileText.all.filter { !$0.isEmpty }
  )
  func hostile(text: String) {
    let neutral = MarkdownOutline(render(HostileText.report("neutral"), as: .markdown))
    let hostile = MarkdownOutline(render(HostileText.report(text), as: .markdown))
    #expect(hostile.skeleton == neutral.skeleton)
  }

  @Test("every row of a table has the cells of its head", arguments: HostileText.all)
  func cells(text: String) {
    let outline = MarkdownOutline(render(HostileText.report(text), as: .markdown))
    for table in outline.tables {
      #expect(Set(table).count == 1)
    }
    #expect(outline.tables.count == 7)
  }

  @Test("no hidden character gets through", arguments: HostileText.all)
  func hidden(text: String) {
    let shown = String(utf8: render(HostileText.report(text), as: .markdown)).unicodeScalars
    #expect(
      shown.allSatisfy { scalar in
        scalar == "\n"
          || ![.control, .format, .lineSeparator, .paragraphSeparator]
            .contains(scalar.properties.generalCategory)
      }
    )
  }

  @Test("a report beyond the budget is cut and says so")
  func budget() {
    let results = (0..<4_000).flatMap { number in
      [Outcome.failed, .passed].map { Sample.result("p", "rule-\(number)", "s", $0) }
    }
    let bytes = render(Sample.report(results: results), as: .markdown)
    #expect(bytes.count <= 900 * 1_024)
    let text = String(utf8: bytes)
    #expect(text.contains("more failed checks left out here; report.json has all of them._"))
    #expect(text.contains("_4000 more passed checks left out here; report.json has all of them._"))
    let shown = text.split(separator: "\n").count { $0.hasPrefix("### ❌") }
    #expect(text.contains("_\(4_000 - shown) more failed checks"))
  }

  @Test("a text of ten megabytes does not fill the report")
  func hugeText() {
    var result = Sample.result("p", "r", "s", .failed)
    result.message = String(repeating: "`", count: 10_000_000)
    #expect(render(Sample.report(results: [result]), as: .markdown).count < 10_000)
  }

  private func lines(of report: Report) -> [Substring] {
    String(utf8: render(report, as: .markdown)).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
  }
}
