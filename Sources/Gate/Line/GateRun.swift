// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import EvidenceBundle
internal import GateModel
internal import GitStore
internal import Reporting
internal import Survey

/// One run: from a revision to a report.
package struct GateRun: Sendable {
  private let request: RunRequest

  /// Creates a run.
  package init(_ request: RunRequest) {
    self.request = request
  }

  /// The whole line: revision, tree, policy, dossiers, records, verdict, report, evidence.
  ///
  /// - Parameter collectsEvidence: Whether the record can be written as a bundle.
  /// - Returns: What was found.
  /// - Throws: When no verdict was attempted, because the call, the policy or the repository is
  ///   at fault.
  package func run(collectsEvidence: Bool = false) async throws(RunFailure) -> RunRecord {
    try await run(collectsEvidence: collectsEvidence, keepsDossiers: false).record
  }

  /// The same with the dossiers, for a comparison.
  func runKeepingDossiers() async throws(RunFailure) -> (record: RunRecord, dossiers: [Dossier]) {
    try await run(collectsEvidence: false, keepsDossiers: true)
  }

  private func run(
    collectsEvidence: Bool,
    keepsDossiers: Bool
  ) async throws(RunFailure) -> (record: RunRecord, dossiers: [Dossier]) {
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    let governance = try await governance(of: tree, in: repository)
    let day = try DayOfCheck(request, judging: tree.commit)
    var survey = try await survey(tree, governance, for: .judgement).selected(by: request)
    if let fault = day.fault { survey.faults.append(fault) }
    survey.addFaultsOfUnjudgedIssues(by: governance.packs.map(\.pack))
    let assessor = Assessor(
      packs: governance.packs.map(\.pack),
      policy: governance.facts,
      asOf: day.date,
      revision: try repository.facts(about: survey, in: tree)
    )
    await request.progress(.judging(systems: survey.dossiers.count))
    let assessments = await assessments(of: survey, by: assessor)
    let dossiers = keepsDossiers ? survey.dossiers : []
    survey.dropRecords()
    let report = ReportAssembly(
      request: request,
      asOf: day.date,
      repository: repository.description(of: tree),
      governance: governance,
      survey: survey,
      assessments: assessments
    ).report()
    let evidence =
      collectsEvidence
      ? try EvidenceAssembly(governance: governance, survey: survey)
        .inputs(from: repository, tree) : nil
    let protected = repository.protectedPaths(survey, governance, in: tree)
    return (RunRecord(report: report, evidence: evidence, protected: protected), dossiers)
  }

  /// The assessments of all systems, without the records that were judged.
  private func assessments(of survey: Survey, by assessor: Assessor) async -> [SystemAssessment] {
    await concurrentMap(survey.dossiers, width: request.width) { dossier in
      let unread = survey.unread(in: dossier.systemID)
      var assessment = assessor.assess(dossier, unread: unread)
      assessment.dossier.artifacts = []
      return assessment
    }
  }

  /// The first half of the line, for lists: what there is, without its records, and by what it would
  /// be judged.
  func survey() async throws(RunFailure) -> (
    survey: Survey, governance: Governance, day: DayOfCheck
  ) {
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    let governance = try await governance(of: tree, in: repository)
    let survey = await survey(tree, governance, for: .list)
    let day = try DayOfCheck(request, judging: tree.commit)
    return (try survey.selected(by: request), governance, day)
  }

  private func governance(
    of tree: borrowing Snapshot,
    in repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> Governance {
    var loading = GovernanceLoading(request)
    guard case .revision(let revision) = request.policySource else {
      return try await loading.load(from: tree, revision: nil)
    }
    return try await loading.load(from: try repository.tree(at: revision), revision: revision)
  }

  private func survey(
    _ tree: borrowing Snapshot,
    _ governance: Governance,
    for purpose: Surveying.Purpose
  ) async -> Survey {
    await Surveying(
      policy: governance.policy,
      mappings: governance.mappings,
      width: request.width,
      purpose: purpose,
      progress: request.progress
    )
    .survey(tree)
  }
}

extension RepositoryAccess {
  /// What rules may know about the revision.
  func facts(
    about survey: Survey,
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> RevisionFacts {
    let paths = survey.dossiers.flatMap(\.artifacts).map(\.source.path)
    return RevisionFacts(
      commit: tree.commit?.id,
      commitTime: tree.commit?.committer.unixSeconds,
      isShallow: isShallow,
      lastChanges: try lastChanges(of: Set(paths).sorted(), in: tree)
    )
  }

  /// The revision as the report states it: by ids, not by the name that was asked for.
  func description(of tree: borrowing Snapshot) -> Report.Repository {
    Report.Repository(
      commit: tree.commit?.id,
      tree: tree.rootTree,
      directory: tree.directory,
      revision: tree.commit?.id.hex ?? tree.origin.label,
      isShallow: isShallow,
      isCommitted: tree.isCommitted,
      commitTime: tree.commit?.committer.unixSeconds
    )
  }
}

extension Snapshot.Origin {
  fileprivate var label: String {
    switch self {
    case .commit(let facts): facts.id.hex
    case .index: "index"
    case .workTree: "working tree"
    }
  }
}
