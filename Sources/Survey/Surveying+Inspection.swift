// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
internal import Texts

/// What is to be shown of a tree, and what is known of it before a file is read.
package struct InspectionPlan: Sendable {
  /// The files by path.
  let candidates: [Candidate]
  /// The systems whose dossiers are shown, by id; nil where every file is shown once, whoever claims it.
  fileprivate let systems: [String: ShownSystem]?
  /// What was asked for and nobody declares.
  package let undeclared: [String]
  /// What the declarations of these systems claim in vain.
  package let faults: [Fault]
  /// The files that are not looked at, and why.
  package let notRecognized: [(path: String, reason: String)]

  /// The systems under which a candidate is shown; nil stands for no system at all.
  fileprivate func systems(of candidate: Candidate) -> [ShownSystem?] {
    guard let systems else { return [nil] }
    let ids = candidate.systems.isEmpty ? [SystemDeclaration.undeclaredID] : candidate.systems
    let shown: [ShownSystem] = ids.compactMap { systems[$0] }
    return shown
  }
}

/// A system whose dossier is shown.
private struct ShownSystem: Sendable {
  let id: String
  /// What completes its evaluations.
  let terms: DeclaredGroupTerms
  /// Its place among the systems that are shown.
  let rank: Int
}

/// What came of one file.
package struct InspectedFile: Sendable {
  /// A document of a file, ready to be shown.
  package struct Document: Sendable {
    /// Documents of one file are shown by kind, and those of a kind by system.
    fileprivate let key: (kind: String, system: Int)
    /// The document as it is shown.
    package let bytes: [UInt8]
  }

  /// The path of the file.
  package let path: String
  /// The documents in their order.
  package fileprivate(set) var documents: [Document] = []
  /// Why it is none, as lower-case phrases, once for each time that it was looked at.
  package fileprivate(set) var notRecognized: [String] = []
  /// What kept it from being read, for each system.
  package fileprivate(set) var faults: [Fault] = []
}

extension Surveying {
  /// Plans to show the dossiers of a tree.
  ///
  /// - Parameters:
  ///   - tree: The tree.
  ///   - ids: The systems to be shown, or none for all of them and for what nobody claims.
  /// - Returns: The plan.
  package func inspection(
    of tree: borrowing some SourceTree & ~Copyable,
    systems ids: [String]
  ) -> InspectionPlan {
    // A declaration that cannot be read is a fault of the run, and none of a dossier.
    var faults: [Fault] = []
    let found = finds(in: tree, faults: &faults)
    let declarations = found.declarations
    let shown = declarations.filter { ids.isEmpty || ids.contains($0.id) }
      .sorted { $0.id < $1.id }.enumerated()
      .map { ShownSystem(id: $0.element.id, terms: $0.element.groupTerms, rank: $0.offset) }
    var systems = Dictionary(shown.map { ($0.id, $0) }) { first, _ in first }
    let claimFaults = found.claims.faults.filter { $0.system.map { systems[$0] != nil } ?? false }
    if ids.isEmpty || ids.contains(SystemDeclaration.undeclaredID) {
      let undeclared = SystemDeclaration.undeclaredID
      systems[undeclared] =
        ShownSystem(id: undeclared, terms: DeclaredGroupTerms(), rank: shown.count)
    }
    return InspectionPlan(
      candidates: found.candidates,
      systems: systems,
      undeclared: ids.filter { id in !declarations.contains { $0.id == id } },
      faults: claimFaults + found.looked.faults,
      notRecognized: notLookedAt(found.claims, in: tree.entries) + found.looked.notLookedAt
    )
  }

