// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import GitStore
internal import Glibc
package import Reporting

/// Judges every reference of a push.
package struct PushJudgement: Sendable {
  /// By which policy new commits are judged.
  package enum Policy: Hashable, Sendable {
    /// As the request says.
    case ofRequest
    /// By that of the reference before the push; for a new one, by that of the repository's `HEAD`.
    case beforePush
  }

  /// What came out for one reference.
  package struct Outcome: Sendable {
    /// What the push wants.
    package let reference: PushedReference
    /// What was decided.
    package let decision: Decision
  }

  /// What was decided about one reference.
  package enum Decision: Sendable {
    /// There is nothing to judge, for this reason.
    case skipped(String)
    /// The commit was judged.
    case judged(Report)
    /// No verdict was reached.
    case failed(RunFailure)
  }

  private let request: RunRequest
  private let policy: Policy
  private let patterns: [String]

  /// Creates a judgement.
  ///
  /// - Parameters:
  ///   - request: How each commit is judged; what is judged is taken from the references.
  ///   - policy: By which policy.
  ///   - patterns: Which references are judged (glob(7)); none for all.
  package init(_ request: RunRequest, policy: Policy, patterns: [String] = []) {
    (self.request, self.policy, self.patterns) = (request, policy, patterns)
  }

  /// Judges references one after the other.
  package func outcomes(of references: [PushedReference]) async -> [Outcome] {
    var outcomes: [Outcome] = []
    for reference in references {
      outcomes.append(Outcome(reference: reference, decision: await decision(on: reference)))
    }
    return outcomes
  }

  private func decision(on reference: PushedReference) async -> Decision {
    guard let new = reference.new else { return .skipped("it is deleted") }
    guard patterns.isEmpty || patterns.contains(where: { fnmatch($0, reference.name, 0) == 0 })
    else { return .skipped("no --refs names it") }
    do throws(RunFailure) {
      var request = request
      request.source = .commit(new.hex)
      if policy == .beforePush { request.policySource = try policySource(for: reference) }
      return .judged(try await GateRun(request).run().report)
    } catch {
      return .failed(error)
    }
  }

  /// The policy before the push: nobody changes the policy that his own change is judged by.
  private func policySource(
    for reference: PushedReference
  ) throws(RunFailure) -> RunRequest.PolicySource {
    if let old = reference.old { return .revision(old.hex) }
    switch try RepositoryAccess(request).head {
    case .commit: return .revision("HEAD")
    // The very first push brings the policy along.
    case .emptyRepository: return .checkedTree
    case .missingBranch:
      throw .configuration(
        "'\(reference.name)' is new, and HEAD of the repository names no branch that exists",
        help: "let HEAD name the main branch, or say by which policy with --policy-ref"
      )
    }
  }
}

extension Sequence<PushJudgement.Outcome> {
  /// What git is told about all of them: a failure beats a mistake of configuration, and both beat an
  /// open question.
  package var result: PushJudgement.Result {
    let results = map(\.decision.result)
    return [.fail, .configuration, .undecided].first(where: results.contains) ?? .pass
  }
}

extension PushJudgement {
  /// What came out as a whole.
  package enum Result: Sendable {
    case pass
    case fail
    case configuration
    case undecided
  }
}

extension PushJudgement.Decision {
  fileprivate var result: PushJudgement.Result {
    switch self {
    case .skipped: .pass
    case .judged(let report):
      switch report.verdict {
      case .pass: .pass
      case .fail: .fail
      case .undecided, .partial: .undecided
      }
    case .failed(let failure): failure.kind == .configuration ? .configuration : .undecided
    }
  }
}
