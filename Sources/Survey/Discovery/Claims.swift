// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import FileShapes
package import GateModel
internal import Texts

/// What declarations claim among the entries of a tree.
package struct Claims {
  /// A candidate per claimed file and kind, with every system that claims it.
  package private(set) var candidates: [Candidate] = []
  /// A fault for each pattern that matches nothing.
  package private(set) var faults: [Fault] = []
  /// By folder with a declaration, the systems there that claim what lies in their folder.
  private let openSystems: [String: [String]]

  package init(of declarations: [SystemDeclaration], in index: EntryIndex) {
    openSystems = declarations.reduce(into: [:]) { systems, declaration in
      let open = declaration.artifactPatterns == nil ? [declaration.id] : []
      systems[declaration.folder, default: []] += open
    }
    var places: [Key: Int] = [:]
    var neighbourhood = Neighbourhood(index.entries)
    for declaration in declarations {
      for pattern in declaration.artifactPatterns ?? [] {
        let matches = index.entries(matching: pattern.pattern)
        if matches.isEmpty { addFault(for: pattern, of: declaration.id, in: &neighbourhood) }
        for entry in matches { add(entry, pattern, of: declaration, at: &places) }
      }
    }
  }

  private struct Key: Hashable {
    package let path: String
    package let kind: ArtifactKind
    package let recordKind: RecordKind?
  }

  /// The paths that are claimed by name.
  package var claimed: Set<String> { Set(candidates.map(\.entry.path)) }

  /// The folders with a declaration.
  package var folders: Set<String> { Set(openSystems.keys) }

  /// The folders whose declarations claim what lies there.
  package var openFolders: Set<String> {
    Set(openSystems.filter { !$0.value.isEmpty }.keys)
  }

  /// The systems that claim an unnamed file: those of the nearest folder with a declaration, if they
  /// claim what lies in their folder.
  package func nearestOpenSystems(for path: String) -> [String] {
    var folder = TreePath.folder(of: path)
    while true {
      if let systems = openSystems[folder] { return systems.sorted() }
      if folder.isEmpty { return [] }
      folder = TreePath.folder(of: folder)
    }
  }

  private mutating func add(
    _ entry: TreeEntry,
    _ pattern: ArtifactPattern,
    of declaration: SystemDeclaration,
    at places: inout [Key: Int]
  ) {
    let key = Key(path: entry.path, kind: pattern.kind, recordKind: pattern.recordKind)
    if let place = places[key] {
      guard !candidates[place].systems.contains(declaration.id) else { return }
      candidates[place].systems = (candidates[place].systems + [declaration.id]).sorted()
      return
    }
    places[key] = candidates.count
    candidates.append(
      Candidate(
        entry: entry,
        declaredKind: pattern.kind,
        declaredRecord: pattern.recordKind,
        systems: [declaration.id],
        reason: "\(pattern.source.path):\(pattern.source.position.line) declares it as "
          + pattern.kind.phrase
      )
    )
  }

  private mutating func addFault(
    for pattern: ArtifactPattern,
    of system: String,
    in neighbourhood: inout Neighbourhood
  ) {
    let path = pattern.pattern.text
    let submodule = neighbourhood.submodule(around: path)
    let nearest = submodule == nil ? neighbourhood.nearest(to: path) : nil
    faults.append(
      Fault(
        message: "\(pattern.kind.phrase) is declared as '\(path)', "
          + (submodule.map { "which lies in the submodule '\($0.path)', another repository" }
            ?? "and no file of the tree matches"),
        location: pattern.source.location,
        help: submodule.map { _ in
          "keep the file in this repository, or check the other one as well"
        }
          ?? nearest.map { "did you mean '\($0)'?" } ?? "commit the file, or correct the path",
        system: system
      )
    )
  }
}

/// What lies near paths that lead to nothing; the names of a tree are gone through once, for the first.
private struct Neighbourhood {
  private let entries: [TreeEntry]
  private lazy var submodules = entries.filter { $0.kind == .submodule }
  /// By name in lower case, the first path with it.
  private lazy var paths = Dictionary(
    entries.map { (TreePath.name(of: $0.path).lowercased(), $0.path) }
  ) { first, _ in first }
  /// By folder, the paths of the files in it.
  private lazy var folders = Dictionary(grouping: entries.map(\.path), by: TreePath.folder)

  init(_ entries: [TreeEntry]) {
    self.entries = entries
  }

  /// The submodule that a path leads into.
  mutating func submodule(around path: String) -> TreeEntry? {
    submodules.first { TreePath.lies(path, below: $0.path) }
  }

  /// A file of the same name elsewhere, or one with nearly the same name in the same folder.
  mutating func nearest(to path: String) -> String? {
    let name = TreePath.name(of: path)
    if let same = paths[name.lowercased()] { return same }
    let neighbours = folders[TreePath.folder(of: path)] ?? []
    let closest = Suggestion.closest(to: name, among: neighbours.map(TreePath.name))
    return closest.flatMap { name in neighbours.first { TreePath.name(of: $0) == name } }
  }
}
