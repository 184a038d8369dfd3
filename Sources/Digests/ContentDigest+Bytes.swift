// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import GateModel

extension ContentDigest {
  /// Creates the SHA-256 digest (FIPS 180-4) of some bytes.
  package init(sha256Of bytes: [UInt8]) {
    self.init(bytes: Array(SHA256.hash(data: bytes)))
  }
}

/// A SHA-256 digest in the making, for bytes that come in pieces.
package struct ContentHasher: Sendable {
  private var hash = SHA256()

  /// Starts with no bytes.
  package init() {}

  /// Continues with further bytes.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// Continues with further bytes.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
  }

  /// The digest of the bytes so far.
  package var digest: ContentDigest { ContentDigest(bytes: Array(hash.finalize())) }
}
