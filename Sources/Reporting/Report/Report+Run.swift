// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension Report {
  /// The program that made a report.
  package struct Tool: Sendable, Hashable {
    /// The name of the program.
    package var name: String
    /// The version of the program.
    package var version: String

    /// Creates the name and version of a program.
    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The tree that was judged and the revision it belongs to.
  package struct Repository: Sendable, Hashable {
    /// The commit, or nil when the index or the files on disk were judged.
    package var commit: ObjectID?
    /// The tree, or nil when the index or the files on disk were judged.
    package var tree: ObjectID?
    /// The folder that was treated as the root, or nil for the whole tree.
    package var directory: String?
    /// The revision, as it was asked for.
    package var revision: String
    /// The full name of the reference that it resolved to, such as `refs/heads/main`, if it is one.
    package var ref: String?
    /// Whether the history is cut off, so that rules about history cannot be judged.
    package var isShallow: Bool
    /// Whether a commit was judged, and not work before a commit.
    package var isCommitted: Bool
    /// When the commit was made, in seconds since 1970-01-01T00:00:00Z.
    package var commitTime: Int64?

    /// Creates the description of a tree.
    package init(
      commit: ObjectID?,
      tree: ObjectID?,
      directory: String? = nil,
      revision: String,
      ref: String? = nil,
      isShallow: Bool = false,
      isCommitted: Bool = true,
      commitTime: Int64? = nil
    ) {
      self.commit = commit
      self.tree = tree
      self.directory = directory
      self.revision = revision
      self.ref = ref
      self.isShallow = isShallow
      self.isCommitted = isCommitted
      self.commitTime = commitTime
    }
  }

  /// The policy that a run followed.
  package struct Policy: Sendable, Hashable {
    /// The digest of everything that decides: policy file, packs and waivers.
    package var digest: ContentDigest
    /// The revision that policy, packs and waivers were read from, or nil for the checked tree.
    package var ref: String?
    /// The commit of that revision.
    package var commit: ObjectID?
    /// The path of the policy file, or nil when there is none and the defaults apply.
    package var path: String?
    /// The lowest severity whose failure fails the run.
    package var failOn: FailureThreshold
    /// The settings in force, defaults included.
    package var parameters: [ParameterReport]
    /// The globs of what is never searched for artifacts.
    package var exclude: [String]

    /// Creates the description of a policy.
    package init(
      digest: ContentDigest,
      ref: String? = nil,
      path: String? = nil,
      failOn: FailureThreshold = .error,
      parameters: [ParameterReport] = [],
      exclude: [String] = []
    ) {
      self.digest = digest
      self.ref = ref
      self.path = path
      self.failOn = failOn
      self.parameters = parameters
      self.exclude = exclude
    }

    /// The revision with its commit, as people name it.
    var place: String? { ref.map { $0 + (commit.map { " (\($0.short))" } ?? "") } }

    func ordered() -> Policy {
      var copy = self
      copy.parameters = FixedOrder.sorted(parameters)
      return copy
    }
  }
}
