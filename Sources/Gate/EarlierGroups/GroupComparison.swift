// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import GitStore
internal import Survey

/// Compares the groups of the judged tree with those of the last tag, and of the base that the caller
/// named.
///
/// A base adds to what is compared and takes nothing away: whoever names it is whoever is judged.
struct GroupComparison {
  private let request: RunRequest
  private let governance: Governance

  init(_ request: RunRequest, _ governance: Governance) {
    (self.request, self.governance) = (request, governance)
  }

  /// The groups that earlier revisions count and the judged tree does not.
  ///
  /// - Parameters:
  ///   - survey: The judged systems.
  ///   - counted: Their evaluations, by system; nil to take them from their records.
  ///   - tree: The judged tree.
  ///   - bases: The commits to compare with beside the last tag: where the work began, if the caller
  ///     named a base, and what a bundle states.
  ///   - repository: The repository of both.
  /// - Returns: The groups of each earlier revision, each group once; none where nothing is declared,
  ///   or there is no earlier revision.
  /// - Throws: When an earlier revision cannot be read.
  func lostGroups(
    than survey: Survey,
    counting counted: [String: [CountedGroups]]? = nil,
    in tree: borrowing Snapshot,
    since bases: [ObjectID],
    of repository: borrowing RepositoryAccess
  ) async throws(RunFailure) -> [LostGroups] {
    guard survey.dossiers.contains(where: { $0.declaration != nil }) else { return [] }
    let tag = try repository.lastTag(before: tree)
    var found = tag.map { [LostGroups(commit: $0.commit, tag: $0.tag, groups: [])] } ?? []
    for base in bases where !found.contains(where: { $0.commit == base }) {
      found.append(LostGroups(commit: base, tag: nil, groups: []))
    }
    if found.isEmpty { return [] }
    let current = counted ?? CountedGroups.bySystem(in: survey.dossiers)
    for index in found.indices {
      guard let earlier = try repository.earlierTree(at: found[index].commit),
        earlier.entries != tree.entries
      else { continue }
      let before = await evaluations(in: earlier, than: survey, in: tree)
      let known = found[..<index].flatMap(\.groups)
      let lost = Self.lost(
        from: before,
        having: Set(earlier.entries.map(\.path)),
        in: survey.dossiers,
        counting: current
      )
      found[index].groups = lost.filter { group in
        !known.contains { $0.system == group.system && $0.slice == group.slice }
      }
    }
    return found
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
  /// The groups that evaluations of earlier systems count and those in their place do not.
  private static func lost(
    from earlier: [Dossier],
    having paths: Set<String>,
    in now: [Dossier],
    counting evaluations: [String: [CountedGroups]]
  ) -> [LostGroups.Group] {
    successors(of: earlier, among: now).flatMap { before, system in
      EvaluationSuccession(
        from: CountedGroups.evaluations(of: before),
        to: evaluations[system] ?? [],
        earlierPaths: paths
      )
      .lost(in: system)
    }
    .sorted { ($0.system, $0.subject) < ($1.system, $1.subject) }
  }

  /// Earlier systems with the id of the system that each is now: the one of the same id, else one that
  /// is new and has the declaration or the name of the earlier one, else the only new one for the only
  /// one that is gone.
  private static func successors(
    of earlier: [Dossier],
    among now: [Dossier]
  ) -> [(before: Dossier, system: String)] {
    let ids = Set(earlier.map(\.systemID))
    let fresh = now.filter { $0.declaration != nil && !ids.contains($0.systemID) }
    var pairs: [(before: Dossier, system: String)] = []
    var gone: [Dossier] = []
    for before in earlier {
      let successor =
        now.first { $0.systemID == before.systemID }
        ?? fresh.first { $0.declaration?.source.path == before.declaration?.source.path }
        ?? fresh.first { $0.systemName == before.systemName }
      if let successor { pairs.append((before, successor.systemID)) } else { gone.append(before) }
    }
    // One that went where one came is that one, whatever it is called now.
    let taken = Set(pairs.map(\.system))
    let rest = fresh.filter { !taken.contains($0.systemID) }
    if gone.count == 1, rest.count == 1 { pairs.append((gone[0], rest[0].systemID)) }
    return pairs
  }
}
