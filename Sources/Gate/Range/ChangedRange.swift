// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import Survey

/// What changed between the commit at which some work began and that work.
struct ChangedRange: Sendable {
  /// The commit at which the work began.
  let base: ObjectID
  /// The commit that is judged, or nil for uncommitted work.
  let head: ObjectID?
  /// The files that are new, gone or other ones, by path from the root of the checked tree.
  let paths: Set<String>

  init(base: ObjectID, head: ObjectID?, before: [TreeEntry], after: [TreeEntry]) {
    (self.base, self.head) = (base, head)
    paths = Set(Set(before).symmetricDifference(after).map(\.path))
  }

  /// The files by which the work is judged and which it changes, sorted.
  ///
  /// - Parameter governance: What decides; policy, packs and waivers from elsewhere are not changed.
  /// - Returns: Their paths from the root of the checked tree.
  func decidingPaths(of governance: Governance) -> [String] {
    guard governance.isOfCheckedTree else { return [] }
    let policy = governance.policy
    let files = [policy.source?.path, policy.waivers].compactMap(\.self)
    let folders = policy.packs.compactMap { pack in
      if case .folder(let path) = pack.origin { path } else { nil }
    }
    return paths.filter { path in
      files.contains(path) || Self.policyNames.contains(path)
        || folders.contains { TreePath.lies(path, below: $0) }
    }
    .sorted()
  }

  /// The names of the policy; one that is gone decided as well.
  private static let policyNames = ["modelgate.yml", "modelgate.yaml"]

  /// The declarations that changed, came or went, sorted.
  func declarations(by policy: PolicyFile) -> [String] {
    paths.filter { path in
      policy.systems.contains { $0.matches(path) } && !Discovery.isForeign(path)
    }
    .sorted()
  }

  /// The systems of a survey that the work touches.
  ///
  /// All of them, when it changes by what they are judged, or when a declaration went: what it claimed
  /// belongs to others now, or to nobody.
  func touchedSystems(in survey: Survey, _ governance: Governance) -> [String] {
    let present = Set(survey.dossiers.compactMap { $0.declaration?.source.path })
    let isEverything =
      !decidingPaths(of: governance).isEmpty
      || !present.isSuperset(of: declarations(by: governance.policy))
    return survey.dossiers.filter { isEverything || touches($0, in: survey) }.map(\.systemID)
  }

  private func touches(_ dossier: Dossier, in survey: Survey) -> Bool {
    let own = survey.inputs.filter { $0.systems.contains(dossier.systemID) }.map(\.entry.path)
    if own.contains(where: paths.contains) { return true }
    guard let declaration = dossier.declaration else { return false }
    let folders = survey.dossiers.compactMap { $0.declaration?.folder }
    return paths.contains { path in
      path == declaration.source.path || declaration.models.contains { $0.weights == path }
        || (declaration.artifactPatterns ?? []).contains { $0.pattern.matches(path) }
        || Self.nearest(to: path, of: folders) == declaration.folder
    }
  }

  /// The innermost of some folders around a path.
  private static func nearest(to path: String, of folders: [String]) -> String? {
    folders.filter { TreePath.lies(path, below: $0) }.max { $0.utf8.count < $1.utf8.count }
  }
}
