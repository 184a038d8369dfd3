// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The report as GitHub-flavoured Markdown: the verdict first, then what each document needs.
struct MarkdownReport {
  /// The line by which a bot finds its own comment.
  static let marker = "<!-- modelgate:report -->"
  /// More systems than anybody reads would push the findings out of sight.
  private static let maximumSystems = 50

  private let report: Report
  private let systems: [SystemVerdict]
  private let rules: RuleTexts

  init(_ report: Report) {
    self.report = report
    rules = RuleTexts(report)
    systems = SystemVerdict.all(in: report)
  }

  func bytes() -> [UInt8] {
    var page = MarkdownPage()
    page.add(Self.marker)
    let words = VerdictWords(report)
    page.add("## \(Self.symbol(report.verdict)) modelgate: \(words.sentence); \(words.counts)")
    page.add(provenance)
    addSystems(to: &page)
    addFaults(to: &page)
    addQuestions(to: &page)
    for section in MarkdownFindings(report).sections {
      page.add("### \(section.heading)")
      let head = ["", "What is wrong", "Where", "How to fix", "Asked for by"]
      addTable(head, section.rows, of: "findings", to: &page)
    }
    addWaivers(to: &page)
    addRelations(to: &page)
    addStatements(to: &page)
    addEntailments(to: &page)
    addFolded(.passed, to: &page)
    addAttested(to: &page)
    addFolded(.notApplicable, to: &page)
    addFolded(.upcoming, to: &page)
    addTraces(to: &page)
    page.add("> \(MarkdownText.prose(report.standing))")
    return page.bytes.dropLast()
  }

