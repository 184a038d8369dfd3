// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test func `the marker and the verdict come first`() {
    let lines = lines(of: Sample.full).map { String($0) }
    #expect(lines.first == "<!-- modelgate:report -->")
    let verdict = "## ❌ modelgate: FAIL: required evidence is missing or inconsistent; "
    #expect(lines.dropFirst(2).first == verdict + "1 error, 1 warning, 2 undecided, 1 open")
  }

  @Test func `a failed check shows what a reader needs to act`() {
    let text = String(utf8: render(Sample.full, as: .markdown))
    for part in [
      "| no residual risk is stated in `DPIA.md` (`credit-default`) |",
      "| `models/credit/DPIA.md` line 41 |",
      "| state which risk remains after the measures, and who accepts it |",
      "| GDPR Art. 35(7)(d) GDP-021 |",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `nothing is ever called compliant`(format: ReportFormat) {
    for report in [Sample.full, Sample.passing, Sample.empty] {
      let text = String(utf8: render(report, as: format)).lowercased()
      #expect(!text.contains("complian") || format == .sarif && text.contains(#""compliance""#))
      #expect(!text.contains("compliant"))
    }
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .codequality })
  func `a report says what a pass means, by which packs and as of which day of the law`(
    format: ReportFormat
  ) {
    var packs = Sample.packs
    packs[0].statusDay = CalendarDate(2026, 11, 19)
    let style = ConsoleStyle(width: 1_000)
    let text = String(utf8: render(Sample.report(packs: packs), as: format, style: style))
    #expect(text.contains("It does not mean that a law is complied with."))
    #expect(text.contains("2026-11-19"))
    for pack in packs { #expect(text.contains(pack.id) && text.contains(pack.version)) }
    let other = String(utf8: render(Sample.report(), as: format, style: style))
    #expect(!other.contains("2026-11-19"))
  }

  @Test func `the last line at a terminal says what a pass means, also where nothing was chosen`() {
    let style = ConsoleStyle(width: 1_000)
    for report in [Sample.full, Sample.passing, Sample.empty] {
      let lines = String(utf8: render(report, as: .console, style: style)).split(separator: "\n")
      #expect(lines.last?.hasPrefix("A pass means that") == true)
    }
  }

  @Test(arguments: HostileText.all.filter { !$0.isEmpty })
  func `hostile texts stand in code and nowhere else`(text: String) {
    let neutral = MarkdownOutline(render(HostileText.report("neutral"), as: .markdown))
    let hostile = MarkdownOutline(render(HostileText.report(text), as: .markdown))
    #expect(hostile.tables == neutral.tables)
    #expect(hostile.strangeWords.isEmpty, "\(hostile.strangeWords)")
  }

  @Test(arguments: HostileText.all)
  func `every row of a table has the cells of its head`(text: String) {
    let outline = MarkdownOutline(render(HostileText.report(text), as: .markdown))
    for table in outline.tables {
      #expect(Set(table).count == 1)
    }
    #expect(outline.tables.count == 8)
  }

  @Test func `what was taken for evidence is quoted with its place`() {
    var artifact = Sample.artifacts[1]
    artifact.statements = [
      StatementReport(topic: "dpia.risks", state: .substantive, line: 9, quote: "Wrong | refusals"),
      StatementReport(topic: "dpia.review", state: .placeholder, line: 12, quote: "TBD"),
    ]
    let report = Sample.report(artifacts: [artifact], results: Sample.results)
    let text = String(utf8: render(report, as: .markdown))
    let row = "| `models/credit/DPIA.md` line 9 | dpia: risks | `Wrong \\| refusals` |"
    #expect(text.contains("<summary>What was taken for evidence (1 statement)</summary>"))
    #expect(text.contains(row))
    #expect(!text.contains("`TBD`"))
  }

  @Test(arguments: [
    "GDPR Art. 35(7)(d)", "29 CFR 1607.4(D), a custom", "Of 1,380 cases 27 % (34.6 %)",
    "on 2026-04-03, under \"Limitations\"", "Annex III 5b; AI Act Art. 6(2)",
  ])
  func `clauses and numbers of a sentence stay prose`(text: String) {
    #expect(shown(remedy: text).contains("| \(text) |"))
  }

  @Test func `punctuation of the sentence stays out of code`() {
    let text = shown(remedy: "Annex III 5b (annex_iii); see a@b.example.")
    #expect(text.contains("| Annex III 5b (`annex_iii`); see `a@b.example`. |"))
    #expect(shown(remedy: "(see docs/a.md)").contains("| (see `docs/a.md`) |"))
  }

  private func shown(remedy: String) -> String {
    let result = Sample.result("p", "r", "s", .failed)
    var rule = Sample.rule(of: result)
    rule.remedy = remedy
    return String(utf8: render(Sample.report(rules: [rule], results: [result]), as: .markdown))
  }

  @Test(arguments: HostileText.all)
  func `no hidden character gets through`(text: String) {
    let shown = String(utf8: render(HostileText.report(text), as: .markdown)).unicodeScalars
    #expect(
      shown.allSatisfy { scalar in
        scalar == "\n"
          || ![.control, .format, .lineSeparator, .paragraphSeparator]
            .contains(scalar.properties.generalCategory)
      }
    )
  }

  @Test func `a report beyond the budget is cut and says so`() {
    let results = (0..<8_000).flatMap { number in
      [Outcome.failed, .passed].map { Sample.result("p", "rule-\(number)", "s", $0) }
    }
    let bytes = render(Sample.report(results: results), as: .markdown)
    #expect(bytes.count <= 900 * 1_024)
    let text = String(utf8: bytes)
    let shown = text.split(separator: "\n").count { $0.hasPrefix("| ❌ |") }
    #expect(shown > 1_000 && shown < 8_000)
    #expect(text.contains("_\(8_000 - shown) more findings left out here; report.json has all of"))
    #expect(text.contains("_8000 more passed checks left out here; report.json has all of them._"))
  }

  @Test func `a text of ten megabytes does not fill the report`() {
    var result = Sample.result("p", "r", "s", .failed)
    result.message = String(repeating: "`", count: 10_000_000)
    #expect(render(Sample.report(results: [result]), as: .markdown).count < 10_000)
  }

  @Test(.enabled(if: Renderer.isThere, "needs python3 with cmarkgfm"))
  func `rendered by GitHub's own parser, hostile texts give no element but ours`() throws {
    let folder = try TemporaryFolder()
    for (number, text) in HostileText.all.enumerated() {
      let bytes = render(HostileText.report(text), as: .markdown)
      _ = try folder.write(bytes, as: "\(number).md")
    }
    let outcome = try Renderer.judge(folder.url.path())
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func `forty findings fit into a comment of GitHub`() {
    let failed = (0..<40).map { number in
      var result = Sample.result("p", "rule-\(number)", "s", .failed)
      let steps = (0..<40).map { Explanation(expression: "step \($0) of many", value: "false") }
      result.explanation = Explanation(expression: "x", value: "false", children: steps)
      return result
    }
    let passed = (0..<2_000).map { Sample.result("p", "passing-\($0)", "s", .passed) }
    let text = String(utf8: render(Sample.report(results: failed + passed), as: .markdown))
    #expect(text.unicodeScalars.count < 65_536)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("| ❌ |") } == 40)
    #expect(text.contains("more passed checks left out here; report.json has all of them."))
    #expect(text.contains("more traces left out here; report.json has all of them."))
  }

  private func lines(of report: Report) -> [Substring] {
    String(utf8: render(report, as: .markdown)).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
  }
}

/// `cmark-gfm` through Python, with an HTML parser behind it.
private enum Renderer {
  static let isThere =
    (try? Executable("python3")?.run(["-c", "import cmarkgfm"]).status == 0) ?? false

  static func judge(_ folder: String) throws -> (status: Int32, output: String) {
    let python = try #require(Executable("python3"))
    return try python.run(["-c", script, folder])
  }

  /// Fails on any element that the report does not write itself, and on rows of other lengths.
  private static let script = """
    import sys, pathlib, html.parser
    import cmarkgfm
    from cmarkgfm.cmark import Options
    OURS = set("h2 h3 p table thead tbody tr th td code pre strong em ul li details summary".split())
    OURS |= {"blockquote", "hr"}
    class Page(html.parser.HTMLParser):
        def __init__(self):
            super().__init__(); self.bad = []; self.rows = []; self.count = 0
        def handle_starttag(self, tag, attributes):
            if tag not in OURS: self.bad.append(tag)
            if tag == "table": self.rows = []
            if tag == "tr": self.count = 0
            if tag in ("td", "th"): self.count += 1
            names = {name for name, _ in attributes} - {"align", "lang", "class"}
            if names: self.bad.append(f"{tag} {names}")
        def handle_endtag(self, tag):
            if tag == "tr": self.rows.append(self.count)
            if tag == "table" and len(set(self.rows)) != 1: self.bad.append(f"rows {self.rows}")
    bad = []
    for file in sorted(pathlib.Path(sys.argv[1]).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        page = Page()
        page.feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
        if page.bad: bad.append((file.name, page.bad[:5]))
    print(bad)
    sys.exit(bool(bad))
    """
}
