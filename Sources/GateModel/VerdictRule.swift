// SPDX-License-Identifier: Apache-2.0

/// Turns records and faults into one word: fail beats undecided beats pass.
package struct VerdictRule: Sendable {
  /// The lowest severity whose failure fails the run.
  package var failOn: FailureThreshold

  /// Creates the rule.
  package init(failOn: FailureThreshold) {
    self.failOn = failOn
  }

  /// The verdict; nothing judged is never a pass.
  ///
  /// A failure below the threshold was judged, and the policy says that it does not fail the run:
  /// beside nothing else it makes a pass, as it does beside checks that passed.
  package func verdict(on results: [CheckResult], faults: [Fault]) -> Verdict {
    if results.contains(where: isFailure) { return .fail }
    if faults.contains(where: { $0.knownSince == nil }) || results.contains(where: leavesOpen) {
      return .undecided
    }
    return results.contains(where: \.isJudgement) ? .pass : .undecided
  }

  /// What a run has to say when its packs judged nothing and leave nothing open.
  ///
  /// A fault, because formats that know only findings would show an empty list, which looks like a pass.
  package func silence(of results: [CheckResult], faults: [Fault]) -> Fault? {
    let isSilent = results.allSatisfy { result in
      ProgramPack(rawValue: result.pack) != nil || !result.isJudgement && !leavesOpen(result)
    }
    guard faults.isEmpty, isSilent else { return nil }
    return Fault(
      message: "no selected rule applies to what is there, so nothing was checked",
      help: "select packs that apply, or leave 'packs' out of the policy, so that places and roles "
        + "choose them"
    )
  }

  /// Whether a failure of a severity fails the run.
  package func counts(_ severity: Severity) -> Bool { failOn.includes(severity) }

  /// A failure that is not new fails nothing, where only new ones are asked for.
  private func isFailure(_ result: CheckResult) -> Bool {
    result.outcome == .failed && result.knownSince == nil && counts(result.severity)
  }

  /// An undecided rule matters where its failure would; under `never`, from `error` upwards.
  package func leavesOpen(_ result: CheckResult) -> Bool {
    let threshold = failOn == .never ? .error : failOn
    return result.outcome == .undecided && result.knownSince == nil
      && threshold.includes(result.severity)
  }
}
