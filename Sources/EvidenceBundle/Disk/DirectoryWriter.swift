// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Writes a bundle as a directory.
enum DirectoryWriter {
  /// Writes the files beside the destination, and puts them in its place as a whole.
  static func write(_ files: [PlacedFile], to path: String) throws(Problem) {
    var destination = path[...]
    while destination.hasSuffix("/") && destination.count > 1 { destination.removeLast() }
    try write(files, at: String(destination))
  }

  private static func write(
    _ files: [PlacedFile],
    at destination: String
  ) throws(Problem) {
    let older = try replaceableFiles(at: destination)
    var directory = try TemporaryDirectory(beside: destination)
    for file in files { try directory.write(file) }
    if let older, !older.isEmpty {
      try directory.replace(files: older)
    } else {
      try directory.putInPlace()
    }
  }

  /// The paths of an older bundle's files, none for an empty directory, nil for a free path.
  ///
  /// - Throws: When something else stands there: nobody's files are removed.
  private static func replaceableFiles(at path: String) throws(Problem) -> [String]? {
    guard let kind = FileKind(ofEntry: path) else { return nil }
    guard kind == .directory else { throw refusal(path, "is not a directory") }
    guard try !DirectoryEntries.names(in: path).isEmpty else { return [] }
    let listing = try DirectoryReader.listing(of: path, limits: BundleLimits())
    let files = Dictionary(
      listing.files.map { ($0.path, $0.content.heldBytes ?? []) },
      uniquingKeysWith: { first, _ in first }
    )
    guard files[BagLayout.declaration] == BagLayout.declarationBytes,
      files[BagLayout.inputIndex] != nil
    else { throw refusal(path, "holds files and is no bundle") }
    let listed = [BagLayout.payloadManifest, BagLayout.tagManifest].flatMap { name in
      Manifest(reading: files[name] ?? []).lines.map(\.path)
    }
    let known = Set(listed + [BagLayout.tagManifest])
    let foreign = listing.problems.map(\.path) + files.keys.filter { !known.contains($0) }
    if let first = foreign.min() {
      throw refusal(path, "is an older bundle, but holds \(first) besides")
    }
    return Array(files.keys)
  }

  private static func refusal(_ path: String, _ what: String) -> Problem {
    Problem(
      path: path,
      message: "cannot write the bundle: the destination \(what)",
      help: "name another path, or remove it yourself"
    )
  }
}
