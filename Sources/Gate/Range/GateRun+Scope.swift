// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import GitStore
internal import Reporting
internal import Survey

extension GateRun {
  /// Narrows a survey down to the part that the request asks for, and tells which findings count.
  ///
  /// Of two thresholds the stricter one counts, where findings are compared with those of the base.
  ///
  /// - Parameters:
  ///   - survey: All systems; those that are judged afterwards.
  ///   - governance: By what is judged.
  ///   - tree: The judged tree.
  ///   - repository: Where the base is.
  ///   - evaluations: What the evaluations of the systems count; nil to take them from their records.
  /// - Returns: What is narrowed down, and what changed since the base.
  /// - Throws: When the base or the baseline cannot be read.
  func narrow(
    _ survey: inout Survey,
    _ governance: inout Governance,
    of tree: borrowing RecordedTree<Snapshot>,
    in repository: borrowing RepositoryAccess,
    counting evaluations: [String: [CountedGroups]]?
  ) async throws(RunFailure) -> (scope: RunScope, range: ChangedRange?) {
    let range = try request.base.map { base throws(RunFailure) in
      try repository.changes(since: base, in: tree.base)
    }
    let growth = try BaselineGrowth(of: governance, asked: request, in: tree)
    let before = try await earlierSurvey(range, governance, in: repository)
    var scope = RunScope(
      request,
      range,
      to: tree.base.commit?.id,
      before: before,
      growth,
      of: &survey,
      governance
    )
    scope.lostGroups = try await GroupComparison(request, governance)
      .lostGroups(
        than: survey,
        counting: evaluations,
        in: tree.base,
        since: range.map { [$0.since] } ?? [],
        of: repository
      )
    if request.countsOnlyNew, let range, !scope.isEmpty,
      let earlier = try await earlierRecord(range, in: repository)
    {
      scope.tolerated.add(earlier.report)
      governance.failOn = .stricter(governance.failOn, earlier.report.policy.failOn)
    }
    return (scope, range)
  }

  /// The systems when the work began, by today's policy; nil when nobody asks, or when there were none.
  private func earlierSurvey(
    _ range: ChangedRange?,
    _ governance: Governance,
    in repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> Survey? {
    guard request.judgesOnlyChanged, let range, range.hasBefore else { return nil }
    let tree = try repository.tree(at: range.since.hex)
    return await Surveying(governance, request, for: .judgement).survey(tree)
  }

  /// The verdict on the base itself; nil when the base does not have the checked folder.
  private func earlierRecord(
    _ range: ChangedRange,
    in repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> RunRecord? {
    guard try repository.hasFiles(at: range.base) else { return nil }
    var earlier = request
    earlier.source = .commit(range.base.hex)
    (earlier.base, earlier.countsOnlyNew, earlier.judgesOnlyChanged) = (nil, false, false)
    // What a system is asked for may be new.
    (earlier.systems, earlier.shard, earlier.baseline) = ([], nil, nil)
    return try await GateRun(earlier).run()
  }
}
