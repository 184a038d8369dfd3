// SPDX-License-Identifier: Apache-2.0

package import Artifacts
internal import Digests
internal import Documents
internal import FileShapes
package import GateModel

/// Reads a tree into a survey: declarations first, because they say what else to read.
///
/// Bytes are loaded, parsed on several cores and dropped: memory does not grow with the repository.
package struct Surveying: Sendable {
  /// What a survey is for, which decides what is kept of each file.
  package enum Purpose: Sendable {
    /// The records, and a digest of the bytes for the report.
    case judgement
    /// The records alone.
    case inspection
    /// What the file was taken for.
    case list

    fileprivate var depth: ReadingDepth {
      switch self {
      case .judgement: .judgement
      case .inspection: .records
      case .list: .kind
      }
    }
  }

  /// How many files are parsed together, and how many bytes unless one file has more; what is shown
  /// of a document may have ten times its bytes.
  private var batchLimit: (files: Int, bytes: Int) {
    (files: 64, bytes: purpose == .inspection ? 1 << 20 : 4 << 20)
  }

  /// Up to how many bytes a batch may have beside which the next one is loaded.
  private static let largestBesideOthers = 16 << 20

  let policy: PolicyFile
  let mappings: [ArtifactFormat]
  let width: Int
  private let purpose: Purpose
  private let progress: @Sendable (RunProgress) async -> Void
  private let knownDigest: @Sendable (TreeEntry) -> ContentDigest?

  /// Creates a reader of trees.
  ///
  /// - Parameters:
  ///   - policy: What is searched and what is not.
  ///   - mappings: The formats that the policy describes.
  ///   - width: On how many cores files are parsed.
  ///   - purpose: What is kept of each file.
  ///   - knownDigest: The SHA-256 of a file that need not be hashed again.
  ///   - progress: Is told how far the reading is.
  package init(
    policy: PolicyFile,
    mappings: [ArtifactFormat],
    width: Int,
    purpose: Purpose = .judgement,
    knownDigest: @escaping @Sendable (TreeEntry) -> ContentDigest? = { _ in nil },
    progress: @escaping @Sendable (RunProgress) async -> Void = { _ in }
  ) {
    self.policy = policy
    self.mappings = mappings
    self.width = width
    self.purpose = purpose
    self.knownDigest = knownDigest
    self.progress = progress
  }

  /// Surveys a tree.
  package func survey(_ tree: borrowing some SourceTree & ~Copyable) async -> Survey {
    let plan = await plan(of: tree)
    let files = await read(plan.finds.candidates, in: tree)
    let inventory = DossierAssembly.assemble(
      declarations: plan.finds.declarations,
      readings: files,
      faults: plan.finds.claims.faults,
      weights: { plan.weights[$0] ?? .undeclared }
    )
    return survey(by: plan, files, inventory.dossiers, past: inventory.past, in: tree)
  }

  /// What is to be read of a tree, and what its declarations tell before.
  func plan(of tree: borrowing some SourceTree & ~Copyable) async -> SurveyPlan {
    var faults: [Fault] = []
    let found = finds(in: tree, faults: &faults)
    let weighed = found.declarations.flatMap(\.models).compactMap(\.weights)
    await tree.hashAhead(weighed.compactMap { found.index[$0] }, width: width)
    let weights = weights(
      of: found.declarations,
      found.index,
      telling: EntryIndex(found.telling),
      in: tree,
      faults: &faults
    )
    return SurveyPlan(finds: found, weights: weights, faults: faults + found.looked.faults)
  }

  /// The survey that a plan leads to.
  func survey(
    by plan: SurveyPlan,
    _ files: [CandidateReading],
    _ dossiers: [Dossier],
    past: [PastDocument],
    in tree: borrowing some SourceTree & ~Copyable
  ) -> Survey {
    var faults = plan.faults + dossiers.flatMap(\.faults)
    faults += undeclaredFaults(dossiers)
    faults += absenceFaults(of: plan.finds.declarations, among: plan.finds.telling)
    if dossiers.isEmpty { faults.append(Self.nothingFound) }
    return Survey(
      dossiers: dossiers,
      inputs: (plan.finds.declared.map(\.input) + files.flatMap(inputs)).sorted {
        $0.entry.path < $1.entry.path
      },
      notLookedAt: (notLookedAt(plan.finds.claims, in: plan.finds.telling)
        + plan.finds.looked.notLookedAt + past.map { ($0.path, $0.reason) })
        .sorted { $0.path < $1.path },
      candidates: Survey.Explanation.all(of: files),
      unreadKinds: Self.unreadKinds(files),
      faults: Array(Set(faults)).sorted()
    )
  }

  /// A file whose kind nobody declared may be of any kind.
  static func unreadKinds(_ files: [CandidateReading]) -> [String: Set<ArtifactKind>] {
    files.reduce(into: [:]) { kinds, file in
      guard case .fault = file.outcome else { return }
      let candidate = file.candidate
      let unread = candidate.declaredKind.map { [$0] } ?? ArtifactKind.allCases
      let systems = candidate.systems.isEmpty ? [SystemDeclaration.undeclaredID] : candidate.systems
      for system in systems { kinds[system, default: []].formUnion(unread) }
    }
  }

  private static let nothingFound = Fault(
    message: "the tree holds no system declaration and no artifact, so nothing was checked",
    help:
      "commit the declaration and check again; where there is none yet, 'modelgate init' writes one"
  )

  /// Artifacts that nobody declared cannot pass: their tier is open.
  private func undeclaredFaults(_ dossiers: [Dossier]) -> [Fault] {
    let isAlone = dossiers.allSatisfy { $0.declaration == nil }
    let start = isAlone ? "" : "name it under 'artifacts' of the declaration it belongs to, or "
    return dossiers.filter { $0.declaration == nil }.map { dossier in
      let paths = dossier.artifacts.map(\.source.path)
      let folder = paths.first.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
      let place = (folder ?? "").isEmpty ? "" : " \(folder ?? "")"
      return Fault(
        message:
          paths.count == 1
          ? "an artifact belongs to no declared system, so its risk tier is open"
          : "\(paths.count) artifacts belong to no declared system, so their risk tier is open: "
            + paths.prefix(6).joined(separator: ", ") + (paths.count > 6 ? " and more" : ""),
        location: paths.first.map { SourceLocation(path: $0) },
        help: start
          + "commit its declaration; where there is none yet, 'modelgate init\(place)' writes one",
        system: dossier.systemID
      )
    }
  }
}

