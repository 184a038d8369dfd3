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
    (self.store, start, count) = (store, range.lowerBound, range.count)
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

  /// Bytes whose digest is known.
  init(_ range: Range<Int>, of store: any ByteStore, sha256: ContentDigest) {
    (self.store, start, count) = (store, range.lowerBound, range.count)
    (self.sha256, blob) = (sha256, nil)
  }

  /// Hands on the bytes in their order.
  func forEachPiece(_ body: ([UInt8]) throws(Problem) -> Void) throws(Problem) {
    var hasher = ContentHasher()
    var done = 0
    while done < count {
      let piece = try read(done..<min(done + Self.pieceSize, count))
      if !store.isPrivate { hasher.append(piece[...]) }
      try body(piece)
      done += piece.count
    }
    guard store.isPrivate || hasher.digest == sha256 else { throw store.changed }
  }

  /// Some bytes.
  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    try store.read(start + range.lowerBound..<start + range.upperBound)
  }
}
