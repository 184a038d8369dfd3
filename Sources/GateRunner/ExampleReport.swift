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

  /// A change of a condition that no example noticed.
  public struct Survivor: Sendable {
    /// The rule with its pack.
    public var rule: String
    /// What was changed, with its place in the condition.
    public var change: String
    /// Why no example can notice it, as the author explains; nil for a gap in the examples.
    public var reason: String?
  }

  /// The examples in the order of packs, rules and examples.
  public var results: [Result]
  /// The rules that have no example at all.
  public var rulesWithoutExamples: [String]

  /// The changes that no example noticed; nil when conditions were not changed.
  public var survivors: [Survivor]?
  /// How many changes were tried.
  public var mutantCount = 0

  /// Whether every rule has examples, all came out as expected, and every survivor is explained.
  ///
  /// No example is no success.
  public var isSatisfied: Bool {
    !results.isEmpty && rulesWithoutExamples.isEmpty && results.allSatisfy(\.isSatisfied)
      && (survivors ?? []).allSatisfy { $0.reason != nil }
  }
}
