// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The open findings of a report, by system.
struct HTMLFindings {
  private let results: [String: [CheckResult]]
  private let folded: FoldedFindings
  private let rules: RuleTexts

  init(_ report: Report) {
    folded = FoldedFindings(report)
    results = Dictionary(grouping: folded.findings, by: \.system)
    rules = RuleTexts(report)
  }

  func write(of system: String, to page: inout HTMLWriter) {
    let findings = results[system] ?? []
    guard !findings.isEmpty else { return }
    page.element("h3", text: Wording.count(findings.count, "finding", "findings"))
    var table = HTMLTable(["Severity", "What is wrong", "Where", "How to fix", "Asked for by"])
    for finding in findings {
      let rule = rules[finding]
      let isOpen = finding.outcome == .undecided
      let kind = !isOpen && finding.severity >= .error ? "bad" : "warn"
      let followers = folded.followers(of: finding)
      let with = followers.isEmpty ? "" : "; with it \(followers.joined(separator: ", "))"
      table.add([
        .badge(isOpen ? "undecided" : finding.severity.rawValue, kind),
        .text(finding.agedMessage + with),
        .code(finding.locations.first?.description ?? ""), .text(rule.remedy),
        .text("\(rule.clause) \(finding.code ?? finding.ruleName)"),
      ])
    }
    table.write(to: &page)
  }
}

/// One system on the page: why its tier, what is wrong, and what its documents say.
struct HTMLSystem {
  private let verdict: SystemVerdict
  private let report: Report
  private let findings: HTMLFindings
  private var system: SystemReport { verdict.system }

  init(_ verdict: SystemVerdict, in report: Report, findings: HTMLFindings) {
    self.verdict = verdict
    self.report = report
    self.findings = findings
  }

  func write(to page: inout HTMLWriter) {
    writeTier(to: &page)
    findings.write(of: system.id, to: &page)
    writeQuestions(to: &page)
    writeAttested(to: &page)
    writeLimits(to: &page)
    for artifact in report.artifacts where artifact.system == system.id {
      if artifact.kind == .dpia { writeAssessment(artifact, to: &page) }
    }
    writeMeasures(to: &page)
    writeStatements(to: &page)
  }

  private func writeTier(to page: inout HTMLWriter) {
    page.element("h3", text: "Why this tier: \(system.tier.words)")
    let path = steps(.tier)
    // Of a system of a higher tier the transparency duties stand beside the path, not after it.
    let hasDutiesBeside = ![.limited, .minimal].contains(system.tier)
    let beside = path.filter { hasDutiesBeside && $0.article.contains("Art. 50") }
    let steps = path.filter { !beside.contains($0) }
    writeSteps(steps, decisive: steps.count - 1, to: &page)
    writeSteps(beside, under: "Beside it, the transparency duties of Art. 50:", to: &page)
    if let state = system.assessmentState {
      let due =
        state == "due"
        ? "A data protection impact assessment is due:"
        : "Whether a data protection impact assessment is due is open:"
      writeSteps(self.steps(.assessment), under: due, to: &page)
    }
    writeSteps(self.steps(.contradiction), under: "Answers that contradict each other:", to: &page)
    writeSteps(self.steps(.entailed), under: "What follows from other answers:", to: &page)
    if !system.isDeclared {
      page.element("p", text: "No declaration claims these documents.")
    }
  }

  private func steps(_ step: TierStep) -> [SystemReport.TierReason] {
    system.tierReasons.filter { $0.step == step }
  }

  private func writeSteps(
    _ reasons: [SystemReport.TierReason],
    under title: String? = nil,
    decisive: Int = -1,
    to page: inout HTMLWriter
  ) {
    guard !reasons.isEmpty else { return }
    if let title { page.element("p", text: title) }
    page.element("ol", [("class", "path")]) { page in
      for (index, reason) in reasons.enumerated() {
        page.element("li", index == decisive ? [("class", "hit")] : []) { page in
          page.element("strong", text: reason.article)
          page.markup("<br>")
          page.text("\(reason.fact): \(reason.value); \(reason.text) ")
          if let place = reason.location {
            page.element("code", text: place.path + (place.position.map { ":\($0.line)" } ?? ""))
          }
        }
      }
    }
    page.lineBreak()
  }

