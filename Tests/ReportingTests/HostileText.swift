// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting

/// Texts that try to break out of the place where a report shows them.
enum HostileText {
  static let all = [
    "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{85}\u{9B}31m", "\u{1B}[31mred\u{1B}[0m",
    "\u{1B}]0;title\u{7}",
    "]]>", "<![CDATA[", "a|b||c", "\\|", "`", "``", "` `` ```", "`\u{301}x`", " \u{301}`", "\\`",
    "```\n# heading\n```", "<img src=x onerror=alert(1)>", "</details>", "</testcase>", "&amp;&#0;",
    "![x](http://evil.example/a.png)", "[x](javascript:1)", "http://evil.example",
    "www.evil.example",
    "a@evil.example", "@octocat #12", "/approve", "- [ ] x", "| a | b |", "<!-- x", "-->",
    "\u{202E}evil\u{202C}", "\u{2066}x\u{2069}", "zero\u{200B}width", "\u{FEFF}bom", "\u{E0041}tag",
    "👩‍👩‍👧 🇪🇺 ✅", "日本語", "e\u{301}", "\u{FFFE}\u{FFFF}", "::error::x", "  ::stop-commands::t",
    "\u{A0}::add-mask::x", "\u{3000}::error::x", "x ##[add-mask]e", "##vso[task.setvariable]x",
    "####[group]", "#\u{200B}#[error]x", "a\r\nb\rc\nd\te", "\u{2028}::error::x", "%0A::error::x",
    "a:b,c=d",
    "\"quoted\" 'single'", "\"\u{301},x,\"\u{301}", "=\u{301}1", "\\\u{301}\"", "\\", "", " ",
    "  two  spaces  ", "integer",
  ]

  /// A report in which a text stands in every place that a text can stand in.
  static func report(_ text: String, failOn: FailureThreshold = .error) -> Report {
    Report(
      tool: Report.Tool(name: "modelgate", version: text),
      asOf: Sample.today,
      request: Report.Request(systems: [text], path: text, packs: [text], failOn: failOn),
      repository: Report.Repository(
        commit: nil,
        tree: Sample.tree,
        directory: text,
        revision: text,
        ref: text,
        isCommitted: false
      ),
      policy: Report.Policy(
        digest: Sample.digest,
        ref: text,
        path: text,
        failOn: failOn,
        parameters: [ParameterReport(rule: text, name: text, value: text, origin: text)]
      ),
      systems: [system(text)],
      packs: [
        PackReport(id: text, version: text, digest: Sample.digest, ruleCount: 1, title: text)
      ],
      artifacts: [artifact(text)],
      models: [ModelReport(system: text, name: text, version: text, path: text)],
      rules: [rule(text)],
      results: Outcome.allCases.flatMap { outcome in
        [result(text, outcome), result(text, outcome)]
      },
      waivers: WaiverReport.State.allCases.map { waiver(text, $0) },
      faults: [Fault(message: text, location: place(text), help: text, system: text)],
      verdict: .fail
    )
  }

  static func place(_ text: String) -> SourceLocation {
    SourceLocation(path: text, position: SourcePosition(line: 7, column: 2))
  }

  private static func artifact(_ text: String) -> ArtifactReport {
    ArtifactReport(
      system: text,
      kind: .dpia,
      format: text,
      path: text,
      blob: nil,
      sha256: Sample.digest,
      size: 0,
      statements: [StatementReport(topic: text, state: .substantive, line: 7, quote: text)],
      risks: [RiskReport(name: text, severity: text, likelihood: text, measure: text, line: 7)]
    )
  }

  private static func rule(_ text: String) -> RuleReport {
    RuleReport(
      name: "\(text)/\(text)",
      code: text,
      title: text,
      controls: [Control(scheme: text, id: text)],
      asks: text,
      requires: text,
      remedy: text,
      rationale: text
    )
  }

  private static func system(_ text: String) -> SystemReport {
    SystemReport(
      id: text,
      name: text,
      tier: .high,
      flags: [text],
      jurisdictions: [text],
      tierReasons: [
        SystemReport.TierReason(
          article: text,
          fact: text,
          value: text,
          text: text,
          location: place(text)
        )
      ],
      path: text,
      questions: [text],
      openQuestions: [
        OpenQuestion(key: text, article: text, question: text, choices: [.init(text, text)])
      ]
    )
  }

  private static func waiver(_ text: String, _ state: WaiverReport.State) -> WaiverReport {
    WaiverReport(
      rule: text,
      system: text,
      subject: text,
      owner: text,
      approvedBy: text,
      created: Sample.today,
      expires: Sample.today,
      reason: text,
      reference: text,
      state: state,
      daysLeft: 0,
      location: place(text)
    )
  }

  private static func result(_ text: String, _ outcome: Outcome) -> CheckResult {
    var result = CheckResult(
      system: text,
      pack: text,
      rule: text,
      code: text,
      subject: text,
      outcome: outcome,
      severity: .error,
      message: text,
      seen: text,
      locations: [place(text), place(text)],
      explanation: Explanation(
        expression: text,
        value: text,
        location: place(text),
        note: text,
        children: [Explanation(expression: text, value: text)]
      )
    )
    result.waiver = Sample.applied
    result.waiver?.reason = text
    result.waiver?.owner = text
    result.waiver?.approvedBy = text
    return result
  }
}
