// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One finding on a terminal: at most nine lines, unless the trace is asked for.
struct ConsoleFinding {
  private static let maximumLines = 9
  private static let maximumFollowers = 7
  /// From so many sentences on a message gets the lines of the remedy: who, by how much, by which limit.
  private static let sentences = 4
  private static let indent = 2
  /// The width of the labels below the title, with the space behind them.
  private static let labelWidth = 7

  let result: CheckResult
  let rule: RuleReport
  /// The id of the system, where more than one was judged.
  let system: String?
  /// The line of the file that the finding stands on.
  let sourceLine: String?
  /// The codes of the findings that this one explains.
  let followers: [String]

  func write(to page: inout PageWriter, explaining: Bool) {
    page.add(label, title, hanging: Self.indent, maximumLines: 2, colour: colour)
    if let place = result.locations.first {
      page.add("-->", place.description, indent: Self.indent)
      if let sourceLine { ConsoleSource(line: sourceLine, place: place).write(to: &page) }
    }
    writeTexts(to: &page)
    writeFollowers(to: &page)
    if explaining { writeExplanation(to: &page) }
  }

  /// Which findings go with this one.
  func writeFollowers(to page: inout PageWriter) {
    add("with", Self.list(followers), maximumLines: 1, to: &page)
  }

  /// As many codes as fit on a line, and how many more there are.
  private static func list(_ codes: [String]) -> String {
    guard codes.count > maximumFollowers else { return codes.joined(separator: ", ") }
    let shown = codes.prefix(maximumFollowers - 1)
    return shown.joined(separator: ", ") + " and \(codes.count - shown.count) more"
  }

  var label: String {
    result.outcome == .undecided ? "undecided" : result.severity.rawValue
  }

  var title: String {
    let owner = system.map { " (\($0))" } ?? ""
    return "\(result.code ?? result.ruleName)  \(rule.title)\(owner)"
  }

  var colour: PageWriter.Colour {
    result.outcome == .failed && result.severity >= .error ? .red : .yellow
  }

  /// What was found, what to do, who asks; the first two share the lines that are left.
  private func writeTexts(to page: inout PageWriter) {
    let room = page.width - Self.indent - Self.labelWidth
    let titleWidth = page.width - label.utf8.count - 1
    func count(_ text: String, _ width: Int) -> Int {
      page.wrapped(text, first: width, others: width).count
    }
    var used = min(2, count(title, titleWidth)) + (result.locations.isEmpty ? 0 : 1)
    if sourceLine != nil { used += (result.locations.first?.position?.column ?? 1) > 1 ? 2 : 1 }
    used += (rule.clause.isEmpty ? 0 : 1) + (followers.isEmpty ? 0 : 1)
    let left = max(2, Self.maximumLines - used)
    let fix = rule.remedy.isEmpty ? 0 : count(rule.remedy, room)
    let whole = count(result.message, room)
    let found = min(whole, max(1, left - min(fix, isProse ? 1 : 2)))
    add("found", result.message, maximumLines: found, to: &page)
    if fix > 0 { add("fix", rule.remedy, maximumLines: max(1, left - found), to: &page) }
    add("asked", rule.clause, maximumLines: 1, to: &page)
  }

  private var isProse: Bool {
    result.message.split(separator: ". ", omittingEmptySubsequences: true).count >= Self.sentences
  }

  private func writeExplanation(to page: inout PageWriter) {
    add("needs", rule.requires, to: &page)
    add("seen", result.seen, to: &page)
    if let waiver = result.waiver {
      add("waiver", "\(Wording.waiver(waiver)) (does not count)", to: &page)
    }
    guard let explanation = result.explanation else { return }
    for line in explanation.lines(maximumLines: 60, valueLimit: 200) {
      page.add("", line.text, indent: Self.indent + Self.labelWidth + line.indent, hanging: 2)
    }
  }

  private func add(
    _ label: String,
    _ text: String,
    maximumLines: Int = .max,
    to page: inout PageWriter
  ) {
    guard !text.isEmpty else { return }
    page.add(
      label.padded(to: Self.labelWidth - 1),
      text,
      indent: Self.indent,
      hanging: Self.labelWidth,
      maximumLines: maximumLines
    )
  }
}
