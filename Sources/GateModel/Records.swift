// SPDX-License-Identifier: Apache-2.0

/// A model that an artifact describes.
package struct ModelRecord: Hashable, Sendable {
  /// The name of the model.
  package var name: String?
  /// The version, as written.
  package var version: String?
  /// The date of that version.
  package var versionDate: StatedDate?
  /// The kind of model, such as `gradient boosting`.
  package var type: String?
  /// What the model does, such as `text-classification`.
  package var task: String?
  /// SPDX identifiers or free text, as written.
  package var licenses: [String]
  /// The models it was derived from.
  package var baseModels: [String]
  /// Where it is published.
  package var repository: String?
  /// The SHA-256 of the weights, as stated.
  package var sha256: String?
  /// Where the model is described.
  package var source: SourceReference

  /// Creates a model record.
  package init(
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
package struct DatasetRecord: Hashable, Sendable {
  /// What the dataset was used for.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case training
    case validation
    case evaluation
    case source
    case unknown
  }

  /// The name of the dataset.
  package var name: String?
  /// The identifier of the dataset, such as a hub id.
  package var id: String?
  /// The version, as written.
  package var version: String?
  /// What the dataset was used for.
  package var role: Role
  /// The split that was used.
  package var split: String?
  /// The configuration that was used.
  package var config: String?
  /// SPDX identifiers or free text, as written.
  package var licenses: [String]
  /// Whether the dataset holds personal data.
  package var personalData: Ternary
  /// The sensitive columns that are named.
  package var sensitiveAttributes: [String]
  /// The number of records.
  package var count: Int?
  /// A digest of the data, as written.
  package var hash: String?
  /// Where the dataset is described.
  package var source: SourceReference

  /// Creates a dataset record.
  package init(
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
package struct Party: Hashable, Sendable {
  /// What the party does for the artifact or the system.
  package enum Role: String, Hashable, Sendable, CaseIterable {
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
  package var role: Role
  /// The name of the person or team.
  package var name: String?
  /// The organisation it belongs to.
  package var organization: String?
  /// How to reach it, such as a mail address.
  package var contact: String?
  /// Where the party is named.
  package var source: SourceReference

  /// Creates a party.
  package init(
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
package struct Risk: Hashable, Sendable {
  /// The risk in a few words.
  package var name: String
  /// The kind of risk.
  package var category: String?
  /// Who would be harmed.
  package var affectedGroup: String?
  /// The risk in full.
  package var description: String?
  /// The severity as written, before measures.
  package var severity: String?
  /// The likelihood as written, before measures.
  package var likelihood: String?
  /// The level as written, before measures.
  package var level: String?
  /// The severity that remains after measures.
  package var residualSeverity: String?
  /// The likelihood that remains after measures.
  package var residualLikelihood: String?
  /// The level that remains after measures.
  package var residualLevel: String?
  /// The scale that the words or numbers belong to, such as `CNIL 1-4`.
  package var scale: String?
  /// What is done about it.
  package var mitigation: String?
  /// How far that is, as written.
  package var status: String?
  /// Who looks after it.
  package var owner: String?
  /// Where the risk is described.
  package var source: SourceReference

  /// Creates a risk with a name and a place; the rest is set by the reader.
  package init(name: String, source: SourceReference) {
    self.name = name
    self.source = source
  }
}

/// A measure that treats a risk.
package struct ControlRecord: Hashable, Sendable {
  /// The identifier within its document.
  package var id: String?
  /// The measure in a few words.
  package var title: String
  /// The measure in full.
  package var description: String?
  /// How far it is, as written.
  package var status: String?
  /// Who carries it out.
  package var responsible: String?
  /// By when.
  package var due: StatedDate?
  /// Where the measure is described.
  package var source: SourceReference

  /// Creates a control with a title and a place; the rest is set by the reader.
  package init(title: String, source: SourceReference) {
    self.title = title
    self.source = source
  }
}

/// A decision of a named party about an artifact or a system.
package struct Approval: Hashable, Sendable {
  /// What was decided.
  package enum Decision: String, Hashable, Sendable, CaseIterable {
    case approved
    case conditional
    case refused
    case pending
  }

  /// What was decided.
  package var decision: Decision
  /// Who decided.
  package var party: String?
  /// In which role.
  package var role: String?
  /// When.
  package var date: StatedDate?
  /// Under which conditions.
  package var conditions: String?
  /// What the decision rests on, such as a path or link.
  package var evidence: String?
  /// Where the decision is recorded.
  package var source: SourceReference

  /// Creates an approval.
  package init(
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
package enum Ternary: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case unknown
}

/// Something doubtful that a reader met: kept as a record, never thrown away.
package struct Issue: Hashable, Sendable {
  /// How much the doubt matters.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The fact could not be read; a rule that needs it cannot be judged.
    case error
    /// The fact was read, with a doubt.
    case warning
    /// A remark.
    case note
  }

  /// A permanent kebab-case name of the kind of doubt, such as `ambiguous-date`.
  package var code: String
  /// How much the doubt matters.
  package var severity: Severity
  /// What is doubtful, as a lower-case phrase.
  package var message: String
  /// Where.
  package var source: SourceReference

  /// Creates an issue.
  package init(code: String, severity: Severity, message: String, source: SourceReference) {
    self.code = code
    self.severity = severity
    self.message = message
    self.source = source
  }
}
