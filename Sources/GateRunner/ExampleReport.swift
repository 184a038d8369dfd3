// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// What came of running the examples of rules.
public struct ExampleReport: Sendable {
  /// How the report is printed.
  public enum Format: String, Sendable, CaseIterable {
    case console
    case junit
    case json
  }

  /// One example.
  public struct Result: Sendable {
    /// The rule with its pack.
    public var rule: String
    /// The name of the example.
    public var example: String
    /// The outcome that the example asks for.
    public var expected: Outcome
    /// The outcome that the rule gave, or nil when the example could not be run.
    public var actual: Outcome?
    /// Why it came out otherwise than expected; empty for a satisfied example.
    public var explanation: String
    /// Where the example stands.
    public var location: SourceLocation

    /// Whether the rule gave the expected outcome.
    public var isSatisfied: Bool { actual == expected }
  }

  /// The examples in the order of packs, rules and examples.
  public var results: [Result]
  /// The rules that have no example at all.
  public var rulesWithoutExamples: [String]

  /// Whether every rule has examples and all came out as expected; no example is no success.
  public var isSatisfied: Bool {
    !results.isEmpty && rulesWithoutExamples.isEmpty && results.allSatisfy(\.isSatisfied)
  }
}
