// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import EvidenceBundle
internal import GateModel
internal import GitStore
internal import RulePacks
internal import Survey

/// Collects what a bundle needs beyond the report: exact bytes, and git's own proof of them.
struct EvidenceAssembly {
  let governance: Governance
  let survey: Survey

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
    let paths = Set(survey.inputs.map(\.entry.path)).sorted()
    let objects = try repository.proof(
      of: paths.map { tree.repositoryPath(of: $0) },
      commit: commit.id
    )
    return EvidenceInputs(
      name: survey.dossiers.count == 1 ? survey.dossiers[0].systemID : "repository",
      commit: commit.id,
      commitBytes: objects.first { $0.id == commit.id }?.bytes ?? [],
      commitTime: commit.committer.unixSeconds,
      root: tree.directory ?? "",
      policy: governance.files.map { BundleFile(path: $0.path, bytes: $0.bytes) },
      inputs: try bundleInputs(tree),
      repositoryPack: PackWriter.pack(of: objects)
    )
  }

  private func bundleInputs(_ tree: borrowing Snapshot) throws(RunFailure) -> [BundleInput] {
    var inputs: [BundleInput] = []
    for input in survey.inputs {
      let bytes: [UInt8]
      do throws(SourceTreeError) {
        bytes = try tree.bytes(of: input.entry)
      } catch {
        throw RunFailure(
          .repository,
          [Problem(message: "\(error.path): \(error.reason)", help: error.help)]
        )
      }
      inputs += input.systems.map { system in
        BundleInput(
          path: input.entry.path,
          mode: input.entry.kind,
          blob: input.entry.id,
          kind: input.kind.rawValue,
          system: system,
          bytes: bytes
        )
      }
    }
    return inputs
  }
}
