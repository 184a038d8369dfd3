// SPDX-License-Identifier: Apache-2.0

import GateModel

/// A commit with its trees and blobs, made by hand from paths and contents.
struct RepositoryFixture {
  struct File {
    var path: String
    var mode: TreeEntry.Kind = .file
    var bytes: [UInt8]
  }

  private(set) var objects: [ObjectFixture] = []
  private(set) var commit = ObjectFixture.commit(tree: ObjectFixture.tree([]).id)
  private(set) var tree = ObjectFixture.tree([])

  var pack: [UInt8] { PackFixture.pack(objects) }

  init(_ files: [File]) {
    tree = add(files.map { ($0.path.split(separator: "/").map { Array($0.utf8) }[...], $0) })
    commit = ObjectFixture.commit(tree: tree.id)
    objects.append(commit)
  }

  private mutating func add(_ files: [(path: ArraySlice<[UInt8]>, file: File)]) -> ObjectFixture {
    var entries: [(mode: String, name: [UInt8], id: [UInt8])] = []
    let groups = Dictionary(grouping: files) { $0.path.first ?? [] }
    for (name, members) in groups.sorted(by: { Self.sortKey($0) < Self.sortKey($1) }) {
      if let file = members.first(where: { $0.path.count == 1 })?.file {
        let blob = ObjectFixture.blob(file.bytes)
        if !objects.contains(blob) { objects.append(blob) }
        entries.append((Self.mode(of: file.mode), name, blob.rawID))
      } else {
        let subtree = add(members.map { ($0.path.dropFirst(), $0.file) })
        entries.append(("40000", name, subtree.rawID))
      }
    }
    let tree = ObjectFixture.tree(entries)
    if !objects.contains(tree) { objects.append(tree) }
    return tree
  }

  /// Git sorts a folder as if its name ended in `/`; all names of the fixtures are ASCII.
  private static func sortKey(
    _ group: (key: [UInt8], value: [(path: ArraySlice<[UInt8]>, file: File)])
  ) -> String {
    let isFolder = group.value.contains { $0.path.count > 1 }
    return String(decoding: group.key, as: UTF8.self) + (isFolder ? "/" : "")
  }

  private static func mode(of kind: TreeEntry.Kind) -> String {
    switch kind {
    case .file: "100644"
    case .executable: "100755"
    case .symlink: "120000"
    case .submodule: "160000"
    }
  }
}