// MARK: Artifacts

extension Surveying {
  /// The candidates with the metric files that pipelines among them name.
  func withMetrics(
    of candidates: [Candidate],
    among entries: [TreeEntry],
    in tree: borrowing some SourceTree & ~Copyable
  ) -> [Candidate] {
    var pipelines: [MetricPipeline] = []
    for candidate in candidates where MetricPipeline.isPipeline(candidate.entry.path) {
      // What cannot be loaded is a fault when the candidate is read itself.
      guard case .success(let file) = load(candidate, from: tree) else { continue }
      pipelines.append(MetricPipeline(candidate, bytes: file.bytes))
    }
    return Discovery.adding(pipelines, to: candidates, in: entries, policy: policy)
  }

  /// Reads candidates in batches; the results are in the order of the candidates.
  func read(
    _ candidates: [Candidate],
    in tree: borrowing some SourceTree & ~Copyable
  ) async -> [CandidateReading] {
    var files: [CandidateReading] = []
    await read(candidates, in: tree, making: { $0 }, taking: { files += $0 })
    return files
  }

  /// Reads candidates in batches, and hands on what is made of each file in the order of the candidates.
  ///
  /// - Parameters:
  ///   - candidates: What is read.
  ///   - tree: The tree.
  ///   - make: Makes of a file what is kept, on several cores.
  ///   - take: Gets what was made of a batch, one batch after the other.
  ///   - count: How many files were read before, and how many there are with them; nil for none.
  /// - Throws: What `take` throws.
  func read<Made: Sendable, Failure: Error>(
    _ candidates: [Candidate],
    in tree: borrowing some SourceTree & ~Copyable,
    making make: @escaping @Sendable (CandidateReading) -> Made,
    taking take: ([Made]) throws(Failure) -> Void,
    after count: (before: Int, total: Int)? = nil
  ) async throws(Failure) {
    let reader = ArtifactReader(mappings: mappings, depth: purpose.depth)
    let (width, purpose) = (width, purpose)
    var (read, total) = count ?? (0, candidates.count)
    var rest = candidates[...]
    var next = loadBatch(of: &rest, from: tree)
    while !next.isEmpty {
      read += next.count
      if width > 1, next.reduce(0, { $0 + $1.byteCount }) <= Self.largestBesideOthers {
        let batch = next
        async let made = concurrentMap(batch, width: width) {
          make($0.read(with: reader, for: purpose))
        }
        next = loadBatch(of: &rest, from: tree)
        try take(await made)
      } else {
        // One task alone would do nothing but load in the meantime, and beside a large file no other is
        // held.
        let made = await concurrentMap(next, width: width) {
          make($0.read(with: reader, for: purpose))
        }
        next = []
        try take(made)
        next = loadBatch(of: &rest, from: tree)
      }
      await progress(.reading(files: read, total: total))
    }
  }

  /// Takes candidates from the front of a list and loads them.
  private func loadBatch(
    of candidates: inout ArraySlice<Candidate>,
    from tree: borrowing some SourceTree & ~Copyable
  ) -> [LoadedCandidate] {
    var loaded: [LoadedCandidate] = []
    var bytes = 0
    while loaded.count < batchLimit.files, bytes < batchLimit.bytes,
      let candidate = candidates.popFirst()
    {
      let file = load(candidate, from: tree)
      let read = LoadedCandidate(
        candidate: candidate,
        file: file,
        sha256: knownDigest(candidate.entry)
      )
      bytes += read.byteCount
      loaded.append(read)
    }
    return loaded
  }

