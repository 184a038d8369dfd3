// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The files that a listing collects, brought into their final form.
enum Listing {
  /// How many names of files and folders a listing may hold, and how many levels.
  ///
  /// Trees may share subtrees, so that a few kilobytes can stand for billions of names; git's own
  /// limit for levels (`core.maxTreeDepth`) is 2048, and a path of 512 levels fits no file system
  /// call anyway when its names have more than seven letters (PATH_MAX is 4096 bytes).
  static let maximumNames = 2_000_000
  static let maximumDepth = 512

  /// Sorts entries by the bytes of their paths and makes sure that no two fall together.
  static func finished(_ collected: [TreeEntry], _ attempt: String) throws(GitError) -> [TreeEntry]
  {
    let entries = collected.inTreeOrder
    let twice = entries.indices.dropFirst().first { entries[$0 - 1].path == entries[$0].path }
    guard let twice else { return entries }
    let path = entries[twice].path
    throw GitError(.corrupt, attempt: attempt, reason: "the tree holds '\(path)' twice")
  }

  /// Keeps the entries below a folder, with their paths relative to it.
  static func entries(
    _ entries: [TreeEntry],
    under directory: String?,
    _ attempt: String
  ) throws(GitError) -> [TreeEntry] {
    guard let directory else { return entries }
    let prefix = directory + "/"
    let below = entries.filter { $0.path.utf8.starts(with: prefix.utf8) }
    guard !below.isEmpty else {
      let isFile = entries.contains { $0.path == directory }
      throw noSuchDirectory(directory, isFile: isFile, attempt)
    }
    return below.map { entry in
      let path = String(entry.path.utf8.dropFirst(prefix.utf8.count)) ?? entry.path
      return TreeEntry(path: path, kind: entry.kind, id: entry.id)
    }
  }

  /// The folder without `./` and `/` around it, or nil for the whole tree.
  static func normalized(_ directory: String?, _ attempt: String) throws(GitError) -> String? {
    guard let directory else { return nil }
    let parts = directory.split(separator: "/").filter { $0 != "." }
    guard !directory.hasPrefix("/"), !parts.contains(".."), !directory.utf8.contains(0) else {
      throw noSuchDirectory(directory, isFile: false, attempt)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The error for a folder that is not there.
  static func noSuchDirectory(_ directory: String, isFile: Bool, _ attempt: String) -> GitError {
    GitError(
      .noSuchDirectory,
      attempt: attempt,
      reason: isFile ? "'\(directory)' is a file" : "there is no folder '\(directory)'"
    )
  }
}
