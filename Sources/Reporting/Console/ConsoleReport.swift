// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The report for people at a terminal: the verdict on each system, by what it was judged, what is
/// wrong, and the verdict of the run.
struct ConsoleReport {
  /// More attested answers than this are only counted, unless the steps are asked for.
  private static let maximumAttested = 3

  private let report: Report
  private let style: ConsoleStyle
  private let systems: [SystemVerdict]

  init(_ report: Report, style: ConsoleStyle) {
    self.report = report
    self.style = style
    systems = SystemVerdict.all(in: report)
  }

  func bytes() -> [UInt8] {
    var page = PageWriter(style: style)
    if report.isEmptySelection {
      page.add("", VerdictWords(report).sentence, hanging: 2)
      ConsoleProvenance(report).write(to: &page)
      page.add("", report.standing, hanging: 2)
      return page.bytes
    }
    ConsoleSystems(rows: systems, explains: style.explains).write(to: &page)
    page.gap()
    ConsoleProvenance(report).write(to: &page)
    let folded = FoldedFindings(report)
    ConsoleFindings(report, folded: folded, style: style).write(to: &page)
    addQuestions(to: &page)
    addRelations(to: &page)
    page.gap()
    addEnd(explaining: folded.findings.first, to: &page)
    return page.bytes
  }

  /// All that is open, in the order in which 'modelgate ask' lists it, then what there is to consider.
  private func addQuestions(to page: inout PageWriter) {
    let isOne = report.systems.count == 1
    func named(_ texts: [String], _ system: SystemReport) -> [String] {
      texts.map { isOne ? $0 : "\(system.id): \($0)" }
    }
    let questions = report.systems.flatMap { named($0.openQuestions.map(\.text), $0) }
    let remarks = report.systems.flatMap { named($0.remarks, $0) }
    for (texts, title) in [
      (questions, Wording.count(questions.count, "open question", "open questions")),
      (remarks, "to consider"),
    ] where !texts.isEmpty {
      page.gap()
      page.add(title, "", colour: .bold)
      for text in texts { page.add("-", text, indent: 2, limit: 700) }
    }
  }

  private func addRelations(to page: inout PageWriter) {
    let lines = RelationLines(report).lines
    guard !lines.isEmpty else { return }
    page.gap()
    page.add("limits and rules that give way", "", colour: .bold)
    for line in lines { page.add("-", line, indent: 2, limit: 500) }
  }

  private func addEnd(explaining result: CheckResult?, to page: inout PageWriter) {
    let attested = report.results.filter(\.isAttested)
    let shown = style.explains ? attested.count : Self.maximumAttested
    for result in attested.prefix(shown) {
      let owner = systems.count > 1 ? "\(result.system): " : ""
      let text = "\(owner)\(result.code ?? result.ruleName) \(result.message)"
      page.add("no evidence", text, hanging: 2, maximumLines: 2)
    }
    if attested.count > shown {
      page.add("", "and \(attested.count - shown) more attested", hanging: 2)
    }
    let summary = report.summary
    var rest = [Wording.passed(in: summary), "\(summary.notApplicable) not applicable"]
    if summary.waived > 0 { rest.append("\(summary.waived) waived") }
    if summary.upcoming > 0 { rest.append("\(summary.upcoming) not yet applicable") }
    page.add("also", rest.joined(separator: ", "), hanging: 2)
    if let result {
      let name = result.code ?? result.ruleName
      page.add("why", "modelgate explain \(name); its steps: check --explain", hanging: 2)
    }
    let words = VerdictWords(report)
    let failing = systems.count { $0.verdict != .pass }
    let share = "\(failing) of \(Wording.count(report.systems.count, "system", "systems"))"
    let scope = failing > 0 ? " in \(share)" : ""
    page.add(
      "",
      "\(words.sentence); \(words.counts)\(scope); exit status \(words.exitStatus)",
      hanging: 2
    )
    page.add("", report.standing, hanging: 2)
  }
}

/// The verdict on each system: those that need work first, the others folded.
private struct ConsoleSystems {
  /// More systems that pass than this are only counted.
  private static let maximumPassing = 3
  /// More systems than anybody reads would push the findings out of sight.
  private static let maximumFailing = 20

  let rows: [SystemVerdict]
  /// Whether the steps are asked for.
  let explains: Bool