  private func writeQuestions(to page: inout HTMLWriter) {
    let lists = [
      ("Open questions", system.openQuestions.map(\.text)), ("To consider", system.remarks),
    ]
    for (title, texts) in lists where !texts.isEmpty {
      page.element("h3", text: title)
      page.element("ul") { page in
        for text in texts { page.element("li", text: text) }
      }
    }
  }

  private func writeAttested(to page: inout HTMLWriter) {
    let answers = verdict.results.filter(\.isAttested)
    guard !answers.isEmpty else { return }
    page.element("h3", text: "Attested: answered by name, no evidence")
    page.element("ul") { page in
      for answer in answers {
        page.element("li", text: "\(answer.code ?? answer.ruleName) \(answer.message)")
      }
    }
  }

  private func writeLimits(to page: inout HTMLWriter) {
    guard !system.limits.isEmpty else { return }
    page.element("h3", text: "Limits of numbers")
    page.element("ul") { page in
      for limit in system.limits {
        page.element("li", text: limit.text)
      }
    }
  }

  // MARK: Impact assessment

  /// What the GDPR asks of an impact assessment, with the topics that answer it.
  private static let duties: [(clause: String, topic: String)] = [
    ("35(7)(a) description", "dpia.description"), ("35(7)(a) purposes", "dpia.purposes"),
    ("35(7)(b) necessity", "dpia.necessity"), ("35(7)(c) risks", "dpia.risks"),
    ("35(7)(d) measures", "dpia.measures"), ("35(7)(d) residual risk", "dpia.residualRisk"),
    ("35(2) advice of the officer", "dpia.dpoAdvice"),
    ("35(9) views of those concerned", "dpia.consultation"), ("35(11) review", "dpia.review"),
  ]

  private func writeAssessment(_ artifact: ArtifactReport, to page: inout HTMLWriter) {
    page.element("h3", text: "Impact assessment \(artifact.path), read against GDPR Art. 35")
    var table = HTMLTable(["Asked for", "State", "What it says", "Line"])
    for duty in Self.duties {
      let statement = artifact.statements.first { $0.topic == duty.topic }
      table.add([
        .text(duty.clause), Self.badge(statement?.state ?? .absent),
        .quote(statement?.quote ?? ""), .text(statement.map { String($0.line) } ?? ""),
      ])
    }
    table.write(to: &page)
    guard !artifact.risks.isEmpty else { return }
    var risks = HTMLTable(["Risk", "Severity", "Likelihood", "Measure", "Line"])
    for risk in artifact.risks {
      risks.add([
        .text(risk.name), .text(risk.severity ?? ""), .text(risk.likelihood ?? ""),
        risk.measure.map { .quote($0) } ?? .badge("none", "bad"), .text(String(risk.line)),
      ])
    }
    risks.write(to: &page)
  }

  private static func badge(_ state: Statement.State) -> HTMLTable.Cell {
    let kind =
      switch state {
      case .substantive: "good"
      case .placeholder, .undecided: "warn"
      case .empty, .absent: "bad"
      }
    return .badge(Wording.name(of: state), kind)
  }

  private func writeStatements(to page: inout HTMLWriter) {
    var table = HTMLTable(["Document", "Topic", "State", "What it says", "Line"])
    for artifact in report.artifacts where artifact.system == system.id && artifact.kind != .dpia {
      for statement in artifact.statements {
        table.add([
          .code(artifact.path), .text(statement.topic), Self.badge(statement.state),
          .quote(statement.quote), .text(String(statement.line)),
        ])
      }
    }
    guard !table.isEmpty else { return }
    page.element("h3", text: "What the documents say")
    table.write(to: &page)
  }

  // MARK: Fairness

  private func writeMeasures(to page: inout HTMLWriter) {
    let measures = report.measures.enumerated().filter { $0.element.system == system.id }
    guard !measures.isEmpty else { return }
    page.element("h3", text: "Fairness: every measure with its interval and limit")
    var metrics: [String] = []
    for (_, measure) in measures where !metrics.contains(measure.metric) {
      metrics.append(measure.metric)
    }
    for metric in metrics {
      let own = measures.filter { $0.element.metric == metric }
      ForestPlot(own.map(\.element), of: metric, id: "f\(own.first?.offset ?? 0)").write(to: &page)
      for (index, measure) in own where !measure.groups.isEmpty {
        ForestPlot(measure, id: "m\(index)").write(to: &page)
      }
    }
  }
}
