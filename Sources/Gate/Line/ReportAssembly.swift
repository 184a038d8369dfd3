// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
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
  let assessments: [SystemAssessment]

  func report() -> Report {
    let matching = WaiverMatching(
      governance.waivers,
      on: assessments.flatMap(\.results),
      packs: governance.packs.map(\.pack),
      asOf: asOf,
      warningDays: governance.policy.waiverWarningDays
    )
    let faults = survey.faults
    return Report(
      tool: request.tool,
      asOf: asOf,
      repository: repository,
      policy: policy,
      systems: assessments.map(system),
      packs: governance.packs.map(pack),
      artifacts: survey.artifactReports,
      results: matching.results,
      waivers: matching.uses.map(waiver),
      faults: faults,
      verdict: VerdictRule(failOn: governance.failOn).verdict(on: matching.results, faults: faults)
    )
  }

  private var policy: Report.Policy {
    Report.Policy(
      digest: governance.digest,
      ref: governance.revision,
      path: governance.policy.source?.path,
      failOn: governance.failOn,
      parameters: [
        setting("unknown_is", governance.policy.unknownIs.rawValue),
        setting("strict_dates", String(governance.policy.strictDates)),
        setting("waiver_max_days", String(governance.policy.waiverMaximumDays)),
        setting("waiver_warn_days", String(governance.policy.waiverWarningDays)),
      ]
    )
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
          article: $0.article,
          fact: $0.fact,
          value: $0.answer,
          text: $0.text,
          location: $0.location
        )
      },
      isDeclared: assessment.dossier.declaration != nil,
      path: assessment.dossier.declaration?.source.path,
      questions: derivation.questions
    )
  }

  private func pack(_ loaded: Governance.Pack) -> PackReport {
    PackReport(
      id: loaded.pack.id,
      version: loaded.pack.version,
      digest: loaded.digest,
      ruleCount: loaded.pack.rules.count,
      title: loaded.pack.title,
      parameters: loaded.pack.parameters.map { parameter($0, of: nil, origin: nil) }
        + loaded.pack.rules.flatMap { rule in
          rule.parameters.filter { isOwn($0, in: loaded.pack) }
            .map { parameter($0, of: rule.id, origin: rule.origin) }
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
      origin: (parameter.origin ?? origin ?? .policy).rawValue
    )
  }

  private func waiver(_ use: WaiverMatching.Use) -> WaiverReport {
    WaiverReport(
      rule: use.waiver.rule,
      subject: use.waiver.subject,
      owner: use.waiver.owner,
      approvedBy: use.waiver.approvedBy,
      expires: use.waiver.expires,
      reason: use.waiver.reason,
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
    case .refused: .refused
    }
  }
}

extension Survey {
  /// The artifacts as the report lists them, one line per system and file.
  var artifactReports: [ArtifactReport] {
    inputs.flatMap { input in
      input.systems.map { system in
        ArtifactReport(
          system: system,
          kind: input.kind,
          format: input.format,
          path: input.entry.path,
          blob: input.entry.id,
          sha256: input.sha256,
          size: input.size
        )
      }
    }
  }
}
