// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// A directory under a temporary name, which disappears unless it is put in its place.
struct TemporaryDirectory: ~Copyable {
  private let destination: String
  /// What stands on the disk and is to be removed, folders before what they hold.
  private var created: [String]
  private var folders: Set<String> = []
  private var path: String { created[0] }

  init(beside destination: String) throws(Problem) {
    self.destination = destination
    created = [try Self.claim(beside: destination)]
  }

  deinit {
    for path in created.reversed() { remove(path) }
  }

  /// Writes a file and the folders on its way.
  mutating func write(_ bundleFile: PlacedFile) throws(Problem) {
    try createFolders(of: bundleFile.path)
    let filePath = "\(path)/\(bundleFile.path)"
    guard let file = try OpenFile(creating: filePath) else {
      throw Problem(
        path: bundleFile.path,
        message: "cannot write the bundle: it has two files of this path",
        help: "give each file once"
      )
    }
    created.append(filePath)
    try bundleFile.content.forEachPiece { piece throws(Problem) in try file.write(piece) }
  }

  /// Gives the directory its name, which has to be free or the name of an empty directory.
  mutating func putInPlace() throws(Problem) {
    guard rename(path, destination) == 0 else {
      throw SystemFailure.error("cannot write the bundle", destination)
    }
    created = []
  }

  /// Gives the directory the name of an older one, which is removed.
  ///
  /// The older one steps aside first and comes back if the name cannot be taken, so that one of
  /// the two is always whole on the disk. `files` are the paths of the older one's files.
  mutating func replace(files: [String]) throws(Problem) {
    let aside = try Self.claim(beside: destination)
    guard rename(destination, aside) == 0 else {
      let failure = SystemFailure.error("cannot replace the older bundle", destination)
      created.append(aside)
      throw failure
    }
    do {
      try putInPlace()
    } catch {
      guard rename(aside, destination) == 0 else { throw Self.stranded(aside, after: error) }
      throw error
    }
    created = [aside]
    for path in Self.folders(of: files) + files { created.append("\(aside)/\(path)") }
  }

  private mutating func createFolders(of path: String) throws(Problem) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? part : "/" + part
      guard folders.insert(folder).inserted else { continue }
      let folderPath = "\(self.path)/\(folder)"
      guard try Self.create(folderPath) else { continue }
      created.append(folderPath)
    }
  }

  /// The folders on the way to some files, outer ones first.
  private static func folders(of files: [String]) -> [String] {
    var folders: Set<String> = []
    for file in files {
      var folder = file[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        folders.insert(String(folder))
      }
    }
    return folders.sorted()
  }

  private static func stranded(_ aside: String, after error: Problem) -> Problem {
    Problem(
      path: error.path,
      message: "\(error.message); the older bundle is at \(aside)",
      help: "rename it back, then \(error.help)"
    )
  }

  private static func claim(beside destination: String) throws(Problem) -> String {
    try TemporaryName.claim(beside: destination) { name throws(Problem) in
      try create(name) ? name : nil
    }
  }

  /// Creates a folder; false when something of the name exists.
  private static func create(_ path: String) throws(Problem) -> Bool {
    guard mkdir(path, 0o755) != 0 else { return true }
    guard errno == EEXIST else { throw SystemFailure.error("cannot write the bundle", path) }
    return false
  }
}
