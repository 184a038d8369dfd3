// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Reporting

/// Judges two commits by one day and tells what changed between them.
package struct Comparison: Sendable {
  private let base: RunRequest
  private let head: RunRequest

  /// Creates a comparison.
  ///
  /// - Parameters:
  ///   - request: How both are judged, and the later commit.
  ///   - base: The earlier commit, named by any revision.
  package init(_ request: RunRequest, since base: String) {
    head = request
    var earlier = request
    earlier.source = .commit(base)
    // What a system is asked for may be new.
    earlier.systems = []
    self.base = earlier
  }

  /// What changed.
  ///
  /// - Throws: When one of the commits cannot be judged at all.
  package func report() async throws(RunFailure) -> DifferenceReport {
    let (old, new) = (try await JudgedCommit(base), try await JudgedCommit(head))
    let systems = Set(head.systems)
    let difference = Difference(
      base: old,
      head: new,
      concerns: { systems.isEmpty || systems.contains($0) }
    )
    return DifferenceReport(
      between: old.report,
      and: new.report,
      findings: difference.findings,
      movements: difference.movements,
      settings: difference.settings,
      stale: difference.staleDocuments,
      newFaults: difference.newFaults
    )
  }
}

/// A finding of a rule on a subject, whatever it says.
struct FindingKey: Hashable {
  private let parts: [String]

  init(_ result: CheckResult) {
    self.init(
      system: result.system,
      pack: result.pack,
      rule: result.rule,
      subject: result.subject
    )
  }

  init(system: String, pack: String, rule: String, subject: String) {
    parts = [system, pack, rule, subject]
  }
}

extension CheckResult {
  /// Whether it stands for a gap: something is not satisfied or could not be judged.
  var isFinding: Bool { outcome == .failed || outcome == .undecided }
}

/// The findings that a report has, to tell which of another one are new.
struct KnownFindings {
  private let outcomes: [FindingKey: Outcome]

  init(_ results: [CheckResult]) {
    outcomes = results.filter(\.isFinding).reduce(into: [:]) { outcomes, result in
      // Of several on one subject the worse one counts.
      let key = FindingKey(result)
      outcomes[key] = outcomes[key] == .failed ? .failed : result.outcome
    }
  }

  /// Whether a finding was there before; what was undecided and has failed is new.
  func contains(_ result: CheckResult) -> Bool {
    guard let before = outcomes[FindingKey(result)] else { return false }
    return before == .failed || result.outcome == .undecided
  }

  /// Whether there was any finding of the same rule on the same subject.
  func concerns(_ result: CheckResult) -> Bool { outcomes[FindingKey(result)] != nil }
}
