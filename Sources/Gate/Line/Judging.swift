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

  /// Judges every system.
  private func judgedSystems() async -> [JudgedSystem] {
    let packs = governance.packs.map(\.pack)
    let assessor = Assessor(
      packs: packs,
      policy: governance.facts,
      asOf: asOf,
      revision: revision
    )
    let rules = FairnessRule.all(in: packs)
    let unreadKinds = survey.unreadKinds
    return await concurrentMap(survey.dossiers, width: request.width) { dossier in
      let unread = unreadKinds[dossier.systemID] ?? []
      return JudgedSystem(dossier, unread: unread, by: assessor, measuredBy: rules)
    }
  }
}
