// SPDX-License-Identifier: Apache-2.0

/// What a bundle's `report.json` states of the repository, as its reader found it.
///
/// All of it is text, because a damaged report may state anything.
package struct ReportFacts: Hashable, Sendable {
  /// The value of `repository.commit`.
  package var commit: String
  /// The value of `repository.tree`.
  package var tree: String
  /// The value of `policy.digest`, to be compared with `EvidenceBundle.policyDigest(of:)`; nil if
  /// the report's digest means something else.
  package var policyDigest: String?
  /// The values of `artifacts`.
  package var artifacts: [Artifact]

  /// Creates the facts of a report.
  package init(commit: String, tree: String, policyDigest: String? = nil, artifacts: [Artifact]) {
    self.commit = commit
    self.tree = tree
    self.policyDigest = policyDigest
    self.artifacts = artifacts
  }

  /// One artifact as the report states it.
  package struct Artifact: Hashable, Sendable {
    /// The id of the system.
    package var system: String
    /// What the artifact is.
    package var kind: String
    /// The format that it was read as.
    package var format: String
    /// The path below the checked folder.
    package var path: String
    /// The id of the git blob.
    package var blob: String
    /// The SHA-256 of the content.
    package var sha256: String
    /// The size in bytes.
    package var size: Int

    /// Creates an artifact.
    package init(
      system: String,
      kind: String,
      format: String,
      path: String,
      blob: String,
      sha256: String,
      size: Int
    ) {
      self.system = system
      self.kind = kind
      self.format = format
      self.path = path
      self.blob = blob
      self.sha256 = sha256
      self.size = size
    }
  }
}
