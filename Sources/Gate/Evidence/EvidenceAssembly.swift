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
    let inputs = try bundleInputs(tree)
    try requireRedacted(inputs)
    let held = inputs.filter { !$0.isRedacted }
    // All trees of the checked folder lead to every input; the blobs are those that were just read.
    let trees = try repository.proof(
      of: [],
      commit: commit.id,
      allTreesBelow: tree.directory ?? ""
    )
    let blobs = held.map { GitObject(id: $0.blob, kind: .blob, bytes: $0.bytes) }
    return try evidence(
      commit: commit.id,
      commitTime: commit.committer.unixSeconds,
      root: tree.directory ?? "",
      repositoryPack: PackWriter.pack(
        of: trees + blobs + policyObjects(from: repository, tree.directory)
      ),
      inputs
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
    evidence(
      commit: commit,
      commitTime: commitTime,
      root: root,
      repositoryPack: repositoryPack,
      try bundleInputs(tree)
    )
  }

  private func evidence(
    commit: ObjectID,
    commitTime: Int64,
    root: String,
    repositoryPack: [UInt8],
    _ inputs: [BundleInput]
  ) -> EvidenceInputs {
    EvidenceInputs(
      name: survey.dossiers.count == 1 ? survey.dossiers[0].systemID : "repository",
      commit: commit,
      commitTime: commitTime,
      root: root,
      facts: facts,
      policy: governance.files.map { BundleFile(path: $0.path, bytes: $0.bytes) },
      policyCommit: governance.origin?.commit,
      inputs: inputs,
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
    return redacting(inputs)
  }

  /// The inputs, some of which are not held.
  ///
  /// Those are the ones that the request names, and every other place of their bytes. What decides is
  /// kept in any case.
  private func redacting(_ inputs: [BundleInput]) -> [BundleInput] {
    let redaction = facts.request.redaction
    guard redaction != .none else { return inputs }
    let covered = inputs.filter { redaction.covers($0.path, $0.role) }
    let dropped = Set(covered.map(\.blob)).subtracting(decidingBlobs)
    return inputs.map { input in
      var copy = input
      copy.isRedacted = dropped.contains(input.blob)
      return copy
    }
  }

  /// The blobs of everything by which was judged.
  private var decidingBlobs: Set<ObjectID> {
    let declarations = survey.inputs.filter { $0.kind == .system }.map(\.entry.id)
    let baseline = facts.request.baseline.flatMap { readings.entries[$0]?.id }.map { [$0] } ?? []
    return Set(governance.files.map { GitHash.id(of: .blob, $0.bytes) } + declarations + baseline)
  }

  /// Throws when a selector covers nothing: who mistypes one would disclose what it should have kept.
  private func requireRedacted(_ inputs: [BundleInput]) throws(RunFailure) {
    let redaction = facts.request.redaction
    let unused = redaction.selectors.first { selector in
      !inputs.contains { $0.isRedacted && redaction.covers($0.path, $0.role, by: selector) }
    }
    guard let unused else { return }
    throw .configuration(
      "'--redact \(unused)' covers no input that can be left out",
      help: "see the paths and kinds with 'modelgate list artifacts'; policy, waivers, packs and "
        + "declarations always stay"
    )
  }
}

extension BundleInput {
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
      role: artifacts.first?.kind.rawValue ?? (isWeights ? BundleRole.weights : BundleRole.seen),
      format: artifacts.first?.format,
      systems: Array(Set(artifacts.flatMap(\.systems))),
      bytes: bytes,
      lfsObject: LFSPointer(bytes: bytes)?.oid
    )
  }
}
