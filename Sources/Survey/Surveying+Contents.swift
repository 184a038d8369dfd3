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

  /// The most files that are looked into and lie deeper than artifacts are looked for.
  private static let mostDeep = 500

  /// The most files of foreign folders that are looked into: such a folder may hold thousands.
  private static let mostForeign = 200

  /// What came of looking into the files near declarations.
  struct Looked {
    /// The files that state a schema of the project, the nearest to a declaration first.
    var candidates: [Candidate] = []
    /// What was not looked into, and why.
    var notLookedAt: [(path: String, reason: String)] = []
    /// What could not be looked into, and what is a declaration under a name that none has.
    var faults: [Fault] = []
  }

  /// Looks into the files near declarations for what they call themselves.
  func looked(
    near claims: Claims,
    besides known: Set<String>,
    among entries: [TreeEntry],
    in tree: borrowing some SourceTree & ~Copyable
  ) -> Looked {
    // A declaration in a folder of others is a fault of its own.
    let declared = Discovery.skippedDeclarations(in: entries, policy: policy).map(\.path)
    let texts = Discovery.texts(
      near: claims.folders,
      in: entries,
      besides: known.union(declared),
      policy: policy
    )
    var looked = Looked()
    for entry in texts.near.prefix(Self.lookLimit.files)
    where look(at: entry, in: tree, &looked) {
      looked.candidates.append(
        Candidate(
          entry: entry,
          systems: claims.nearestOpenSystems(for: entry.path),
          reason: "it states a schema of modelgate"
        )
      )
    }
    for entry in texts.foreign.prefix(Self.mostForeign) where look(at: entry, in: tree, &looked) {
      looked.faults.append(Self.foreignArtifact(entry))
    }
    looked.notLookedAt += Self.remarks(onNotLookedInto: texts.near.dropFirst(Self.lookLimit.files))
    look(at: texts.deep, in: tree, &looked)
    return looked
  }

  /// Looks into what lies deeper below declarations than artifacts are looked for: what calls itself one
  /// there was judged by nobody.
  private func look(
    at deep: [TreeEntry],
    in tree: borrowing some SourceTree & ~Copyable,
    _ looked: inout Looked
  ) {
    for entry in deep.prefix(Self.mostDeep) where look(at: entry, in: tree, &looked) {
      looked.faults.append(Self.deepArtifact(entry))
    }
    guard let first = deep.dropFirst(Self.mostDeep).first else { return }
    looked.notLookedAt.append(
      (
        first.path,
        "\(deep.count - Self.mostDeep) files from this one on were not looked into, since "
          + "\(Self.mostDeep) that lie more than \(Discovery.maximumDepth) folders below their "
          + "declaration are at most; name evidence under 'artifacts' of its declaration"
      )
    )
  }

  /// The paths of the files of a tree that state a schema of the project and that no name tells.
  package func statedPaths(in tree: borrowing some SourceTree & ~Copyable) -> Set<String> {
    var faults: [Fault] = []
    return Set(finds(in: tree, faults: &faults).looked.candidates.map(\.entry.path))
  }

  /// What is said of the files that are beyond the limit, under the path of the first.
  private static func remarks(
    onNotLookedInto rest: ArraySlice<TreeEntry>
  ) -> [(path: String, reason: String)] {
    guard let first = rest.first else { return [] }
    let others = rest.count == 1 ? "this file was" : "this and \(rest.count - 1) more files were"
    let reason =
      "\(others) not looked into, since \(lookLimit.files) near declarations are at most; name "
      + "evidence under 'artifacts' of its declaration"
    return [(first.path, reason)]
  }

  private static let beyondSize =
    "not looked into, since it has more than \(lookLimit.bytes) bytes; name evidence under "
    + "'artifacts' of its declaration"

  /// Looks into a file and tells whether it states a schema; what a bundle withholds is what its index
  /// calls it.
  private func look(
    at entry: TreeEntry,
    in tree: borrowing some SourceTree & ~Copyable,
    _ looked: inout Looked
  ) -> Bool {
    do throws(Problem) {
      guard case .bytes(let bytes) = try tree.glimpse(of: entry, limit: Self.lookLimit.bytes) else {
        looked.notLookedAt.append((entry.path, Self.beyondSize))
        return false
      }
      let file = SourceFile(path: entry.path, blob: entry.id, kind: entry.kind, bytes: bytes)
      if SystemDeclaration.isWritten(in: file) {
        // Read once more, so that evidence holds it.
        _ = try tree.bytes(of: entry)
        looked.faults.append(Self.oddDeclaration(entry))
      }
      if OwnSchema.isStated(in: file) { return true }
      if OwnSchema.isQuoted(in: file) { looked.notLookedAt.append((entry.path, Self.quoted)) }
      return false
    } catch {
      if error.code == Problem.withheld { return true }
      looked.faults.append(Fault(unreadable: error))
      return false
    }
  }

  private static let quoted =
    "it quotes a schema of modelgate, and is no file that can be judged; commit evidence as a file of "
    + "its own"

  private static func deepArtifact(_ entry: TreeEntry) -> Fault {
    Fault(
      message:
        "a file states a schema of modelgate more than \(Discovery.maximumDepth) folders below "
        + "its declaration, and was not judged",
      location: SourceLocation(path: entry.path),
      help:
        "name it under 'artifacts' of its declaration, or list it in modelgate.yml under 'exclude'"
    )
  }

  private static func foreignArtifact(_ entry: TreeEntry) -> Fault {
    Fault(
      message: "a file below a folder of others states a schema of modelgate, and was not judged",
      location: SourceLocation(path: entry.path),
      help: "move it out of that folder, or list the folder in modelgate.yml under 'exclude'"
    )
  }

  private static func oddDeclaration(_ entry: TreeEntry) -> Fault {
    Fault(
      message: "a file says what the declaration of a system says, and was not read as one",
      location: SourceLocation(path: entry.path),
      help: "name it ai-system.yml, or list it in modelgate.yml under 'systems' or 'exclude'"
    )
  }
}

