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
    _ recorded: borrowing RecordedTree<Snapshot>
  ) throws(RunFailure) -> EvidenceInputs {
    guard let commit = recorded.base.commit else {
      throw .configuration(
        "an index or a working tree has no evidence bundle, because no commit proves it",
        help: "commit first, then check the commit"
      )
    }
    let files = readFiles()
    try requireRedacted(files)
    let directory = recorded.base.directory
    // All trees of the checked folder lead to every input.
    var proof = EvidencePack(
      try repository.proof(of: [], commit: commit.id, allTreesBelow: directory ?? "")
        + policyObjects(from: repository, directory),
      of: try recorded.blobs()
    )
    for file in files where file.isHeld {
      proof.add(file.entry.id, knownAs: file.artifacts.first?.sha256)
    }
    let pack = try proof.written()
    return try evidence(
      Origin(commit.id, commit.committer.unixSeconds, directory ?? "", pack.content),
      files
    ) { file throws(RunFailure) in
      if let blob = pack.blobs[file.entry.id] { return blob }
      return try proof.measured(file.entry.id)
    }
  }

  /// The inputs of a bundle that exists, whose files somebody knows already.
  func inputs(
    of record: BundleRecord,
    measuring measured: (TreeEntry) throws(RunFailure) -> MeasuredInput
  ) throws(RunFailure) -> EvidenceInputs {
    try evidence(
      Origin(record.commit, record.commitTime ?? 0, record.root, record.repositoryPack),
      readFiles()
    ) { file throws(RunFailure) in
      try measured(file.entry)
    }
  }

  /// Where the inputs come from, and what proves it.
  private struct Origin {
    let commit: ObjectID
    let commitTime: Int64
    let root: String
    let pack: FileContent

    init(_ commit: ObjectID, _ commitTime: Int64, _ root: String, _ pack: FileContent) {
      (self.commit, self.commitTime, self.root, self.pack) = (commit, commitTime, root, pack)
    }
  }

  private func evidence(
    _ origin: Origin,
    _ files: [ReadFile],
    measuring measured: (ReadFile) throws(RunFailure) -> MeasuredInput
  ) throws(RunFailure) -> EvidenceInputs {
    var inputs: [BundleInput] = []
    for file in files { inputs.append(BundleInput(file, try measured(file))) }
    return EvidenceInputs(
      commit: origin.commit,
      commitTime: origin.commitTime,
      root: origin.root,
      facts: facts,
      policy: governance.files.map { BundleFile(path: $0.path, bytes: $0.bytes) },
      policyCommit: governance.origin?.commit,
      inputs: inputs,
      models: survey.bundleModels,
      repositoryPack: origin.pack
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

  /// A file that was read, with what it is to the check.
  fileprivate struct ReadFile {
    let entry: TreeEntry
    let artifacts: [Survey.Input]
    let role: String
    var isHeld = true
  }

  /// The files that were read, some of which are not held.
  ///
  /// Those are the ones that the request names, and every other place of their bytes. What decides is
  /// kept in any case.
  private func readFiles() -> [ReadFile] {
    let artifacts = Dictionary(grouping: survey.inputs) { $0.entry.path }
    let weights = Set(survey.bundleModels.compactMap(\.path))
    var files = readings.entries.sorted { $0.key < $1.key }.map { path, entry in
      let artifacts = artifacts[path] ?? []
      let other = weights.contains(path) ? BundleRole.weights : BundleRole.seen
      return ReadFile(
        entry: entry,
        artifacts: artifacts,
        role: artifacts.first?.kind.rawValue ?? other
      )
    }
    let redaction = facts.request.redaction
    guard redaction != .none else { return files }
    let covered = files.filter { redaction.covers($0.entry.path, $0.role) }
    let dropped = Set(covered.map(\.entry.id)).subtracting(decidingBlobs)
    for index in files.indices { files[index].isHeld = !dropped.contains(files[index].entry.id) }
    return files
  }

  /// The blobs of everything by which was judged.
  private var decidingBlobs: Set<ObjectID> {
    let declarations = survey.inputs.filter { $0.kind == .system }.map(\.entry.id)
    let baseline = facts.request.baseline.flatMap { readings.entries[$0]?.id }.map { [$0] } ?? []
    return Set(governance.files.map { GitHash.id(of: .blob, $0.bytes) } + declarations + baseline)
  }

  /// Throws when a selector covers nothing, since who mistypes one would disclose what it should have
  /// kept, and when it covers a cited file that says nothing: what is left out is believed to say what it
  /// is cited for.
  private func requireRedacted(_ files: [ReadFile]) throws(RunFailure) {
    let redaction = facts.request.redaction
    let empty = survey.dossiers.reduce(into: Set<String>()) { paths, dossier in
      paths.formUnion(dossier.declaration?.emptyCitations ?? [])
    }
    if let path = files.first(where: { !$0.isHeld && empty.contains($0.entry.path) })?.entry.path {
      throw .configuration(
        "'\(path)' is cited by a declaration and says nothing, so a bundle cannot leave it out",
        help: "write what it is cited for, or take the citation away"
      )
    }
    let unused = redaction.selectors.first { selector in
      !files.contains { !$0.isHeld && redaction.covers($0.entry.path, $0.role, by: selector) }
    }
    guard let unused else { return }
    throw .configuration(
      "'--redact \(unused)' covers no input that can be left out",
      help: "see the paths and kinds with 'modelgate list artifacts'; policy, waivers, packs and "
        + "declarations always stay"
    )
  }
}

/// What a file was found to be, and where its bytes are.
struct MeasuredInput {
  let sha256: ContentDigest
  let size: Int
  let lfsObject: ContentDigest?
  let content: FileContent
}

extension RecordedTree where Base: ~Copyable {
  /// The bytes of everything that was read.
  fileprivate func blobs() throws(RunFailure) -> KeptBlobs {
    guard let kept = try EvidencePack.packing({ () throws(Problem) in try keptBlobs() }) else {
      throw .configuration(
        "the check did not keep what it read, so that it has no bundle",
        help: "ask for the bundle when the check begins"
      )
    }
    return kept
  }
}

extension RunFailure {
  /// A file that was read before cannot be read any more.
  init(unreadable error: Problem) {
    self.init(
      .repository,
      [Problem(message: "\(error.path): \(error.message)", help: error.help)]
    )
  }
}

extension BundleInput {
  fileprivate init(_ file: EvidenceAssembly.ReadFile, _ measured: MeasuredInput) {
    self.init(
      path: file.entry.path,
      mode: file.entry.kind,
      blob: file.entry.id,
      role: file.role,
      format: file.artifacts.first?.format,
      systems: Array(Set(file.artifacts.flatMap(\.systems))),
      sha256: measured.sha256,
      size: measured.size,
      content: file.isHeld ? measured.content : nil,
      lfsObject: measured.lfsObject
    )
  }
}
