// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The report for people at a terminal: the verdict first, then each system.
struct ConsoleReport {
  private let report: Report
  private let style: ConsoleStyle

  init(_ report: Report, style: ConsoleStyle) {
    self.report = report
    self.style = style
  }

  func bytes() -> [UInt8] {
    var page = ConsolePage(style: style)
    addHeader(to: &page)
    for block in ConsoleSystem.all(in: report) {
      page.gap()
      block.write(to: &page)
    }
    addFaults(to: &page)
    addWaivers(to: &page)
    page.gap()
    addTotals(to: &page)
    return page.bytes
  }

  private func addHeader(to page: inout ConsolePage) {
    let label = "\(symbol) \(report.verdict.rawValue.uppercased())"
    page.add(label + ":", Wording.meaning(of: report.verdict), colour: colour)
    page.add(provenance, indent: 2)
    if report.policy.path == nil {
      let place = report.policy.ref.map { " in \($0)" } ?? ""
      page.add("no modelgate.yml was found\(place): the defaults apply", indent: 2)
    }
    if report.repository.isShallow {
      page.add("the history is cut off: rules about history cannot be judged", indent: 2)
    }
  }

  private var provenance: String {
    let repository = report.repository
    let commit = repository.commit.map { "commit \($0.short)" } ?? "uncommitted work"
    let folder = repository.directory.map { ", folder \($0)" } ?? ""
    let ref = report.policy.ref.map { " of \($0)" } ?? ""
    let policy = report.policy.path.map { ", policy \($0)\(ref)" } ?? ""
    return "\(commit) (\(repository.revision))\(folder)\(policy), as of \(report.asOf),"
      + " \(report.tool.name) \(report.tool.version)"
  }

  private var symbol: String {
    switch report.verdict {
    case .pass: "✓"
    case .fail: "✗"
    case .undecided: "?"
    }
  }

  private var colour: ConsolePage.Colour {
    switch report.verdict {
    case .pass: .green
    case .fail: .red
    case .undecided: .yellow
    }
  }

  private func addFaults(to page: inout ConsolePage) {
    guard !report.faults.isEmpty else { return }
    page.gap()
    page.add("Could not be read (\(report.faults.count))")
    for fault in report.faults {
      page.add("? fault", fault.message, indent: 2, colour: .yellow)
      if let location = fault.location { page.add("-->", location.description, indent: 4) }
      if !fault.help.isEmpty { page.add("help:", fault.help, indent: 4) }
    }
  }

  /// Waivers that accept something are shown with their findings.
  private func addWaivers(to page: inout ConsolePage) {
    let shown = report.waivers.filter { $0.state != .applied }
    guard !shown.isEmpty else { return }
    page.gap()
    page.add("Waivers to look at (\(shown.count))")
    for waiver in shown {
      let text =
        "\(waiver.rule) on \(waiver.subject): until \(waiver.expires)"
        + " (\(waiver.deadline)), owner \(waiver.owner), \(waiver.location)"
      page.add("~ \(waiver.state.words)", text, indent: 2, colour: .blue)
    }
  }

  private func addTotals(to page: inout ConsolePage) {
    let summary = report.summary
    let parts = [
      (summary.failed, "failed"), (summary.undecided, "undecided"), (summary.waived, "waived"),
      (summary.upcoming, "upcoming"), (summary.passed, "passed"),
      (summary.notApplicable, "not applicable"),
    ]
    let counts = parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    page.add("\(Wording.count(summary.total, "check", "checks")):", counts)
  }
}
