// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import Digests
package import GateModel

/// Makes git packs that depend on nothing but the objects in them.
///
/// A pack of version 2 (gitformat-pack(5)) without deltas. The objects are not compressed but put
/// into stored blocks: compressed bytes differ between versions of zlib, and the same evidence must
/// have the same digest everywhere. What wraps the pack may compress it.
package struct PackWriter: ~Copyable {
  /// How many blocks are read at once.
  private static let blocksAtOnce = 16

  private let start: [UInt8]
  private var objects: [PackStore.Object] = []
  private var ending = GitHasher()
  private var whole = ContentHasher()
  private var blobs: [ObjectID: FileContent] = [:]

  /// Starts a pack.
  ///
  /// - Parameter objectCount: How many objects it will have.
  package init(objectCount: Int) {
    start = Array("PACK".utf8) + bigEndian(2) + bigEndian(UInt32(objectCount))
    hash(start[...])
  }

  /// Adds an object that is in memory; they come once each, ordered by kind, then by id.
  ///
  /// - Throws: Nothing that happens to bytes in memory.
  package mutating func append(_ object: GitObject) throws(Problem) {
    try append(StorePart(object.bytes), object.kind, object.id, knownAs: nil)
  }

  /// Adds a blob that was kept.
  ///
  /// - Parameters:
  ///   - id: The blob, which has to be among those that were kept.
  ///   - kept: Where its bytes are.
  ///   - sha256: The digest of the bytes, where it is known.
  /// - Throws: When it cannot be read.
  package mutating func append(
    _ id: ObjectID,
    of kept: KeptBlobs,
    knownAs sha256: ContentDigest?
  ) throws(Problem) {
    try append(try kept.part(id), .blob, id, knownAs: sha256)
  }

  /// Ends the pack.
  ///
  /// - Returns: The pack, and the blobs in it by their ids.
  package mutating func finish() -> RepositoryPack {
    let trailer = ending.digest
    whole.append(trailer[...])
    let store = PackStore(start: start, objects: objects, trailer: trailer)
    return RepositoryPack(
      content: .stored(StoredBytes(0..<store.count, of: store, sha256: whole.digest)),
      blobs: blobs
    )
  }

  private mutating func append(
    _ content: StorePart,
    _ kind: GitObject.Kind,
    _ id: ObjectID,
    knownAs known: ContentDigest?
  ) throws(Problem) {
    let offset = objects.last?.end ?? start.count
    let header = Self.header(of: kind, content.range.count)
    hash(header[...])
    hash(StoredZlib.start[...])
    var checksum = Adler32()
    var hasher = ContentHasher()
    var piece: (start: Int, bytes: [UInt8]) = (0, [])
    for block in StoredZlib.blocks(of: content.range.count) {
      if block.range.upperBound > piece.start + piece.bytes.count {
        let longest = Self.blocksAtOnce * StoredZlib.longestBlock
        let end = min(block.range.lowerBound + longest, content.range.count)
        piece = (block.range.lowerBound, try content.read(block.range.lowerBound..<end))
      }
      let bytes =
        piece.bytes[
          block.range.lowerBound - piece.start..<block.range.upperBound - piece.start
        ]
      hash(block.header[...])
      hash(bytes)
      checksum.append(bytes)
      if kind == .blob, known == nil { hasher.append(bytes) }
    }
    let sum = bigEndian(checksum.value)
    hash(sum[...])
    objects.append(
      PackStore.Object(offset: offset, header: header, content: content, checksum: sum)
    )
    guard kind == .blob else { return }
    blobs[id] = .stored(
      StoredBytes(content.range, of: content.store, sha256: known ?? hasher.digest)
    )
  }

  private mutating func hash(_ bytes: ArraySlice<UInt8>) {
    ending.append(bytes)
    whole.append(bytes)
  }

  /// Type and size: four bits of the size in the first byte, then seven a byte, lowest first.
  private static func header(of kind: GitObject.Kind, _ count: Int) -> [UInt8] {
    var header: [UInt8] = []
    var rest = count >> 4
    var byte = kind.rawValue << 4 | UInt8(count & 0x0F)
    while rest > 0 {
      header.append(byte | 0x80)
      byte = UInt8(rest & 0x7F)
      rest >>= 7
    }
    return header + [byte]
  }
}

/// A pack that was put together, and its blobs.
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
