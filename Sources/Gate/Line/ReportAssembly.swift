// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import FileShapes
internal import GateModel
internal import Reporting
internal import RulePacks
internal import Survey

/// Puts what a run found into the report value.
struct ReportAssembly {
  let request: RunRequest
  let asOf: CalendarDate
  let repository: Report.Repository
  let governance: Governance
  let survey: Survey
  let scope: RunScope
  /// What came of judging each system; its results stand apart.
  let assessments: [SystemAssessment]
  let results: [CheckResult]
  /// What the report quotes of each system, in the order of the assessments.
  let quotes: [QuotedEvidence]
  /// By system, the keys of the answers that tiering lacks.
  let unanswered: [String: Set<String>]

  func report() -> Report {
    let matching = governance.waiving(
      self.results + groupResults,
      on: asOf,
      of: assessments
    )
    var faults = scope.tolerated.marking(survey.faults)
    // No waiver accepts what the program itself says about a change.
    let results = scope.tolerated.marking(matching.results) + scope.results
    // A share may have no system, and a change may touch none.
    if request.shard == nil, !scope.isEmpty {
      faults += [verdictRule.silence(of: results, faults: faults)].compactMap { $0 }
    }
    let causes = FindingCauses(governance.packs.map(\.pack))
    let rules = rules(of: results)
    return Report(
      tool: request.tool,
      asOf: asOf,
      request: request.stated(scope, of: survey),
      repository: repository,
      policy: policy,
      systems: assessments.map(system),
      packs: governance.packs.map(pack),
      artifacts: artifacts,
      models: survey.dossiers.flatMap(\.modelReports),
      measures: quotes.flatMap(\.measures),
      rules: rules,
      results: Self.results(
        causes.explained(results, unanswered: unanswered, by: verdictRule),
        of: rules
      ),
      waivers: matching.uses.map(waiver),
      faults: faults,
      verdict: verdict(on: results, faults)
    )
  }

  private var verdictRule: VerdictRule { VerdictRule(failOn: governance.failOn) }

  /// What the comparison with an earlier revision found, or that there could be none.
  private var groupResults: [CheckResult] {
    if !scope.lostGroups.isEmpty { return scope.lostGroups.flatMap { $0.results(in: survey) } }
    return repository.isShallow && scope.change == nil ? LostGroups.undecided(in: survey) : []
  }

  /// The verdict; a shard has none, and a change that touches nothing governed has nothing to fail on.
  private func verdict(on results: [CheckResult], _ faults: [Fault]) -> Verdict {
    if request.shard != nil { return .partial }
    if scope.isEmpty, faults.isEmpty { return .pass }
    return verdictRule.verdict(on: results, faults: faults)
  }

  private var policy: Report.Policy {
    var policy = Report.Policy(
      digest: governance.digest,
      ref: governance.revision,
      path: governance.policy.source?.path,
      failOn: governance.failOn,
      parameters: [
        setting("unknown_is", governance.policy.unknownIs.rawValue),
        setting("strict_dates", String(governance.policy.strictDates)),
        setting("waiver_max_days", String(governance.policy.waiverMaximumDays)),
        setting("waiver_warn_days", String(governance.policy.waiverWarningDays)),
      ],
      exclude: governance.policy.excluded.map(\.text)
    )
    policy.commit = governance.origin?.commit
    return policy
  }

  /// The documents of all systems with what they say.
  private var artifacts: [ArtifactReport] {
    let quotes = Dictionary(
      zip(assessments.map(\.dossier.systemID), quotes),
      uniquingKeysWith: { first, _ in first }
    )
    return survey.artifactReports.map { quotes[$0.system]?.completed($0) ?? $0 }
  }

  private func setting(_ name: String, _ value: String) -> ParameterReport {
    ParameterReport(name: name, value: value, origin: Rule.Origin.policy.rawValue)
  }

