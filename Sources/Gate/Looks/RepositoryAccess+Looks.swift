// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import GitStore
internal import Survey

extension RepositoryAccess {
  /// How often the models of a survey were evaluated on the same data since the last accepted release, the
  /// last tag; without one, in the whole history.
  ///
  /// A base takes no look away: whoever names it is whoever is judged.
  ///
  /// - Parameters:
  ///   - survey: What was found, with its records.
  ///   - tree: The judged tree.
  ///   - mappings: The formats that the policy describes.
  /// - Returns: The looks; nil where the history is cut off, where the clone leaves parts of it out, or where
  ///   it is too large to be looked through.
  /// - Throws: When the history cannot be read.
  func looks(
    at survey: Survey,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat]
  ) throws(RunFailure) -> LookFacts? {
    guard !isShallow else { return nil }
    let release = try lastTag(before: tree)
    let counts = try LookCounting(survey, mappings).counts(
      from: try historyStart(of: tree),
      since: release?.commit,
      in: tree,
      of: self
    )
    return counts.map { LookFacts(since: release?.commit, tag: release?.tag, counts: $0) }
  }

  /// Whether the looks that somebody states are those since a release that has its tag, or those of the
  /// whole history.
  ///
  /// Tags come and go; how often something was looked at since a commit does not change. Whoever counts the
  /// whole history leaves no look out, whatever was tagged since.
  func confirms(
    _ stated: LookFacts,
    _ survey: Survey,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat]
  ) throws(RunFailure) -> Bool {
    guard !isShallow, let start = try historyStart(of: tree) else { return false }
    if let since = stated.since {
      guard let tag = stated.tag, since != start, try isRelease(tag, at: since, before: start)
      else { return false }
    }
    let counts = try LookCounting(survey, mappings)
      .counts(from: start, since: stated.since, in: tree, of: self)
    return counts == stated.counts
  }
}
