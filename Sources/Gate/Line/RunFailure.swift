// SPDX-License-Identifier: Apache-2.0

package import GateModel

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
