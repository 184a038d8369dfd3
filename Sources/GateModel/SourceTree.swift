// SPDX-License-Identifier: Apache-2.0

/// One file of a tree, as git records it.
package struct TreeEntry: Hashable, Sendable {
  /// What the entry is, after git's file modes.
  package enum Kind: String, Hashable, Sendable {
    /// A regular file (mode 100644).
    case file
    /// An executable file (mode 100755).
    case executable
    /// A symbolic link (mode 120000); the blob holds the target path.
    case symlink
    /// A submodule (mode 160000); the id names a commit of another repository.
    case submodule
  }

  /// The path from the root of the tree, with `/` between its parts.
  ///
  /// Bytes that are not UTF-8 are written as `\xNN`, so that two paths never fall together.
  package var path: String
  /// What the entry is.
  package var kind: Kind
  /// The blob, or the commit for a submodule.
  package var id: ObjectID

  /// Creates an entry.
  package init(path: String, kind: Kind, id: ObjectID) {
    self.path = path
    self.kind = kind
    self.id = id
  }
}

/// A tree of files at one revision: the only thing that readers of artifacts see of git.
package protocol SourceTree: ~Copyable {
  /// Every file below the root, sorted by the bytes of its path.
  var entries: [TreeEntry] { get }

  /// The size of a blob in bytes, without reading it.
  func byteCount(of entry: TreeEntry) throws(Problem) -> Int

  /// The bytes of a blob.
  func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8]

  /// The SHA-256 of a blob, which may be too large to be held in memory.
  func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest

  /// Prepares digests that will be asked for, on several cores.
  func hashAhead(_ entries: [TreeEntry], width: Int) async

  /// What a blob calls itself, as far as its bytes are few enough to look.
  ///
  /// Nothing is kept of bytes that were looked at: what turns out to be nothing is no evidence.
  ///
  /// - Throws: When the bytes cannot be read, or are withheld on purpose.
  func glimpse(of entry: TreeEntry, limit: Int) throws(Problem) -> Glimpse
}

/// What a look at a file shows.
package enum Glimpse: Hashable, Sendable {
  case bytes([UInt8])
  /// The file is larger than what is looked into.
  case tooLarge(size: Int)
}

extension SourceTree where Self: ~Copyable {
  package func hashAhead(_ entries: [TreeEntry], width: Int) async {}

  package func glimpse(of entry: TreeEntry, limit: Int) throws(Problem) -> Glimpse {
    let size = try byteCount(of: entry)
    return size <= limit ? .bytes(try bytes(of: entry)) : .tooLarge(size: size)
  }
}
