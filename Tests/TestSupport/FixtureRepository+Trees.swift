// SPDX-License-Identifier: Apache-2.0

import CGit2
package import GateModel
internal import GitStore

extension FixtureRepository {
  /// Writes an object as it is and returns its id; nothing is checked.
  @discardableResult
  package func write(_ bytes: [UInt8], as kind: GitObject.Kind) throws -> String {
    var database: OpaquePointer?
    try call("git_repository_odb") { git_repository_odb(&database, pointer) }
    defer { git_odb_free(database) }
    var id = git_oid()
    try call("git_odb_write") {
      git_odb_write(&id, database, bytes, bytes.count, git_object_t(Int32(kind.rawValue)))
    }
    return text(of: id)
  }

  /// Writes a blob and returns its id.
  @discardableResult
  package func blob(_ text: String) throws -> String {
    try write(Array(text.utf8), as: .blob)
  }

  /// Writes a tree from names as they are, such as `..`, and returns its id; nothing is checked.
  package func rawTree(_ entries: [(mode: String, name: String, id: String)]) throws -> String {
    try write(rawTreeBytes(entries), as: .tree)
  }

  /// The bytes of a tree with names as they are, in the given order; nothing is checked.
  package func rawTreeBytes(_ entries: [(mode: String, name: String, id: String)]) throws -> [UInt8]
  {
    var bytes: [UInt8] = []
    for entry in entries {
      let id = try objectID(entry.id)
      bytes += Array("\(entry.mode) \(entry.name)".utf8) + [0]
      withUnsafeBytes(of: id.id) { bytes += $0 }
    }
    return bytes
  }

  /// Writes the tree of some texts and returns its id.
  package func tree(of files: [String: String]) throws -> String {
    try tree(files.map { (Array($0.key.utf8), .text($0.value)) }, removing: [], from: nil)
  }

  /// The tree of a commit with some changes.
  func tree(
    _ files: [(name: [UInt8], file: FixtureFile)],
    removing removed: [String],
    from parent: String?
  ) throws -> String {
    var index: OpaquePointer?
    try call("git_index_new") { git_index_new(&index) }
    defer { git_index_free(index) }
    if let parent { try read(treeOf: parent, into: index) }
    for path in removed {
      try call("git_index_remove") { git_index_remove(index, path, 0) }
    }
    for (name, file) in files { try add(file, named: name, to: index) }
    var id = git_oid()
    try call("git_index_write_tree_to") { git_index_write_tree_to(&id, index, pointer) }
    return text(of: id)
  }

  private func add(_ file: FixtureFile, named name: [UInt8], to index: OpaquePointer?) throws {
    var entry = git_index_entry()
    entry.mode = file.mode.rawValue
    let target = try file.commit ?? write(file.bytes, as: .blob)
    entry.id = try objectID(target)
    let path = (name + [0]).map { CChar(bitPattern: $0) }
    try path.withUnsafeBufferPointer { path in
      entry.path = path.baseAddress
      try call("git_index_add") { git_index_add(index, &entry) }
    }
  }

  private func read(treeOf commit: String, into index: OpaquePointer?) throws {
    var id = try objectID(commit)
    var object: OpaquePointer?
    var tree: OpaquePointer?
    try call("git_commit_lookup") { git_commit_lookup(&object, pointer, &id) }
    defer { git_commit_free(object) }
    try call("git_commit_tree") { git_commit_tree(&tree, object) }
    defer { git_tree_free(tree) }
    try call("git_index_read_tree") { git_index_read_tree(index, tree) }
  }

  func objectID(_ hex: String) throws -> git_oid {
    var id = git_oid()
    try call("git_oid_fromstr") { git_oid_fromstr(&id, hex) }
    return id
  }

  func text(of id: git_oid) -> String {
    withUnsafeBytes(of: id.id) { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
