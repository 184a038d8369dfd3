// SPDX-License-Identifier: Apache-2.0

/// What a bundle's `report.json` states of the repository, as its reader found it.
///
/// All of it is text, because a damaged report may state anything.
public struct ReportFacts: Hashable, Sendable {
  /// The value of `repository.commit`.
  public var commit: String
  /// The value of `repository.tree`.
  public var tree: String
  /// The value of `policy.digest`, to be compared with `EvidenceBundle.policyDigest(of:)`; nil if
  /// the report's digest means something else.
  public var policyDigest: String?
  /// The values of `artifacts`.
  public var artifacts: [Artifact]

  /// Creates the facts of a report.
  public init(commit: String, tree: String, policyDigest: String? = nil, artifacts: [Artifact]) {
    self.commit = commit
    self.tree = tree
    self.policyDigest = policyDigest
    self.artifacts = artifacts
  }

  /// One artifact as the report states it.
  public struct Artifact: Hashable, Sendable {
    /// The id of the system.
    public var system: String
    /// What the artifact is.
    public var kind: String
    /// The path below the checked folder.
    public var path: String
    /// The id of the git blob.
    public var blob: String
    /// The SHA-256 of the content.
    public var sha256: String
    /// The size in bytes.
    public var size: Int

    /// Creates an artifact.
    public init(
      system: String,
      kind: String,
      path: String,
      blob: String,
      sha256: String,
      size: Int
    ) {
      self.system = system
      self.kind = kind
      self.path = path
      self.blob = blob
      self.sha256 = sha256
      self.size = size
    }
  }
}
