// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import Survey

/// What changed between the commit at which some work began and that work.
struct ChangedRange: Hashable, Sendable {
  /// The commit that the caller named.
  let base: ObjectID
  /// The commit at which the work left the line of the base.
  let since: ObjectID
  /// The files that are new, gone or other ones, by path from the root of the checked tree.
  let paths: Set<String>
  /// Whether the checked folder had files when the work began.
  let hasBefore: Bool
  /// Whether a link is among the changed files: what it leads to is another file.
  let changesLinks: Bool

  init(base: ObjectID, since: ObjectID, before: [TreeEntry], after: [TreeEntry]) {
    (self.base, self.since) = (base, since)
    let changed = Set(before).symmetricDifference(after)
    paths = Set(changed.map(\.path))
    hasBefore = !before.isEmpty
    changesLinks = changed.contains { $0.kind == .symlink }
  }

  /// What changed, as a bundle keeps it.
  init(
    base: ObjectID,
    since: ObjectID,
    paths: Set<String>,
    hasBefore: Bool,
    changesLinks: Bool
  ) {
    (self.base, self.since, self.paths) = (base, since, paths)
    (self.hasBefore, self.changesLinks) = (hasBefore, changesLinks)
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
      // A policy of another name, or one that is gone, decided before.
      files.contains(path) || PolicyFile.names.contains(path)
        || folders.contains { TreePath.lies(path, below: $0) }
    }
    .sorted()
  }

  /// The declarations that changed, came or went, sorted.
  func declarations(by policy: PolicyFile) -> [String] {
    paths.filter { path in
      policy.systems.contains { $0.matches(path) } && !Discovery.isForeign(path)
    }
    .sorted()
  }
}

/// Which systems a change touches.
enum TouchedSystems: Equatable {
  /// The change touches what all are judged by, or what cannot be told apart.
  case all
  /// The change touches these, which may be none.
  case some(Set<String>)

  /// Compares the files that changed with those that systems had and have.
  ///
  /// - Parameters:
  ///   - range: What changed.
  ///   - now: The systems of the checked tree.
  ///   - before: The systems at the time when the work began, or nil when there were none.
  ///   - governance: By what the work is judged.
  init(by range: ChangedRange, in now: Survey, before: Survey?, _ governance: Governance) {
    let declared = Set(now.dossiers.compactMap { $0.declaration?.source.path })
    guard range.decidingPaths(of: governance).isEmpty, !range.changesLinks,
      declared.isSuperset(of: range.declarations(by: governance.policy))
    else {
      self = .all
      return
    }
    var touched = Set(now.dossiers.filter { Self.isNamed($0, in: range.paths) }.map(\.systemID))
    for survey in [now, before].compactMap(\.self) {
      for input in survey.inputs where range.paths.contains(input.entry.path) {
        touched.formUnion(input.systems)
      }
      for fault in survey.faults
      where fault.location.map({ range.paths.contains($0.path) }) ?? false {
        fault.system.map { _ = touched.insert($0) }
      }
    }
    // What a system had that is gone belongs to others now, or to nobody.
    self = touched.isSubset(of: now.dossiers.map(\.systemID)) ? .some(touched) : .all
  }

  /// Whether the declaration of a system names one of some files.
  private static func isNamed(_ dossier: Dossier, in paths: Set<String>) -> Bool {
    guard let declaration = dossier.declaration else { return false }
    let weights = declaration.models.compactMap(\.weights)
    return paths.contains { path in
      path == declaration.source.path
        || weights.contains { $0 == path || TreePath.lies(path, below: $0) }
        || (declaration.artifactPatterns ?? []).contains { $0.pattern.matches(path) }
    }
  }
}
