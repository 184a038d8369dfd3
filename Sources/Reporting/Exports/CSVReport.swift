// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One row for each check that ran and each fault, as RFC 4180 has it, but with line feeds alone.
///
/// A spreadsheet takes a cell that begins with one of `= + - @` for a formula, in quotes as well; an
/// apostrophe before it makes a text of it (OWASP, "CSV Injection").
struct CSVReport {
  private static let columns = [
    "system", "tier", "pack", "rule", "code", "severity", "outcome", "subject", "path", "line",
    "column", "message", "clause", "asks", "explained_by", "waived_until",
  ]

  private let report: Report
  private let rules: RuleTexts
  private let tiers: [String: String]

  init(_ report: Report) {
    self.report = report
    rules = RuleTexts(report)
    tiers = Dictionary(report.systems.map { ($0.id, $0.tier.rawValue) }) { first, _ in first }
  }

  func bytes() -> [UInt8] {
    let rows =
      [Self.columns, remark("verdict", report.verdict.rawValue, report.countedSentence)]
      + report.faults.map(row) + report.results.map(row) + [
        remark("standing", "", "\(report.standing) \(report.asked)")
      ]
    let lines = rows.map { row in row.map(Self.cell).joined(separator: ",") + "\n" }
    return Array(lines.joined().utf8)
  }

  /// What is said of the run, on a row of no system: the format has no comments.
  private func remark(_ subject: String, _ outcome: String, _ message: String) -> [String] {
    ["", "", "", "", "", "", outcome, subject] + place(nil) + [message, "", "", "", ""]
  }

  private func row(_ fault: Fault) -> [String] {
    let system = fault.system ?? ""
    let message = [fault.message, fault.help].filter { !$0.isEmpty }.joined(separator: "; ")
    return [system, tiers[system] ?? "", "", "", "", "", "fault", ""] + place(fault.location)
      + [message, "", "", "", ""]
  }

  private func row(_ result: CheckResult) -> [String] {
    let rule = rules[result]
    let who = [
      result.system, tiers[result.system] ?? "", result.pack, result.rule, result.code ?? "",
      result.severity.rawValue, result.outcome.rawValue, result.subject,
    ]
    let waived = result.outcome == .waived ? result.waiver?.expires.description : nil
    return who + place(result.locations.first)
      + [result.message, rule.clause, rule.asks ?? "", result.cause ?? "", waived ?? ""]
  }

  private func place(_ location: SourceLocation?) -> [String] {
    guard let location else { return ["", "", ""] }
    let position = location.position
    return [
      report.pathFromRepositoryRoot(location.path), position.map { String($0.line) } ?? "",
      position.map { String($0.column) } ?? "",
    ]
  }

  private static func cell(_ text: String) -> String {
    let line = LogText.defused(VisibleText.line(text))
    let isFormula = line.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
    return "\"\(isFormula ? "'" : "")\(line.escaping(["\""], with: "\""))\""
  }
}
