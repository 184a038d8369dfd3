// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Reporting
internal import Survey

/// Everything a run depends on; the working directory and the clock are not read.
package struct RunRequest: Sendable {
  /// What is judged.
  package enum Source: Hashable, Sendable {
    /// A commit, named by any revision.
    case commit(String)
    /// The index, for work before a commit; such a verdict is marked uncommitted.
    case index
    /// The files on disk, for work before a commit; such a verdict is marked uncommitted.
    case workingTree
  }

  /// Where policy, packs and waivers come from.
  package enum PolicySource: Hashable, Sendable {
    /// The checked tree itself.
    case checkedTree
    /// Another revision of the same repository, so that a change cannot weaken its own gate.
    case revision(String)
    /// A file on disk; packs and waivers that it names by path come from the checked tree.
    case file(String)
  }

  /// The day of the check, as the caller asked for it.
  package enum AsOf: Hashable, Sendable {
    /// Today by the clock of this machine, in UTC.
    case clock(CalendarDate)
    /// A day that the caller named.
    case day(CalendarDate)
    /// The day of the commit itself, in UTC.
    case commit
  }

  /// The path of the repository.
  package var repository: String
  /// The variables of the call, of which those count that place git's index, objects and
  /// `safe.directory` (see `GitEnvironment`).
  package var variables: [String: String]
  /// Whether a repository of another user may be read without being declared safe.
  package var trustsAnyOwner: Bool
  /// What is judged.
  package var source: Source
  /// The folder of the tree that is treated as its root, or nil for the whole tree.
  package var directory: String?
  /// Where policy, packs and waivers come from.
  package var policySource: PolicySource
  /// Packs that replace those of the policy: names of shipped packs, or folders on disk.
  package var packs: [String]
  /// The ids of the systems that are judged; empty for all.
  package var systems: [String]
  /// The day of the check.
  package var asOf: AsOf
  /// Whether the day may lie before that of the commit.
  package var allowsDayBeforeCommit: Bool
  /// The threshold of failure, or nil for that of the policy.
  package var failOn: FailureThreshold?
  /// The revision that the judged work goes back to, or nil when nothing is compared.
  package var base: String?
  /// Whether only the systems that changed since the base are judged.
  package var judgesOnlyChanged: Bool
  /// Whether findings that the base has as well do not count.
  package var countsOnlyNew: Bool
  /// The file with the findings that an old repository started with, read from where the policy is
  /// read; nil for none.
  package var baseline: String?
  /// The part of the systems that is judged, or nil for all.
  package var shard: Shard?
  /// The bundle of the release before, which a new one follows; nil for the first of a series.
  package var previousBundle: String?
  /// The inputs that a bundle names by their digests alone.
  package var redaction = Redaction.none
  /// How many systems and files are worked on at once.
  package var width: Int
  /// The program, for reports.
  package var tool: Report.Tool
  /// Told how far the run is; nothing that it does changes a result.
  package var progress: @Sendable (RunProgress) async -> Void

  /// Creates a request for the head of a repository with the default policy, on a given day.
  package init(repository: String, asOf: CalendarDate, tool: Report.Tool) {
    self.repository = repository
    variables = [:]
    trustsAnyOwner = false
    source = .commit("HEAD")
    directory = nil
    policySource = .checkedTree
    packs = []
    systems = []
    self.asOf = .day(asOf)
    allowsDayBeforeCommit = false
    failOn = nil
    base = nil
    judgesOnlyChanged = false
    countsOnlyNew = false
    baseline = nil
    shard = nil
    width = 2
    self.tool = tool
    progress = { _ in }
  }
}

extension RunRequest {
  /// The request with the policy's revision under its whole name.
  func naming(_ revision: String?) -> RunRequest {
    guard let revision, case .revision = policySource else { return self }
    var request = self
    request.policySource = .revision(revision)
    return request
  }

  /// The baseline without the place on the disk where it lay.
  var baselineName: String? {
    guard case .file = policySource else {
      return baseline.map { $0.hasPrefix("/") ? TreePath.name(of: $0) : $0 }
    }
    return baseline.map { TreePath.name(of: $0) }
  }
}
