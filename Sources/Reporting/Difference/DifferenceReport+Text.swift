// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A form in which a difference can be written.
package enum DifferenceFormat: String, Sendable, Hashable, CaseIterable {
  /// Text for a terminal.
  case console
  /// Canonical JSON.
  case json
  /// GitHub-flavoured Markdown, for comments.
  case markdown
}

extension Page {
  /// A difference in one of its formats.
  package init(
    _ report: DifferenceReport,
    as format: DifferenceFormat,
    style: ConsoleStyle = ConsoleStyle()
  ) {
    let bytes = render(report, as: format, style: style)
    self.init(bytes: format == .json ? LogText.defusedJSON(bytes) : bytes)
  }
}

/// The bytes of a difference in one format; equal differences give equal bytes.
package func render(
  _ report: DifferenceReport,
  as format: DifferenceFormat,
  style: ConsoleStyle = ConsoleStyle()
) -> [UInt8] {
  switch format {
  case .console: report.consoleBytes(style)
  case .json: CanonicalJSON.bytes(of: report.json)
  case .markdown: report.markdownBytes()
  }
}

extension DifferenceReport {
  /// One sentence: what the change does to the findings.
  var sentence: String {
    let counts = Change.allCases.map { "\(findings($0).count) \($0.rawValue)" }
    let word =
      switch verdict {
      case .pass: "PASS: no finding at or above the threshold is new"
      case .fail: "FAIL: a finding at or above the threshold is new"
      case .undecided, .partial:
        "UNDECIDED: something new could not be judged, or nothing was checked"
      }
    return "\(word) (\(counts.joined(separator: ", ")))"
  }

  /// Which commits, and by which day.
  var range: String {
    let ids = [base, head].map { $0.commit?.short ?? $0.revision }
    return "\(ids.joined(separator: ".."))" + ", as of \(asOf), \(tool.name) \(tool.version)"
  }

  /// What stands below the findings.
  private var lists: [(heading: String, lines: [String])] {
    [
      ("Measurements that moved", movements.map(\.line)),
      ("Settings that changed", settings.map(\.line)),
      ("Documents that stayed while what they describe changed", stale.map(\.line)),
      ("Could not be read any more", newFaults.map(\.line)),
    ]
  }

  func consoleBytes(_ style: ConsoleStyle) -> [UInt8] {
    var page = PageWriter(style: style)
    page.add("", sentence)
    page.add("", range, indent: 2)
    for change in [Change.new, .gone, .same] {
      let found = findings(change)
      guard !found.isEmpty else { continue }
      page.gap()
      page.add("", "\(change.heading) (\(found.count))")
      for finding in found {
        page.add(finding.result.mark, finding.line, indent: 2, colour: change.colour)
      }
    }
    for list in lists { addList(list.heading, list.lines, to: &page) }
    return page.bytes
  }

  private func addList(_ heading: String, _ lines: [String], to page: inout PageWriter) {
    guard !lines.isEmpty else { return }
    page.gap()
    page.add("", "\(heading) (\(lines.count))")
    for line in lines { page.add("-", line, indent: 2) }
  }

  func markdownBytes() -> [UInt8] {
    var page = MarkdownPage()
    page.add("# \(sentence)")
    page.add(MarkdownText.code(range))
    for change in [Change.new, .gone, .same] {
      addList(change.heading, findings(change).map { "\($0.result.mark) \($0.line)" }, to: &page)
    }
    for list in lists { addList(list.heading, list.lines, to: &page) }
    return page.bytes
  }

  private func addList(_ heading: String, _ lines: [String], to page: inout MarkdownPage) {
    guard !lines.isEmpty else { return }
    page.add("## \(heading) (\(lines.count))")
    let omitted = page.addWhileRoom(lines.map { "- \(MarkdownText.code($0))" }, separator: "\n")
    page.endList()
    page.addRemark(omitted: omitted, of: "lines")
  }
}

extension DifferenceReport.Change {
  fileprivate var heading: String {
    switch self {
    case .new: "New findings"
    case .gone: "Findings that are gone"
    case .same: "Findings that stay"
    }
  }

  fileprivate var colour: PageWriter.Colour? {
    switch self {
    case .new: .red
    case .gone: .green
    case .same: nil
    }
  }
}

extension CheckResult {
  fileprivate var mark: String { outcome == .failed ? "✗" : "?" }
}

extension DifferenceReport.Finding {
  fileprivate var line: String {
    let place = result.locations.first.map { " (\($0))" } ?? ""
    return "\(result.severity.rawValue) \(result.system): \(result.pack)/\(result.rule) on "
      + "\(result.subject): \(result.message)\(place)"
  }
}

extension DifferenceReport.Movement {
  fileprivate var line: String {
    let scope = scope.isEmpty ? "" : " on \(scope)"
    let moved = distance.map { " (\($0 > 0 ? "+" : "")\(JSONNumber.text(of: $0)))" } ?? ""
    return "\(system): \(metric)\(scope): \(before.text) → \(after.text)\(moved)"
  }
}

extension DifferenceReport.Value? {
  fileprivate var text: String {
    guard let self else { return "none" }
    let value = self.value.map { JSONNumber.text(of: $0) } ?? "undefined"
    guard let lower = self.lower, let upper = self.upper else { return value }
    return "\(value) [\(JSONNumber.text(of: lower)), \(JSONNumber.text(of: upper))]"
  }
}

extension DifferenceReport.Setting {
  fileprivate var line: String { "\(kind) \(name): \(before ?? "none") → \(after ?? "none")" }
}

extension DifferenceReport.StaleDocument {
  fileprivate var line: String {
    "\(system): \(path) is unchanged; changed: \(because.joined(separator: ", "))"
  }
}

extension Fault {
  fileprivate var line: String { (location.map { "\($0): " } ?? "") + message }
}
