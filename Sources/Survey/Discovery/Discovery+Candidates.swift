// SPDX-License-Identifier: Apache-2.0

package import Artifacts
internal import FileShapes
package import GateModel

extension Discovery {
  /// The files that may be artifacts, by path, and a fault for each claim that nothing meets.
  ///
  /// A declaration claims the files that its `artifacts` name, wherever they lie. One without that
  /// key claims what discovery finds in its folder and below; where several could, the nearest
  /// one does. Nobody claims what lies below a declaration that names its files and leaves this one
  /// out.
  ///
  /// - Parameters:
  ///   - entries: The tree.
  ///   - declarations: The declarations of the tree.
  ///   - policy: The policy, for the paths that are not searched.
  ///   - formats: The formats whose file names are looked for.
  /// - Returns: The candidates by path, and the faults in the order of the declarations.
  package static func candidates(
    in entries: [TreeEntry],
    declarations: [SystemDeclaration],
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> (candidates: [Candidate], faults: [Fault]) {
    let claims = Claims(of: declarations, in: entries)
    let names = FileNames(of: formats, openFolders: claims.openFolders)
    let taken = claims.claimed.union(
      entries.filter { isGovernance($0, policy: policy) }.map(\.path)
    )
    let folders = Set(declarations.map(\.folder))
    let found = entries.filter { entry in
      !taken.contains(entry.path) && names.match(entry.path)
        && isSearched(entry.path, policy: policy) && isNear(entry.path, folders)
    }
    let discovered = found.map { entry in
      Candidate(
        entry: entry,
        systems: claims.nearestOpenSystems(for: entry.path),
        reason: "its name is that of an artifact"
      )
    }
    let candidates = (claims.candidates + discovered).enumerated()
      .sorted { ($0.element.entry.path, $0.offset) < ($1.element.entry.path, $1.offset) }
    return (candidates.map(\.element), claims.faults)
  }

  private static func isSearched(_ path: String, policy: PolicyFile) -> Bool {
    !isForeign(path) && !policy.excludes(path)
  }

  /// Whether a file lies at most as deep as artifacts are looked for, counted from the root or from the
  /// folder of the nearest declaration above it.
  private static func isNear(_ path: String, _ folders: Set<String>) -> Bool {
    guard TreePath.depth(of: path) > maximumDepth else { return true }
    var folder = path
    for _ in 0...maximumDepth {
      folder = TreePath.folder(of: folder)
      if folders.contains(folder) { return true }
    }
    return false
  }

  /// The files that are named like artifacts and lie deeper than they are looked for, by path.
  package static func beyondLimit(
    in entries: [TreeEntry],
    declarations: [SystemDeclaration],
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> [(path: String, reason: String)] {
    let folders = Set(declarations.map(\.folder))
    let deep = entries.filter {
      isSearched($0.path, policy: policy) && !isNear($0.path, folders)
    }
    guard !deep.isEmpty else { return [] }
    let names = FileNames(of: formats, openFolders: [])
    let claimed = Claims(of: declarations, in: entries).claimed
    return deep.filter { names.match($0.path) && !claimed.contains($0.path) }.map { entry in
      (
        entry.path,
        "it lies more than \(maximumDepth) folders below the root and every declaration; "
          + "name it under 'artifacts' of a declaration to have it read"
      )
    }
  }

  /// The tables and texts in folders of evaluations that nobody looks at, by path: JSON there is read
  /// whatever its name, and these could be its evidence in another form.
  package static func unreadTables(
    in entries: [TreeEntry],
    declarations: [SystemDeclaration],
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> [(path: String, reason: String)] {
    let tables = entries.filter { entry in
      let folder = TreePath.name(of: TreePath.folder(of: entry.path)).lowercased()
      return folder == "evaluation"
        && ["csv", "txt"].contains(TreePath.fileExtension(of: entry.path))
        && isSearched(entry.path, policy: policy)
    }
    guard !tables.isEmpty else { return [] }
    let claims = Claims(of: declarations, in: entries)
    let names = FileNames(of: formats, openFolders: claims.openFolders)
    let claimed = claims.claimed
    return tables.filter { !names.match($0.path) && !claimed.contains($0.path) }.map { entry in
      (
        entry.path,
        "it is not looked at: name it under 'artifacts' of a declaration if it is an evaluation"
      )
    }
  }

  private static func isGovernance(_ entry: TreeEntry, policy: PolicyFile) -> Bool {
    entry.path == PolicyFile.name || entry.path == policy.waivers
      || policy.systems.contains { $0.matches(entry.path) }
  }
}
