// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Writes git packs that depend on nothing but the objects in them.
///
/// A pack of version 2 (gitformat-pack(5)) without deltas. The objects are not compressed but put
/// into stored blocks: compressed bytes differ between versions of zlib, and the same evidence must
/// have the same digest everywhere. What wraps the pack may compress it.
package struct PackWriter: ~Copyable {
  private var spool = Spool()
  private var ending = GitHasher()
  private var whole = ContentHasher()
  /// Where the bytes of each blob start, and what they are.
  private var blobs: [ObjectID: (start: Int, count: Int, sha256: ContentDigest)] = [:]

  /// Starts a pack.
  ///
  /// - Parameter objectCount: How many objects it will have.
  /// - Throws: When no disk takes what does not fit into memory.
  package init(objectCount: Int) throws(Problem) {
    try write((Array("PACK".utf8) + bigEndian(2) + bigEndian(UInt32(objectCount)))[...])
  }

  /// Adds an object; they come once each, ordered by kind, then by id.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - sha256: The digest of the bytes of a blob, where it is known.
  /// - Throws: When no disk takes it.
  package mutating func append(
    _ object: GitObject,
    sha256: ContentDigest? = nil
  ) throws(Problem) {
    try write(Self.header(of: object)[...])
    if object.kind == .blob {
      let digest = sha256 ?? ContentDigest(sha256Of: object.bytes)
      blobs[object.id] = (spool.count + StoredZlib.start.count, object.bytes.count, digest)
    }
    try StoredZlib.write(object.bytes) { bytes throws(Problem) in try write(bytes) }
  }

  /// Ends the pack.
  ///
  /// - Returns: The pack, and the blobs in it by their ids.
  /// - Throws: When no disk takes it.
  package mutating func finish() throws(Problem) -> RepositoryPack {
    let trailer = ending.digest
    whole.append(trailer[...])
    try spool.append(trailer)
    let count = spool.count
    let store = try spool.finish()
    return RepositoryPack(
      content: .stored(StoredBytes(allOf: store, count: count, sha256: whole.digest)),
      blobs: blobs.mapValues { blob in
        .stored(
          StoredBytes(inBlocksAt: blob.start, of: store, count: blob.count, sha256: blob.sha256)
        )
      }
    )
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    ending.append(bytes)
    whole.append(bytes)
    try spool.append(bytes)
  }

  /// Type and size: four bits of the size in the first byte, then seven a byte, lowest first.
  private static func header(of object: GitObject) -> [UInt8] {
    var header: [UInt8] = []
    var rest = object.bytes.count >> 4
    var byte = object.kind.rawValue << 4 | UInt8(object.bytes.count & 0x0F)
    while rest > 0 {
      header.append(byte | 0x80)
      byte = UInt8(rest & 0x7F)
      rest >>= 7
    }
    return header + [byte]
  }
}

/// A pack that was written, in which its blobs can be read as well.
package struct RepositoryPack: Sendable {
  /// The pack.
  package let content: FileContent
  /// What each blob holds, by its id.
  package let blobs: [ObjectID: FileContent]
}

/// The four bytes of a number, highest first.
func bigEndian(_ number: UInt32) -> [UInt8] {
  [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
}
