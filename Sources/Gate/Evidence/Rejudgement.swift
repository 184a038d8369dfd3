// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import EvidenceBundle
internal import GateModel
internal import Reporting
internal import RulePacks
internal import Survey

/// Judges again what a bundle holds: the bundled policy on the bundled inputs.
///
/// Everything that a run writes about them is made anew; a bundle tells the truth when that gives its
/// own bytes.
struct Rejudgement {
  private let record: BundleRecord
  private let width: Int
  /// The bytes of inputs that the bundle does not hold.
  private let restored: [ObjectID: FileContent]

  /// What came of judging again.
  struct Outcome {
    let report: Report
    let survey: Survey
    let facts: RunFacts
    let governance: Governance
    /// The paths of what the bundle holds and the request leaves out.
    let leftOut: Set<String>
    /// What a bundle about this has beyond the report.
    let evidence: EvidenceInputs
    /// The digests of the files that a bundle about this has, by path.
    let digests: [String: ContentDigest]
    /// The top directory of an archive of it.
    let baseName: String

    fileprivate init(
      _ report: Report,
      _ survey: Survey,
      _ governance: Governance,
      _ evidence: EvidenceInputs,
      leavingOut redacted: [RedactedInput]
    ) throws(RunFailure) {
      let contents = try Rejudgement.contents(evidence, of: report)
      (self.report, self.survey, self.governance) = (report, survey, governance)
      (self.evidence, facts) = (evidence, evidence.facts)
      leftOut = contents.redactedPaths.subtracting(redacted.map(\.path))
      digests = try Rejudgement.digests(of: contents)
      baseName = contents.baseName
    }
  }

  init(_ record: BundleRecord, restored: [ObjectID: FileContent] = [:], width: Int) {
    (self.record, self.restored, self.width) = (record, restored, width)
  }

  /// Judges.
  ///
  /// - Throws: When the bundle does not hold what it takes.
  func outcome() async throws(RunFailure) -> Outcome {
    let facts = try self.facts()
    let request = try request(facts)
    let governance = try await governance(request, facts)
    let tree = RecordedTree(BundledTree(record, facts, restored: restored))
    var survey = try await surveying(governance, request, tree.base).survey(tree)
      .selected(by: request)
    let day = try DayOfCheck(request, commitTime: record.commitTime)
    let growth = try BaselineGrowth(of: governance, asked: request, in: tree)
    var scope = RunScope(request, facts.change, before: nil, growth, of: &survey, governance)
    if let fault = day.fault { survey.faults.append(fault) }
    survey.addFaultsOfUnjudgedIssues(by: governance.packs.map(\.pack))
    survey.addFaultsOfJudgedWaivers(governance.waivers)
    let questions = governance.historyQuestions(on: day.date)
    let revision = revision(facts, answering: questions, survey, tree.entries.map(\.path))
    scope.lostGroups = facts.lostGroups.map { $0.stillLost(in: survey) }
    var judging = Judging(
      request: request,
      asOf: day.date,
      repository: description(facts),
      governance: governance,
      survey: survey,
      revision: revision,
      scope: scope
    )
    let report = await judging.report().quotingLines(of: tree)
    let readings = tree.readings.forgettingFailures(of: record.redacted, but: facts)
    let seen = RunFacts(.init(of: judging), revision, readings, facts.change, scope.lostGroups)
    let evidence = try evidence(governance, survey, seen, tree)
    return try Outcome(report, survey, governance, evidence, leavingOut: record.redacted)
  }

  /// A survey of the bundled files, which were hashed when the bundle was read.
  private func surveying(
    _ governance: Governance,
    _ request: RunRequest,
    _ tree: BundledTree
  ) -> Surveying {
    Surveying(governance, request, for: .judgement) { tree.knownSHA256(of: $0) }
  }

  /// What was asked, with the width of this run.
  private func request(_ facts: RunFacts) throws(RunFailure) -> RunRequest {
    guard var request = facts.request.runRequest(tool: tool, directory: directory) else {
      throw .configuration("data/facts.json states no day", help: "make the bundle anew")
    }
    request.width = width
    return request
  }

  /// What rules may know of history: what they ask, of the documents that are read.
  private func revision(
    _ facts: RunFacts,
    answering questions: HistoryQuestions,
    _ survey: Survey,
    _ paths: [String]
  ) -> RevisionFacts {
    var revision = facts.revision(commit: record.commit, time: record.commitTime)
    let artifacts = survey.tracedPaths(answering: questions)
    revision.files =
      questions.needsWalk && !facts.isShallow
      ? revision.files?.filter { artifacts.contains($0.key) } : nil
    revision.paths = questions.contains(.listing) ? paths : nil
    revision.missingFiles =
      questions.contains(.citations) ? survey.missingFiles(among: paths) : nil
    revision.looks = questions.contains(.looks) && !facts.isShallow ? revision.looks : nil
    if !questions.contains(.answers) || facts.isShallow { revision.factChanges = nil }
    let evaluations = survey.evaluationPaths
    let counts = revision.looks?.counts ?? [:]
    revision.looks?.counts = counts.filter { evaluations.contains($0.key) && $0.value > 0 }
    return revision
  }

