// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import RuleLanguage
package import Survey

/// The facts about the revision and the run that rules may use.
package struct RevisionFacts: Hashable, Sendable {
  /// The checked commit, or nil for an index or a working tree.
  package var commit: ObjectID?
  /// The commit time, in seconds since 1970-01-01T00:00:00Z.
  package var commitTime: Int64?
  /// Whether the history is cut off.
  package var isShallow: Bool
  /// What history tells of each artifact, by path; nil where nobody asked, or nobody can tell.
  package var files: [String: FileFacts]?
  /// The paths of all files; nil where nobody asked.
  package var paths: [String]?
  /// The signatures of the checked commit and of its tags; nil where nobody asked.
  package var signatures: [SignatureFacts]?
  /// The keys that the policy binds to roles.
  var signers: [PolicySigner] = []
  /// How often models were evaluated on the same data; nil where nobody asked, or nobody can tell.
  package var looks: LookFacts?
  /// Which answers of a declaration were changed since the oldest impact assessment, by system, the
  /// oldest change first; nil where nobody asked, and without the systems of which nobody can tell.
  package var factChanges: [String: [FactChange]]?
  /// The files that impact assessments name and that are not there, by assessment; nil where nobody asked.
  package var missingFiles: [String: [String]]?

  /// Creates the facts.
  package init(
    commit: ObjectID?,
    commitTime: Int64?,
    isShallow: Bool,
    files: [String: FileFacts]? = nil,
    paths: [String]? = nil,
    signatures: [SignatureFacts]? = nil,
    looks: LookFacts? = nil,
    factChanges: [String: [FactChange]]? = nil,
    missingFiles: [String: [String]]? = nil
  ) {
    (self.looks, self.factChanges, self.missingFiles) = (looks, factChanges, missingFiles)
    self.commit = commit
    self.commitTime = commitTime
    self.isShallow = isShallow
    self.files = files
    self.paths = paths
    self.signatures = signatures
  }

  /// The same about one system and its files alone.
  func about(_ system: String, _ paths: [String]) -> RevisionFacts {
    var facts = self
    facts.factChanges = factChanges?[system].map { [system: $0] }
    facts.files = files.map { files in
      paths.reduce(into: [:]) { $0[$1] = files[$1] }
    }
    facts.missingFiles = missingFiles?.filter { paths.contains($0.key) }
    let counts = looks?.counts ?? [:]
    facts.looks?.counts = paths.reduce(into: [:]) { $0[$1] = counts[$1] }
    return facts
  }
}

/// What history tells of one file.
package struct FileFacts: Hashable, Sendable {
  /// The commit time of its last change, in seconds since 1970-01-01T00:00:00Z.
  package var lastChanged: Int64
  /// Whether that commit carries a signature; nil where nobody asked.
  ///
  /// Nothing is said about whether it is good.
  package var isSigned: Bool?
  /// The commit time of what added it, in seconds; nil where nobody asked.
  package var firstSeen: Int64?
  /// Whether the bounds of the policy stood unchanged before that change; nil where nobody asked or
  /// the policy has none.
  package var followsBounds: Bool?
  /// Who signed that commit; nil where nobody asked.
  package var signature: SignatureFacts?
  /// Who wrote that change, as the commit states; nil where nobody asked.
  package var author: String?

  /// Creates the facts.
  package init(
    lastChanged: Int64,
    isSigned: Bool? = nil,
    firstSeen: Int64? = nil,
    followsBounds: Bool? = nil,
    signature: SignatureFacts? = nil,
    author: String? = nil
  ) {
    self.lastChanged = lastChanged
    (self.signature, self.author) = (signature, author)
    self.isSigned = isSigned
    self.firstSeen = firstSeen
    self.followsBounds = followsBounds
  }
}

/// What one change of a declaration changed.
package struct FactChange: Hashable, Sendable {
  /// The day of the commit, or of the check for what is not committed.
  package var on: CalendarDate
  /// The dotted names of the facts with other answers; `models` for models of other names.
  package var facts: [String]

  /// Creates a change.
  package init(on: CalendarDate, facts: [String]) { (self.on, self.facts) = (on, facts) }
}

