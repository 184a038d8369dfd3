// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting
internal import Survey

/// What narrows a run down: to some of the systems, and to findings that are new.
struct RunScope: Sendable {
  /// What the work is compared with, as the report states it.
  var change: Report.Change?
  /// What the program itself has to say about the change.
  var results: [CheckResult] = []
  /// The findings that count for nothing.
  var tolerated = ToleratedFindings()
  /// What earlier revisions had and this one lacks; none where there is nothing to compare with.
  var lostGroups: [LostGroups] = []
  /// Whether no system is judged because the change touches nothing governed.
  var isEmpty = false

  /// Nothing is narrowed down.
  init() {}
}

extension RunScope {
  /// Narrows a survey down to what a request asks for.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - range: What changed, when a base was named.
  ///   - commit: The judged commit, where it is one.
  ///   - before: The systems when the work began, where they are asked for.
  ///   - growth: What the change adds to the baseline, when there is one.
  ///   - survey: All systems; those that are judged afterwards.
  ///   - governance: By what they are judged.
  init(
    _ request: RunRequest,
    _ range: ChangedRange?,
    to commit: ObjectID? = nil,
    before: Survey?,
    _ growth: BaselineGrowth?,
    of survey: inout Survey,
    _ governance: Governance
  ) {
    let all = Set(survey.dossiers.map(\.systemID))
    var judged = all
    // Between a commit and itself nothing is told apart: all is judged, or nothing would be.
    if request.judgesOnlyChanged, let range, range.since != commit,
      case .some(let touched) = TouchedSystems(by: range, in: survey, before: before, governance)
    {
      let isBaselineTouched = request.baseline.map(range.paths.contains) ?? false
      if !isBaselineTouched { judged = touched }
      isEmpty = judged.isEmpty
    }
    if let range {
      var change = Report.Change(
        base: range.base,
        since: range.since,
        onlyChanged: request.judgesOnlyChanged,
        newOnly: request.countsOnlyNew
      )
      change.leftOut = all.subtracting(judged).sorted()
      self.change = change
    }
    if let shard = request.shard { judged = Set(shard.share(of: Array(judged))) }
    let declared = Set(survey.dossiers.compactMap { $0.declaration?.source.path })
    if judged != all { survey = survey.keeping(judged) }
    if let range {
      results += GateChange(range: range, governance: governance)
        .results(for: survey.dossiers, declared: declared)
    }
    results += growth?.results(for: survey.dossiers.map(\.systemID), of: all) ?? []
    if let baseline = governance.baseline { tolerated = ToleratedFindings(baseline) }
  }
}
