// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
internal import Survey

/// Why a run gave no verdict: every problem, each with its place and remedy.
package struct RunFailure: Error, Hashable, Sendable {
  /// Who has to act.
  package enum Kind: Hashable, Sendable {
    /// The caller or the policy owner: usage, configuration, rule packs, waivers.
    case configuration
    /// The repository: it could not be read.
    case repository
  }

  /// Who has to act.
  package var kind: Kind
  /// The problems; never empty.
  package var problems: [Problem]

  /// Creates a failure.
  package init(_ kind: Kind, _ problems: [Problem]) {
    self.kind = kind
    self.problems = problems
  }

  /// Creates a configuration failure with one problem.
  static func configuration(_ message: String, help: String) -> RunFailure {
    RunFailure(.configuration, [Problem(message: message, help: help)])
  }
}

extension RunFailure {
  /// A system that the caller asked for and nobody declared.
  init(_ error: UnknownSystem) {
    self = .configuration(
      "there is no system '\(error.id)' in the checked tree",
      help: error.suggestion.map { "did you mean '\($0)'?" } ?? "see 'modelgate list systems'"
    )
  }
}

extension Survey {
  /// The systems that a request names, or all.
  func selected(by request: RunRequest) throws(RunFailure) -> Survey {
    do {
      return try selecting(request.systems)
    } catch {
      throw RunFailure(error)
    }
  }
}
