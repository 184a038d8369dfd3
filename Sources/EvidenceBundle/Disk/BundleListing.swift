// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The files that were found in a directory or archive, and what does not belong there.
struct BundleListing {
  private(set) var files: [PlacedFile] = []
  private(set) var problems: [Problem] = []
  /// What stands around the files; nil for those of a folder.
  var frame: ArchiveFrame?
  private var paths: Set<String> = []
  private var folders: Set<String> = []
  private var heldBytes = 0

  /// Whether a file may be read as well: what is parsed has to fit into memory.
  mutating func hasRoom(for size: Int, at path: String, _ limits: BundleLimits) -> Bool {
    if !BagLayout.isLarge(path) { heldBytes += size }
    return heldBytes <= limits.held
  }

  /// Adds a file, unless its name is unsafe or taken.
  mutating func add(_ file: PlacedFile) {
    guard SafeName.isPath(file.path) else {
      reject(file.path, "has a name that no file of a bundle has")
      return
    }
    guard paths.insert(file.path).inserted else {
      reject(file.path, "is there twice")
      return
    }
    files.append(file)
  }

  /// Accepts a folder if bundles have it; the empty path is the top directory.
  mutating func addFolder(_ path: String) {
    guard !path.isEmpty else { return }
    guard BagLayout.isFolder(path) else {
      return reject(path, "is a folder that no bundle has")
    }
    folders.insert(path)
  }

  /// Rejects the folders that hold nothing; has to be called when everything was added.
  mutating func rejectEmptyFolders() {
    var used: Set<Substring> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard used.insert(folder).inserted else { break }
      }
    }
    for folder in folders.sorted() where !used.contains(folder[...]) {
      reject(folder, "is an empty folder, which no bundle has")
    }
  }

  /// Notes that an archive is packed otherwise than ``BundleWriter`` packs it.
  mutating func rejectForm() {
    problems.append(
      Problem(
        path: "archive",
        message:
          "is packed otherwise than modelgate packs: files alone, in the order of their bytes, mode "
          + "0644, no owner, one time, nothing behind them",
        help: "unpack it and verify the folder, or take the archive as it was written"
      )
    )
  }

  /// Notes something that does not belong in a bundle.
  mutating func reject(_ path: String, _ what: String) {
    problems.append(
      Problem(
        path: path,
        message: what,
        help: "remove it, or get the bundle again from where it was made"
      )
    )
  }
}
