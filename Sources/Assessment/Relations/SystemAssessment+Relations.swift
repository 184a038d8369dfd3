// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Survey

extension SystemAssessment {
  /// Whether rules of the system displace or bound each other.
  package var hasRelations: Bool { !displacements.isEmpty || !limits.isEmpty }

  /// The assessment with what rules say about each other: displaced records do not apply, bounds are
  /// combined, and bounds that leave no value are undecided.
  ///
  /// - Parameter waived: The records of the system after waivers, in the order of `results`. What is
  ///   waived displaces nothing: a gap that somebody accepted is no reason to stop asking.
  /// - Returns: The assessment with its displaced records, combined bounds and conflicts.
  package func settled(by waived: [CheckResult]) -> SystemAssessment {
    var settled = self
    if !displacements.isEmpty {
      let order = DisplacementOrder(displacements, among: waived)
      settled.results = results.map { result in
        order.displacement(of: result).map { result.displaced(by: $0) } ?? result
      }
    }
    let combined = CombinedLimits(limits, among: settled.results)
    settled.limits = combined.limits
    settled.results += combined.conflicts(of: dossier.systemID, among: settled.results)
    return settled
  }
}

extension CheckResult {
  /// The full name of the rule.
  var ruleName: String { "\(pack)/\(rule)" }

  /// The record of a rule that gives way to a more special one.
  fileprivate func displaced(by displacement: Displacement) -> CheckResult {
    var displaced = self
    displaced.outcome = .notApplicable
    displaced.rawOutcome = .notApplicable
    displaced.displacedBy = displacement.displacing
    displaced.message = displacement.message
    displaced.seen = ""
    displaced.explanation = nil
    return displaced
  }
}
