// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Documents
internal import FileShapes
internal import GateModel
internal import GitStore
package import Reporting
internal import RuleLanguage
internal import Survey
internal import Texts

/// The normalized records of a tree or a file, for `modelgate inspect`, shown as they are read.
package struct Inspection {
  /// Where the pages go, one after the other.
  package typealias Output = (Page) throws(RunFailure) -> Void

  private var pages = InspectPages()
  private var notRecognized: [(path: String, reason: String)]
  private var faults: [Fault]

  /// Shows the artifacts of a tree as JSON (`modelgate/inspect/v1`).
  ///
  /// - Parameters:
  ///   - request: Which tree is read, and by which policy.
  ///   - paths: Files or folders; empty for whole dossiers. Every file below them is tried, whatever
  ///     its name.
  ///   - output: Gets the pages.
  /// - Returns: Whether everything that was asked for could be read.
  /// - Throws: When the repository cannot be read, a path or a system is not in the tree, or what
  ///   `output` throws.
  package static func show(
    _ request: RunRequest,
    below paths: [String],
    to output: Output
  ) async throws(RunFailure) -> Bool {
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
    let plan =
      paths.isEmpty
      ? surveying.inspection(of: tree, systems: request.systems)
      : surveying.inspection(of: try entries(below: paths, in: tree), in: tree)
    // The system of what nobody declares exists only where such documents are found.
    if !plan.undeclared.isEmpty { _ = try await surveying.survey(tree).selected(by: request) }
    var inspection = Inspection(plan.notRecognized, plan.faults)
    try await surveying.inspect(plan, in: tree, as: Self.json) { (files) throws(RunFailure) in
      try inspection.add(files, to: output)
    }
    return try inspection.end(output)
  }

  /// Shows one file from disk.
  package static func showFile(_ path: String, to output: Output) throws(RunFailure) -> Bool {
    let file = SourceFile(path: path, bytes: try DiskFile.bytes(at: path))
    var inspection = Inspection()
    switch ArtifactReader(depth: .records).read(file) {
    case .recognized(let artifacts, _):
      let sorted = artifacts.sorted { $0.kind.rawValue < $1.kind.rawValue }
      try output(inspection.pages.page(of: sorted.map(Self.json)))
    case .notRecognized(let reason): inspection.notRecognized.append((path, reason))
    case .fault(let fault): inspection.faults.append(fault)
    }
    return try inspection.end(output)
  }

  private init(
    _ notRecognized: [(path: String, reason: String)] = [],
    _ faults: [Fault] = []
  ) {
    self.notRecognized = notRecognized
    self.faults = faults
  }

  private static func json(_ artifact: Artifact) -> [UInt8] {
    ArtifactRecords.json(of: artifact, depth: InspectPages.depth)
  }

  private mutating func add(
    _ files: [InspectedFile],
    to output: Output
  ) throws(RunFailure) {
    for file in files {
      notRecognized += file.notRecognized.map { (file.path, $0) }
      faults += file.faults
      guard !file.documents.isEmpty else { continue }
      try output(pages.page(of: file.documents.map(\.bytes)))
    }
  }

  private consuming func end(_ output: Output) throws(RunFailure) -> Bool {
    try output(pages.end(notRecognized: notRecognized, faults: faults))
    return faults.isEmpty
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

extension FactsArena.Builder {
  /// Adds ordinary JSON with the places it was read from: whole numbers become ints, others doubles.
  mutating func value(plain node: Node, in path: String) -> Value {
    let place = SourceLocation(path: path, position: node.position)
    switch node.value {
    case .null: return null(at: place)
    case .bool(let flag): return bool(flag, at: place)
    case .string(let text), .plain(let text): return string(text, at: place)
    case .number(let text):
      guard let whole = Int64(text) else {
        return double(NumberText.double(text) ?? .nan, at: place)
      }
      return int(whole, at: place)
    case .list(let elements):
      let values = elements.map { value(plain: $0, in: path) }
      return list(values, at: place)
    case .map(let members):
      let entries = members.map { (string($0.key), value(plain: $0.value, in: path)) }
      return map(entries, at: place)
    }
  }
}