  private static func symbol(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "✅"
    case .fail: "❌"
    case .undecided: "❔"
    case .partial: "🧩"
    }
  }

  private var provenance: String {
    let commit = report.repository.commit.map { "Commit `\($0.short)`" } ?? "Uncommitted work"
    var parts = [commit, policy, "judged \(Wording.day(of: report))"]
    if let folder = report.repository.directory {
      parts.append("folder \(MarkdownText.code(folder))")
    }
    if !report.request.systems.isEmpty {
      let names = report.request.systems.map { MarkdownText.code($0) }.joined(separator: ", ")
      parts.append("only \(names)")
    }
    parts += Wording.scope(of: report).map { MarkdownText.prose("\($0.label) \($0.text)") }
    parts.append(MarkdownText.prose("\(report.tool.name) \(report.tool.version)"))
    return parts.joined(separator: " · ")
  }

  private var policy: String {
    let ref = report.policy.place.map { " of \(MarkdownText.code($0))" } ?? ""
    guard let path = report.policy.path else {
      let place = report.policy.ref.map { " in \(MarkdownText.code($0))" } ?? ""
      return "default policy (no modelgate.yml\(place))"
    }
    return "policy \(MarkdownText.code(path))\(ref)"
  }

  private func addSystems(to page: inout MarkdownPage) {
    guard !systems.isEmpty else { return }
    let rows = systems.map { verdict -> [String] in
      let system = verdict.system
      let words = verdict.words
      return [
        "\(MarkdownText.prose(system.name)) \(MarkdownText.cell(system.id))",
        "\(Self.symbol(verdict.verdict)) \(verdict.verdict.rawValue)", tier(of: system),
        assessment(of: system), String(words.blocks + words.errors), String(words.warnings),
        String(words.undecided), String(words.waived),
        Wording.passed(in: ReportSummary(verdict.results), unit: ""),
      ]
    }
    let head = [
      "System", "Verdict", "Tier and why", "DPIA", "Errors", "Warnings", "Undecided", "Waived",
      "Passed",
    ]
    addTable(head, rows, of: "systems", to: &page, maximumRows: Self.maximumSystems)
  }

  private func tier(of system: SystemReport) -> String {
    guard system.isDeclared else { return "no declaration claims these documents" }
    let path = TierPath(system)
    let tier = path.tier.prefix(6).map { MarkdownText.prose($0) }.joined(separator: "; ")
    return "**\(system.tier.words)**" + (tier.isEmpty ? "" : ": \(tier)")
  }

  private func assessment(of system: SystemReport) -> String {
    let path = TierPath(system)
    guard !path.assessmentState.isEmpty else { return "" }
    let reasons = path.assessment.map { MarkdownText.prose($0) }.joined(separator: "; ")
    return "**\(path.assessmentState)**: \(reasons)"
  }

  private func addTable(
    _ head: [String],
    _ rows: [[String]],
    of kind: String,
    to page: inout MarkdownPage,
    maximumRows: Int = .max,
    isFolded: Bool = false
  ) {
    let shown = rows.prefix(maximumRows)
    let rule = Array(repeating: "---", count: head.count)
    let lines = ([head, rule] + shown).map { "| \($0.joined(separator: " | ")) |" }
    let omitted = page.addWhileRoom(lines, separator: "\n", isFolded: isFolded)
    page.endList()
    page.addRemark(omitted: min(omitted, shown.count) + rows.count - shown.count, of: kind)
  }

  private func addFaults(to page: inout MarkdownPage) {
    guard !report.faults.isEmpty else { return }
    page.add("### Could not be read: \(report.faults.count)")
    let rows = report.faults.map { fault in
      [
        "❔", MarkdownText.prose(fault.agedMessage),
        fault.location.map { MarkdownText.cell($0.description) } ?? "",
        MarkdownText.prose(fault.help),
      ]
    }
    addTable(["", "What", "Where", "How to fix"], rows, of: "faults", to: &page)
  }

  private func addQuestions(to page: inout MarkdownPage) {
    func items(_ texts: (SystemReport) -> [String]) -> [String] {
      report.systems.flatMap { system in
        texts(system).map {
          "- \(MarkdownText.code(system.id)) \(MarkdownText.prose($0, limit: 700))"
        }
      }
    }
    let questions = items { $0.openQuestions.map(\.text) }
    for (title, items) in [
      ("Open questions: \(questions.count)", questions), ("To consider", items(\.remarks)),
    ] where !items.isEmpty {
      page.add("### \(title)")
      let omitted = page.addWhileRoom(items, separator: "\n")
      page.endList()
      page.addRemark(omitted: omitted, of: "questions")
    }
  }

  private func addWaivers(to page: inout MarkdownPage) {
    guard !report.waivers.isEmpty else { return }
    page.add("### Waivers: \(report.waivers.count)")
    let rows = report.waivers.map { waiver in
      [
        "\(MarkdownText.cell(waiver.rule)) \(MarkdownText.cell(waiver.subject))",
        "**\(waiver.state.words)**, \(waiver.created) to \(waiver.expires) (\(waiver.deadline))",
        "owner \(MarkdownText.prose(waiver.owner)), approved by"
          + " \(MarkdownText.prose(waiver.approvedBy))",
        MarkdownText.prose(waiver.reason, limit: 2_000)
          + (waiver.reference.map { " \(MarkdownText.cell($0))" } ?? ""),
      ]
    }
    addTable(["Waiver", "State", "Who", "Reason"], rows, of: "waivers", to: &page)
  }

  private func addRelations(to page: inout MarkdownPage) {
    let lines = RelationLines(report).lines.map { "- \(MarkdownText.prose($0))" }
    guard !lines.isEmpty else { return }
    page.add("### Limits and rules that give way: \(lines.count)")
    let omitted = page.addWhileRoom(lines, separator: "\n")
    page.endList()
    page.addRemark(omitted: omitted, of: "limits and rules that give way")
  }

  /// What the documents say where something was taken for evidence.
  private func addStatements(to page: inout MarkdownPage) {
    let rows = report.artifacts.flatMap { artifact in
      artifact.statements.filter { $0.state == .substantive }.map { statement in
        [
          MarkdownText.cell(artifact.system),
          "\(MarkdownText.cell(artifact.path)) line \(statement.line)",
          MarkdownText.prose(Wording.topic(statement.topic)), MarkdownText.cell(statement.quote),
        ]
      }
    }
    guard !rows.isEmpty else { return }
    let count = Wording.count(rows.count, "statement", "statements")
    page.add("<details><summary>What was taken for evidence (\(count))</summary>")
    let head = ["System", "Where", "Topic", "First words"]
    addTable(head, rows, of: "statements", to: &page, isFolded: true)
    page.add("</details>")
  }

  /// What nobody had to answer, with the answer that it follows from.
  private func addEntailments(to page: inout MarkdownPage) {
    let rows = report.systems.flatMap { system in
      system.tierReasons.filter { $0.step == .entailed }.map { reason in
        [
          MarkdownText.cell(system.id), MarkdownText.cell("\(reason.fact): \(reason.value)"),
          MarkdownText.prose(reason.text), MarkdownText.prose(reason.article),
          reason.location.map { MarkdownText.cell($0.description) } ?? "",
        ]
      }
    }
    guard !rows.isEmpty else { return }
    let count = Wording.count(rows.count, "answer", "answers")
    page.add("<details><summary>What follows from other answers (\(count))</summary>")
    let head = ["System", "Answer", "What follows", "By", "Where"]
    addTable(head, rows, of: "answers", to: &page, isFolded: true)
    page.add("</details>")
  }

  private func addFolded(_ outcome: Outcome, to page: inout MarkdownPage) {
    let results = report.results.filter { $0.outcome == outcome && !$0.isAttested }
    guard !results.isEmpty else { return }
    let title = "\(results.count) \(Wording.name(of: outcome)): \(Wording.meaning(of: outcome))"
    page.add("<details><summary>\(title)</summary>")
    let rows = results.map { result in
      [
        MarkdownText.cell(result.system), name(of: result), MarkdownText.cell(result.subject),
      ]
        + (outcome == .upcoming ? [MarkdownText.prose(result.message)] : [])
    }
    let head = ["System", "Rule", "Subject"] + (outcome == .upcoming ? ["When"] : [])
    addTable(head, rows, of: "\(Wording.name(of: outcome)) checks", to: &page, isFolded: true)
    page.add("</details>")
  }

  /// What holds by the word of somebody, apart from what evidence shows.
  private func addAttested(to page: inout MarkdownPage) {
    let rows = report.results.filter(\.isAttested).map { result in
      [
        MarkdownText.cell(result.system), name(of: result), MarkdownText.prose(result.message),
      ]
    }
    guard !rows.isEmpty else { return }
    page.add("<details><summary>\(rows.count) attested: answered by name, no evidence</summary>")
    addTable(["System", "Rule", "By"], rows, of: "attested answers", to: &page, isFolded: true)
    page.add("</details>")
  }

  /// What a rule is called: its code and its title.
  private func name(of result: CheckResult) -> String {
    MarkdownText.prose("\(result.code ?? result.ruleName) \(rules[result].title)")
  }

  /// How findings were decided, for those who contest one.
  private func addTraces(to page: inout MarkdownPage) {
    let results = FindingOrder.sorted(report.openResults).filter { $0.explanation != nil }
    guard !results.isEmpty else { return }
    let count = Wording.count(results.count, "trace", "traces")
    page.add("<details><summary>How findings were decided (\(count))</summary>")
    let blocks = results.lazy.map { result in
      let lines = result.explanation?.lines(maximumLines: 40, valueLimit: 200).map(\.indented) ?? []
      let head = "\(name(of: result)) on \(MarkdownText.code(result.subject))"
      let requires = MarkdownText.prose(rules[result].requires)
      return "\(head): \(requires)\n\n\(MarkdownText.fence(lines))"
    }
    let omitted = page.addWhileRoom(blocks, isFolded: true)
    page.addRemark(omitted: omitted, of: "traces")
    page.add("</details>")
  }
}
