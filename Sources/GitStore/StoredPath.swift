// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel
internal import Glibc

/// A path into a tree, as the names that git stores.
struct StoredPath {
  /// What a tree says about one name.
  struct Entry: Equatable {
    let mode: git_filemode_t
    let id: git_oid

    static func == (left: Entry, right: Entry) -> Bool {
      left.mode == right.mode
        && withUnsafePointer(to: left.id) { leftID in
          withUnsafePointer(to: right.id) { git_oid_equal(leftID, $0) == 1 }
        }
    }

    var isTree: Bool { mode == GIT_FILEMODE_TREE }
  }

  /// The names from the root to the file, each ending in NUL for C.
  let names: [[UInt8]]

  /// Reads a path as `TreeEntry` spells it.
  init(_ path: String) {
    names = path.split(separator: "/", omittingEmptySubsequences: false).map { name in
      PathText.bytes(of: String(name)) + [0]
    }
  }

  /// What stands at the path, or nil when there is nothing; `visit` is told every tree on the way.
  func entry(
    below root: git_oid,
    in repository: SharedRepository,
    _ attempt: @autoclosure () -> String,
    visit: (git_oid) -> Void = { _ in }
  ) throws(GitError) -> Entry? {
    var current = Entry(mode: GIT_FILEMODE_TREE, id: root)
    for name in names {
      guard current.isTree else { return nil }
      visit(current.id)
      let tree = try repository.object(current.id, GIT_OBJECT_TREE, attempt())
      guard let next = Entry(name, in: tree.pointer) else { return nil }
      current = next
    }
    return current
  }
}

extension StoredPath.Entry {
  /// Looks a name up in a tree; nil when it is not there.
  init?(_ name: [UInt8], in tree: OpaquePointer) {
    let found = name.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { git_tree_entry_byname(tree, $0.baseAddress) }
    }
    guard let found, let id = git_tree_entry_id(found) else { return nil }
    self.init(mode: git_tree_entry_filemode(found), id: id.pointee)
  }
}

/// The text of a C string from libgit2; what is not UTF-8 is written as `\xNN`.
func text(of string: UnsafePointer<CChar>) -> String {
  let count = strlen(string)
  return string.withMemoryRebound(to: UInt8.self, capacity: count) {
    PathText.text(of: UnsafeBufferPointer(start: $0, count: count))
  }
}

/// A path without the slash that libgit2 puts at the end of folders.
func withoutTrailingSlash(_ path: String) -> String {
  path != "/" && path.hasSuffix("/") ? String(path.dropLast()) : path
}
