// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
internal import GitStore
internal import Survey
internal import Texts

/// A first declaration, filled with what a repository tells about itself.
package struct SystemDraft: Sendable {
  /// The systems that a first declaration knows; each template has `?` for what must be answered.
  package enum Kind: String, Sendable, CaseIterable {
    case minimal
    case chatbot
    case image
    case credit
    case hiring
    case gpai
  }

  /// The id of the system.
  package var id: String
  /// The name for people.
  package var name: String
  /// The day of the answers.
  package var day: CalendarDate
  /// What the system is, or nil where everything is a question.
  package var kind: Kind?
  /// What was found in the tree.
  package var findings: RepositoryFindings

  /// Creates a draft.
  package init(
    id: String,
    name: String,
    day: CalendarDate,
    kind: Kind? = nil,
    findings: RepositoryFindings = RepositoryFindings()
  ) {
    self.id = id
    self.name = name
    self.day = day
    self.kind = kind
    self.findings = findings
  }

  /// The text of the declaration.
  ///
  /// - Throws: When the id is none that a declaration may have.
  package func text() throws(RunFailure) -> String {
    let template = kind.map { "systems/\($0.rawValue).yml" } ?? "ai-system.yml"
    return try Templates.text(
      ofFile: template,
      id: id,
      values: [
        "name": Templates.quotable(name), "day": day.description, "artifacts": artifacts,
        "models": models,
      ]
    )
  }

  private var artifacts: String {
    let keys = SystemDeclaration.artifactKeys.compactMap { key, kind -> String? in
      let paths = findings.paths[kind] ?? []
      guard !paths.isEmpty else { return nil }
      return "  \(key): [\(paths.map(Self.scalar).joined(separator: ", "))]"
    }
    return keys.isEmpty ? "" : (["artifacts:"] + keys).joined(separator: "\n") + "\n"
  }

  private var models: String {
    guard !findings.models.isEmpty else { return Self.openModels }
    guard findings.models.count <= Self.mostModels else { return " from_cards" }
    let lines = findings.models.map { model in
      let parts =
        [("name", model.name), ("version", model.version)]
        .compactMap { key, value in value.map { "\(key): \(Self.scalar($0))" } }
        + [
          model.weights.map { "weights: \(Self.scalar($0))" }, model.sha256.map { "sha256: \($0)" },
        ]
        .compactMap { $0 }
      return "\n  - {\(parts.joined(separator: ", "))}"
    }
    return lines.joined()
  }

  /// What stands there while nothing tells which models there are.
  private static let openModels =
    " \"?\"                      # a list such as [{name: a-model, version: 1.0.0}]; each has a card"

  /// Above this many models a declaration names them by its cards.
  private static let mostModels = 8

  /// A text as a YAML scalar that reads the same in a flow collection.
  static func scalar(_ text: String) -> String { "\"\(Templates.quotable(text))\"" }
}

/// What a tree tells about a system that nobody declared yet.
package struct RepositoryFindings: Sendable {
  /// A model that a card or a file of weights names.
  package struct Model: Hashable, Sendable {
    package var name: String
    package var version: String?
    package var weights: String?
    package var sha256: String?
  }

  /// The artifacts by kind, with their paths relative to the folder of the declaration.
  package var paths: [ArtifactKind: [String]] = [:]
  /// The models in the order of their cards.
  package var models: [Model] = []
  /// What the only card describes, or nil.
  package var title: String?

  /// Nothing found.
  package init() {}

  /// Reads what lies in a folder of a repository.
  ///
  /// - Parameters:
  ///   - request: Which tree is read.
  ///   - folder: The folder of the declaration from the root of the tree; empty for the root.
  /// - Returns: What was found; nothing where there is no repository.
  package static func make(_ request: RunRequest, folder: String) async -> RepositoryFindings {
    do throws(RunFailure) {
      let repository = try RepositoryAccess(request)
      let tree = try repository.checkedTree()
      var loading = GovernanceLoading(request)
      let (policy, mappings) = try loading.policyOnly(in: tree)
      let survey = await Surveying(
        policy: policy,
        mappings: mappings,
        width: request.width,
        purpose: .inspection
      )
      .survey(tree)
      let artifacts = survey.dossiers.filter { $0.declaration == nil }.flatMap(\.artifacts)
      return RepositoryFindings(artifacts, weights: weights(in: tree), folder: folder)
    } catch {
      return RepositoryFindings()
    }
  }

  private init(
    _ artifacts: [Artifact],
    weights: [FoundWeights],
    folder: String
  ) {
    let below = artifacts.filter { TreePath.lies($0.source.path, below: folder) }
    for (_, kind) in SystemDeclaration.artifactKeys {
      var seen: Set<String> = []
      let found = below.filter { $0.kind == kind && seen.insert($0.source.path).inserted }
      paths[kind] = found.map { Self.relative($0.source.path, to: folder) }
    }
    let cards = below.filter { $0.kind == .modelCard }
    title = cards.count == 1 ? cards[0].models.first?.name ?? cards[0].title : nil
    let near = weights.filter { TreePath.lies($0.path, below: folder) }
    models = FoundModels(cards: cards, weights: near, folder: folder).models
  }

  /// The Git LFS pointers of the tree, which stand for weights.
  private static func weights(in tree: borrowing Snapshot) -> [FoundWeights] {
    var found: [FoundWeights] = []
    for entry in tree.entries where entry.kind == .file && WeightsFile.isNamed(entry.path) {
      do throws(Problem) {
        guard try tree.byteCount(of: entry) < LFSPointer.sizeLimit,
          let pointer = LFSPointer(bytes: try tree.bytes(of: entry))
        else { continue }
        found.append(FoundWeights(path: entry.path, digest: pointer.oid.hex))
      } catch {
        continue
      }
    }
    return found
  }

  static func relative(_ path: String, to folder: String) -> String {
    folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
  }
}