/// How often models were evaluated on the same data since the last accepted release.
package struct LookFacts: Hashable, Sendable {
  /// The commit of the release; nil for the whole history.
  package var since: ObjectID?
  /// Its tag; nil where it is a base that the caller named.
  package var tag: String?
  /// The number of looks with that of the judged tree, from 1, by the path of the evaluation.
  package var counts: [String: Int]

  /// Creates the facts.
  package init(since: ObjectID?, tag: String?, counts: [String: Int]) {
    (self.since, self.tag, self.counts) = (since, tag, counts)
  }

  /// The release, as a sentence names it.
  var sinceInWords: String {
    if let tag { return "since the release \(tag)" }
    return since.map { "since the base \($0.hex.prefix(12))" } ?? "in the whole history"
  }
}

/// What a policy says about the judging itself.
package struct PolicyFacts: Hashable, Sendable {
  /// What an unanswered tiering fact does.
  package var unknownIs: PolicyFile.UnknownAnswer
  /// Whether contested dates of application use their earlier reading.
  package var strictDates: Bool
  /// How old answers for whole groups may be, in days; nil for any age.
  package var answersMaximumDays: Int?
  /// What a duty does that no selected rule asks for; nil where that is not looked at, as in the
  /// trial of a single rule.
  package var unaskedDuties: PolicyFile.UnaskedAnswer?
  /// The keys that are bound to roles.
  package var signers: [PolicySigner]

  /// Creates the facts; the defaults are the strictest reading of answers and the later dates.
  package init(
    unknownIs: PolicyFile.UnknownAnswer = .fail,
    strictDates: Bool = false,
    answersMaximumDays: Int? = nil,
    unaskedDuties: PolicyFile.UnaskedAnswer? = nil,
    signers: [PolicySigner] = []
  ) {
    self.signers = signers
    self.unknownIs = unknownIs
    self.strictDates = strictDates
    self.answersMaximumDays = answersMaximumDays
    self.unaskedDuties = unaskedDuties
  }
}

/// A file with what history tells of it.
private struct FileSubject {
  let path: String
  let facts: FileFacts
  let signerRoles: [String]

  init(_ entry: (key: String, value: FileFacts), _ signers: [PolicySigner]) {
    (path, facts) = (entry.key, entry.value)
    signerRoles = facts.signature?.roles(signers) ?? []
  }
}

enum RunFactsTable {
  private static let look = RecordType<(path: String, count: Int)>(
    "Look",
    "How often the model of one evaluation was evaluated on its data.",
    place: { SourceReference(path: $0.path).location },
    fields: [
      .text("path", "the path of the evaluation from the root of the checked tree") { $0.path },
      .int("count", "the number of looks with that of the checked tree, from 1") { $0.count },
    ]
  )

  private static let file = RecordType<FileSubject>(
    "File",
    "What history tells of one artifact.",
    place: { SourceReference(path: $0.path).location },
    fields: [
      .text("path", "the path from the root of the checked tree") { $0.path },
      .optionalMoment("last_changed", "the commit time of its last change") {
        $0.facts.lastChanged
      },
      .optionalFlag("is_signed", "whether that commit carries a signature") { $0.facts.isSigned },
      .optionalMoment("first_seen", "the commit time of what added it") { $0.facts.firstSeen },
      .optionalFlag(
        "threshold_preceded",
        "whether the bounds of the policy stood unchanged before that change"
      ) { $0.facts.followsBounds },
      .optionalText("author", "who wrote that change, as the commit states") { $0.facts.author },
      .optionalText(
        "signature_state",
        "what is known of the signature of that commit: absent, good, bad or unverified"
      ) { $0.facts.signature?.state.rawValue },
      .optionalText("signer_key", "the id of the key that signed that commit") {
        $0.facts.signature?.key
      },
      .texts("signer_roles", "the roles to which the policy binds that key") { $0.signerRoles },
    ]
  )

  private static let change = RecordType<FactChange>(
    "FactChange",
    "What one change of the declaration changed.",
    place: { _ in nil },
    fields: [
      .optionalDay("on", "the day of the commit, or of the check for what is not committed") {
        $0.on
      },
      .texts("facts", "the facts with other answers; `models` for models of other names") {
        $0.facts
      },
    ]
  )

  /// The object types beside the roots.
  static let objectTypes = [
    file.declaration, SignatureSubject.recordType.declaration, look.declaration,
    change.declaration,
  ]

