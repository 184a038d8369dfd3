// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import EvidenceBundle
internal import FileShapes
internal import GateModel
internal import GitStore
internal import Reporting
internal import RulePacks
internal import Survey

/// One run: from a revision to a report.
package struct GateRun: Sendable {
  let request: RunRequest

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
    let chain = collectsEvidence ? try await chain() : nil
    var record = try await run(collectsEvidence: collectsEvidence, keepsDossiers: false).record
    record.evidence?.chain = chain
    return record
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
    let tree = RecordedTree(try repository.checkedTree(), keepsBytes: collectsEvidence)
    var (judging, course) = try await judging(tree, in: repository, keepsDossiers: keepsDossiers)
    let report = await judging.report().quotingLines(of: tree)
    let (survey, governance) = (course.survey, course.governance)
    let protected = repository.protectedPaths(survey, governance, in: tree.base)
    var record = RunRecord(report: report, evidence: nil, protected: protected)
    record.remarks = repository.remarks(on: survey, by: governance.policy, beside: tree.base)
    guard collectsEvidence else { return (record, course.dossiers) }
    let facts = RunFacts(
      course.asked,
      course.revision,
      tree.readings,
      course.range,
      course.lostGroups
    )
    record.evidence = try EvidenceAssembly(
      governance: governance,
      survey: survey,
      facts: facts,
      readings: tree.readings
    ).inputs(from: repository, tree)
    return (record, course.dossiers)
  }

  /// The first half of the line: everything that is to be judged, and what outlives that.
  ///
  /// Records are with what is to be judged alone: they are let go of as systems are judged.
  private func judging(
    _ tree: borrowing RecordedTree<Snapshot>,
    in repository: borrowing RepositoryAccess,
    keepsDossiers: Bool
  ) async throws(RunFailure) -> (Judging, RunCourse) {
    var governance = try await governance(of: tree.base, in: repository)
    let day = try DayOfCheck(request, commitTime: tree.base.commit?.committer.unixSeconds)
    let found = try await judgedSurvey(
      tree,
      governance,
      on: day.date,
      in: repository,
      keepsRecords: keepsDossiers
    )
    var survey = found.survey
    let (scope, range) = try await narrow(
      &survey,
      &governance,
      of: tree,
      in: repository,
      counting: found.judged?.evaluations
    )
    if let fault = day.fault { survey.faults.append(fault) }
    survey.addFaultsOfUnjudgedIssues(by: governance.packs.map(\.pack))
    survey.addFaultsOfJudgedWaivers(governance.waivers)
    let base = range?.since
    let revision = try revision(survey, governance, day.date, since: base, tree.base, repository)
    let judging = Judging(
      request: request.naming(governance.revision),
      asOf: day.date,
      repository: repository.description(of: tree.base),
      governance: governance,
      survey: survey,
      revision: revision,
      scope: scope,
      judged: found.judged
    )
    return (judging, RunCourse(of: judging, range, keepsDossiers: keepsDossiers))
  }

  /// What the rules of a run ask of the history.
  private func revision(
    _ survey: Survey,
    _ governance: Governance,
    _ day: CalendarDate,
    since base: ObjectID?,
    _ tree: borrowing Snapshot,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> RevisionFacts {
    try repository.facts(
      about: survey,
      since: base,
      in: tree,
      on: day,
      answering: governance.historyQuestions(on: day),
      governance
    )
  }

  /// How a bundle follows the one that the request names.
  private func chain() async throws(RunFailure) -> BundleChain? {
    guard let previous = request.previousBundle else { return nil }
    return try await PreviousBundle(at: previous, tool: request.tool, width: request.width).next()
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
    let day = try DayOfCheck(request, commitTime: tree.commit?.committer.unixSeconds)
    return (try survey.selected(by: request), governance, day)
  }

  /// What came of judging each system, for questions about it.
  ///
  /// - Parameter asksRules: Whether rules are asked; without them there are tiers and documents.
  /// - Returns: The survey with an assessment of each of its systems.
  /// - Throws: When the call, the policy or the repository is at fault.
  func assessments(
    asksRules: Bool = true
  ) async throws(RunFailure) -> (
    survey: Survey, assessments: [SystemAssessment]
  ) {
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    let governance = try await governance(of: tree, in: repository)
    let survey = try await survey(tree, governance, for: .judgement).selected(by: request)
    let day = try DayOfCheck(request, commitTime: tree.commit?.committer.unixSeconds).date
    let assessor = Assessor(
      packs: asksRules ? governance.packs.map(\.pack) : [],
      policy: governance.facts,
      asOf: day,
      revision: try repository.facts(
        about: survey,
        in: tree,
        on: day,
        answering: asksRules ? governance.historyQuestions(on: day) : [],
        governance
      )
    )
    let assessments = await concurrentMap(survey.dossiers, width: request.width) {
      assessor.assess($0)
    }
    return (survey, assessments)
  }

  /// The dossier of the one system that is meant, and who would judge it.
  func dossier() async throws(RunFailure) -> (dossier: Dossier, assessor: Assessor) {
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    let governance = try await governance(of: tree, in: repository)
    let survey = try await survey(tree, governance, for: .judgement).selected(by: request)
    guard let dossier = survey.dossiers.first, survey.dossiers.count == 1 else {
      let known = survey.dossiers.map(\.systemID).joined(separator: ", ")
      throw .configuration(
        "there are \(survey.dossiers.count) systems, and a condition is tried on one",
        help: known.isEmpty
          ? "name a repository with a system" : "add --system with one of: \(known)"
      )
    }
    let day = try DayOfCheck(request, commitTime: tree.commit?.committer.unixSeconds).date
    let assessor = Assessor(
      packs: [],
      policy: governance.facts,
      asOf: day,
      revision: try repository.facts(
        about: survey,
        in: tree,
        on: day,
        answering: .all,
        governance
      )
    )
    return (dossier, assessor)
  }

  private func governance(
    of tree: borrowing Snapshot,
    in repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> Governance {
    var loading = GovernanceLoading(request)
    guard case .revision(let revision) = request.policySource else {
      let declarations = loading.declaredSystems(in: tree, policyIn: tree)
      return try await loading.load(from: tree, revision: nil, declarations: declarations)
    }
    let policyTree = RecordedTree(try repository.tree(at: revision))
    let name = repository.fullName(of: revision)
    let declarations = loading.declaredSystems(in: tree, policyIn: policyTree)
    var governance = try await loading.load(
      from: policyTree,
      revision: name,
      declarations: declarations
    )
    if let commit = policyTree.base.commit {
      governance.origin = Governance.Origin(
        commit: commit.id,
        time: commit.committer.unixSeconds,
        readings: policyTree.readings
      )
    }
    return governance
  }

  private func survey(
    _ tree: borrowing some SourceTree & ~Copyable,
    _ governance: Governance,
    for purpose: Surveying.Purpose
  ) async -> Survey {
    await Surveying(governance, request, for: purpose).survey(tree)
  }
}

extension Surveying {
  /// A survey by the policy of a run.
  init(
    _ governance: Governance,
    _ request: RunRequest,
    for purpose: Purpose,
    knownDigest: @escaping @Sendable (TreeEntry) -> ContentDigest? = { _ in nil }
  ) {
    self.init(
      policy: governance.policy,
      mappings: governance.mappings,
      width: request.width,
      purpose: purpose,
      knownDigest: knownDigest,
      progress: request.progress
    )
  }
}

extension RepositoryAccess {
  /// What whoever runs the check should know and no report says.
  fileprivate func remarks(
    on survey: Survey,
    by policy: PolicyFile,
    beside tree: borrowing Snapshot
  ) -> [String] {
    UncommittedFiles(survey, policy: policy).remarks(beside: tree, in: self)
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
