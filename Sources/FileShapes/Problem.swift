// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What is wrong with one place of a configuration file, and what its author can do about it.
package struct Problem: Hashable, Sendable {
  /// A permanent kebab-case name of the kind of problem, such as `unknown-key`.
  package var code: String
  /// What was expected and what is there, as a lower-case phrase.
  package var message: String
  /// What to do about it.
  package var help: String
  /// Where.
  package var source: SourceReference

  /// Creates a problem.
  package init(code: String, message: String, help: String, source: SourceReference) {
    self.code = code
    self.message = message
    self.help = help
    self.source = source
  }

  /// The file and the place in it.
  package var location: SourceLocation { source.location }

  /// The same in an artifact: what is missing is for rules to judge, what cannot be read is an error.
  package var issue: Issue {
    Issue(
      code: code,
      severity: code == "missing-key" ? .warning : .error,
      message: "\(message); \(help)",
      source: source
    )
  }
}
