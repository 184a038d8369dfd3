// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The report as GitHub-flavoured Markdown: the verdict first, then what needs work.
struct MarkdownReport {
  /// The line by which a bot finds its own comment.
  static let marker = "<!-- modelgate:report -->"
  /// More systems than anybody reads would push the findings out of sight.
  private static let maximumSystems = 50

  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  func bytes() -> [UInt8] {
    var page = MarkdownPage()
    page.add(Self.marker)
    page.add("# \(symbol) modelgate: \(report.verdict.rawValue)")
    page.add("\(sentence) \(provenance)")
    page.add(counts)
    addSystems(to: &page)
    addFindings(.failed, titled: "Evidence missing or inconsistent", to: &page)
    addFindings(.undecided, titled: "Could not be judged", to: &page)
    addFaults(to: &page)
    addWaivers(to: &page)
    addUpcoming(to: &page)
    addQuestions(to: &page)
    addFolded(.passed, titled: "Evidence present", to: &page)
    addFolded(.notApplicable, titled: "Does not apply", to: &page)
    addPacks(to: &page)
    return page.bytes.dropLast()
  }

  private var symbol: String {
    switch report.verdict {
    case .pass: "✅"
    case .fail: "❌"
    case .undecided: "❔"
    }
  }

  private var sentence: String {
    let words = Wording.meaning(of: report.verdict)
    return "\(words.prefix(1).uppercased())\(words.dropFirst())."
  }

  private var provenance: String {
    let commit = report.repository.commit.map { "commit `\($0.short)`" } ?? "uncommitted work"
    return "Judged \(commit), \(policy), as of \(report.asOf),"
      + " with \(MarkdownText.code("\(report.tool.name) \(report.tool.version)"))."
  }

  private var policy: String {
    let ref = report.policy.ref.map { MarkdownText.code($0) }
    guard let path = report.policy.path else {
      return "default policy" + (ref.map { " (no `modelgate.yml` in \($0))" } ?? "")
    }
    return "policy \(MarkdownText.code(path))" + (ref.map { " of \($0)" } ?? "")
  }

  private var counts: String {
    let summary = report.summary
    let rows: [(Outcome, Int)] = [
      (.failed, summary.failed), (.undecided, summary.undecided), (.waived, summary.waived),
      (.upcoming, summary.upcoming), (.passed, summary.passed),
      (.notApplicable, summary.notApplicable),
    ]
    return Self.table(
      ["Outcome", "Meaning", "Checks"],
      rows.map { [Wording.name(of: $0), Wording.meaning(of: $0), String($1)] }
    ).joined(separator: "\n")
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let rule = Array(repeating: "---", count: head.count)
    return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }

  private func addTable(
    _ head: [String],
    _ rows: [[String]],
    of kind: String,
    to page: inout MarkdownPage,
    maximumRows: Int = .max
  ) {
    let shown = rows.prefix(maximumRows)
    let omitted = page.addWhileRoom(Self.table(head, Array(shown)), separator: "\n")
    page.endList()
    page.addRemark(omitted: min(omitted, shown.count) + rows.count - shown.count, of: kind)
  }

  private func addSystems(to page: inout MarkdownPage) {
    guard !report.systems.isEmpty else { return }
    page.add("## Systems")
    let rows = report.systems.map { system in
      [
        MarkdownText.cell(system.id), MarkdownText.cell(system.name), system.tier.words,
        system.isDeclared ? Self.why(system) : "no declaration claims these documents",
      ]
    }
    let head = ["System", "Name", "Tier", "Why"]
    addTable(head, rows, of: "systems", to: &page, maximumRows: Self.maximumSystems)
  }

  private static func why(_ system: SystemReport) -> String {
    let reasons = system.tierReasons.prefix(5).map { reason in
      MarkdownText.cell("\(reason.article): \(reason.fact) = \(reason.value)")
    }
    let omitted = system.tierReasons.count - reasons.count
    return (reasons + (omitted > 0 ? ["and \(omitted) more"] : [])).joined(separator: ", ")
  }

