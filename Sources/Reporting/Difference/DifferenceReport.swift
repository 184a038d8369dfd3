// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What changed between two judged commits, in a fixed order.
package struct DifferenceReport: Sendable {
  /// What became of a finding.
  package enum Change: String, Hashable, Sendable, CaseIterable {
    /// Only the later commit has it.
    case new
    /// Only the earlier commit has it.
    case gone
    /// Both have it.
    case same
  }

  /// A finding, and what became of it.
  package struct Finding: Hashable, Sendable {
    /// What became of it.
    package var change: Change
    /// The result at the later commit, or at the earlier one when it is gone.
    package var result: CheckResult

    /// Creates a finding.
    package init(change: Change, result: CheckResult) {
      (self.change, self.result) = (change, result)
    }
  }

  /// A measurement at one of the commits.
  package struct Value: Hashable, Sendable {
    /// The value, or nil where it is undefined or absent.
    package var value: Double?
    /// The bounds of its interval, where they are stated.
    package var lower: Double?
    /// The upper bound.
    package var upper: Double?

    /// Creates a value.
    package init(value: Double?, lower: Double?, upper: Double?) {
      (self.value, self.lower, self.upper) = (value, lower, upper)
    }
  }

  /// A measurement that has another value than before, or is new or gone.
  package struct Movement: Hashable, Sendable {
    /// The id of the system.
    package var system: String
    /// The name of the metric.
    package var metric: String
    /// What it was measured on: slice, data set, split and task, as far as they are stated.
    package var scope: String
    /// The value before, or nil when it was not there.
    package var before: Value?
    /// The value after, or nil when it is not there.
    package var after: Value?

    /// Creates a movement.
    package init(system: String, metric: String, scope: String, before: Value?, after: Value?) {
      (self.system, self.metric, self.scope) = (system, metric, scope)
      (self.before, self.after) = (before, after)
    }

    /// By how much the value moved.
    package var distance: Double? {
      guard let old = before?.value, let new = after?.value else { return nil }
      // Twelve digits: what the subtraction adds beyond them is no part of the measurements.
      return ((new - old) * 1e12).rounded() / 1e12
    }
  }

  /// A tier, a setting, a waiver, a pack or a system that is another one than before.
  package struct Setting: Hashable, Sendable {
    /// What kind of thing it is: `system`, `tier`, `pack`, `threshold` or `waiver`.
    package var kind: String
    /// Which one.
    package var name: String
    /// What it was, or nil when it was not there.
    package var before: String?
    /// What it is, or nil when it is not there.
    package var after: String?

    /// Creates a change of a setting.
    package init(kind: String, name: String, before: String?, after: String?) {
      (self.kind, self.name, self.before, self.after) = (kind, name, before, after)
    }
  }

  /// A document that stayed as it was while what it describes changed.
  package struct StaleDocument: Hashable, Sendable {
    /// The id of the system.
    package var system: String
    /// The path of the document.
    package var path: String
    /// What changed meanwhile, by path or name.
    package var because: [String]

    /// Creates a stale document.
    package init(system: String, path: String, because: [String]) {
      (self.system, self.path, self.because) = (system, path, because)
    }
  }

  /// The program that compared.
  package var tool: Report.Tool
  /// The day by which both commits were judged.
  package var asOf: CalendarDate
  /// The earlier commit.
  package var base: Report.Repository
  /// The later commit.
  package var head: Report.Repository
  /// The verdict on each.
  package var verdicts: (base: Verdict, head: Verdict)
  /// Whether any rule was judged at the later commit.
  package var isJudged: Bool
  /// The lowest severity whose new failure counts.
  package var failOn: FailureThreshold
  /// All findings of both.
  package var findings: [Finding]
  /// The measurements that moved.
  package var movements: [Movement]
  /// The settings that changed.
  package var settings: [Setting]
  /// The documents that stayed.
  package var stale: [StaleDocument]
  /// What could not be read at the later commit and could at the earlier one.
  package var newFaults: [Fault]

  /// Creates a report.
  package init(
    between base: Report,
    and head: Report,
    findings: [Finding],
    movements: [Movement],
    settings: [Setting],
    stale: [StaleDocument],
    newFaults: [Fault]
  ) {
    tool = head.tool
    asOf = head.asOf
    self.base = base.repository
    self.head = head.repository
    verdicts = (base.verdict, head.verdict)
    isJudged = head.results.contains(where: \.isJudgement)
    // A change that lowers the threshold is still measured by the one before it.
    failOn = .stricter(base.policy.failOn, head.policy.failOn)
    self.findings = findings
    self.movements = movements
    self.settings = settings
    self.stale = stale
    self.newFaults = newFaults
  }

  /// Fail when a finding at or above the threshold is new, undecided when something new could not
  /// be judged or nothing was, else pass; what both have in common counts for nothing.
  package var verdict: Verdict {
    let new = findings(.new).map(\.result)
    if new.contains(where: { $0.outcome == .failed && failOn.includes($0.severity) }) {
      return .fail
    }
    let isOpen = new.contains(where: VerdictRule(failOn: failOn).leavesOpen)
    return isOpen || !newFaults.isEmpty || !isJudged ? .undecided : .pass
  }

  /// The findings of one kind.
  package func findings(_ change: Change) -> [Finding] { findings.filter { $0.change == change } }
}
