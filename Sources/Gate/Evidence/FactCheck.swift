// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import EvidenceBundle
internal import GateModel
internal import GitStore
internal import Reporting
internal import Survey

/// Computes again, from a repository, what a bundle says that it saw beyond its inputs.
struct FactCheck {
  private let record: BundleRecord
  private let outcome: Rejudgement.Outcome

  init(_ record: BundleRecord, _ outcome: Rejudgement.Outcome) {
    (self.record, self.outcome) = (record, outcome)
  }

  /// The facts that the repository contradicts.
  ///
  /// - Throws: When the repository cannot be read or does not have the commit.
  func problems(in path: String) async throws(RunFailure) -> [Problem] {
    let request = RunRequest(rereading: record, in: path, tool: outcome.report.tool)
    let repository = try RepositoryAccess(request)
    let tree = try repository.checkedTree()
    let facts = outcome.facts
    let revision = try repository.facts(
      about: outcome.survey,
      since: facts.change?.since,
      in: tree,
      on: outcome.report.asOf,
      answering: outcome.governance.historyQuestions(on: outcome.report.asOf),
      outcome.governance
    )
    var problems: [Problem] = []
    if revision.isShallow != facts.isShallow {
      problems.append(contradiction("whether the history is cut off"))
    }
    if let change = facts.change, !repository.confirms(change, in: tree) {
      problems.append(contradiction("what changed since \(change.base.short)"))
    }
    if let commit = record.policyCommit, !repository.has(commit) {
      problems.append(contradiction("the commit \(commit.short) of the policy"))
    }
    problems += try historyProblems(revision, tree, repository)
    let comparison = GroupComparison(request, outcome.governance)
    // Tags come and go; which groups are gone since a commit does not.
    let lost = try await comparison.lostGroups(
      than: outcome.survey,
      in: tree,
      since: [facts.change?.since].compactMap(\.self) + facts.lostGroups.map(\.commit),
      of: repository
    )
    if Set(lost.flatMap(\.groups)) != Set(facts.lostGroups.flatMap(\.groups)) {
      problems.append(contradiction("which groups an earlier release counted"))
    }
    let hashed = tree.entries.filter { facts.digests[$0.path] != nil }
    await tree.hashAhead(hashed, width: request.width)
    return problems + statedProblems(in: tree, request) + readingProblems(in: tree)
  }

  /// The files that call themselves artifacts and that the bundle is silent about.
  private func statedProblems(in tree: borrowing Snapshot, _ request: RunRequest) -> [Problem] {
    let known = Set(outcome.survey.candidates.map(\.path))
    return Surveying(outcome.governance, request, for: .list).statedPaths(in: tree)
      .subtracting(known).sorted()
      .map { contradiction("'\($0)', which calls itself an artifact") }
  }

  /// Tags come and go: the signatures that were there have to be there still; that of the commit stays.
  private func agrees(on signatures: [SignatureFacts]?) -> Bool {
    guard let stated = outcome.facts.signatures else { return true }
    let found = Set(signatures ?? [])
    let own = found.filter { $0.tag == nil }
    return stated.allSatisfy(found.contains) && own.isSubset(of: stated)
  }

  private func historyProblems(
    _ revision: RevisionFacts,
    _ tree: borrowing Snapshot,
    _ repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> [Problem] {
    let (counted, stated) = (revision.files ?? [:], outcome.facts.files)
    let changed = Set(counted.keys).union(stated.keys).filter { counted[$0] != stated[$0] }
    var problems = changed.sorted().map { contradiction("when '\($0)' was last changed") }
    if revision.factChanges != outcome.facts.factChanges {
      problems.append(contradiction("which answers of declarations were changed"))
    }
    if !agrees(on: revision.signatures) {
      problems.append(contradiction("who signed the commit and its tags"))
    }
    if try !confirms(outcome.facts.looks, revision.looks, repository, tree) {
      problems.append(contradiction("how often models were evaluated on the same data"))
    }
    return problems
  }

  /// Whether looks are what a repository counts, since the release that it knows or the stated one.
  private func confirms(
    _ stated: LookFacts?,
    _ counted: LookFacts?,
    _ repository: borrowing RepositoryAccess,
    _ tree: borrowing Snapshot
  ) throws(RunFailure) -> Bool {
    guard stated != counted, let stated, counted != nil else { return stated == counted }
    return try repository.confirms(
      stated,
      outcome.survey,
      since: outcome.facts.change?.since,
      in: tree,
      outcome.governance.mappings
    )
  }

  private func readingProblems(in tree: borrowing Snapshot) -> [Problem] {
    var problems: [Problem] = []
    for entry in tree.entries {
      if let size = outcome.facts.sizes[entry.path], !hasSize(size, entry, in: tree) {
        problems.append(contradiction("the size of '\(entry.path)'"))
      }
      if let digest = outcome.facts.digests[entry.path], !hasDigest(digest, entry, in: tree) {
        problems.append(contradiction("the SHA-256 of '\(entry.path)'"))
      }
      if outcome.facts.failures[entry.path] != nil, canRead(entry, in: tree) {
        problems.append(contradiction("that '\(entry.path)' cannot be read"))
      }
    }
    return problems
  }

  private func hasSize(_ size: Int, _ entry: TreeEntry, in tree: borrowing Snapshot) -> Bool {
    do {
      return try tree.byteCount(of: entry) == size
    } catch {
      return false
    }
  }

  private func hasDigest(
    _ digest: ContentDigest,
    _ entry: TreeEntry,
    in tree: borrowing Snapshot
  ) -> Bool {
    do {
      return try tree.sha256(of: entry) == digest
    } catch {
      return false
    }
  }

  private func canRead(_ entry: TreeEntry, in tree: borrowing Snapshot) -> Bool {
    do {
      _ = try tree.sha256(of: entry)
      return try tree.byteCount(of: entry) > 0
    } catch {
      return false
    }
  }

  private func contradiction(_ fact: String) -> Problem {
    Problem(
      path: "data/facts.json",
      message: "says something else than the repository about \(fact)",
      help: "do not rely on the bundle: make it anew from the commit"
    )
  }
}