extension Discovery {
  /// Files that may state a schema although no name tells.
  struct Texts {
    var near: [TreeEntry] = []
    /// Those below folders of others.
    var foreign: [TreeEntry] = []
    /// Those deeper below a declaration than artifacts are looked for.
    var deep: [TreeEntry] = []
  }

  /// The files in and below the folders of declarations whose endings are those of data and texts.
  ///
  /// Nearest to a declaration first; those without any ending and pages, which are mostly something else, last.
  static func texts(
    near folders: Set<String>,
    in entries: [TreeEntry],
    besides known: Set<String>,
    policy: PolicyFile
  ) -> Texts {
    guard !folders.isEmpty else { return Texts() }
    var found: [(index: Int, distance: Int, place: WritableKeyPath<Texts, [TreeEntry]>)] = []
    for index in entries.indices {
      let ending = FileEnding(of: entries[index].path)
      let isData = endings.contains(ending)
      guard isData || ending == .none || pageEndings.contains(ending) else { continue }
      let entry = entries[index]
      guard entry.kind == .file || entry.kind == .executable,
        let steps = distance(of: entry.path, from: folders)
      else { continue }
      let (isDeep, isForeign) = (steps > maximumDepth, isForeign(entry.path))
      guard !isDeep || ending != .none && !isForeign, !known.contains(entry.path),
        !policy.excludes(entry.path)
      else { continue }
      let distance = isData ? steps : steps + maximumDepth + 1
      found.append((index, distance, isDeep ? \.deep : isForeign ? \.foreign : \.near))
    }
    return found.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .reduce(into: Texts()) { $0[keyPath: $1.place].append(entries[$1.index]) }
  }

  private static let endings: FileEnding.Choice = [
    "json", "jsonld", "jsonl", "ndjson", "json5", "yaml", "yml", "md", "markdown", "txt",
    "toml",
    "orig", "bak",
  ]
  /// The endings of what mostly is something else: looked into last.
  private static let pageEndings: FileEnding.Choice = [
    "old", "log", "out", "ipynb", "html", "htm", "xml", "csv", "tsv", "dat", "data", "cfg", "conf",
    "ini", "rst", "adoc", "tex",
  ]

  /// How many folders lie between a file and the nearest declaration above it; nil where none is there.
  private static func distance(of path: String, from folders: Set<String>) -> Int? {
    var folder = TreePath.folder(of: path)
    var distance = 0
    while !folders.contains(folder) {
      if folder.isEmpty { return nil }
      folder = TreePath.folder(of: folder)
      distance += 1
    }
    return distance
  }
}
