// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// What a team declares about one AI system: `ai-system.yml`.
public struct SystemDeclaration: Hashable, Sendable {
  /// The id, unique in the tree.
  public var id: String
  /// The name for people.
  public var name: String
  /// What the system does.
  public var description: String?
  /// The answers to the questionnaire.
  public var facts: SystemFacts
  /// The files that the declaration claims, or nil when it claims what lies in its folder.
  public var artifactPatterns: [ArtifactPattern]?
  /// The models of the system.
  public var models: [DeclaredModel]
  /// The people and teams in charge.
  public var contacts: [Party]
  /// The decisions about the system.
  public var approvals: [Approval]
  /// The file.
  public var source: SourceReference

  /// Creates a declaration.
  public init(
    id: String,
    name: String,
    description: String? = nil,
    facts: SystemFacts = SystemFacts(),
    artifactPatterns: [ArtifactPattern]? = nil,
    models: [DeclaredModel] = [],
    contacts: [Party] = [],
    approvals: [Approval] = [],
    source: SourceReference
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.facts = facts
    self.artifactPatterns = artifactPatterns
    self.models = models
    self.contacts = contacts
    self.approvals = approvals
    self.source = source
  }

  /// The folder of the declaration.
  var folder: String { TreePath.folder(of: source.path) }
}

/// A path or glob by which a declaration claims artifacts of one kind.
public struct ArtifactPattern: Hashable, Sendable {
  /// The kind of the artifacts.
  public var kind: ArtifactKind
  /// The paths, from the root of the tree.
  public var pattern: PathPattern
  /// Where it is declared.
  public var source: SourceReference

  /// Creates a claim.
  public init(kind: ArtifactKind, pattern: PathPattern, source: SourceReference) {
    self.kind = kind
    self.pattern = pattern
    self.source = source
  }
}

/// A model that a declaration names.
public struct DeclaredModel: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The version, as written.
  public var version: String?
  /// The path of the weights from the root of the tree.
  public var weights: String?
  /// The SHA-256 of the weights, in lower case.
  public var sha256: String?
  /// Where it is declared.
  public var source: SourceReference

  /// Creates a model.
  public init(
    name: String,
    version: String? = nil,
    weights: String? = nil,
    sha256: String? = nil,
    source: SourceReference
  ) {
    self.name = name
    self.version = version
    self.weights = weights
    self.sha256 = sha256
    self.source = source
  }
}
