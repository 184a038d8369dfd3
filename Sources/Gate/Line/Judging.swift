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

  mutating func report() async -> Report {
    let assessor = Assessor(
      packs: governance.packs.map(\.pack),
      policy: governance.facts,
      asOf: asOf,
      revision: revision
    )
    await request.progress(.judging(systems: survey.dossiers.count))
    let unreadKinds = survey.unreadKinds
    let fairness = FairnessRule.all(in: governance.packs.map(\.pack))
    let judged = await concurrentMap(survey.dossiers, width: request.width) { dossier in
      let unread = unreadKinds[dossier.systemID] ?? []
      var assessment = assessor.assess(dossier, unread: unread)
      let quotes = QuotedEvidence(dossier, measuredBy: fairness)
      assessment.dossier.artifacts = []
      return (assessment: assessment, quotes: quotes)
    }
    survey.dropRecords()
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
      quotes: judged.map(\.quotes)
    ).report()
  }
}
