// SPDX-License-Identifier: Apache-2.0

/// A model that an artifact describes.
public struct ModelRecord: Hashable, Sendable {
  public var name: String?
  public var version: String?
  public var versionDate: StatedDate?
  public var type: String?
  public var task: String?
  /// SPDX identifiers or free text, as written.
  public var licenses: [String]
  public var baseModels: [String]
  public var repository: String?
  /// The SHA-256 of the weights, as stated.
  public var sha256: String?
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

  public var name: String?
  public var id: String?
  public var version: String?
  public var role: Role
  public var split: String?
  public var config: String?
  /// SPDX identifiers or free text, as written.
  public var licenses: [String]
  /// Whether the dataset holds personal data.
  public var personalData: Ternary
  public var sensitiveAttributes: [String]
  /// The number of records.
  public var count: Int?
  public var hash: String?
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

  public var role: Role
  public var name: String?
  public var organization: String?
  public var contact: String?
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
  public var name: String
  public var category: String?
  public var affectedGroup: String?
  public var description: String?
  /// The severity, likelihood and level as written, before and after measures.
  public var severity: String?
  public var likelihood: String?
  public var level: String?
  public var residualSeverity: String?
  public var residualLikelihood: String?
  public var residualLevel: String?
  /// The scale that the words or numbers belong to, such as `CNIL 1-4`.
  public var scale: String?
  public var mitigation: String?
  public var status: String?
  public var source: SourceReference

  /// Creates a risk with a name and a place; the rest is set by the reader.
  public init(name: String, source: SourceReference) {
    self.name = name
    self.source = source
  }
}

/// A measure that treats a risk.
public struct ControlRecord: Hashable, Sendable {
  public var id: String?
  public var title: String
  public var description: String?
  public var status: String?
  public var responsible: String?
  public var due: StatedDate?
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

  public var decision: Decision
  public var party: String?
  public var role: String?
  public var date: StatedDate?
  public var conditions: String?
  public var evidence: String?
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
  public var severity: Severity
  public var message: String
  public var source: SourceReference

  /// Creates an issue.
  public init(code: String, severity: Severity, message: String, source: SourceReference) {
    self.code = code
    self.severity = severity
    self.message = message
    self.source = source
  }
}
