// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import Reporting
internal import RulePacks
internal import Survey

extension Governance {
  /// Matches the waivers with results.
  ///
  /// None is younger than the commit that holds it, be that the checked one or another; one from disk may be.
  func waiving(
    _ results: [CheckResult],
    on asOf: CalendarDate,
    of assessments: [SystemAssessment]
  ) -> WaiverMatching {
    WaiverMatching(
      waivers,
      on: results,
      packs: packs.map(\.pack),
      asOf: asOf,
      committed: Dictionary(
        assessments.compactMap { item in
          (isOfCheckedTree ? item.committedOn : origin?.day).map { (item.dossier.systemID, $0) }
        },
        uniquingKeysWith: min
      ),
      warningDays: policy.waiverWarningDays,
      approvers: policy.waiverApprovers
    )
  }

  /// The assessments with what rules say about each other.
  ///
  /// Waivers are matched here to learn what displaces nothing, and once more afterwards, so that one
  /// for a displaced rule counts as unused.
  func settled(_ assessments: [SystemAssessment], on asOf: CalendarDate) -> [SystemAssessment] {
    guard assessments.contains(where: \.hasRelations) else { return assessments }
    return assessments.map { assessment in
      guard assessment.hasRelations else { return assessment }
      return assessment.settled(by: waiving(assessment.results, on: asOf, of: [assessment]).results)
    }
  }
}

extension AppliedLimit {
  /// The bound as a report shows it.
  var reported: LimitReport {
    LimitReport(
      parameter: parameter,
      bound: bound.rawValue,
      value: RuleLimit.plain(value),
      cite: cite,
      rule: rule,
      governs: governs
    )
  }
}

extension ParameterReport {
  /// A bound that a rule states, among the settings of its pack.
  init(_ limit: RuleLimit, of rule: Rule) {
    self.init(
      rule: rule.id,
      name: "\(limit.parameter) (\(limit.bound.rawValue))",
      value: limit.amountText,
      origin: (rule.origin ?? .law).rawValue,
      cite: limit.cite
    )
  }
}
