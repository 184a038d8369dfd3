// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import GitStore
package import Reporting

/// A row of commits that are judged one after the other, for `modelgate history`.
///
/// It begins at the commit that a request names and follows first parents, so that what a branch
/// brought counts from the day on which it was merged.
package struct CommitRow: Sendable {
  private let request: RunRequest
  private let revision: String
  private let base: String?
  private let limit: Int

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - revision: The newest commit.
  ///   - base: The revision that ends the row and is not judged; nil for none.
  ///   - limit: How many commits are judged at most.
  ///   - request: By which policy, and on which day.
  package init(
    from revision: String,
    until base: String?,
    limit: Int,
    judgedAs request: RunRequest
  ) {
    self.request = request
    self.revision = revision
    self.base = base
    self.limit = limit
  }

  /// Judges the commits, the newest first.
  ///
  /// - Throws: When a revision is not there or the repository cannot be read. A commit whose own
  ///   policy or packs cannot be used is part of the history.
  package func history() async throws(RunFailure) -> VerdictHistory {
    let (commits, end) = try commits()
    var steps: [VerdictHistory.Step] = []
    for commit in commits { steps.append(await step(commit)) }
    return VerdictHistory(steps, end: end)
  }

  /// The commits of the row, and why there are no more.
  private func commits() throws(RunFailure) -> (commits: [CommitFacts], end: String) {
    let repository = try RepositoryAccess(request)
    let last = try base.map { name throws(RunFailure) in try repository.commit(for: name).id }
    var commits: [CommitFacts] = []
    var next: ObjectID? = try repository.commit(for: revision).id
    while let id = next, id != last {
      guard commits.count < limit else {
        return (commits, "older commits are left out; --limit shows more of them")
      }
      guard repository.has(id) || !repository.isShallow else {
        return (commits, "the history is cut off here: the clone is shallow")
      }
      let commit = try repository.commit(for: id.hex)
      commits.append(commit)
      next = commit.parents.first
    }
    guard next == nil else { return (commits, "nothing older was asked for") }
    guard let base else { return (commits, "there is nothing older") }
    throw .configuration(
      "'\(base)' is not among the first parents of '\(revision)'",
      help: "name a commit that was once the tip of the same branch"
    )
  }

  private func step(_ commit: CommitFacts) async -> VerdictHistory.Step {
    var request = request
    request.source = .commit(commit.id.hex)
    let day = CalendarDate(unixSeconds: commit.committer.unixSeconds)
    do throws(RunFailure) {
      let report = try await GateRun(request).run().report
      return VerdictHistory.Step(commit: commit.id, day: day, outcome: .report(report))
    } catch {
      let reason = error.problems.first?.message ?? "it cannot be judged"
      return VerdictHistory.Step(commit: commit.id, day: day, outcome: .refused(reason))
    }
  }
}
