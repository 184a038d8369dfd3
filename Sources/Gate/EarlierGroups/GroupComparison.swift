// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import GitStore
internal import Survey

/// Compares the groups of the judged tree with those of the revision before it: the base that the caller
/// named, or else the last tag.
struct GroupComparison {
  private let request: RunRequest
  private let governance: Governance

  init(_ request: RunRequest, _ governance: Governance) {
    (self.request, self.governance) = (request, governance)
  }

  /// The groups that the earlier revision counts and the judged tree does not.
  ///
  /// - Parameters:
  ///   - survey: The judged systems with their records.
  ///   - tree: The judged tree.
  ///   - base: The commit at which the work began, where the caller named a base.
  ///   - repository: The repository of both.
  /// - Returns: The groups; nil where nothing is declared, or there is no earlier revision.
  /// - Throws: When the earlier revision cannot be read.
  func lostGroups(
    than survey: Survey,
    in tree: borrowing Snapshot,
    since base: ObjectID? = nil,
    of repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> LostGroups? {
    guard survey.dossiers.contains(where: { $0.declaration != nil }) else { return nil }
    let tag = base == nil ? try repository.lastTag(before: tree) : nil
    guard let commit = base ?? tag?.commit else { return nil }
    var lost = LostGroups(commit: commit, tag: tag?.tag, groups: [])
    guard let earlier = try repository.earlierTree(at: commit), earlier.entries != tree.entries
    else {
      return lost
    }
    let before = await evaluations(in: earlier, than: survey, in: tree)
    lost.groups = Self.lost(from: before, in: survey.dossiers)
    return lost
  }

  /// The systems of the earlier tree with the evaluations that are gone or others now.
  ///
  /// What a change can change is read as it was before: by the policy of the earlier tree, unless the
  /// judged one comes from elsewhere or the earlier one cannot be read.
  private func evaluations(
    in earlier: borrowing Snapshot,
    than survey: Survey,
    in tree: borrowing Snapshot
  ) async -> [Dossier] {
    let isSame =
      Discovery.policyEntry(in: earlier.entries) == Discovery.policyEntry(in: tree.entries)
    let isKept = isSame || !governance.isOfCheckedTree
    let (policy, mappings) =
      isKept
      ? (governance.policy, governance.mappings)
      : earlierPolicy(in: earlier) ?? (governance.policy, governance.mappings)
    let surveying = Surveying(
      policy: policy,
      mappings: mappings,
      width: request.width,
      purpose: .inspection
    )
    return await surveying.evaluations(in: earlier, leavingOut: isKept ? survey.inputs : [])
  }

  private func earlierPolicy(
    in tree: borrowing Snapshot
  ) -> (policy: PolicyFile, mappings: [ArtifactFormat])? {
    var loading = GovernanceLoading(request)
    do throws(RunFailure) {
      return try loading.policyOnly(in: tree)
    } catch {
      return nil
    }
  }
}

// MARK: Systems and groups

extension GroupComparison {
  /// The groups that earlier systems count and their successors do not.
  static func lost(from earlier: [Dossier], in now: [Dossier]) -> [LostGroups.Group] {
    let counted = CountedGroups.bySystem(in: now)
    return successors(of: earlier, among: now).flatMap { before, system in
      let current = counted[system] ?? [:]
      let missing = CountedGroups.groups(of: before).filter { current[$0.key] == nil }
      return missing.filter { group in !missing.keys.contains { isPart($0, of: group.key) } }
        .map { slice, count in
          LostGroups.Group(
            system: system,
            slice: slice,
            caseCount: count.caseCount,
            path: count.path
          )
        }
    }
    .sorted { ($0.system, $0.subject) < ($1.system, $1.subject) }
  }

  /// Whether a crossing holds a group that is smaller in attributes: what is said of that is said of it.
  private static func isPart(_ part: [SlicePair], of crossing: [SlicePair]) -> Bool {
    part.count < crossing.count && part.allSatisfy(crossing.contains)
  }

  /// Earlier systems with the id of the system that each is now: the one of the same id, else one that
  /// is new and has the declaration or the name of the earlier one.
  private static func successors(
    of earlier: [Dossier],
    among now: [Dossier]
  ) -> [(before: Dossier, system: String)] {
    let ids = Set(earlier.map(\.systemID))
    let fresh = now.filter { $0.declaration != nil && !ids.contains($0.systemID) }
    return earlier.compactMap { before in
      let successor =
        now.first { $0.systemID == before.systemID }
        ?? fresh.first { $0.declaration?.source.path == before.declaration?.source.path }
        ?? fresh.first { $0.systemName == before.systemName }
      return successor.map { (before, $0.systemID) }
    }
  }
}