  private func facts() throws(RunFailure) -> RunFacts {
    do {
      return try RunFacts(reading: record.facts)
    } catch {
      throw .configuration("data/facts.json cannot be read", help: "make the bundle anew")
    }
  }

  private var directory: String? { record.root.isEmpty ? nil : record.root }

  /// The program as the bundle names it; its name may not have blanks, its version neither.
  private var tool: Report.Tool {
    let words = record.softwareAgent.split(separator: " ", maxSplits: 1)
    return Report.Tool(
      name: words.first.map(String.init) ?? "",
      version: words.count > 1 ? String(words[1]) : ""
    )
  }

  private func governance(
    _ request: RunRequest,
    _ facts: RunFacts
  ) async throws(RunFailure) -> Governance {
    let source = GovernanceSource.bundle(
      files: record.policy.map { PackFile(path: $0.path, bytes: $0.bytes) },
      packs: facts.request.packIDs
    )
    var loading = GovernanceLoading(request, source: source)
    guard case .revision(let name) = request.policySource else {
      let tree = BundledTree(record, facts)
      return try await loading.load(
        from: tree,
        revision: nil,
        declarations: loading.declaredSystems(in: tree, policyIn: tree)
      )
    }
    guard let commit = record.policyCommit else {
      throw .configuration(
        "the bundle names no commit for the policy of '\(name)'",
        help: "make the bundle anew"
      )
    }
    let tree = RecordedTree(BundledTree(policyOf: record))
    let declarations = loading.declaredSystems(in: BundledTree(record, facts), policyIn: tree)
    var governance = try await loading.load(from: tree, revision: name, declarations: declarations)
    governance.origin = Governance.Origin(
      commit: commit,
      time: record.policyCommitTime,
      readings: tree.readings
    )
    return governance
  }

  private func description(_ facts: RunFacts) -> Report.Repository {
    Report.Repository(
      commit: record.commit,
      tree: record.tree,
      directory: directory,
      revision: record.commit.hex,
      isShallow: facts.isShallow,
      isCommitted: true,
      commitTime: record.commitTime
    )
  }

  private func evidence(
    _ governance: Governance,
    _ survey: Survey,
    _ facts: RunFacts,
    _ tree: borrowing RecordedTree<BundledTree>
  ) throws(RunFailure) -> EvidenceInputs {
    let assembly = EvidenceAssembly(
      governance: governance,
      survey: survey,
      facts: facts,
      readings: tree.readings
    )
    let base = tree.base
    var inputs = try assembly.inputs(of: record) { entry throws(RunFailure) in
      try base.measured(entry)
    }
    inputs.chain = record.chain
    return inputs
  }

  private static func contents(
    _ evidence: EvidenceInputs,
    of report: Report
  ) throws(RunFailure) -> BundleContents {
    do throws(Problem) {
      return try evidence.contents(of: report)
    } catch {
      throw .configuration("\(error.path): \(error.message)", help: error.help)
    }
  }

  /// The digests of the files that a bundle with some contents has.
  static func digests(
    of contents: BundleContents
  ) throws(RunFailure) -> [String: ContentDigest] {
    do throws(Problem) {
      return try EvidenceBundle.decidedDigests(of: contents)
    } catch {
      throw .configuration("\(error.path): \(error.message)", help: error.help)
    }
  }
}

extension BundleContents {
  fileprivate var redactedPaths: Set<String> { Set(inputs.filter(\.isRedacted).map(\.path)) }
}

extension Survey {
  /// The paths of the artifacts whose history rules may ask for.
  var artifactPaths: Set<String> { Set(dossiers.flatMap(\.tracedPaths)) }

  /// The paths of the impact assessments.
  var assessmentPaths: Set<String> {
    Set(dossiers.flatMap(\.artifacts).filter { $0.kind == .dpia }.map(\.source.path))
  }

  /// The paths of the artifacts whose history has to be known.
  func tracedPaths(answering questions: HistoryQuestions) -> Set<String> {
    questions.concernsAllArtifacts ? artifactPaths : assessmentPaths
  }

  /// Those of them of which has to be known when they were added.
  func datedPaths(of paths: Set<String>, answering questions: HistoryQuestions) -> Set<String> {
    if questions.contains(.start) { return paths }
    return questions.contains(.assessments) ? assessmentPaths.intersection(paths) : []
  }

  /// The paths of those that hold evaluations.
  var evaluationPaths: Set<String> {
    Set(dossiers.flatMap(\.artifacts).filter { $0.kind == .evaluation }.map(\.source.path))
  }
}

extension TreeReadings {
  /// The same readings, where what a bundle does not hold is no failure of the checked tree.
  fileprivate func forgettingFailures(
    of inputs: [RedactedInput],
    but stated: RunFacts
  ) -> TreeReadings {
    var copy = self
    for input in inputs where stated.failures[input.path] == nil { copy.failures[input.path] = nil }
    return copy
  }
}