  private func load(
    _ candidate: Candidate,
    from tree: borrowing some SourceTree & ~Copyable
  ) -> Result<SourceFile, Problem> {
    let entry = candidate.entry
    func file(_ bytes: [UInt8]) -> SourceFile {
      SourceFile(path: entry.path, blob: entry.id, kind: entry.kind, bytes: bytes)
    }
    guard entry.kind != .submodule else { return .success(file([])) }
    do throws(Problem) {
      let size = try tree.byteCount(of: entry)
      let limit = DocumentLimits().maximumBytes
      guard size <= limit else {
        throw Problem(
          path: entry.path,
          message: "it has \(size) bytes, and artifacts may have \(limit)",
          help: "commit a summary instead of raw data, or exclude the path in modelgate.yml"
        )
      }
      return .success(file(try tree.bytes(of: entry)))
    } catch {
      return .failure(error)
    }
  }

  private func inputs(of file: CandidateReading) -> [Survey.Input] {
    guard case .recognized(let artifacts, _) = file.outcome, let first = artifacts.first,
      let digest = file.sha256
    else { return [] }
    let systems = file.candidate.systems
    return [
      Survey.Input(
        entry: file.candidate.entry,
        kind: first.kind,
        format: first.format,
        systems: systems.isEmpty ? [SystemDeclaration.undeclaredID] : systems,
        sha256: digest,
        size: file.size
      )
    ]
  }
}

/// A candidate with its bytes, or the reason why there are none.
private struct LoadedCandidate: Sendable {
  let candidate: Candidate
  let file: Result<SourceFile, Problem>
  /// The digest of the bytes, where the tree knows it.
  let sha256: ContentDigest?

  /// How many bytes are in memory.
  var byteCount: Int {
    guard case .success(let file) = file else { return 0 }
    return file.bytes.count
  }

  /// What the candidate is.
  func read(
    with reader: ArtifactReader,
    for purpose: Surveying.Purpose
  ) -> CandidateReading {
    switch file {
    case .success(let file):
      let outcome = reader.read(
        file,
        as: candidate.declaredKind,
        documenting: candidate.declaredRecord,
        expecting: candidate.expectedKind
      )
      return CandidateReading(
        candidate: candidate,
        outcome: purpose == .list ? outcome.withoutRecords : outcome,
        sha256: purpose == .judgement ? outcome.digest(of: file.bytes, knownAs: sha256) : nil,
        size: file.bytes.count
      )
    case .failure(let error):
      // What a bundle leaves out is what its index calls it, and no doubt about the rest.
      let mayBeArtifact =
        candidate.declaredKind != nil || candidate.expectedKind != nil
        || error.code != Problem.withheld && reader.isTelling(candidate.entry.path)
      return CandidateReading(
        candidate: candidate,
        outcome: mayBeArtifact
          ? .fault(Fault(unreadable: error)) : .notRecognized(reason: error.message)
      )
    }
  }
}

extension ReadOutcome {
  /// The same with artifacts that keep only what they are and where.
  var withoutRecords: ReadOutcome {
    guard case .recognized(let artifacts, let reason) = self else { return self }
    let bare = artifacts.map { Artifact(kind: $0.kind, format: $0.format, source: $0.source) }
    return .recognized(bare, reason: reason)
  }

  /// The digest of the bytes of an artifact; nil for bytes that none was read from.
  fileprivate func digest(of bytes: [UInt8], knownAs known: ContentDigest?) -> ContentDigest? {
    guard case .recognized = self else { return nil }
    return known ?? ContentDigest(sha256Of: bytes)
  }
}

extension Survey.Explanation {
  /// What came of each file, and of each link that leads to it, by path.
  fileprivate static func all(of files: [CandidateReading]) -> [Self] {
    let links = files.flatMap { file in
      file.candidate.links.map { link in
        let target = Self(file)
        return Self(
          path: link,
          outcome: target.outcome,
          reason: "it is a link to \(target.path), which is read there"
        )
      }
    }
    let all = files.map(Self.init)
    return links.isEmpty ? all : (all + links).sorted { $0.path < $1.path }
  }

  private init(_ file: CandidateReading) {
    let path = file.candidate.entry.path
    switch file.outcome {
    case .recognized(let artifacts, let reason):
      let kinds = artifacts.map { "\($0.kind.rawValue) (\($0.format))" }
      self.init(path: path, outcome: kinds.joined(separator: ", "), reason: reason)
    case .notRecognized(let reason):
      self.init(path: path, outcome: "not recognized", reason: reason)
    case .fault(let fault):
      self.init(path: path, outcome: "fault", reason: fault.message)
    }
  }
}
