// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The report as one page for officers and auditors: no script, no link, nothing from elsewhere.
struct HTMLReport {
  private let report: Report
  private let systems: [SystemVerdict]

  init(_ report: Report) {
    self.report = report
    systems = SystemVerdict.all(in: report)
  }

  func bytes() -> [UInt8] {
    var page = HTMLWriter()
    page.document(title: "Evidence: \(heading)") { writeMain(to: &$0) }
    return page.bytes
  }

  private var heading: String {
    systems.count == 1
      ? systems[0].system.name : Wording.count(systems.count, "AI system", "AI systems")
  }

  private func writeMain(to page: inout HTMLWriter) {
    let words = VerdictWords(report)
    page.element("h1") { page in
      page.text(heading + " ")
      Self.badge(report.verdict, in: &page)
    }
    let passed = Wording.passed(in: report.summary)
    page.element("p", text: "\(words.sentence). \(words.counts), \(passed).")
    writeProvenance(to: &page)
    writeFaults(to: &page)
    let findings = HTMLFindings(report)
    for system in systems {
      page.lineBreak()
      page.element("section") { page in
        page.element("h2") { page in
          page.text("\(system.system.name) ")
          Self.badge(system.verdict, in: &page)
        }
        HTMLSystem(system, in: report, findings: findings).write(to: &page)
      }
    }
    HTMLAppendix(report).write(to: &page)
    page.element("p", [("class", "soft")], text: report.standing)
  }

  static func badge(_ verdict: Verdict, in page: inout HTMLWriter) {
    let (text, kind) =
      switch verdict {
      case .pass: ("PASS", "good")
      case .fail: ("FAIL", "bad")
      case .undecided: ("UNDECIDED", "warn")
      case .partial: ("PARTIAL", "warn")
      }
    page.element("span", [("class", "badge \(kind)")], text: text)
  }

  private func writeProvenance(to page: inout HTMLWriter) {
    page.element("p", [("class", "soft")]) { page in
      page.text("\(Wording.revision(of: report)), judged \(Wording.day(of: report)), policy ")
      page.element("code", text: report.policy.path ?? "defaults, without modelgate.yml")
      if let ref = report.policy.place {
        page.text(" of ")
        page.element("code", text: ref)
      }
      for part in Wording.scope(of: report) { page.text(", \(part.label) \(part.text)") }
      page.text(", \(report.tool.name) \(report.tool.version).")
    }
  }

  private func writeFaults(to page: inout HTMLWriter) {
    guard !report.faults.isEmpty else { return }
    page.element("h2", text: "Could not be read")
    var table = HTMLTable(["What", "Where", "What to do"])
    for fault in report.faults {
      table.add([
        .text(fault.agedMessage), .code(fault.location?.description ?? ""), .text(fault.help),
      ])
    }
    table.write(to: &page)
  }
}

/// A table with a head, whose cells carry their column's name for narrow screens.
struct HTMLTable {
  /// One cell.
  enum Cell {
    case text(String)
    case code(String)
    case quote(String)
    /// A word that counts, with its colour.
    case badge(String, String)
  }

  private let head: [String]
  private var rows: [[Cell]] = []

  init(_ head: [String]) {
    self.head = head
  }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  var isEmpty: Bool { rows.isEmpty }

  func write(to page: inout HTMLWriter) {
    page.element("table") { page in
      page.element("thead") { page in
        page.element("tr") { page in
          for name in head { page.element("th", [("scope", "col")], text: name) }
        }
      }
      page.element("tbody") { page in
        for row in rows {
          page.element("tr") { page in
            for (cell, name) in zip(row, head) {
              page.element("td", [("data-label", name)]) { Self.write(cell, to: &$0) }
            }
          }
          page.lineBreak()
        }
      }
    }
    page.lineBreak()
  }

  private static func write(_ cell: Cell, to page: inout HTMLWriter) {
    switch cell {
    case .text(let text): page.text(text)
    case .code(let text): if !text.isEmpty { page.element("code", text: text) }
    case .quote(let text): if !text.isEmpty { page.element("q", text: text) }
    case .badge(let text, let kind):
      page.element("span", [("class", "badge \(kind)")], text: text)
    }
  }
}
