// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// Why a run gave no verdict: every problem, each with its place and remedy.
public struct RunFailure: Error, Hashable, Sendable {
  /// Who has to act.
  public enum Kind: Hashable, Sendable {
    /// The caller or the policy owner: usage, configuration, rule packs, waivers.
    case configuration
    /// The repository: it could not be read.
    case repository
  }

  /// One problem.
  public struct Problem: Hashable, Sendable {
    /// What was attempted and what went wrong, as a lower-case phrase.
    public var message: String
    /// Where, if it has a place in a file.
    public var location: SourceLocation?
    /// What to do about it.
    public var help: String
    /// The line in question with a caret, where that helps.
    public var excerpt: String?

    /// Creates a problem.
    public init(
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
  public var kind: Kind
  /// The problems; never empty.
  public var problems: [Problem]

  /// Creates a failure.
  public init(_ kind: Kind, _ problems: [Problem]) {
    self.kind = kind
    self.problems = problems
  }

  /// Creates a configuration failure with one problem.
  static func configuration(_ message: String, help: String) -> RunFailure {
    RunFailure(.configuration, [Problem(message: message, help: help)])
  }
}
