// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The text inside a failure, error or skipped element.
///
/// GitLab shows only this text, so that it repeats the message.
enum JUnitBody {
  /// Readers cut at 64,000 bytes or 65,535 characters; this leaves room for the remark about the cut.
  static let maximumBytes = 60_000
  /// One part must not push the others out.
  private static let maximumPartBytes = 20_000

  static func text(for result: CheckResult, of rule: RuleReport, message: String) -> String {
    var lines = [message]
    lines += result.locations.prefix(20).map {
      "--> \(VisibleText.line($0.description, limit: 1_000))"
    }
    lines += labelled([
      ("finding", result.outcome == .waived ? result.message : ""),
      ("rule", "\(result.ruleName): \(rule.title)"),
      ("required", rule.requires),
      ("seen", result.seen),
      ("clause", rule.clause),
      ("help", result.outcome == .notApplicable ? "" : rule.remedy),
    ])
    if let waiver = result.waiver, result.outcome != .waived {
      lines += labelled([("waiver", "\(Wording.waiver(waiver)) (does not count)")])
    }
    if let explanation = result.explanation {
      lines.append("why:")
      lines += explanation.lines(maximumLines: 200, valueLimit: 500).map { "  " + $0.indented }
    }
    return capped(lines.joined(separator: "\n"))
  }

  static func text(for fault: Fault, message: String) -> String {
    var lines = [message]
    if let location = fault.location {
      lines.append("--> \(VisibleText.line(location.description, limit: 1_000))")
    }
    lines += labelled([("help", fault.help)])
    return capped(lines.joined(separator: "\n"))
  }

  /// Cuts a text at a character border and says how much is missing.
  static func capped(_ text: String, to maximumBytes: Int = maximumBytes) -> String {
    let count = text.utf8.count
    guard count > maximumBytes else { return text }
    var kept = String.UnicodeScalarView()
    var size = 0
    for scalar in text.unicodeScalars {
      size += UTF8.width(scalar)
      guard size <= maximumBytes else { break }
      kept.append(scalar)
    }
    let start = String(kept)
    return "\(start)\n… \(count - start.utf8.count) more bytes, see report.json"
  }

  private static func labelled(_ parts: [(label: String, text: String)]) -> [String] {
    parts.filter { !$0.text.isEmpty }.map { part in
      "\(part.label): \(VisibleText.line(capped(part.text, to: maximumPartBytes)))"
    }
  }
}