  func write(to page: inout PageWriter) {
    if rows.isEmpty { page.add("UNDECIDED", "no system and no governed document was found") }
    let failing =
      rows.filter { $0.verdict == .fail } + rows.filter { $0.verdict == .undecided }
    let passing = rows.filter { $0.verdict == .pass }
    for row in failing.prefix(Self.maximumFailing) { write(row, to: &page) }
    addMore(failing.count - Self.maximumFailing, "that need work", to: &page)
    for row in passing.prefix(Self.maximumPassing) { write(row, to: &page) }
    addMore(passing.count - Self.maximumPassing, "that pass", to: &page)
  }

  private func addMore(_ count: Int, _ which: String, to page: inout PageWriter) {
    guard count > 0 else { return }
    page.add("", "and \(Wording.count(count, "more system", "more systems")) \(which)")
  }

  private func write(_ row: SystemVerdict, to page: inout PageWriter) {
    let system = row.system
    let (label, colour): (String, PageWriter.Colour) =
      switch row.verdict {
      case .pass: ("pass", .green)
      case .fail: ("FAIL", .red)
      case .undecided, .partial: ("undecided", .yellow)
      }
    let words = row.words.shortCounts
    let counts = words.isEmpty ? "" : "  \(words)"
    let tier = "\(system.tier.words)\(counts)"
    page.add(label.padded(to: 5), "\(system.id)  \(tier)", hanging: 6, colour: colour, limit: 400)
    if system.name != system.id {
      page.add("", system.name, indent: 6, maximumLines: 1, limit: 200)
    }
    guard row.verdict != .pass || rows.count == 1 || explains else { return }
    let path = TierPath(system)
    if !path.tier.isEmpty {
      page.add("tier:", path.tier.joined(separator: "; "), indent: 6, hanging: 2, maximumLines: 4)
    }
    if !path.assessment.isEmpty {
      let reasons = path.assessment.joined(separator: "; ")
      page.add("DPIA \(path.assessmentState):", reasons, indent: 6, hanging: 2, maximumLines: 3)
    }
    if explains {
      for step in path.entailed {
        page.add("follows:", step, indent: 6, hanging: 2, limit: 600)
      }
    }
    guard !system.isDeclared else { return }
    page.add("", "no declaration that claims these documents is there", indent: 6)
  }
}

/// By what was judged, one line each, and only what applies.
private struct ConsoleProvenance {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  func write(to page: inout PageWriter) {
    page.add("", "\(Wording.revision(of: report)), \(Wording.day(of: report))", hanging: 2)
    page.add("", policy, hanging: 2)
    if !report.packs.isEmpty {
      let packs = report.packs.map { pack in
        "\(pack.id) \(pack.version) (\(Wording.count(pack.ruleCount, "rule", "rules"))"
          + Wording.origin(of: pack) + ")"
      }
      page.add("packs", packs.joined(separator: ", "), hanging: 2)
    }
    if let folder = report.repository.directory { page.add("only the folder", folder, hanging: 2) }
    if !report.request.systems.isEmpty {
      let systems = report.request.systems.joined(separator: ", ")
      page.add("only the systems", systems, hanging: 2)
    }
    for part in Wording.scope(of: report) { page.add(part.label, part.text, hanging: 2) }
    if report.repository.isShallow {
      page.add("", "the history is cut off: rules about history cannot be judged", hanging: 2)
    }
    for waiver in report.waivers { write(waiver, to: &page) }
  }

  private var policy: String {
    let place =
      switch report.request.policySource {
      case .tree: ""
      case .ref: report.policy.place.map { " of \($0)" } ?? ""
      case .file: ", a file from disk"
      }
    guard let path = report.policy.path else {
      let place = report.policy.ref.map { " in \($0)" } ?? ""
      return
        "no modelgate.yml\(place): the defaults apply, fail_on \(report.policy.failOn.rawValue)"
    }
    return "policy \(path)\(place), fail_on \(report.policy.failOn.rawValue)"
  }

  private func write(_ waiver: WaiverReport, to page: inout PageWriter) {
    // Who has to do something about a waiver needs its place.
    let place = waiver.state == .applied ? "" : " at \(waiver.location)"
    let text =
      "\(waiver.state.words): \(waiver.rule) on \(waiver.subject)\(place) until \(waiver.expires)"
      + " (\(waiver.deadline)), approved by \(waiver.approvedBy): \(waiver.reason)"
    page.add("waiver", text, hanging: 2, maximumLines: 2, colour: .blue)
  }
}
