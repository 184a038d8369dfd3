// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Reporting
internal import Survey

/// Everything a run depends on; the working directory, the clock and the environment are not read.
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

  /// The path of the repository.
  package var repository: String
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
  package var asOf: CalendarDate
  /// The threshold of failure, or nil for that of the policy.
  package var failOn: FailureThreshold?
  /// How many systems and files are worked on at once.
  package var width: Int
  /// The program, for reports.
  package var tool: Report.Tool
  /// Told how far the run is; nothing that it does changes a result.
  package var progress: @Sendable (RunProgress) async -> Void

  /// Creates a request for the head of a repository with the default policy.
  package init(repository: String, asOf: CalendarDate, tool: Report.Tool) {
    self.repository = repository
    source = .commit("HEAD")
    directory = nil
    policySource = .checkedTree
    packs = []
    systems = []
    self.asOf = asOf
    failOn = nil
    width = 2
    self.tool = tool
    progress = { _ in }
  }
}
