// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import GitStore
internal import Survey

/// Files on disk that a run looked for in a commit in vain.
///
/// The verdict is one on the commit, and what lies beside it on disk is no input of it: these are remarks
/// for whoever runs the check, and stand in no report.
struct UncommittedFiles {
  private let survey: Survey
  private let policy: PolicyFile

  init(_ survey: Survey, policy: PolicyFile) {
    self.survey = survey
    self.policy = policy
  }

  /// One remark for each file.
  func remarks(
    beside tree: borrowing Snapshot,
    in repository: borrowing RepositoryAccess
  ) -> [String] {
    guard let commit = tree.commit, isIncomplete(repository) else { return [] }
    let committed = Set(tree.entries.map(\.path))
    let others = repository.filesOnDisk().filter { !committed.contains($0.path) }
    guard !others.isEmpty else { return [] }
    return Set(missed(among: others)).sorted().map { path in
      "\(path) is there on disk and not in the commit \(commit.id.short): commit it, or judge the files "
        + "with --worktree"
    }
  }

  /// Whether something was not found, so that it is worth to look.
  private func isIncomplete(_ repository: borrowing RepositoryAccess) -> Bool {
    !survey.faults.isEmpty || !survey.dossiers.contains { $0.declaration != nil }
      || (policy.source == nil && repository.hasPolicyOnDisk)
  }

  private func missed(among entries: [TreeEntry]) -> [String] {
    let claims = survey.dossiers.flatMap { $0.declaration?.artifactPatterns ?? [] }
    let known = EntryIndex(survey.inputs.map(\.entry))
    let open = claims.map(\.pattern).filter { known.entries(matching: $0).isEmpty }
    let beside = EntryIndex(entries)
    let policies = policy.source == nil ? [Discovery.policyEntry(in: entries)] : []
    return Discovery.declarationEntries(in: entries, policy: policy).map(\.path)
      + policies.compactMap { $0?.path }
      + open.flatMap { beside.entries(matching: $0).map(\.path) }
  }
}
