// SPDX-License-Identifier: Apache-2.0

package import GateModel

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
