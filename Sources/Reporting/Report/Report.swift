// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Everything that one run found, as plain values in a fixed order.
///
/// The order is system, pack, rule, subject, whatever order the parts were given in, so that equal
/// findings always render to equal bytes.
package struct Report: Sendable, Hashable {
  /// The program that made the report.
  package let tool: Tool
  /// The day of the check.
  package let asOf: CalendarDate
  /// What was judged.
  package let repository: Repository
  /// The rules of the gate.
  package let policy: Policy
  /// The AI systems that were judged.
  package let systems: [SystemReport]
  /// The rule packs that were applied.
  package let packs: [PackReport]
  /// The governed documents that were read.
  package let artifacts: [ArtifactReport]
  /// Every check that ran, passes included.
  package let results: [CheckResult]
  /// Every waiver that was found, used or not.
  package let waivers: [WaiverReport]
  /// Why something could not be decided.
  package let faults: [Fault]
  /// What the run says as a whole.
  package let verdict: Verdict

  /// Creates a report and puts its parts into the fixed order.
  package init(
    tool: Tool,
    asOf: CalendarDate,
    repository: Repository,
    policy: Policy,
    systems: [SystemReport],
    packs: [PackReport],
    artifacts: [ArtifactReport],
    results: [CheckResult],
    waivers: [WaiverReport] = [],
    faults: [Fault] = [],
    verdict: Verdict
  ) {
    self.tool = tool
    self.asOf = asOf
    self.repository = repository
    self.policy = policy.ordered()
    self.systems = FixedOrder.sorted(systems.map { $0.ordered() })
    self.packs = FixedOrder.sorted(packs.map { $0.ordered() })
    self.artifacts = FixedOrder.sorted(artifacts)
    self.results = FixedOrder.sorted(results)
    self.waivers = FixedOrder.sorted(waivers)
    self.faults = FixedOrder.sorted(faults)
    self.verdict = verdict
  }

  /// How many checks came out in which way.
  package var summary: ReportSummary { ReportSummary(results) }
}
