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
  public var kind: ArtifactKind
  /// The kebab-case name of the format, such as `markdown-card` or `modelgate-evaluation`.
  public var format: String
  /// The version that the document states, or nil.
  public var formatVersion: String?
  public var title: String?
  /// The state of the document as written, such as `draft` or `approved`.
  public var status: String?
  public var language: String?
  public var created: StatedDate?
  public var modified: StatedDate?
  /// For evaluations: whether the positive class is a benefit or a burden for the person.
  public var positiveMeans: String?
  public var models: [ModelRecord] = []
  public var datasets: [DatasetRecord] = []
  public var parties: [Party] = []
  public var statements: [Statement] = []
  public var measurements: [Measurement] = []
  public var groups: [GroupCounts] = []
  public var risks: [Risk] = []
  public var controls: [ControlRecord] = []
  public var approvals: [Approval] = []
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
