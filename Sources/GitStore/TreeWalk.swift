// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

/// Lists every file below a tree.
struct TreeWalk {
  private let repository: SharedRepository
  private let attempt: String
  private var entries: [TreeEntry] = []
  private var nameCount = 0

  /// The files below a tree, sorted.
  static func entries(
    below tree: git_oid,
    in repository: SharedRepository,
    _ attempt: String
  ) throws(GitError) -> [TreeEntry] {
    var walk = TreeWalk(repository, attempt)
    try walk.list(tree, below: "", depth: 0)
    return try Listing.finished(walk.entries, attempt)
  }

  private init(_ repository: SharedRepository, _ attempt: String) {
    (self.repository, self.attempt) = (repository, attempt)
  }

  /// Lists a folder, given its path with the slash behind it.
  private mutating func list(_ id: git_oid, below folder: String, depth: Int) throws(GitError) {
    guard depth < Listing.maximumDepth else {
      throw tooLarge("it has more than \(Listing.maximumDepth) levels of folders")
    }
    let tree = try repository.object(id, GIT_OBJECT_TREE, attempt)
    let count = git_tree_entrycount(tree.pointer)
    nameCount += count
    guard nameCount <= Listing.maximumNames else {
      throw tooLarge("it has more than \(Listing.maximumNames) names")
    }
    for index in 0..<count {
      guard let entry = git_tree_entry_byindex(tree.pointer, index) else { continue }
      try add(entry, in: folder, depth)
    }
  }

  private mutating func add(
    _ entry: OpaquePointer,
    in folder: String,
    _ depth: Int
  ) throws(GitError) {
    guard let rawName = git_tree_entry_name(entry), let id = git_tree_entry_id(entry) else {
      return
    }
    let name = text(of: rawName)
    guard !Self.isForbidden(name) else {
      throw GitError(
        .corrupt,
        attempt: attempt,
        reason:
          "the folder '\(folder.dropLast())' holds the name '\(name)', which git does not allow"
      )
    }
    let path = folder + name
    guard let kind = TreeEntry.Kind(git_tree_entry_filemode(entry)) else {
      return try list(id.pointee, below: path + "/", depth: depth + 1)
    }
    entries.append(TreeEntry(path: path, kind: kind, id: ObjectID(id.pointee)))
  }

  /// Names that git refuses to check out (git-fsck(1): hasDot, hasDotdot, hasDotgit,
  /// fullPathname, emptyName).
  private static func isForbidden(_ name: String) -> Bool {
    switch name.utf8.count {
    case 0: true
    case 1, 2: name == "." || name == ".." || TreePath.depth(of: name) > 0
    case 4: name.lowercased() == ".git" || TreePath.depth(of: name) > 0
    default: TreePath.depth(of: name) > 0
    }
  }

  private func tooLarge(_ reason: String) -> GitError {
    GitError(.tooLarge, attempt: attempt, reason: reason)
  }
}

extension TreeEntry.Kind {
  /// The kind for a mode of libgit2, or nil for a folder.
  init?(_ mode: git_filemode_t) {
    switch mode {
    case GIT_FILEMODE_TREE: return nil
    case GIT_FILEMODE_BLOB_EXECUTABLE: self = .executable
    case GIT_FILEMODE_LINK: self = .symlink
    case GIT_FILEMODE_COMMIT: self = .submodule
    default: self = .file
    }
  }
}
