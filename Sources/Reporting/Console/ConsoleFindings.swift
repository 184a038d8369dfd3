// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What does not hold and what could not be told, the gravest first, then by file and line.
struct ConsoleFindings {
  /// More findings of one rule than this are shown as one.
  private static let maximumAlike = 3
  /// The same for findings each of which has a sentence of its own to be read.
  private static let maximumTold = 12

  private let report: Report
  private let style: ConsoleStyle
  private let rules: RuleTexts
  private let lines: SourceLines
  private let namesSystems: Bool
  private let folded: FoldedFindings
  /// The open questions that are listed, as system and key.
  private let asked: Set<[String]>

  init(_ report: Report, folded: FoldedFindings, style: ConsoleStyle) {
    self.report = report
    self.folded = folded
    self.style = style
    asked = Set(
      report.systems.flatMap { system in system.openQuestions.map { [system.id, $0.key] } }
    )
    rules = RuleTexts(report)
    lines = SourceLines(report)
    namesSystems = Set(report.results.map(\.system)).count > 1
  }

  func write(to page: inout PageWriter) {
    // Who asks for the steps gets them all.
    let shown = style.explains ? FindingOrder.sorted(report.openResults) : folded.findings
    let findings = shown.filter { $0.knownSince == nil }
    let grave = findings.prefix { FindingOrder.rank(of: $0) < FindingOrder.undecided }
    write(Array(grave), to: &page)
    for fault in report.faults where fault.knownSince == nil { write(fault, to: &page) }
    write(Array(findings.dropFirst(grave.count)), to: &page)
    writeKnown(to: &page)
  }

  /// What counts for nothing because it is not new, in a line or two each with its age.
  private func writeKnown(to page: inout PageWriter) {
    let known = FindingOrder.sorted(report.openResults.filter { $0.knownSince != nil })
    let texts =
      known.map { finding in
        let shown = consoleFinding(finding)
        let place = finding.locations.first.map { " at \(Self.text(of: $0))" } ?? ""
        return "\(shown.label) \(shown.title)\(place), \(age(since: finding.knownSince))"
      }
      + report.faults.filter { $0.knownSince != nil }.map { fault in
        let place = fault.location.map { " at \(Self.text(of: $0))" } ?? ""
        return "fault \(fault.message)\(place), \(age(since: fault.knownSince))"
      }
    guard !texts.isEmpty else { return }
    page.gap()
    let count = Wording.count(texts.count, "finding is", "findings are")
    page.add("\(count) not new and count for nothing", "", colour: .bold)
    for text in texts { page.add("-", text, indent: 2, hanging: 2, maximumLines: 3) }
  }

  private func age(since day: CalendarDate?) -> String {
    guard let day else { return "" }
    let days = max(0, day.days(until: report.asOf))
    return "since \(day), \(Wording.count(days, "day", "days"))"
  }

