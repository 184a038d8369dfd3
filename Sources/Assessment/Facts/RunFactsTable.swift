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
  /// The commit time of the last change of each artifact, by path, as far as history tells.
  package var lastChanges: [String: Int64]

  /// Creates the facts.
  package init(
    commit: ObjectID?,
    commitTime: Int64?,
    isShallow: Bool,
    lastChanges: [String: Int64] = [:]
  ) {
    self.commit = commit
    self.commitTime = commitTime
    self.isShallow = isShallow
    self.lastChanges = lastChanges
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

  /// Creates the facts; the defaults are the strictest reading of answers and the later dates.
  package init(
    unknownIs: PolicyFile.UnknownAnswer = .fail,
    strictDates: Bool = false,
    answersMaximumDays: Int? = nil,
    unaskedDuties: PolicyFile.UnaskedAnswer? = nil
  ) {
    self.unknownIs = unknownIs
    self.strictDates = strictDates
    self.answersMaximumDays = answersMaximumDays
    self.unaskedDuties = unaskedDuties
  }
}

enum RunFactsTable {
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
      RuleFunctions.pairedChange, DeclaredEvidenceFacts.content.declaration,
      DeclaredEvidenceFacts.attestation.declaration,
      RunFactsTable.repository.declaration, RunFactsTable.policy.declaration,
    ],
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
  package static let environment = RuleEnvironment(
    schema: schema,
    functions: RuleFunctions.all
  )

  private static func root(
    _ name: String,
    _ type: ValueType,
    _ summary: String,
    phrase: String? = nil
  ) -> FactsSchema.Field {
    FactsSchema.Field(name: name, type: type, summary: summary, phrase: phrase)
  }
}
