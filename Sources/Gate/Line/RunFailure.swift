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

  /// One problem.
  package struct Problem: Hashable, Sendable {
    /// What was attempted and what went wrong, as a lower-case phrase.
    package var message: String
    /// Where, if it has a place in a file.
    package var location: SourceLocation?
    /// What to do about it.
    package var help: String
    /// The line in question with a caret, where that helps.
    package var excerpt: String?

    /// Creates a problem.
    package init(
      message: String,
      location: SourceLocation? = nil,
      help: String,
      excerpt: String? = nil
    ) {
      self.message = message
      self.location = location
      self.help = help
      self.excerpt = excerpt
    }
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
