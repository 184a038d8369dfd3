// SPDX-License-Identifier: Apache-2.0

import CGit2
import Digests
package import GateModel

/// A tree of files in memory, for tests that need no repository.
package struct MemoryTree: SourceTree, Sendable {
  /// Every file, sorted by the bytes of its path.
  package let entries: [TreeEntry]
  private let contents: [String: [UInt8]]

  /// Creates a tree of regular files; their ids are those that git would give.
  package init(_ files: [String: [UInt8]]) throws {
    TestEnvironment.prepare()
    contents = files
    entries = try files.map { path, bytes in
      TreeEntry(path: path, kind: .file, id: try Self.id(of: bytes))
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Creates a tree of texts.
  package init(texts files: [String: String]) throws {
    try self.init(files.mapValues { Array($0.utf8) })
  }

  /// The size of a file in bytes.
  package func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    try bytes(of: entry).count
  }

  /// The bytes of a file.
  package func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    guard let bytes = contents[entry.path] else {
      throw Problem(path: entry.path, message: "there is no such file", help: "add it")
    }
    return bytes
  }

  /// The SHA-256 of a file.
  package func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    ContentDigest(sha256Of: try bytes(of: entry))
  }

  private static func id(of bytes: [UInt8]) throws -> ObjectID {
    var id = git_oid()
    try call("git_odb_hash") { git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB) }
    let hex = withUnsafeBytes(of: id.id) { raw in
      raw.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    guard let result = ObjectID(hex: hex) else { throw FixtureError("git_odb_hash", hex) }
    return result
  }
}
