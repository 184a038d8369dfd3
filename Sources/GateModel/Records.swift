// SPDX-License-Identifier: Apache-2.0

/// A model that an artifact describes.
public struct ModelRecord: Hashable, Sendable {
  /// The name of the model.
  public var name: String?
  /// The version, as written.
  public var version: String?
  /// The date of that version.
  public var versionDate: StatedDate?
  /// The kind of model, such as `gradient boosting`.
  public var type: String?
  /// What the model does, such as `text-classification`.
  public var task: String?
  /// SPDX identifiers or free text, as written.
  public var licenses: [String]
  /// The models it was derived from.
  public var baseModels: [String]
  /// Where it is published.
  public var repository: String?
  /// The SHA-256 of the weights, as stated.
  public var sha256: String?
  /// Where the model is described.
  public var source: SourceReference

  /// Creates a model record.
  public init(
    name: String?,
    version: String? = nil,
    versionDate: StatedDate? = nil,
    type: String? = nil,
    task: String? = nil,
    licenses: [String] = [],
    baseModels: [String] = [],
    repository: String? = nil,
    sha256: String? = nil,
    source: SourceReference
  ) {
    self.name = name
    self.version = version
    self.versionDate = versionDate
    self.type = type
    self.task = task
    self.licenses = licenses
    self.baseModels = baseModels
    self.repository = repository
    self.sha256 = sha256
    self.source = source
  }
}

/// A dataset that an artifact describes or names.
public struct DatasetRecord: Hashable, Sendable {
  /// What the dataset was used for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case training
    case validation
    case evaluation
    case source
    case unknown
  }

  /// The name of the dataset.
  public var name: String?
  /// The identifier of the dataset, such as a hub id.
  public var id: String?
  /// The version, as written.
  public var version: String?
  /// What the dataset was used for.
  public var role: Role
  /// The split that was used.
  public var split: String?
  /// The configuration that was used.
  public var config: String?
  /// SPDX identifiers or free text, as written.
  public var licenses: [String]
  /// Whether the dataset holds personal data.
  public var personalData: Ternary
  /// The sensitive columns that are named.
  public var sensitiveAttributes: [String]
  /// The number of records.
  public var count: Int?
  /// A digest of the data, as written.
  public var hash: String?
  /// Where the dataset is described.
  public var source: SourceReference

  /// Creates a dataset record.
  public init(
    name: String?,
    id: String? = nil,
    version: String? = nil,
    role: Role = .unknown,
    split: String? = nil,
    config: String? = nil,
    licenses: [String] = [],
    personalData: Ternary = .unknown,
    sensitiveAttributes: [String] = [],
    count: Int? = nil,
    hash: String? = nil,
    source: SourceReference
  ) {
    self.name = name
    self.id = id
    self.version = version
    self.role = role
    self.split = split
    self.config = config
    self.licenses = licenses
    self.personalData = personalData
    self.sensitiveAttributes = sensitiveAttributes
    self.count = count
    self.hash = hash
    self.source = source
  }
}

/// A person or organisation with a role.
public struct Party: Hashable, Sendable {
  /// What the party does for the artifact or the system.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case owner
    case developer
    case provider
    case deployer
    case contact
    case author
    case dpo
    case evaluator
    case approver
    case custodian
    case steward
    case dataSubjectRep
  }

  /// What the party does.
  public var role: Role
  /// The name of the person or team.
  public var name: String?
  /// The organisation it belongs to.
  public var organization: String?
  /// How to reach it, such as a mail address.
  public var contact: String?
  /// Where the party is named.
  public var source: SourceReference

  /// Creates a party.
  public init(
    role: Role,
    name: String?,
    organization: String? = nil,
    contact: String? = nil,
    source: SourceReference
  ) {
    self.role = role
    self.name = name
    self.organization = organization
    self.contact = contact
    self.source = source
  }
}

/// A risk to people that an assessment describes.
public struct Risk: Hashable, Sendable {
  /// The risk in a few words.
  public var name: String
  /// The kind of risk.
  public var category: String?
  /// Who would be harmed.
  public var affectedGroup: String?
  /// The risk in full.
  public var description: String?
  /// The severity as written, before measures.
  public var severity: String?
  /// The likelihood as written, before measures.
  public var likelihood: String?
  /// The level as written, before measures.
  public var level: String?
  /// The severity that remains after measures.
  public var residualSeverity: String?
  /// The likelihood that remains after measures.
  public var residualLikelihood: String?
  /// The level that remains after measures.
  public var residualLevel: String?
  /// The scale that the words or numbers belong to, such as `CNIL 1-4`.
  public var scale: String?
  /// What is done about it.
  public var mitigation: String?
  /// How far that is, as written.
  public var status: String?
  /// Where the risk is described.
  public var source: SourceReference

  /// Creates a risk with a name and a place; the rest is set by the reader.
  public init(name: String, source: SourceReference) {
    self.name = name
    self.source = source
  }
}

/// A measure that treats a risk.
public struct ControlRecord: Hashable, Sendable {
  /// The identifier within its document.
  public var id: String?
  /// The measure in a few words.
  public var title: String
  /// The measure in full.
  public var description: String?
  /// How far it is, as written.
  public var status: String?
  /// Who carries it out.
  public var responsible: String?
  /// By when.
  public var due: StatedDate?
  /// Where the measure is described.
  public var source: SourceReference

  /// Creates a control with a title and a place; the rest is set by the reader.
  public init(title: String, source: SourceReference) {
    self.title = title
    self.source = source
  }
}

/// A decision of a named party about an artifact or a system.
public struct Approval: Hashable, Sendable {
  /// What was decided.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    case approved
    case conditional
    case refused
    case pending
  }

  /// What was decided.
  public var decision: Decision
  /// Who decided.
  public var party: String?
  /// In which role.
  public var role: String?
  /// When.
  public var date: StatedDate?
  /// Under which conditions.
  public var conditions: String?
  /// What the decision rests on, such as a path or link.
  public var evidence: String?
  /// Where the decision is recorded.
  public var source: SourceReference

  /// Creates an approval.
  public init(
    decision: Decision,
    party: String?,
    role: String? = nil,
    date: StatedDate? = nil,
    conditions: String? = nil,
    evidence: String? = nil,
    source: SourceReference
  ) {
    self.decision = decision
    self.party = party
    self.role = role
    self.date = date
    self.conditions = conditions
    self.evidence = evidence
    self.source = source
  }
}

/// A yes, a no, or no answer.
public enum Ternary: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case unknown
}

/// Something doubtful that a reader met: kept as a record, never thrown away.
public struct Issue: Hashable, Sendable {
  /// How much the doubt matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The fact could not be read; a rule that needs it cannot be judged.
    case error
    /// The fact was read, with a doubt.
    case warning
    /// A remark.
    case note
  }

  /// A permanent kebab-case name of the kind of doubt, such as `ambiguous-date`.
  public var code: String
  /// How much the doubt matters.
  public var severity: Severity
  /// What is doubtful, as a lower-case phrase.
  public var message: String
  /// Where.
  public var source: SourceReference

  /// Creates an issue.
  public init(code: String, severity: Severity, message: String, source: SourceReference) {
    self.code = code
    self.severity = severity
    self.message = message
    self.source = source
  }
}
