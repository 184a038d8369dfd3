// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting

/// Reports that the tests render.
enum Sample {
  static let digest = ContentDigest(bytes: [UInt8](repeating: 0xAB, count: 32))
  static let commit = ObjectID(hex: String(repeating: "0123456789", count: 4))
  static let tree = objectID(String(repeating: "a", count: 40))
  static let today = day("2026-11-21")

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
    return day
  }

  static func objectID(_ hex: String) -> ObjectID {
    guard let id = ObjectID(hex: hex) else { preconditionFailure("no object id: \(hex)") }
    return id
  }

  /// One report with every outcome, every waiver state, a fault and two systems.
  static let full = report(
    systems: [creditSystem, undeclared],
    results: results,
    waivers: waivers,
    faults: [fault],
    verdict: .fail
  )

  /// A report of a run in which everything holds.
  static let passing = report(
    systems: [creditSystem],
    results: [result("eu-gdpr", "dpia-missing", "DPIA.md", .passed)],
    verdict: .pass
  )

  /// A report of a run that found nothing to judge.
  static let empty = report(verdict: .undecided)

  static func report(
    directory: String? = nil,
    failOn: FailureThreshold = .error,
    systems: [SystemReport] = [],
    packs: [PackReport] = packs,
    artifacts: [ArtifactReport] = artifacts,
    models: [ModelReport] = models,
    rules: [RuleReport]? = nil,
    results: [CheckResult] = [],
    waivers: [WaiverReport] = [],
    faults: [Fault] = [],
    verdict: Verdict = .fail
  ) -> Report {
    Report(
      tool: Report.Tool(name: "modelgate", version: "1.0.0"),
      asOf: today,
      request: Report.Request(systems: ["credit-default"], packs: ["eu-gdpr"], asOfSource: .option),
      repository: Report.Repository(
        commit: commit,
        tree: tree,
        directory: directory,
        revision: "HEAD",
        commitTime: 1_760_000_000
      ),
      policy: Report.Policy(
        digest: digest,
        ref: "origin/main",
        path: "modelgate.yml",
        failOn: failOn,
        parameters: [ParameterReport(name: "unknown_is", value: "fail", origin: "policy")]
      ),
      systems: systems,
      packs: packs,
      artifacts: artifacts,
      models: models,
      rules: rules ?? results.map(rule),
      results: results,
      waivers: waivers,
      faults: faults,
      verdict: verdict
    )
  }

  static func result(
    _ pack: String,
    _ rule: String,
    _ subject: String,
    _ outcome: Outcome,
    severity: Severity = .error,
    system: String = "credit-default"
  ) -> CheckResult {
    CheckResult(
      system: system,
      pack: pack,
      rule: rule,
      code: "GDP-021",
      subject: subject,
      outcome: outcome,
      severity: severity,
      message: "no residual risk is stated in \(subject)",
      seen: "a placeholder: TBD",
      locations: [
        SourceLocation(path: "models/credit/DPIA.md", position: SourcePosition(line: 41, column: 3))
      ]
    )
  }
}

extension Sample {
  /// The texts of the rule of a result.
  static func rule(of result: CheckResult) -> RuleReport {
    RuleReport(
      name: "\(result.pack)/\(result.rule)",
      code: result.code,
      title: "The impact assessment states no residual risk",
      controls: [
        Control(
          scheme: "gdpr",
          id: "Art. 35(7)(d)",
          from: day("2018-05-25"),
          confidence: .primary
        )
      ],
      asks: "dpo",
      requires: "a text on the residual risk of at least 12 words",
      remedy: "state which risk remains after the measures, and who accepts it",
      rationale: "who decides must know what remains"
    )
  }

  static let models = [
    ModelReport(
      system: "credit-default",
      name: "credit-risk",
      version: "1.4.0",
      path: "models/credit/weights.bin",
      sha256: digest,
      size: 1_048_576,
      origin: .lfs
    ),
    ModelReport(system: "credit-default", name: "credit-fallback"),
  ]

  static let packs = [
    PackReport(
      id: "eu-gdpr",
      version: "2026.11",
      digest: digest,
      ruleCount: 21,
      title: "General Data Protection Regulation",
      parameters: [
        ParameterReport(
          rule: "dpia-missing-residual-risk",
          name: "min_words",
          value: "12",
          origin: "convention"
        )
      ]
    ),
    PackReport(id: "base", version: "2026.10", digest: digest, ruleCount: 3, title: "Base"),
  ]

