// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import FileShapes
internal import GateModel
internal import GitStore
package import Reporting
internal import Survey
internal import Texts

/// The normalized records of a tree or a file, for `modelgate inspect`.
package struct Inspection: Sendable {
  private let documents: [Artifact]
  private let notRecognized: [(path: String, reason: String)]
  private let faults: [Fault]

  /// Whether everything that was asked for could be read.
  package var isComplete: Bool { faults.isEmpty }

  /// The records as JSON (`modelgate/inspect/v1`).
  package var page: Page {
    let sorted = documents.sorted {
      ($0.source.path, $0.kind.rawValue) < ($1.source.path, $1.kind.rawValue)
    }
    return Page(
      json: InspectDocument.json(
        documents: ArtifactRecords.values(of: sorted).map(\.plainJSON),
        notRecognized: notRecognized,
        faults: faults
      )
    )
  }

  /// Reads the artifacts of a tree.
  ///
  /// - Parameters:
  ///   - request: Which tree is read, and by which policy.
  ///   - paths: Files or folders; empty for whole dossiers. Every file below them is tried, whatever
  ///     its name.
  /// - Returns: The records.
  /// - Throws: When the repository cannot be read, or a path is not in the tree.
  package static func make(
    _ request: RunRequest,
    below paths: [String]
  ) async throws(RunFailure) -> Inspection {
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    var loading = GovernanceLoading(request)
    let (policy, mappings) = try loading.policyOnly(in: tree)
    let surveying = Surveying(
      policy: policy,
      mappings: mappings,
      width: request.width,
      purpose: .inspection,
      progress: request.progress
    )
    guard !paths.isEmpty else {
      let survey = try await surveying.survey(tree).selected(by: request)
      return Inspection(
        documents: survey.dossiers.flatMap(\.artifacts),
        notRecognized: survey.notRecognized,
        faults: survey.dossiers.flatMap(\.faults)
      )
    }
    let entries = try Self.entries(below: paths, in: tree)
    let readings = await surveying.readings(of: entries, in: tree)
    return Inspection(readings)
  }

  /// Reads one file from disk.
  package static func ofFile(_ path: String) throws(RunFailure) -> Inspection {
    let file = SourceFile(path: path, bytes: try DiskFile.bytes(at: path))
    let entry = ObjectID(hex: String(repeating: "0", count: 40))
      .map { TreeEntry(path: path, kind: .file, id: $0) }
    return Inspection(
      [entry].compactMap { $0 }.map {
        CandidateReading(
          candidate: Candidate(entry: $0, reason: "it was named"),
          outcome: ArtifactReader().read(file)
        )
      }
    )
  }

  private init(_ readings: [CandidateReading]) {
    var documents: [Artifact] = []
    var notRecognized: [(path: String, reason: String)] = []
    var faults: [Fault] = []
    for reading in readings {
      switch reading.outcome {
      case .recognized(let artifacts, _): documents += artifacts
      case .notRecognized(let reason):
        notRecognized.append((reading.candidate.entry.path, reason))
      case .fault(let fault): faults.append(fault)
      }
    }
    self.init(documents: documents, notRecognized: notRecognized, faults: faults)
  }

  private init(
    documents: [Artifact],
    notRecognized: [(path: String, reason: String)],
    faults: [Fault]
  ) {
    self.documents = documents
    self.notRecognized = notRecognized
    self.faults = faults
  }

  private static func entries(
    below paths: [String],
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> [TreeEntry] {
    var selected: [TreeEntry] = []
    for path in paths {
      let folder = path.hasSuffix("/") ? path : path + "/"
      let isRoot = path == "." || path == "/"
      let found = tree.entries.filter {
        isRoot || $0.path == path || $0.path.hasPrefix(folder)
      }
      guard !found.isEmpty else {
        let known = tree.entries.map(\.path)
        throw .configuration(
          "there is no file or folder '\(path)' in the checked tree",
          help: Suggestion.closest(to: path, among: known).map { "did you mean '\($0)'?" }
            ?? "paths are relative to the root of the checked tree"
        )
      }
      selected += found
    }
    var seen: Set<String> = []
    return selected.filter { seen.insert($0.path).inserted }
  }
}
