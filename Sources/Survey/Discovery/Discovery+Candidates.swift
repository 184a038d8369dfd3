// SPDX-License-Identifier: Apache-2.0

package import Artifacts
internal import FileShapes
package import GateModel

extension Discovery {
  /// The files that may be artifacts, by path.
  ///
  /// A declaration claims the files that its `artifacts` name, wherever they lie. One without that
  /// key claims what discovery finds in its folder and below; where several could, the nearest
  /// one does. Nobody claims what lies below a declaration that names its files and leaves this one
  /// out.
  ///
  /// - Parameters:
  ///   - entries: The tree.
  ///   - claims: What the declarations of the tree claim.
  ///   - policy: The policy, for the paths that are not searched.
  ///   - formats: The formats whose file names are looked for.
  /// - Returns: The candidates by path.
  package static func candidates(
    in entries: [TreeEntry],
    claims: Claims,
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> [Candidate] {
    let names = FileNames(of: formats, openFolders: claims.openFolders)
    let claimed = claims.claimed
    let folders = claims.folders
    // The names come first: they rule most files out.
    let found = entries.filter { entry in
      names.match(entry.path) && !claimed.contains(entry.path)
        && !isGovernance(entry, policy: policy)
        && isSearched(entry.path, policy: policy) && isNear(entry.path, folders)
    }
    let discovered = found.map { entry in
      Candidate(
        entry: entry,
        systems: claims.nearestOpenSystems(for: entry.path),
        reason: "its name is that of an artifact"
      )
    }
    return (claims.candidates + discovered).inPathOrder
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
    claims: Claims,
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> [(path: String, reason: String)] {
    let names = FileNames(of: formats, openFolders: [])
    let claimed = claims.claimed
    let folders = claims.folders
    let deep = entries.filter { entry in
      !isNear(entry.path, folders) && names.match(entry.path)
        && isSearched(entry.path, policy: policy) && !claimed.contains(entry.path)
    }
    return deep.map { entry in
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
    claims: Claims,
    policy: PolicyFile,
    formats: [ArtifactFormat] = ArtifactFormats.all
  ) -> [(path: String, reason: String)] {
    let tables = entries.filter { entry in
      tableEndings.contains(FileEnding(of: entry.path))
        && TreePath.name(of: TreePath.folder(of: entry.path)).lowercased() == "evaluation"
        && isSearched(entry.path, policy: policy)
    }
    guard !tables.isEmpty else { return [] }
    let names = FileNames(of: formats, openFolders: claims.openFolders)
    let claimed = claims.claimed
    return tables.filter { !names.match($0.path) && !claimed.contains($0.path) }.map { entry in
      (
        entry.path,
        "it is not looked at: name it under 'artifacts' of a declaration if it is an evaluation"
      )
    }
  }

  private static let tableEndings: FileEnding.Choice = ["csv", "tsv", "txt"]

  private static func isGovernance(_ entry: TreeEntry, policy: PolicyFile) -> Bool {
    entry.path == PolicyFile.name || entry.path == policy.waivers
      || policy.systems.contains { $0.matches(entry.path) }
  }
}
