// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// Bytes on a disk, or in a part of something larger, with what they were found to be.
package struct StoredBytes: Sendable {
  /// How many bytes are read at once.
  private static let pieceSize = 1 << 20

  private let store: any ByteStore
  /// Where they start.
  private let start: Int
  /// Whether they stand in the stored blocks of a zlib stream, the first of which is at the start.
  private let isInBlocks: Bool
  /// How many they are.
  let count: Int
  /// Their digest.
  let sha256: ContentDigest
  /// The id of the git blob with these bytes, where somebody asked.
  let blob: ObjectID?

  /// Hashes some bytes of a store and leaves them there.
  ///
  /// - Parameters:
  ///   - range: Where they are.
  ///   - store: What they are in.
  ///   - isBlob: Whether their id as a git blob is wanted.
  /// - Throws: When they cannot be read.
  init(
    hashing range: Range<Int>,
    of store: any ByteStore,
    asBlob isBlob: Bool
  ) throws(Problem) {
    (self.store, start, count, isInBlocks) = (store, range.lowerBound, range.count, false)
    var hasher = ContentHasher()
    var blobHasher = GitHasher(.blob, byteCount: range.count)
    var rest = range
    while !rest.isEmpty {
      let piece = try store.read(rest.prefix(Self.pieceSize))
      hasher.append(piece[...])
      if isBlob { blobHasher.append(piece[...]) }
      rest = rest.dropFirst(piece.count)
    }
    sha256 = hasher.digest
    blob = isBlob ? blobHasher.id : nil
  }

  /// Bytes that were hashed while they were put into the stored blocks of a zlib stream.
  init(inBlocksAt start: Int, of store: any ByteStore, count: Int, sha256: ContentDigest) {
    (self.store, self.start, self.count, self.sha256) = (store, start, count, sha256)
    (isInBlocks, blob) = (true, nil)
  }

  /// A whole store that was hashed while it was written.
  init(allOf store: any ByteStore, count: Int, sha256: ContentDigest) {
    (self.store, self.count, self.sha256) = (store, count, sha256)
    (start, isInBlocks, blob) = (0, false, nil)
  }

  /// Hands on the bytes in their order.
  func forEachPiece(_ body: ([UInt8]) throws(Problem) -> Void) throws(Problem) {
    let pieceSize = isInBlocks ? StoredZlib.longestBlock : Self.pieceSize
    var hasher = ContentHasher()
    var done = 0
    while done < count {
      let piece = try read(done..<min(done + pieceSize, count))
      if !store.isPrivate { hasher.append(piece[...]) }
      try body(piece)
      done += piece.count
    }
    guard store.isPrivate || hasher.digest == sha256 else { throw store.changed }
  }

  /// Some bytes; of those in blocks, bytes of one block.
  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    let block = range.lowerBound / StoredZlib.longestBlock
    let headers = isInBlocks ? (block + 1) * StoredZlib.headerSize : 0
    let first = start + headers + range.lowerBound
    return try store.read(first..<first + range.count)
  }
}
