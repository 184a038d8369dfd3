// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import GitStore
internal import Survey

extension RepositoryAccess {
  /// How often the models of a survey were evaluated on the same data since the last accepted release: the
  /// last tag, else the base of the run; without both, in the whole history.
  ///
  /// Beside a tag a base takes no look away: a pipeline names another one for each change.
  ///
  /// - Parameters:
  ///   - survey: What was found, with its records.
  ///   - base: Where the work left the line of the base, if the run has one.
  ///   - tree: The judged tree.
  ///   - mappings: The formats that the policy describes.
  /// - Returns: The looks; nil where the history is cut off, where the clone leaves parts of it out, or where
  ///   it is too large to be looked through.
  /// - Throws: When the history cannot be read.
  func looks(
    at survey: Survey,
    since base: ObjectID?,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat]
  ) throws(RunFailure) -> LookFacts? {
    guard !isShallow else { return nil }
    let release = try lastTag(before: tree)
    let counts = try LookCounting(survey, mappings).counts(
      from: try historyStart(of: tree),
      since: release?.commit ?? base,
      in: tree,
      of: self
    )
    return counts.map { LookFacts(since: release?.commit ?? base, tag: release?.tag, counts: $0) }
  }

  /// Whether the looks that somebody states are those since a release that has its tag, those since the base
  /// of the run, or those of the whole history.
  ///
  /// Tags come and go; how often something was looked at since a commit does not change. Whoever counts the
  /// whole history leaves no look out, whatever was tagged since.
  func confirms(
    _ stated: LookFacts,
    _ survey: Survey,
    since base: ObjectID?,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat]
  ) throws(RunFailure) -> Bool {
    guard !isShallow, let start = try historyStart(of: tree) else { return false }
    if let since = stated.since {
      guard since != start else { return false }
      if let tag = stated.tag {
        guard try isRelease(tag, at: since, before: start) else { return false }
      } else if since != base {
        return false
      }
    }
    let counts = try LookCounting(survey, mappings)
      .counts(from: start, since: stated.since, in: tree, of: self)
    return counts == stated.counts
  }
}