  /// Plans to show some files, whatever their names.
  ///
  /// What a declaration or a pipeline of the tree says of a file counts here as well, so that the file
  /// is the same wherever it is asked for.
  package func inspection(
    of entries: [TreeEntry],
    in tree: borrowing some SourceTree & ~Copyable
  ) -> InspectionPlan {
    // A declaration that cannot be read is a fault of the run, and none of a file.
    var faults: [Fault] = []
    let index = EntryIndex(tree.entries)
    let telling = Discovery.telling(among: tree.entries, policy: policy)
    let declarations = declarations(in: tree, telling, index, faults: &faults).map(\.declaration)
    let claims = Claims(of: declarations, in: index).candidates
    let declared = Dictionary(grouping: claims, by: \.entry.path)
    let candidates = entries.filter { $0.kind != .submodule }.flatMap { entry in
      declared[entry.path] ?? [Candidate(entry: entry, reason: "it was named")]
    }
    let named = Set(entries.map(\.path))
    let pipelines = telling.filter { entry in
      MetricPipeline.isPipeline(entry.path) && !named.contains(entry.path)
        && !Discovery.isForeign(entry.path) && !policy.excludes(entry.path)
    }
    .map { Candidate(entry: $0, reason: "it names metrics") }
    let followed = followingLinks(of: candidates, among: index, in: tree) + pipelines
    let beside = Set(pipelines.map(\.entry.path))
    let expected = withMetrics(of: followed, among: entries, in: tree)
      .filter { !beside.contains($0.entry.path) }
    return InspectionPlan(
      candidates: expected.inPathOrder,
      systems: nil,
      undeclared: [],
      faults: [],
      notRecognized: []
    )
  }

  /// Reads the files of a plan, and hands on what came of them in the order of their paths.
  ///
  /// No more is held than what is read together.
  ///
  /// - Parameters:
  ///   - plan: What is to be shown.
  ///   - tree: The tree that the plan was made for.
  ///   - show: Makes of an artifact what is shown.
  ///   - take: Gets the files.
  /// - Throws: What `take` throws.
  package func inspect<Failure: Error>(
    _ plan: InspectionPlan,
    in tree: borrowing some SourceTree & ~Copyable,
    as show: @escaping @Sendable (Artifact) -> [UInt8],
    _ take: ([InspectedFile]) throws(Failure) -> Void
  ) async throws(Failure) {
    // Candidates with one path are neighbours, and may come in two batches.
    var open: InspectedFile?
    func merge(_ files: [InspectedFile]) throws(Failure) {
      var done: [InspectedFile] = []
      for file in files {
        if open?.path == file.path {
          open?.add(file)
        } else {
          if let open { done.append(open) }
          open = file
        }
      }
      try take(done)
    }
    try await read(
      plan.candidates,
      in: tree,
      making: { $0.inspected(by: plan, show) },
      taking: merge
    )
    if let open { try take([open]) }
  }
}

extension InspectedFile {
  /// Takes in what another reading of the same file gave.
  fileprivate mutating func add(_ other: InspectedFile) {
    let all = (documents + other.documents).enumerated()
    documents = all.sorted {
      ($0.element.key.kind, $0.element.key.system, $0.offset)
        < ($1.element.key.kind, $1.element.key.system, $1.offset)
    }
    .map(\.element)
    notRecognized += other.notRecognized
    faults += other.faults
  }
}

extension CandidateReading {
  /// What a plan shows of the file.
  fileprivate func inspected(
    by plan: InspectionPlan,
    _ show: (Artifact) -> [UInt8]
  ) -> InspectedFile {
    let empty = InspectedFile(path: candidate.entry.path)
    var file = empty
    if case .notRecognized(let reason) = outcome { file.notRecognized = [reason] }
    for system in plan.systems(of: candidate) {
      var found = empty
      switch outcome {
      case .recognized(let artifacts, _):
        found.documents = artifacts.map { artifact in
          InspectedFile.Document(
            key: (artifact.kind.rawValue, system?.rank ?? 0),
            bytes: show(system?.terms.completing(artifact) ?? artifact)
          )
        }
      case .notRecognized: break
      case .fault(var fault):
        if let system { fault.system = system.id }
        found.faults = [fault]
      }
      file.add(found)
    }
    return file
  }
}
