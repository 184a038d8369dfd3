// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One failed or undecided check as a block of Markdown.
struct MarkdownFinding {
  private let result: CheckResult

  init(_ result: CheckResult) {
    self.result = result
  }

  var text: String {
    ([heading, title] + [details, explanation].compactMap { $0 }).joined(separator: "\n\n")
  }

  private var heading: String {
    let code = result.code.map { " " + MarkdownText.code($0) } ?? ""
    return "### \(symbol) \(result.severity.rawValue): \(MarkdownText.code(result.ruleName))\(code)"
  }

  private var symbol: String { result.outcome == .undecided ? "❔" : "❌" }

  private var title: String {
    "\(MarkdownText.code(result.title)) on \(MarkdownText.code(result.subject))"
      + " of \(MarkdownText.code(result.system))"
  }

  private var details: String? {
    var lines = [("Finding", result.message), ("Required", result.required), ("Seen", result.seen)]
      .filter { !$0.1.isEmpty }.map { line($0.0, MarkdownText.code($0.1)) }
    if !result.locations.isEmpty { lines.append(line("Where", places)) }
    lines += [("Clause", result.control), ("How to fix", result.remedy)]
      .filter { !$0.1.isEmpty }.map { line($0.0, MarkdownText.code($0.1, limit: 1_000)) }
    if let waiver = result.waiver {
      lines.append(line("Waiver", MarkdownText.code(Wording.waiver(waiver)) + " (does not count)"))
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private var places: String {
    let shown = result.locations.prefix(10).map { MarkdownText.code($0.description) }
    let omitted = result.locations.count - shown.count
    return shown.joined(separator: ", ") + (omitted > 0 ? " and \(omitted) more" : "")
  }

  private var explanation: String? {
    result.explanation.map { explanation in
      let lines = explanation.lines(maximumLines: 40, valueLimit: 200).map(\.indented)
      return "<details><summary>Why</summary>\n\n\(MarkdownText.fence(lines))\n\n</details>"
    }
  }

  private func line(_ label: String, _ text: String) -> String { "- **\(label):** \(text)" }
}