  private func addFindings(
    _ outcome: Outcome,
    titled title: String,
    to page: inout MarkdownPage
  ) {
    let results = report.results.filter { $0.outcome == outcome }
    guard !results.isEmpty else { return }
    page.add("## \(title) (\(results.count))")
    let omitted = page.addWhileRoom(results.lazy.map { MarkdownFinding($0).text })
    page.addRemark(omitted: omitted, of: "\(Wording.name(of: outcome)) checks")
  }

  private func addFaults(to page: inout MarkdownPage) {
    guard !report.faults.isEmpty else { return }
    page.add("## Could not be read (\(report.faults.count))")
    let omitted = page.addWhileRoom(
      report.faults.map { fault in
        let place = fault.location.map { " at " + MarkdownText.code($0.description) } ?? ""
        let help = fault.help.isEmpty ? "" : ": " + MarkdownText.code(fault.help)
        return "- \(MarkdownText.code(fault.message))\(place)\(help)"
      },
      separator: "\n"
    )
    page.endList()
    page.addRemark(omitted: omitted, of: "faults")
  }

  private func addWaivers(to page: inout MarkdownPage) {
    guard !report.waivers.isEmpty else { return }
    page.add("## Waivers (\(report.waivers.count))")
    let rows = report.waivers.map { waiver in
      [
        MarkdownText.cell(waiver.rule), MarkdownText.cell(waiver.subject), waiver.state.words,
        "\(waiver.expires) (\(waiver.deadline))", MarkdownText.cell(waiver.owner),
        MarkdownText.cell(waiver.approvedBy), MarkdownText.cell(waiver.reason),
      ]
    }
    let head = ["Rule", "Subject", "State", "Expires", "Owner", "Approved by", "Reason"]
    addTable(head, rows, of: "waivers", to: &page)
  }

  private func addUpcoming(to page: inout MarkdownPage) {
    let results = report.results.filter { $0.outcome == .upcoming }
    guard !results.isEmpty else { return }
    page.add("## Not yet applicable (\(results.count))")
    let rows = results.map { result in
      [result.system, result.ruleName, result.subject, result.message].map { MarkdownText.cell($0) }
    }
    addTable(["System", "Rule", "Subject", "Message"], rows, of: "upcoming checks", to: &page)
  }

  private func addQuestions(to page: inout MarkdownPage) {
    let questions = report.systems.flatMap { system in
      system.questions.map { "- \(MarkdownText.code(system.id)): \(MarkdownText.code($0))" }
    }
    guard !questions.isEmpty else { return }
    page.add("## Questions to the people who answer for the systems")
    let omitted = page.addWhileRoom(questions, separator: "\n")
    page.endList()
    page.addRemark(omitted: omitted, of: "questions")
  }

  private func addFolded(
    _ outcome: Outcome,
    titled title: String,
    to page: inout MarkdownPage
  ) {
    let results = report.results.filter { $0.outcome == outcome }
    guard !results.isEmpty else { return }
    page.add("<details><summary>\(title) (\(results.count))</summary>")
    let rows = results.map { result in
      [result.system, result.ruleName, result.subject].map { MarkdownText.cell($0) }
    }
    let kind = "\(Wording.name(of: outcome)) checks"
    addTable(["System", "Rule", "Subject"], rows, of: kind, to: &page)
    page.add("</details>")
  }

  private func addPacks(to page: inout MarkdownPage) {
    guard !report.packs.isEmpty else { return }
    page.add("<details><summary>Rule packs (\(report.packs.count))</summary>")
    let rows = report.packs.map { pack in
      [
        MarkdownText.cell(pack.id), MarkdownText.cell(pack.version), String(pack.ruleCount),
        "`\(pack.digest.hex)`",
      ]
    }
    addTable(["Pack", "Version", "Rules", "SHA-256"], rows, of: "rule packs", to: &page)
    page.add("</details>")
  }
}
