// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import GitStore
internal import Survey

extension RepositoryAccess {
  /// How often the models of a survey were evaluated on the same data since the last accepted release:
  /// the last tag, or the base where there is none.
  ///
  /// - Parameters:
  ///   - survey: What was found, with its records.
  ///   - tree: The judged tree.
  ///   - mappings: The formats that the policy describes.
  ///   - base: The base that the caller named, if any.
  /// - Returns: The looks; nil where the history is cut off, or the clone leaves files of it out.
  /// - Throws: When the history cannot be read.
  func looks(
    at survey: Survey,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat],
    base: ObjectID?
  ) throws(RunFailure) -> LookFacts? {
    guard !isShallow else { return nil }
    let release = try lastTag(before: tree)
    let since = release?.commit ?? base
    let start = try historyStart(of: tree)
    let counts = try LookCounting(survey, mappings).counts(
      from: start,
      since: since,
      in: tree,
      of: self
    )
    return counts.map { LookFacts(since: since, tag: release?.tag, counts: $0) }
  }

  /// Whether the looks that somebody states are those since a release that has its tag.
  ///
  /// Tags come and go; how often something was looked at since a commit does not change.
  func confirms(
    _ stated: LookFacts,
    _ survey: Survey,
    in tree: borrowing Snapshot,
    _ mappings: [ArtifactFormat]
  ) throws(RunFailure) -> Bool {
    guard !isShallow, let tag = stated.tag, let since = stated.since,
      let start = try historyStart(of: tree), since != start,
      try isRelease(tag, at: since, before: start)
    else { return false }
    let counts = try LookCounting(survey, mappings)
      .counts(from: start, since: since, in: tree, of: self)
    return counts == stated.counts
  }
}