  static let repository = RecordType<RevisionFacts>(
    "Repository",
    "The checked revision.",
    place: { _ in nil },
    fields: [
      .optionalText("commit", "the commit id") { $0.commit?.hex },
      .optionalMoment("commit_time", "the commit time") { $0.commitTime },
      .flag("is_shallow", "whether the history is cut off") { $0.isShallow },
      .flag("is_committed", "whether a commit is checked, not an index or files") {
        $0.commit != nil
      },
      .optionalList("files", file, "what history tells of the artifacts, where a rule asks") {
        facts in
        facts.files?.sorted { $0.key < $1.key }.map { FileSubject($0, facts.signers) }
      },
      .optionalList(
        "signatures",
        SignatureSubject.recordType,
        "the signatures of the checked commit and its tags, where a rule asks"
      ) { facts in
        facts.signatures?.map {
          SignatureSubject(facts: $0, roles: $0.roles(facts.signers))
        }
      },
      .optionalTexts("paths", "the paths of all files, where a rule asks") { $0.paths },
      .optionalTexts(
        "missing_citations",
        "the files that an impact assessment names and that are not there, behind its path and ': ', where "
          + "a rule asks"
      ) { facts in
        facts.missingFiles?.sorted { $0.key < $1.key }.flatMap { path, missing in
          missing.map { "\(path): \($0)" }
        }
      },
      .optionalList(
        "looks",
        look,
        "how often each evaluation was repeated since the last accepted release, where a rule asks"
      ) { facts in
        facts.looks?.counts.sorted { $0.key < $1.key }.map { (path: $0.key, count: $0.value) }
      },
      .optionalList(
        "fact_changes",
        change,
        "which answers of the declaration were changed since the oldest impact assessment, where a rule "
          + "asks"
      ) { $0.factChanges.map { $0.values.flatMap(\.self) } },
      .optionalText("looks_since", "the release since which looks are counted, in words") {
        $0.looks?.sinceInWords
      },
    ]
  )

  static let policy = RecordType<PolicyFacts>(
    "Policy",
    "What the policy says about the judging.",
    place: { _ in nil },
    fields: [
      .choice("unknown_is", "what an unanswered tiering fact does") { $0.unknownIs },
      .flag("strict_dates", "whether contested dates use the earlier reading") {
        $0.strictDates
      },
    ]
  )
}

/// What rules may refer to.
package enum Facts {
  /// The object types and roots that conditions are checked against.
  package static let schema = FactsSchema(
    objects: SystemFactsTable.objectTypes + [
      ArtifactFacts.dossier.declaration, ArtifactFacts.artifact.declaration,
      ArtifactFacts.declaredModel.declaration, ArtifactFacts.metricPair.declaration,
      RecordFacts.statement.declaration, RecordFacts.measurement.declaration,
      RecordFacts.group.declaration, RecordFacts.slicePair.declaration,
      RecordFacts.paired.declaration,
      RecordFacts.model.declaration, RecordFacts.dataset.declaration,
      RecordFacts.party.declaration, RecordFacts.risk.declaration,
      RecordFacts.control.declaration, RecordFacts.approval.declaration,
      RecordFacts.issue.declaration, RecordFacts.source.declaration,
      RuleFunctions.interval, RuleFunctions.fairnessCheck, RuleFunctions.contradiction,
      RuleFunctions.pairedChange, RuleFunctions.statedCheck, RuleFunctions.setAsideGroup,
      DeclaredEvidenceFacts.content.declaration,
      DeclaredEvidenceFacts.attestation.declaration,
      DeclaredEvidenceFacts.uncollected.declaration,
      RunFactsTable.repository.declaration, RunFactsTable.policy.declaration,
    ] + RunFactsTable.objectTypes,
    roots: [
      root("system", .object("System"), "the AI system"),
      root("dossier", .object("Dossier"), "its artifacts"),
      root("repository", .object("Repository"), "the checked revision"),
      root("policy", .object("Policy"), "what the policy says about judging"),
      root(
        "as_of",
        .timestamp,
        "the day of the check, at its first moment in UTC",
        phrase: "the day of the check"
      ),
    ]
  )

  /// The schema with the functions that rules may call.
  package static let environment = RuleEnvironment(functions: RuleFunctions.all) { schema }

  private static func root(
    _ name: String,
    _ type: ValueType,
    _ summary: String,
    phrase: String? = nil
  ) -> FactsSchema.Field {
    FactsSchema.Field(name: name, type: type, summary: summary, phrase: phrase)
  }
}
