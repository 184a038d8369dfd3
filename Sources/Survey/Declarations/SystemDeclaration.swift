// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel

/// What a team declares about one AI system: `ai-system.yml`.
package struct SystemDeclaration: Hashable, Sendable {
  /// The id of the dossier without a declaration; no declared system may have it.
  package static let undeclaredID = "undeclared"

  /// The id, unique in the tree.
  package var id: String
  /// The name for people.
  package var name: String
  /// What the system does.
  package var description: String?
  /// Id and name on one line, and below them the description: the words that may tell a use.
  package var words: String { "\(id) \(name)\n\(description ?? "")" }
  /// The answers to the questionnaire.
  package var facts: SystemFacts
  /// The files that the declaration claims, or nil when it claims what lies in its folder.
  package var artifactPatterns: [ArtifactPattern]?
  /// The models of the system.
  package var models: [DeclaredModel]
  /// The people and teams in charge.
  package var contacts: [Party]
  /// The decisions about the system.
  package var approvals: [Approval]
  /// Where the contents that a law or standard asks for stand.
  package var coverage: [DeclaredCoverage] = []
  /// Answers that somebody gives with their name.
  package var attestations: [Attestation] = []
  /// How group counts are taken by evaluations that do not say it themselves.
  package var groupTerms = DeclaredGroupTerms()
  /// Protected attributes that are not collected, as stated.
  package var uncollectedAttributes: [UncollectedAttribute] = []
  /// The paths that the declaration cites and where no file says anything.
  package var emptyCitations: Set<String> = []
  /// The assessment by which a use of Annex III has no high risk, where it is there.
  package var derogation: DerogationAssessment?
  /// The file.
  package var source: SourceReference
  /// Whether the models are those of the model cards.
  package var takesModelsFromCards = false
  /// The word `none`, or an empty list, in place of models, with reason and owner where they are given.
  package var noModels: FactAnswer?
  /// Whether the file has mistakes: then nothing is derived from it.
  package var hasMistakes = false

  /// Creates a declaration.
  package init(
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
  package var folder: String { TreePath.folder(of: source.path) }
}

/// A path or glob by which a declaration claims artifacts of one kind.
package struct ArtifactPattern: Hashable, Sendable {
  /// The kind of the artifacts.
  package var kind: ArtifactKind
  /// What a record documents; nil for every other kind.
  package var recordKind: RecordKind?
  /// The paths, from the root of the tree.
  package var pattern: PathPattern
  /// Where it is declared.
  package var source: SourceReference

  /// Creates a claim.
  package init(
    kind: ArtifactKind,
    recordKind: RecordKind? = nil,
    pattern: PathPattern,
    source: SourceReference
  ) {
    self.kind = kind
    self.recordKind = recordKind
    self.pattern = pattern
    self.source = source
  }
}

/// A model that a declaration names.
package struct DeclaredModel: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The version, as written.
  package var version: String?
  /// The path of the weights from the root of the tree.
  package var weights: String?
  /// The SHA-256 of the weights, in lower case.
  package var sha256: String?
  /// Where it is declared.
  package var source: SourceReference

  /// Creates a model.
  package init(
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