  private func system(_ assessment: SystemAssessment) -> SystemReport {
    let derivation = assessment.derivation
    return SystemReport(
      id: assessment.dossier.systemID,
      name: assessment.dossier.systemName,
      tier: derivation.tier,
      flags: derivation.flags.names,
      jurisdictions: derivation.jurisdictions,
      tierReasons: derivation.reasons.map {
        SystemReport.TierReason(
          step: $0.step,
          article: $0.article,
          fact: $0.fact,
          value: $0.answer,
          text: $0.text,
          location: $0.location
        )
      },
      isDeclared: assessment.dossier.declaration != nil,
      path: assessment.dossier.declaration?.source.path,
      questions: derivation.questions,
      openQuestions: assessment.openQuestions,
      limits: assessment.limits.map(\.reported)
    )
  }

  /// Results whose clauses are only there where they are not all of their rule's.
  private static func results(_ results: [CheckResult], of rules: [RuleReport]) -> [CheckResult] {
    let clauses = Dictionary(rules.map { ($0.name, $0.controls) }) { first, _ in first }
    return results.map { result in
      guard result.controls == clauses["\(result.pack)/\(result.rule)"] else { return result }
      var copy = result
      copy.controls = []
      return copy
    }
  }

  /// The texts of the rules that gave results.
  private func rules(of results: [CheckResult]) -> [RuleReport] {
    let used = results.reduce(into: Set<String>()) { $0.insert("\($1.pack)/\($1.rule)") }
    return OwnRules.all.filter { used.contains($0.name) }
      + governance.packs.flatMap { loaded in
        loaded.pack.rules.map { ("\(loaded.pack.id)/\($0.id)", $0) }
          .filter { used.contains($0.0) }
          .map { RuleReport($0.1, named: $0.0) }
      }
  }

  private func pack(_ loaded: Governance.Pack) -> PackReport {
    PackReport(
      id: loaded.pack.id,
      version: loaded.pack.version,
      digest: loaded.digest,
      ruleCount: loaded.pack.rules.count,
      title: loaded.pack.title,
      statusDay: loaded.pack.statusDay,
      source: loaded.source,
      reason: loaded.reason,
      parameters: loaded.pack.parameters.map { parameter($0, of: nil, origin: nil) }
        + loaded.pack.rules.flatMap { rule in
          rule.parameters.filter { isOwn($0, in: loaded.pack) }
            .map { parameter($0, of: rule.id, origin: rule.origin) }
            + rule.limits.map { ParameterReport($0, of: rule) }
        }
    )
  }

  /// Whether a rule decides the value itself, or the policy for this rule alone.
  private func isOwn(_ parameter: RuleParameter, in pack: RulePack) -> Bool {
    parameter.scope == .rule || !pack.parameters.contains(parameter)
  }

  private func parameter(
    _ parameter: RuleParameter,
    of rule: String?,
    origin: Rule.Origin?
  ) -> ParameterReport {
    ParameterReport(
      rule: rule,
      name: parameter.name,
      value: parameter.value.text,
      packValue: parameter.packValue?.text,
      origin: (parameter.origin ?? origin ?? .policy).rawValue
    )
  }

  private func waiver(_ use: WaiverMatching.Use) -> WaiverReport {
    WaiverReport(
      rule: use.waiver.rule,
      system: use.waiver.system,
      subject: use.waiver.subject,
      owner: use.waiver.owner,
      approvedBy: use.waiver.approvedBy,
      created: use.waiver.created,
      expires: use.waiver.expires,
      reason: use.waiver.reason,
      reference: use.waiver.reference,
      state: use.state.reported,
      daysLeft: use.daysLeft,
      location: use.waiver.source.location
    )
  }
}

extension WaiverMatching.Use.State {
  fileprivate var reported: WaiverReport.State {
    switch self {
    case .applied: .applied
    case .expiresSoon: .expiresSoon
    case .expired: .expired
    case .unused: .unused
    case .early: .early
    case .refused: .refused
    }
  }
}
