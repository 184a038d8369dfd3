// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The files that no output may replace: the repository itself, and what was judged.
struct ProtectedPaths: Sendable {
  /// One file, whatever its name.
  private struct FileNumber: Hashable {
    let device: dev_t
    let file: ino_t
  }

  private let folders: [String]
  private let files: [String]
  /// Why nothing goes into the folders.
  private let reason: String

  /// Protects some folders with all that they hold, and some files.
  init(
    folders: [String] = [],
    files: [String] = [],
    because reason: String = "it lies inside the git repository itself"
  ) {
    (self.folders, self.files) = (folders.map { Self.full($0) ?? $0 }, files)
    self.reason = reason
  }

  /// Throws when a path leads into a protected folder, a `.git` folder or to a protected file.
  func refuse(_ file: String, as path: String) throws(RunFailure) {
    guard let full = Self.full(file) else { return }
    let isInGit = full.split(separator: "/").dropLast().contains { $0.lowercased() == ".git" }
    guard !isInGit, !folders.contains(where: { full.hasPrefix($0 + "/") }) else {
      throw .writing(path, reason, help: Self.help)
    }
    guard !files.contains(where: Self.comparison(with: full)) else {
      throw .writing(path, "this file is judged itself", help: Self.help)
    }
  }

  private static let help = "choose a path outside of what is judged"

  /// Tells whether a path is a file: by its number where it exists, else by its full path.
  private static func comparison(with file: String) -> (String) -> Bool {
    if let number = number(of: file) { return { Self.number(of: $0) == number } }
    let name = name(of: file)
    return { Self.name(of: $0) == name && full($0) == file }
  }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// The path from the root, with the links of its folder followed; the file need not exist.
  private static func full(_ path: String) -> String? {
    if let whole = resolved(path) { return whole }
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    // A folder that is still to be created may lie in one that is protected.
    return (resolved(folder) ?? (folder == path ? nil : full(folder))).map {
      "\($0)/\(name(of: path))"
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func number(of path: String) -> FileNumber? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileNumber(device: status.st_dev, file: status.st_ino)
  }
}
