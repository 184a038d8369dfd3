// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// What a bundle holds, after every byte of it was found right: enough to judge again.
package struct BundleRecord: Hashable, Sendable {
  /// The checked commit.
  package let commit: ObjectID
  /// When it was committed, in seconds since 1970-01-01T00:00:00Z; nil when it does not say.
  package let commitTime: Int64?
  /// The tree of the checked folder.
  package let tree: ObjectID
  /// The checked folder; empty for the whole tree.
  package let root: String
  /// Every file below the checked folder, as the git objects prove it.
  package let entries: [TreeEntry]
  /// The commit that the policy was read from, where that is not the checked one.
  package let policyCommit: ObjectID?
  /// When that one was committed, like the checked one.
  package let policyCommitTime: Int64?
  /// The files of that commit, as far as the git objects lead to them.
  package let policyEntries: [TreeEntry]
  /// The bytes of inputs and policy files by their blobs.
  package let contents: [ObjectID: FileContent]
  /// The files of policy, packs and waivers, by the paths they were read from.
  package let policy: [BundleFile]
  /// The digest of these files.
  package let policyDigest: ContentDigest
  /// What the evaluation saw beyond the inputs.
  package let facts: [UInt8]
  /// The report as JSON.
  package let report: FileContent
  /// The git pack of proof.
  package let repositoryPack: FileContent
  /// The digest of every file that the contents of a bundle decide, by path: of all but manifests and
  /// attestations.
  package let digests: [String: ContentDigest]
  /// The day of the check.
  package let asOf: CalendarDate
  /// The program that made the bundle, with its version.
  package let softwareAgent: String
  /// The attestations by the names of their files.
  package let attestations: [BundleFile]
  /// The inputs that it names by their digests alone.
  package let redacted: [RedactedInput]
  /// The models that its index names.
  package let models: [BundleModel]
  /// How it follows the bundles of earlier releases, where it says so.
  package let chain: BundleChain?
}

/// An input that a bundle names and does not hold: git objects prove its blob, and nothing here proves
/// the rest.
package struct RedactedInput: Hashable, Sendable {
  /// The path below the checked folder.
  package let path: String
  /// The git blob that holds the bytes.
  package let blob: ObjectID
  /// The digest of the bytes.
  package let sha256: ContentDigest
  /// The number of bytes.
  package let size: Int
  /// The systems that it belongs to.
  package let systems: [String]
  /// What it is to the check: the kind of an artifact, or another role.
  package let role: String
  /// The input as it would be written down again.
  package let input: BundleInput

  init(_ entry: InputIndex.Entry) {
    (path, blob, sha256, role) = (entry.path, entry.blob, entry.sha256, entry.role)
    (size, systems) = (entry.size, entry.systems)
    input = BundleInput(
      path: path,
      mode: entry.mode,
      blob: blob,
      role: role,
      format: entry.format,
      systems: systems,
      sha256: sha256,
      size: size,
      content: nil,
      lfsObject: entry.lfsObject
    )
  }
}

extension BundleRecord {
  init?(
    _ bag: StoredBag,
    _ metadata: BagMetadata?,
    _ index: InputIndex,
    _ policy: PolicyIndex?,
    _ proof: RepositoryProof,
    _ objects: [String: PackedObject],
    _ chain: BundleChain?
  ) {
    guard let metadata, let policy,
      let tree = proof.checkedTrees.last.flatMap(ObjectID.init(hex:))
    else { return nil }
    commit = index.commit
    commitTime = (objects[commit.hex]?.bytes).flatMap(GitCommit.time)
    (self.tree, root, entries) = (tree, index.root, proof.entries)
    policyCommit = policy.commit
    policyCommitTime = policy.commit.flatMap { objects[$0.hex]?.bytes }.flatMap(GitCommit.time)
    policyEntries = proof.policyEntries ?? []
    let blobs =
      index.entries.compactMap { entry in entry.file.map { (entry.blob, $0) } }
      + policy.entries.map { ($0.blob, $0.file) }
    contents = Dictionary(
      blobs.map { ($0.0, bag.files[$0.1] ?? .held([])) },
      uniquingKeysWith: { first, _ in first }
    )
    self.policy = policy.entries.map { BundleFile(path: $0.path, bytes: bag.held($0.file) ?? []) }
    policyDigest = policy.digest
    facts = bag.held(BagLayout.facts) ?? []
    report = bag.files[BagLayout.report] ?? .held([])
    repositoryPack = bag.files[BagLayout.pack] ?? .held([])
    self.chain = chain
    digests = bag.digests.filter { BagLayout.isDecided($0.key) }
    (asOf, softwareAgent) = (metadata.baggingDate, metadata.softwareAgent)
    redacted = index.redacted.map(RedactedInput.init)
    models = index.models
    attestations = bag.paths.filter(BagLayout.isAttestation).map {
      BundleFile(path: TreePath.name(of: $0), bytes: bag.held($0) ?? [])
    }
  }
}
