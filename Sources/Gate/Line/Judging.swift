// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import Reporting
internal import Survey

/// The second half of the line: from dossiers and policy to a report.
///
/// It reads nothing, so that a bundle can be judged again without the repository.
struct Judging {
  let request: RunRequest
  /// The day that is judged by.
  let asOf: CalendarDate
  let repository: Report.Repository
  let governance: Governance
  var survey: Survey
  let revision: RevisionFacts
  /// What narrows the run down.
  var scope = RunScope()

  /// What came of the systems, where they were judged while their files were read.
  var judged: [JudgedSystem]?

  mutating func report() async -> Report {
    await request.progress(.judging(systems: survey.dossiers.count))
    let judged = if let judged { judged } else { await judgedSystems() }
    self.judged = nil
    survey = survey.withoutRecords
    var assessments = governance.settled(judged.map(\.assessment), on: asOf)
    let results = assessments.flatMap(\.results)
    for index in assessments.indices { assessments[index].results = [] }
    return ReportAssembly(
      request: request,
      asOf: asOf,
      repository: repository,
      governance: governance,
      survey: survey,
      scope: scope,
      assessments: assessments,
      results: results,
      quotes: judged.map(\.quotes),
      unanswered: Dictionary(
        judged.map { ($0.assessment.dossier.systemID, $0.unanswered) },
        uniquingKeysWith: { $0.union($1) }
      )
    ).report()
  }

  /// Judges every system.
  private func judgedSystems() async -> [JudgedSystem] {
    let packs = governance.packs.map(\.pack)
    let assessor = Assessor(
      packs: packs,
      policy: governance.facts,
      asOf: asOf,
      revision: revision
    )
    let unreadKinds = survey.unreadKinds
    return await concurrentMap(survey.dossiers, width: request.width) { dossier in
      let unread = unreadKinds[dossier.systemID] ?? []
      return JudgedSystem(dossier, unread: unread, by: assessor)
    }
  }
}

/// What outlives the judging of a run, for its bundle and for comparisons.
struct RunCourse: Sendable {
  let governance: Governance
  /// What was found, without the records.
  let survey: Survey
  /// What was found with the records, where somebody compares it; empty otherwise.
  let dossiers: [Dossier]
  /// What was asked, as a bundle states it.
  let asked: ReplayRequest
  /// What rules know of the history.
  let revision: RevisionFacts
  /// What has changed since the base, if there is one.
  let range: ChangedRange?
  /// The groups that an earlier revision had.
  let lostGroups: [LostGroups]

  init(of judging: Judging, _ range: ChangedRange?, keepsDossiers: Bool) {
    governance = judging.governance
    survey = judging.survey.withoutRecords
    dossiers = keepsDossiers ? judging.survey.dossiers : []
    asked = ReplayRequest(of: judging)
    revision = judging.revision
    self.range = range
    lostGroups = judging.scope.lostGroups
  }
}
