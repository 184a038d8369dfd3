// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import FileShapes
package import GateModel

/// Files that no name and no declaration tells, and that say themselves what they are.
extension Surveying {
  /// The most files that are looked into for what they call themselves, and the size of the largest.
  ///
  /// Those beside a declaration come first; the rest of a large repository is not read.
  private static let lookLimit = (files: 2000, bytes: 1 << 20)

  /// The files near a declaration that state a schema of the project, and those that were not looked
  /// into.
  func stated(
    near claims: Claims,
    besides candidates: [Candidate],
    in tree: borrowing some SourceTree & ~Copyable
  ) -> (candidates: [Candidate], rest: ArraySlice<TreeEntry>) {
    let known = Set(candidates.map(\.entry.path))
    let near = Discovery.texts(
      near: claims.folders,
      in: tree.entries,
      besides: known,
      policy: policy
    )
    let stated = near.prefix(Self.lookLimit.files).filter { states($0, in: tree) }
    let found = stated.map { entry in
      Candidate(
        entry: entry,
        systems: claims.nearestOpenSystems(for: entry.path),
        reason: "it states a schema of modelgate"
      )
    }
    return (found, near.dropFirst(Self.lookLimit.files))
  }

  /// The paths of the files of a tree that state a schema of the project and that no name tells.
  package func statedPaths(in tree: borrowing some SourceTree & ~Copyable) -> Set<String> {
    var faults: [Fault] = []
    return Set(finds(in: tree, faults: &faults).stated)
  }

  /// What is said of the files that are beyond the limit, under the path of the first.
  static func remarks(
    onNotLookedInto rest: ArraySlice<TreeEntry>
  ) -> [(path: String, reason: String)] {
    guard let first = rest.first else { return [] }
    let others = rest.count == 1 ? "this file was" : "this and \(rest.count - 1) more files were"
    let reason =
      "\(others) not looked into, since \(lookLimit.files) near declarations are at most; name "
      + "evidence under 'artifacts' of its declaration"
    return [(first.path, reason)]
  }

  /// Whether a file states a schema; what a bundle withholds is what its index calls it.
  private func states(
    _ entry: TreeEntry,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> Bool {
    do throws(Problem) {
      let bytes = try tree.glimpse(of: entry, limit: Self.lookLimit.bytes)
      return bytes.map { bytes in
        OwnSchema.isStated(
          in: SourceFile(path: entry.path, blob: entry.id, kind: entry.kind, bytes: bytes)
        )
      } ?? false
    } catch {
      return error.code == Problem.withheld
    }
  }
}

extension Discovery {
  /// The files in and below the folders of declarations whose endings are those of data and texts,
  /// nearest to a declaration first.
  static func texts(
    near folders: Set<String>,
    in entries: [TreeEntry],
    besides known: Set<String>,
    policy: PolicyFile
  ) -> [TreeEntry] {
    guard !folders.isEmpty else { return [] }
    let near = entries.compactMap { entry -> (entry: TreeEntry, distance: Int)? in
      guard endings.contains(FileEnding(of: entry.path)),
        entry.kind == .file || entry.kind == .executable,
        let steps = distance(of: entry.path, from: folders),
        !known.contains(entry.path), !isForeign(entry.path), !policy.excludes(entry.path)
      else { return nil }
      return (entry, steps)
    }
    return near.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element.entry)
  }

  private static let endings: [FileEnding] = [
    "json", "jsonld", "yaml", "yml", "md", "markdown", "txt",
  ]

  /// How many folders lie between a file and the nearest declaration above it; nil where none is near.
  private static func distance(of path: String, from folders: Set<String>) -> Int? {
    var folder = TreePath.folder(of: path)
    for distance in 0...maximumDepth {
      if folders.contains(folder) { return distance }
      if folder.isEmpty { return nil }
      folder = TreePath.folder(of: folder)
    }
    return nil
  }
}
