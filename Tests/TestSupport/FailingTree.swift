// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A tree whose n-th read fails, and none before or after.
package final class FailingTree: SourceTree {
  /// Every file, sorted by the bytes of its path.
  package var entries: [TreeEntry] { tree.entries }
  /// How often bytes were asked for.
  package private(set) var readCount = 0

  private let tree: MemoryTree
  private let failingRead: Int

  /// Creates a tree with the files of another one.
  ///
  /// - Parameters:
  ///   - tree: The files.
  ///   - failingRead: The number of the read that fails, counted from 1.
  package init(_ tree: MemoryTree, failingAt failingRead: Int) {
    (self.tree, self.failingRead) = (tree, failingRead)
  }

  /// The size of a file in bytes; this never fails.
  package func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    try tree.byteCount(of: entry)
  }

  /// The bytes of a file, unless it is the turn of the failing read.
  package func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    readCount += 1
    guard readCount != failingRead else {
      throw Problem(path: entry.path, message: "the read failed", help: "try again")
    }
    return try tree.bytes(of: entry)
  }

  /// The SHA-256 of a file, which takes a read of its bytes.
  package func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    _ = try bytes(of: entry)
    return try tree.sha256(of: entry)
  }
}
