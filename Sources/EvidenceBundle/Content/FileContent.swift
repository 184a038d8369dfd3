// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// What a file of a bundle holds: bytes in memory, or bytes that are read from a disk when they are
/// needed, because a bundle may hold more than a machine has memory.
///
/// Two contents are the same when their digests are.
package enum FileContent: Sendable {
  /// Bytes in memory.
  case held([UInt8])
  /// Bytes that were hashed and left where they are.
  case stored(StoredBytes)

  /// The number of bytes.
  package var count: Int {
    switch self {
    case .held(let bytes): bytes.count
    case .stored(let stored): stored.count
    }
  }

  /// The digest of the bytes.
  package var sha256: ContentDigest {
    switch self {
    case .held(let bytes): ContentDigest(sha256Of: bytes)
    case .stored(let stored): stored.sha256
    }
  }

  /// All bytes.
  ///
  /// - Throws: When they cannot be read, or are others than those that were hashed.
  package func bytes() throws(Problem) -> [UInt8] {
    guard case .stored(let stored) = self else { return heldBytes ?? [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stored.count)
    try stored.forEachPiece { piece throws(Problem) in bytes += piece }
    return bytes
  }

  /// The bytes, where they are in memory.
  package var heldBytes: [UInt8]? {
    guard case .held(let bytes) = self else { return nil }
    return bytes
  }

  /// Hands on the bytes in their order, piece by piece.
  ///
  /// - Throws: What `body` throws, and when they cannot be read, or are others than those that were
  ///   hashed; the last is known after the last piece.
  func forEachPiece(_ body: ([UInt8]) throws(Problem) -> Void) throws(Problem) {
    switch self {
    case .held(let bytes): try body(bytes)
    case .stored(let stored): try stored.forEachPiece(body)
    }
  }

  /// Some of the bytes, which nobody compares with the digest.
  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    switch self {
    case .held(let bytes): Array(bytes[range])
    case .stored(let stored): try stored.read(range)
    }
  }
}

extension FileContent: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.sha256 == right.sha256
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
}
