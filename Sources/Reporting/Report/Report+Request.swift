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

    /// A file that looks like evidence and that nobody looked at.
    package struct NotLookedAt: Sendable, Hashable {
      /// The file, or the first of several.
      package var path: String
      /// Why, and what to do if it is evidence.
      package var reason: String

      /// Creates the statement on a file.
      package init(path: String, reason: String) {
        (self.path, self.reason) = (path, reason)
      }
    }

    /// The systems that were selected; empty for all.
    package var systems: [String]
    /// The declared systems that were not judged because others were selected, sorted.
    package var notJudged: [String] = []
    /// What looks like evidence and lies beyond what was looked at, by path.
    package var notLookedAt: [NotLookedAt] = []
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
    /// What the judged work is compared with, where the caller named a base.
    package var change: Change?
    /// The file with the findings that count for nothing, as the caller named it.
    package var baseline: String?
    /// Which part of the systems was judged, as `K/N`; nil for all of them.
    package var shard: String?

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

extension Report {
  /// What the judged work is compared with, and which part of it counts.
  package struct Change: Sendable, Hashable {
    /// The commit that the caller named.
    package var base: ObjectID
    /// The commit at which the judged work left the line of the base; the base itself where that lies
    /// in the history of the work.
    package var since: ObjectID
    /// Whether only the systems that the work touches were judged.
    package var onlyChanged: Bool
    /// Whether findings that the base has as well count for nothing.
    package var newOnly: Bool
    /// The systems that were not judged because the work does not touch them, sorted.
    package var leftOut: [String] = []

    /// Creates a comparison that leaves no system out.
    package init(base: ObjectID, since: ObjectID, onlyChanged: Bool, newOnly: Bool) {
      self.base = base
      self.since = since
      self.onlyChanged = onlyChanged
      self.newOnly = newOnly
    }
  }

  /// Whether the work since the base touches nothing that is governed, so that no system was judged
  /// because none had to be.
  var isEmptySelection: Bool {
    request.change?.onlyChanged == true && systems.isEmpty && verdict == .pass
  }

  /// The range of commits that was looked at, such as `1234567..89abcde`.
  var changedRange: String? {
    request.change.map { "\($0.since.short)..\(repository.commit?.short ?? repository.revision)" }
  }
}
