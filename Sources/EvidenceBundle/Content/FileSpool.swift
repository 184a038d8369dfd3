// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Keeps the files of a bundle in the making as they are made, so that no two of them are in memory
/// at once where they are large.
package struct FileSpool: ~Copyable {
  private var spool = Spool()
  private var parts: [(path: String, range: Range<Int>, sha256: ContentDigest)] = []

  /// Starts with no files.
  package init() {}

  /// Keeps a file.
  ///
  /// - Throws: When no disk takes what does not fit into memory.
  package mutating func keep(_ bytes: [UInt8], at path: String) throws(Problem) {
    let range = spool.count..<spool.count + bytes.count
    parts.append((path, range, ContentDigest(sha256Of: bytes)))
    try spool.append(bytes)
  }

  /// What was kept; nothing may be kept after that.
  ///
  /// - Throws: When no disk takes it.
  package mutating func finish() throws(Problem) -> [PlacedFile] {
    let store = try spool.finish()
    return parts.map { part in
      PlacedFile(
        path: part.path,
        content: .stored(StoredBytes(part.range, of: store, sha256: part.sha256))
      )
    }
  }
}