  private func write(_ findings: [CheckResult], to page: inout PageWriter) {
    guard let grouping = style.grouping else { return writeCollapsed(findings, to: &page) }
    var groups: [(name: String, findings: [CheckResult])] = []
    for finding in findings {
      let name = self.name(of: finding, by: grouping)
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].findings.append(finding)
      } else {
        groups.append((name, [finding]))
      }
    }
    for group in groups.sorted(by: { FixedOrder.precedes($0.name, $1.name) }) {
      page.gap()
      let count = Wording.count(group.findings.count, "finding", "findings")
      page.add("==", "\(grouping.rawValue) \(group.name): \(count)", colour: .bold)
      writeCollapsed(group.findings, to: &page)
    }
  }

  private func name(of finding: CheckResult, by grouping: ConsoleStyle.Grouping) -> String {
    switch grouping {
    case .pack: finding.pack
    case .control: rules[finding].clause
    case .owner: rules[finding].asks ?? "nobody named"
    case .artifact: finding.locations.first?.path ?? "the system"
    }
  }

  private func writeCollapsed(_ findings: [CheckResult], to page: inout PageWriter) {
    let alike = Dictionary(grouping: findings) { FindingKind($0) }
    var done: Set<FindingKind> = []
    var (hasNotes, hasWaiting) = (false, false)
    for finding in findings {
      let kind = FindingKind(finding)
      let all = alike[kind] ?? []
      if finding.isNote, !style.explains {
        if !hasNotes { page.gap() }
        hasNotes = true
        if done.insert(kind).inserted { writeNote(all, to: &page) }
        continue
      }
      let isTold = all.contains { $0.message.contains(" Next: ") }
      guard all.count > (isTold ? Self.maximumTold : Self.maximumAlike), !style.explains else {
        let shown = consoleFinding(finding)
        let isWaiting = shown.awaited != nil && !style.explains
        if !isWaiting || !hasWaiting { page.gap() }
        hasWaiting = isWaiting
        shown.write(to: &page, explaining: style.explains)
        continue
      }
      if done.insert(kind).inserted { writeAlike(all, to: &page) }
    }
  }

  private func consoleFinding(_ result: CheckResult) -> ConsoleFinding {
    ConsoleFinding(
      result: result,
      rule: rules[result],
      system: namesSystems ? result.system : nil,
      sourceLine: result.locations.first.flatMap { lines[$0] },
      followers: style.explains ? [] : folded.followers(of: result),
      awaited: result.outcome == .undecided
        ? result.waitsFor.flatMap { asked.contains([result.system, $0]) ? $0 : nil } : nil
    )
  }

  /// A finding that decides nothing takes one line.
  private func writeNote(_ findings: [CheckResult], to page: inout PageWriter) {
    guard let first = findings.first else { return }
    let shown = consoleFinding(first)
    let count = findings.count > 1 ? "  (x\(findings.count))" : ""
    page.add(shown.label, shown.title + count, hanging: 2, maximumLines: 1, colour: shown.colour)
  }

  private func writeAlike(_ findings: [CheckResult], to page: inout PageWriter) {
    guard let first = findings.first else { return }
    let shown = consoleFinding(first)
    let rule = rules[first]
    let title = "\(first.code ?? first.ruleName)  \(rule.title)  (x\(findings.count))"
    page.gap()
    page.add(shown.label, title, hanging: 2, maximumLines: 2, colour: shown.colour)
    var places: [String] = []
    for finding in findings {
      let place = finding.locations.first.map(Self.text) ?? finding.subject
      if !places.contains(place), places.count < 3 { places.append(place) }
    }
    for place in places { page.add("-->", place, indent: 2, maximumLines: 1) }
    page.add(
      "-->",
      "and \(findings.count - places.count) more (--output json lists all)",
      indent: 2
    )
    if !rule.remedy.isEmpty {
      page.add("fix   ", rule.remedy, indent: 2, hanging: 7, maximumLines: 3)
    }
    if !rule.clause.isEmpty {
      page.add("asked ", rule.clause, indent: 2, hanging: 7, maximumLines: 1)
    }
    shown.writeFollowers(to: &page)
  }

  private static func text(of place: SourceLocation) -> String {
    place.path + (place.position.map { ":\($0.line)" } ?? "")
  }

  private func write(_ fault: Fault, to page: inout PageWriter) {
    page.gap()
    page.add("fault", fault.message, hanging: 2, maximumLines: 4, colour: .yellow)
    if let place = fault.location {
      page.add("-->", place.description, indent: 2)
      if let line = lines[place] { ConsoleSource(line: line, place: place).write(to: &page) }
    }
    if !fault.help.isEmpty {
      page.add("fix   ", fault.help, indent: 2, hanging: 7, maximumLines: 3)
    }
  }
}

extension CheckResult {
  /// Whether it is a remark that no threshold heeds.
  fileprivate var isNote: Bool { outcome == .failed && severity == .info }
}

/// What findings have in common that may be shown as one.
private struct FindingKind: Hashable {
  let rule: String
  let outcome: Outcome
  let severity: Severity

  init(_ result: CheckResult) {
    rule = result.ruleName
    outcome = result.outcome
    severity = result.severity
  }
}

/// The order in which people read findings: block, error, undecided, warn, info; then file and line.
enum FindingOrder {
  /// The rank of what could not be judged.
  static let undecided = 2

  static func rank(of result: CheckResult) -> Int {
    if result.knownSince != nil { return 5 }
    if result.outcome == .undecided { return undecided }
    switch result.severity {
    case .block: return 0
    case .error: return 1
    case .warn: return 3
    case .info: return 4
    }
  }

  static func sorted(_ results: [CheckResult]) -> [CheckResult] {
    results.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let (rank, otherRank) = (rank(of: one), rank(of: other))
      if rank != otherRank { return rank < otherRank }
      let (place, otherPlace) = (one.locations.first, other.locations.first)
      let (path, otherPath) = (place?.path ?? "", otherPlace?.path ?? "")
      if FixedOrder.precedes(path, otherPath) { return true }
      if FixedOrder.precedes(otherPath, path) { return false }
      let start = SourcePosition(line: 0, column: 0)
      let (position, otherPosition) = (place?.position ?? start, otherPlace?.position ?? start)
      return position == otherPosition ? left.offset < right.offset : position < otherPosition
    }
    .map(\.element)
  }
}
