// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import RuleLanguage

/// How much a failure of a rule matters: the same everywhere, or by tier and flag of the system.
package enum SeverityScale: Hashable, Sendable {
  case uniform(Severity)
  /// By key; the strictest of those that fit the system counts.
  case graded([Step])

  /// One entry of a graded scale.
  package struct Step: Hashable, Sendable {
    /// A tier, `gpai`, `gpai_systemic`, or `others` for every tier that is not named.
    package var key: String
    package var severity: Severity
  }

  /// What counts beside the tier.
  ///
  /// A derogation keeps its duties where transparency sets the tier.
  private static let flags = ["derogated", "gpai", "gpai_systemic"]
  private static let others = "others"

  /// What a rule may grade by.
  package static let keys =
    RiskTier.allCases.map(\.rawValue) + flags.filter { RiskTier(rawValue: $0) == nil } + [others]

  /// The severity for a system, or nil where the rule asks nothing of it.
  package func severity(tier: RiskTier, flags: [String]) -> Severity? {
    switch self {
    case .uniform(let severity): severity
    case .graded(let steps):
      steps.filter {
        $0.key == tier.rawValue || Self.flags.contains($0.key) && flags.contains($0.key)
      }
      .map(\.severity).max() ?? steps.first { $0.key == Self.others }?.severity
    }
  }

  /// The gravest severity that a failure may have.
  package var strictest: Severity {
    switch self {
    case .uniform(let severity): severity
    case .graded(let steps): steps.map(\.severity).max() ?? .info
    }
  }

  /// The scale on one line, such as `error for high; info for minimal`.
  package var text: String {
    switch self {
    case .uniform(let severity): severity.rawValue
    case .graded(let steps):
      steps.map { "\($0.severity.rawValue) for \($0.key)" }.joined(separator: "; ")
    }
  }
}

/// How much a failure of a rule matters: one scale, or scales that hang on conditions.
package struct RuleSeverity: Sendable {
  /// A scale, and when it is the one.
  package struct Case: Sendable {
    /// The condition over the facts, or nil for all that is left.
    package var when: Program?
    package var scale: SeverityScale
  }

  /// The cases; the first whose condition holds counts, and before it every one that may hold.
  package var cases: [Case]

  /// The gravest severity that a failure may have.
  package var strictest: Severity { cases.map(\.scale.strictest).max() ?? .info }

  /// Whether it hangs on the system.
  var needsSystem: Bool {
    cases.contains { entry in
      if case .graded = entry.scale { return true }
      return entry.when?.mentions(root: "system") == true
    }
  }

  /// The scales on one line, such as `block for high when the deployer is a public body; else error`.
  package var text: String {
    cases.map { entry in
      entry.when.map { "\(entry.scale.text) when \($0.english())" } ?? entry.scale.text
    }
    .joined(separator: "; else ")
  }
}
