// SPDX-License-Identifier: Apache-2.0

/// What a governed document is.
public enum ArtifactKind: String, Hashable, Sendable, CaseIterable {
  case modelCard
  case datasheet
  case evaluation
  /// A data protection impact assessment (GDPR Art. 35).
  case dpia
  /// A fundamental-rights impact assessment (AI Act Art. 27).
  case fria
  /// A system declaration.
  case system
  case waivers
}

/// A governed document, read into normalized records.
public struct Artifact: Hashable, Sendable {
  /// What the document is.
  public var kind: ArtifactKind
  /// The kebab-case name of the format, such as `markdown-card` or `modelgate-evaluation`.
  public var format: String
  /// The version that the document states, or nil.
  public var formatVersion: String?
  /// The title, as written.
  public var title: String?
  /// The state of the document as written, such as `draft` or `approved`.
  public var status: String?
  /// The natural language, as written.
  public var language: String?
  /// When the document says it was made.
  public var created: StatedDate?
  /// When the document says it was last changed.
  public var modified: StatedDate?
  /// For evaluations: whether the positive class is a benefit or a burden for the person.
  public var positiveMeans: String?
  /// The models it describes.
  public var models: [ModelRecord] = []
  /// The datasets it describes or names.
  public var datasets: [DatasetRecord] = []
  /// The people and organisations it names.
  public var parties: [Party] = []
  /// What it says, by topic.
  public var statements: [Statement] = []
  /// The numbers it reports.
  public var measurements: [Measurement] = []
  /// The outcome counts of groups that it reports.
  public var groups: [GroupCounts] = []
  /// How this run and another one did on the same items.
  public var paired: [PairedCounts] = []
  /// The risks it describes.
  public var risks: [Risk] = []
  /// The measures it describes.
  public var controls: [ControlRecord] = []
  /// The decisions it records.
  public var approvals: [Approval] = []
  /// What the reader found doubtful.
  public var issues: [Issue] = []
  /// The whole document.
  public var source: SourceReference

  /// Creates an artifact without records; the reader fills them in.
  public init(
    kind: ArtifactKind,
    format: String,
    formatVersion: String? = nil,
    title: String? = nil,
    source: SourceReference
  ) {
    self.kind = kind
    self.format = format
    self.formatVersion = formatVersion
    self.title = title
    self.source = source
  }
}
