// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import GitStore
internal import RulePacks
internal import Survey

/// What is kept of a system once it is judged, so that its records need not be.
struct JudgedSystem: Sendable {
  /// What came of it, without the artifacts and the answers.
  let assessment: SystemAssessment
  /// The keys of the answers that its tier lacks.
  let unanswered: Set<String>
  /// What the report quotes of its documents.
  let quotes: QuotedEvidence
  /// What its evaluations count; none where nothing is compared with an earlier revision.
  let evaluations: [CountedGroups]

  /// Judges a system.
  init(
    _ dossier: Dossier,
    unread: Set<ArtifactKind>,
    by assessor: Assessor,
    countingGroups: Bool = false
  ) {
    var assessment = assessor.assess(dossier, unread: unread)
    assessment.dossier = dossier.withoutAnswers
    assessment.dossier.artifacts = []
    let derivation = assessment.derivation
    unanswered = Set(derivation.unresolved.map { $0.key(among: derivation.facts) })
    assessment.derivation.facts = SystemFacts()
    quotes = QuotedEvidence(dossier, assessment.measures)
    assessment.measures = []
    self.assessment = assessment
    evaluations = countingGroups ? CountedGroups.evaluations(of: dossier) : []
  }
}

extension [JudgedSystem] {
  /// What the evaluations of each system count, by its id.
  var evaluations: [String: [CountedGroups]] {
    reduce(into: [:]) { $0[$1.assessment.dossier.systemID] = $1.evaluations }
  }
}

extension GateRun {
  /// The systems of a tree, judged as soon as their files are read where that is possible.
  ///
  /// It is not where a part of them is asked for, where a change, a history or how often somebody
  /// looked counts, or where what no rule judges has to be searched for: all that takes the records of
  /// every system.
  ///
  /// - Parameters:
  ///   - tree: What is judged.
  ///   - governance: By what.
  ///   - asOf: The day of the check.
  ///   - repository: Where the history is.
  ///   - keepsRecords: Whether somebody needs the records of all systems afterwards.
  /// - Returns: The survey, and what came of its dossiers; nil where they are yet to be judged.
  /// - Throws: When the repository cannot be read, or no system is called as one that is asked for.
  func judgedSurvey(
    _ tree: borrowing RecordedTree<Snapshot>,
    _ governance: Governance,
    on asOf: CalendarDate,
    in repository: borrowing RepositoryAccess,
    keepsRecords: Bool
  ) async throws(RunFailure) -> (survey: Survey, judged: [JudgedSystem]?) {
    let surveying = Surveying(governance, request, for: .judgement)
    let questions = governance.historyQuestions(on: asOf)
    let isWhole = request.systems.isEmpty && request.shard == nil && request.base == nil
    guard isWhole, !keepsRecords, !questions.needsRecords,
      governance.packs.contains(where: \.pack.judgesIssues)
    else { return (try await surveying.survey(tree).selected(by: request), nil) }
    let packs = governance.packs.map(\.pack)
    let assessor = Assessor(
      packs: packs,
      policy: governance.facts,
      asOf: asOf,
      revision: try repository.facts(
        about: nil,
        in: tree.base,
        on: asOf,
        answering: questions,
        governance
      )
    )
    let hasEarlier = try repository.lastTag(before: tree.base) != nil
    let (survey, judged) = await surveying.survey(tree) { dossier, unread in
      JudgedSystem(
        dossier,
        unread: unread,
        by: assessor,
        countingGroups: hasEarlier
      )
    }
    return (survey, judged)
  }
}
