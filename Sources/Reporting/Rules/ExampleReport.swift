// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What came of running the examples of rules.
package struct ExampleReport: Sendable {
  /// How the report is printed.
  package enum Format: String, Sendable, CaseIterable {
    case console
    case junit
    case json
  }

  /// One example.
  package struct Result: Sendable {
    /// The rule with its pack.
    package var rule: String
    /// The name of the example.
    package var example: String
    /// The outcome that the example asks for.
    package var expected: Outcome
    /// The outcome that the rule gave, or nil when the example could not be run.
    package var actual: Outcome?
    /// Why it came out otherwise than expected; empty for a satisfied example.
    package var explanation: String
    /// Where the example stands.
    package var location: SourceLocation

    /// Creates the result of an example that could not be run yet.
    package init(rule: String, example: String, expected: Outcome, location: SourceLocation) {
      self.rule = rule
      self.example = example
      self.expected = expected
      actual = nil
      explanation = ""
      self.location = location
    }

    /// Whether the rule gave the expected outcome.
    package var isSatisfied: Bool { actual == expected }
  }

  /// A change of a condition that no example noticed.
  package struct Survivor: Sendable {
    /// The rule with its pack.
    package var rule: String
    /// What was changed, with its place in the condition.
    package var change: String
    /// Why no example can notice it, as the author explains; nil for a gap in the examples.
    package var reason: String?

    /// Creates a survivor.
    package init(rule: String, change: String, reason: String?) {
      self.rule = rule
      self.change = change
      self.reason = reason
    }
  }

  /// The examples in the order of packs, rules and examples.
  package var results: [Result]
  /// The rules that have no example at all.
  package var rulesWithoutExamples: [String]

  /// The changes that no example noticed; nil when conditions were not changed.
  package var survivors: [Survivor]?
  /// How many changes were tried.
  package var mutantCount = 0

  /// Creates a report.
  package init(results: [Result], rulesWithoutExamples: [String]) {
    self.results = results
    self.rulesWithoutExamples = rulesWithoutExamples
  }

  /// Whether every rule has examples, all came out as expected, and every survivor is explained.
  ///
  /// No example is no success.
  package var isSatisfied: Bool {
    !results.isEmpty && rulesWithoutExamples.isEmpty && results.allSatisfy(\.isSatisfied)
      && (survivors ?? []).allSatisfy { $0.reason != nil }
  }
}