  static let artifacts = [
    ArtifactReport(
      system: "credit-default",
      kind: .modelCard,
      format: "markdown-card",
      path: "models/credit/README.md",
      blob: tree,
      sha256: digest,
      size: 4_096
    ),
    ArtifactReport(
      system: "credit-default",
      kind: .dpia,
      format: "markdown-dpia",
      path: "models/credit/DPIA.md",
      blob: nil,
      sha256: digest,
      size: 0
    ),
  ]

  static let creditSystem = SystemReport(
    id: "credit-default",
    name: "Credit default model",
    tier: .high,
    flags: ["transparency", "dpia_required"],
    jurisdictions: ["EU", "DE"],
    tierReasons: [
      SystemReport.TierReason(
        article: "AI Act Art. 6(2), Annex III 5b",
        fact: "annex_iii",
        value: "5b_credit_scoring",
        text: "scoring of natural persons for credit is high-risk.",
        location: SourceLocation(
          path: "models/credit/ai-system.yml",
          position: SourcePosition(line: 12, column: 5)
        )
      )
    ],
    path: "models/credit/ai-system.yml",
    questions: ["Is a person told that the decision was automated?"],
    openQuestions: [
      OpenQuestion(
        key: "processors_used",
        article: "GDPR Art. 28",
        question: "processors handle the data",
        choices: [.init("true", "a contract with each is asked for"), .init("false", "none is")]
      )
    ]
  )

  static let undeclared = SystemReport(
    id: "undeclared",
    name: "documents without a declaration",
    tier: .unresolved,
    isDeclared: false
  )

  static let fault = Fault(
    message: "reading 'models/x/eval.json' failed: the file is a Git LFS pointer",
    location: SourceLocation(path: "models/x/eval.json"),
    help: "run 'git lfs pull' before the check",
    system: "undeclared"
  )

  static let explanation = Explanation(
    expression: "d.statement('dpia.residualRisk').state == 'substantive'",
    value: "false",
    children: [
      Explanation(
        expression: "d.statement('dpia.residualRisk').state",
        value: "'placeholder'",
        location: SourceLocation(
          path: "models/credit/DPIA.md",
          position: SourcePosition(line: 41, column: 3)
        ),
        note: "the text is TBD"
      )
    ]
  )

  static let applied = AppliedWaiver(
    owner: "credit-team@example.org",
    approvedBy: "dpo@example.org",
    created: day("2026-10-01"),
    expires: day("2026-12-31"),
    reason: "the assessment is being rewritten",
    reference: "RISK-12",
    location: SourceLocation(path: "modelgate-waivers.yml", position: .start)
  )

  static var results: [CheckResult] {
    var failed = result("eu-gdpr", "dpia-missing-residual-risk", "DPIA.md", .failed)
    failed.explanation = explanation
    failed.locations.append(SourceLocation(path: "models/credit/README.md"))
    var waived = result("eu-gdpr", "dpia-missing-consultation", "DPIA.md", .failed)
    waived.outcome = .waived
    waived.waiver = applied
    var homeless = result("base", "model-card-missing", "system", .undecided, system: "undeclared")
    homeless.locations = []
    return [
      failed, waived, homeless,
      result("eu-gdpr", "dpia-stale", "DPIA.md", .failed, severity: .warn),
      result("eu-gdpr", "dpia-missing-measures", "DPIA.md", .passed),
      result("eu-gdpr", "dpia-missing-measures", "DPIA-2.md", .passed),
      result("eu-gdpr", "transfer-missing", "system", .notApplicable),
      result("eu-ai-act", "fria-missing", "system", .upcoming, severity: .block),
    ]
  }

  static var waivers: [WaiverReport] {
    let days = [("applied", 40), ("expiresSoon", 3), ("expired", -1), ("unused", 0)]
    return days.compactMap { name, daysLeft in
      guard let state = WaiverReport.State(rawValue: name),
        let expires = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + daysLeft)
      else { return nil }
      return WaiverReport(
        rule: "eu-gdpr/dpia-\(name)",
        subject: "DPIA.md",
        owner: "credit-team@example.org",
        approvedBy: "dpo@example.org",
        created: day("2026-10-01"),
        expires: expires,
        reason: "the assessment is being rewritten",
        reference: "RISK-12",
        state: state,
        daysLeft: daysLeft,
        location: SourceLocation(path: "modelgate-waivers.yml", position: .start)
      )
    }
  }
}
