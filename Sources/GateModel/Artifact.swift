// SPDX-License-Identifier: Apache-2.0

/// What a governed document is.
package enum ArtifactKind: String, Hashable, Sendable, CaseIterable {
  case modelCard
  case datasheet
  case evaluation
  /// A data protection impact assessment (GDPR Art. 35).
  case dpia
  /// A fundamental-rights impact assessment (AI Act Art. 27).
  case fria
  /// Any further governance document; `RecordKind` says which.
  case record
  /// A system declaration.
  case system
  case waivers
}

/// A governed document, read into normalized records.
package struct Artifact: Hashable, Sendable {
  /// What the document is.
  package var kind: ArtifactKind
  /// The kebab-case name of the format, such as `markdown-card` or `modelgate-evaluation`.
  package var format: String
  /// The version that the document states, or nil.
  package var formatVersion: String?
  /// What a record documents; nil for every other kind of artifact.
  package var recordKind: RecordKind?
  /// The version of the document itself, as written.
  package var version: String?
  /// The title, as written.
  package var title: String?
  /// The state of the document as written, such as `draft` or `approved`.
  package var status: String?
  /// The natural language, as written.
  package var language: String?
  /// When the document says it was made.
  package var created: StatedDate?
  /// When the document says it was last changed.
  package var modified: StatedDate?
  /// The latest day on which its text says that something was done.
  package var latestDeed: StatedDate?
  /// For evaluations: whether the positive class is a benefit or a burden for the person.
  package var positiveMeans: String?
  /// For evaluations: values of attributes that mean that the value is not known, by attribute; under
  /// an empty name those of every attribute.
  package var unknownValues: [String: [String]] = [:]
  /// For evaluations: the smallest share of all cases at which a group is compared.
  package var minimumShare: Double?
  /// For assessments: the id of the system that they say they are about.
  package var coveredSystem: String?
  /// The day by which it says it has to be reviewed.
  package var reviewDue: CalendarDate?
  /// The models it describes.
  package var models: [ModelRecord] {
    get { kept.models }
    _modify {
      defer { RecordExcess.bound(&kept.models, "models", &excess) }
      yield &kept.models
    }
  }
  /// The datasets it describes or names.
  package var datasets: [DatasetRecord] {
    get { kept.datasets }
    _modify {
      defer { RecordExcess.bound(&kept.datasets, "datasets", &excess) }
      yield &kept.datasets
    }
  }
  /// The people and organisations it names.
  package var parties: [Party] {
    get { kept.parties }
    _modify {
      defer { RecordExcess.bound(&kept.parties, "parties", &excess) }
      yield &kept.parties
    }
  }
  /// What it says, by topic.
  package var statements: [Statement] {
    get { kept.statements }
    _modify {
      defer { RecordExcess.bound(&kept.statements, "statements", &excess) }
      yield &kept.statements
    }
  }
  /// The numbers it reports.
  package var measurements: [Measurement] {
    get { kept.measurements }
    _modify {
      defer { RecordExcess.bound(&kept.measurements, "metrics", &excess) }
      yield &kept.measurements
    }
  }
  /// The outcome counts of groups that it reports.
  package var groups: [GroupCounts] {
    get { kept.groups }
    _modify {
      defer { RecordExcess.bound(&kept.groups, "groups", &excess) }
      yield &kept.groups
    }
  }
  /// How this run and another one did on the same items.
  package var paired: [PairedCounts] {
    get { kept.paired }
    _modify {
      defer { RecordExcess.bound(&kept.paired, "paired counts", &excess) }
      yield &kept.paired
    }
  }
  /// The risks it describes.
  package var risks: [Risk] {
    get { kept.risks }
    _modify {
      defer { RecordExcess.bound(&kept.risks, "risks", &excess) }
      yield &kept.risks
    }
  }
  /// The measures it describes.
  package var controls: [ControlRecord] {
    get { kept.controls }
    _modify {
      defer { RecordExcess.bound(&kept.controls, "measures", &excess) }
      yield &kept.controls
    }
  }
  /// The decisions it records.
  package var approvals: [Approval] {
    get { kept.approvals }
    _modify {
      defer { RecordExcess.bound(&kept.approvals, "decisions", &excess) }
      yield &kept.approvals
    }
  }
  /// What the reader found doubtful.
  package var issues: [Issue] {
    get { kept.issues }
    _modify {
      defer { RecordExcess.bound(&kept.issues, "doubts", &excess) }
      yield &kept.issues
    }
  }
  /// What it has too much of to be judged; records beyond the limit are not kept.
  package private(set) var excess: RecordExcess?
  private var kept = Kept()
  /// The whole document.
  package var source: SourceReference

  /// The records that are kept.
  ///
  /// An observer of each property would copy all of them for each one that is added.
  private struct Kept: Hashable, Sendable {
    var models: [ModelRecord] = []
    var datasets: [DatasetRecord] = []
    var parties: [Party] = []
    var statements: [Statement] = []
    var measurements: [Measurement] = []
    var groups: [GroupCounts] = []
    var paired: [PairedCounts] = []
    var risks: [Risk] = []
    var controls: [ControlRecord] = []
    var approvals: [Approval] = []
    var issues: [Issue] = []
  }

  /// Creates an artifact without records; the reader fills them in.
  package init(
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

extension Artifact {
  /// The first statement on a topic with the strongest state, or nil when there is none.
  package func statement(_ topic: Topic) -> Statement? {
    statements.filter { $0.topic == topic }.enumerated()
      .min { ($0.element.state.rank, $0.offset) < ($1.element.state.rank, $1.offset) }?
      .element
  }
}

extension Statement.State {
  /// The strongest evidence first.
  fileprivate var rank: Int {
    switch self {
    case .substantive: 0
    case .undecided: 1
    case .placeholder: 2
    case .empty: 3
    case .absent: 4
    }
  }
}
