// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import GateModel

extension ObjectID {
  /// Whether this is the id of an object: the SHA-1 of `<type> <size>`, NUL and the bytes.
  package func names(_ kind: GitObject.Kind, _ bytes: [UInt8]) -> Bool {
    hex == GitHash.hex(of: kind, bytes)
  }
}

/// SHA-1 (FIPS 180-4) as git uses it: to name objects and to end packs.
///
/// SHA-1 does not withstand a deliberate collision; the SHA-256 of each input stands beside it.
package enum GitHash {
  /// The 20 bytes of a digest.
  package static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(Insecure.SHA1.hash(data: bytes))
  }

  /// The id of an object.
  package static func id(of kind: GitObject.Kind, _ bytes: [UInt8]) -> ObjectID {
    var hash = Insecure.SHA1()
    hash.update(data: Array("\(kind.name) \(bytes.count)\u{0}".utf8))
    hash.update(data: bytes)
    return ObjectID(bytes: Array(hash.finalize()))
  }

  /// The 40 digits of an object's id.
  package static func hex(of kind: GitObject.Kind, _ bytes: [UInt8]) -> String {
    id(of: kind, bytes).hex
  }

  /// Bytes as lower-case hexadecimal digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }
}

/// A SHA-1 in the making, for bytes that come in pieces.
package struct GitHasher: Sendable {
  private var hash = Insecure.SHA1()

  /// Starts with no bytes.
  package init() {}

  /// Starts with the header of an object, whose id the digest is in the end.
  package init(_ kind: GitObject.Kind, byteCount: Int) {
    hash.update(data: Array("\(kind.name) \(byteCount)\u{0}".utf8))
  }

  /// Continues with further bytes.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The 20 bytes of the digest of the bytes so far.
  package var digest: [UInt8] { Array(hash.finalize()) }

  /// The digest as the id of an object.
  package var id: ObjectID { ObjectID(bytes: digest) }
}
