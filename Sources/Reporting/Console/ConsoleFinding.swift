// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One finding on a terminal: at most nine lines, unless the trace is asked for.
///
/// Only a sentence on fairness may take more, since it is never cut; it ends with what to do, so that the
/// remedy of the rule gives way to it.
struct ConsoleFinding {
  private static let maximumLines = 9
  private static let maximumFollowers = 7
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
  /// The open question that has to be answered first, where that is all there is to do.
  let awaited: String?

  func write(to page: inout PageWriter, explaining: Bool) {
    page.add(label, title, hanging: Self.indent, maximumLines: 2, colour: colour)
    if let awaited, !explaining {
      add("waits", "for the answer to '\(awaited)'", to: &page)
      return writeFollowers(to: &page)
    }
    let room = room(in: page)
    if let place = result.locations.first {
      page.add("-->", place.description, indent: Self.indent)
      if room.showsSource, let source { source.write(to: &page) }
    }
    writeTexts(room, to: &page)
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

  private func writeTexts(_ room: Room, to page: inout PageWriter) {
    if let sentence {
      add("found", sentence, to: &page)
    } else {
      add("found", result.message, maximumLines: room.found, to: &page)
      if !rule.remedy.isEmpty { add("fix", rule.remedy, maximumLines: room.fix, to: &page) }
    }
    add("asked", rule.clause, maximumLines: 1, to: &page)
  }

  private var source: ConsoleSource? {
    sourceLine.flatMap { line in
      result.locations.first.map { ConsoleSource(line: line, place: $0) }
    }
  }

  /// How the lines of a finding are shared out.
  private struct Room {
    var showsSource: Bool
    var found: Int
    var fix: Int
  }

  /// What was found and what to do share the lines that are left; the source line gives way where a
  /// sentence on fairness would lose its interval or its limit.
  private func room(in page: PageWriter) -> Room {
    let width = page.width - Self.indent - Self.labelWidth
    func count(_ text: String, _ width: Int) -> Int {
      page.wrapped(text, first: width, others: width).count
    }
    var left = Self.maximumLines - min(2, count(title, page.width - label.utf8.count - 1))
    left -= (result.locations.isEmpty ? 0 : 1) + (rule.clause.isEmpty ? 0 : 1)
    left -= followers.isEmpty ? 0 : 1
    let fix = rule.remedy.isEmpty ? 0 : count(rule.remedy, width)
    if let sentence {
      let found = count(sentence, width)
      return Room(showsSource: found + (source?.lineCount ?? 0) <= left, found: found, fix: 0)
    }
    let all = count(result.message, width)
    let least = min(all, max(1, Self.judgedPart(of: result.message).map { count($0, width) } ?? 1))
    let lines = source?.lineCount ?? 0
    let showsSource = least + min(fix, 1) <= left - lines
    if showsSource { left -= lines }
    let found = max(least, min(all, max(1, left - min(fix, 2))))
    return Room(showsSource: showsSource, found: found, fix: max(1, left - found))
  }

  /// A sentence on fairness up to what is to be done next, without the file that stands above it; the
  /// counts behind it are in the other reports.
  private var sentence: String? {
    let message = result.message
    guard let next = message.firstRange(of: " Next: ") else { return nil }
    let ends = [". Some groups are small.", ". Counts: "]
      .compactMap { message[next.upperBound...].firstRange(of: $0)?.lowerBound }
    let whole = ends.min().map { String(message[...$0]) } ?? message
    guard let path = result.locations.first?.path else { return whole }
    return whole.replacing(", \(path).", with: ".")
  }

  /// A sentence on fairness up to its limit, which stands behind the interval.
  private static func judgedPart(of message: String) -> String? {
    guard let limit = message.firstRange(of: " Limit ") else { return nil }
    let end = message[limit.upperBound...].firstRange(of: ". ")?.upperBound
    return String(message[..<(end ?? message.endIndex)])
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
