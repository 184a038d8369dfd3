// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel
internal import GitStore
internal import RulePacks
internal import Survey

/// Collects what a bundle needs beyond the report: exact bytes, and git's own proof of them.
struct EvidenceAssembly {
  let governance: Governance
  let survey: Survey
  let facts: RunFacts
  let readings: TreeReadings

  /// The inputs of a bundle.
  ///
  /// - Throws: When the tree is not committed, because nothing could prove it later.
  func inputs(
    from repository: borrowing RepositoryAccess,
    _ tree: borrowing Snapshot
  ) throws(RunFailure) -> EvidenceInputs {
    guard let commit = tree.commit else {
      throw .configuration(
        "an index or a working tree has no evidence bundle, because no commit proves it",
        help: "commit first, then check the commit"
      )
    }
    let objects = try repository.proof(
      of: readings.entries.keys.sorted().map { tree.repositoryPath(of: $0) },
      commit: commit.id,
      allTreesBelow: tree.directory ?? ""
    )
    return try inputs(
      commit: commit.id,
      commitTime: commit.committer.unixSeconds,
      root: tree.directory ?? "",
      repositoryPack: PackWriter.pack(
        of: objects + policyObjects(from: repository, tree.directory)
      ),
      tree
    )
  }

  /// The inputs of a bundle about a tree, wherever it is kept.
  func inputs(
    commit: ObjectID,
    commitTime: Int64,
    root: String,
    repositoryPack: [UInt8],
    _ tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> EvidenceInputs {
    EvidenceInputs(
      name: survey.dossiers.count == 1 ? survey.dossiers[0].systemID : "repository",
      commit: commit,
      commitTime: commitTime,
      root: root,
      facts: facts,
      policy: governance.files.map { BundleFile(path: $0.path, bytes: $0.bytes) },
      policyCommit: governance.origin?.commit,
      inputs: try bundleInputs(tree),
      models: survey.bundleModels,
      repositoryPack: repositoryPack
    )
  }

  /// The objects that prove the policy, where it was read from another commit.
  private func policyObjects(
    from repository: borrowing RepositoryAccess,
    _ directory: String?
  ) throws(RunFailure) -> [GitObject] {
    guard let origin = governance.origin else { return [] }
    // What only tests the rules is no part of the evidence.
    let deciding = Set(governance.files.map { GitHash.id(of: .blob, $0.bytes) })
    let paths = origin.readings.entries.values.filter { deciding.contains($0.id) }.map(\.path)
    return try repository.proof(
      of: paths.sorted().map { path in directory.map { "\($0)/\(path)" } ?? path },
      commit: origin.commit,
      allTreesBelow: nil
    )
  }

  private func bundleInputs(
    _ tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> [BundleInput] {
    let artifacts = Dictionary(grouping: survey.inputs) { $0.entry.path }
    let weights = Set(survey.bundleModels.compactMap(\.path))
    var inputs: [BundleInput] = []
    for (path, entry) in readings.entries.sorted(by: { $0.key < $1.key }) {
      let bytes: [UInt8]
      do throws(SourceTreeError) {
        bytes = try tree.bytes(of: entry)
      } catch {
        throw RunFailure(
          .repository,
          [Problem(message: "\(error.path): \(error.reason)", help: error.help)]
        )
      }
      let isWeights = weights.contains(path)
      inputs.append(BundleInput(entry, bytes, artifacts[path] ?? [], isWeights: isWeights))
    }
    return inputs
  }
}

extension BundleInput {
  /// What was read and taken for nothing stays evidence of that.
  private static let seen = "seen"
  private static let weights = "weights"

  fileprivate init(
    _ entry: TreeEntry,
    _ bytes: [UInt8],
    _ artifacts: [Survey.Input],
    isWeights: Bool
  ) {
    self.init(
      path: entry.path,
      mode: entry.kind,
      blob: entry.id,
      role: artifacts.first?.kind.rawValue ?? (isWeights ? Self.weights : Self.seen),
      format: artifacts.first?.format,
      systems: Array(Set(artifacts.flatMap(\.systems))),
      bytes: bytes,
      lfsObject: LFSPointer(bytes: bytes)?.oid
    )
  }
}
