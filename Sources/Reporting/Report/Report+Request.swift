// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension Report {
  /// What the caller asked for, so that nobody takes a part for the whole.
  package struct Request: Sendable, Hashable {
    /// Where policy, packs and waivers were read.
    package enum PolicySource: String, Sendable, Hashable, CaseIterable {
      /// In the checked tree.
      case tree
      /// In another revision of the repository.
      case ref
      /// In a file on disk that the caller named.
      case file
    }

    /// How the day of the check was set.
    package enum DaySource: String, Sendable, Hashable, CaseIterable {
      /// It is the day on which the check ran.
      case today
      /// The caller named it.
      case option
      /// It is the day of the judged commit.
      case commit
    }

    /// The systems that were selected; empty for all.
    package var systems: [String]
    /// The folder that was treated as the root, or nil for the whole tree.
    package var path: String?
    /// The packs that were named instead of those of the policy; empty for those of the policy.
    package var packs: [String]
    /// The threshold that was named instead of that of the policy.
    package var failOn: FailureThreshold?
    /// Where policy, packs and waivers were read.
    package var policySource: PolicySource
    /// How the day of the check was set.
    package var asOfSource: DaySource

    /// Creates a request; without arguments it is one for everything by the policy of the tree.
    package init(
      systems: [String] = [],
      path: String? = nil,
      packs: [String] = [],
      failOn: FailureThreshold? = nil,
      policySource: PolicySource = .tree,
      asOfSource: DaySource = .today
    ) {
      self.systems = systems
      self.path = path
      self.packs = packs
      self.failOn = failOn
      self.policySource = policySource
      self.asOfSource = asOfSource
    }
  }
}
