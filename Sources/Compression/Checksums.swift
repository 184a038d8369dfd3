// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// The cyclic redundancy check of gzip and ZIP (RFC 1952 §8, PKWARE APPNOTE 6.3.10 §4.4.7).
package struct Checksum: Hashable, Sendable {
  private var state: UInt = 0

  /// The checksum of the bytes so far.
  package var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  /// Starts with the checksum of no bytes.
  package init() {}

  /// The checksum of some bytes.
  package init(of bytes: [UInt8]) {
    append(bytes[...])
  }

  /// Continues with further bytes; zlib counts in 32 bits, so that they are fed piece by piece.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 30)
      rest = rest.dropFirst(piece.count)
      state = piece.withUnsafeBufferPointer { crc32(state, $0.baseAddress, UInt32($0.count)) }
    }
  }
}

/// The checksum of zlib streams (RFC 1950 §8.2).
package struct Adler32: Hashable, Sendable {
  private var state: UInt = 1

  /// The checksum of the bytes so far.
  package var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  /// Starts with the checksum of no bytes.
  package init() {}

  /// Continues with further bytes.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    // zlib starts anew when it is given no address.
    guard !bytes.isEmpty else { return }
    state = bytes.withUnsafeBufferPointer { adler32_z(state, $0.baseAddress, $0.count) }
  }
}
