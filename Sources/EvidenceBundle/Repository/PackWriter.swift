// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Writes git packs that depend on nothing but the objects in them.
///
/// A pack of version 2 (gitformat-pack(5)) without deltas. The objects are not compressed but put
/// into stored blocks: compressed bytes differ between versions of zlib, and the same evidence must
/// have the same digest everywhere. What wraps the pack may compress it.
package enum PackWriter {
  /// The pack of some objects, each written once, ordered by kind, then by id.
  package static func pack(of objects: [GitObject]) -> [UInt8] {
    let objects = objects.inPackOrder
    var pack: [UInt8] = Array("PACK".utf8) + bigEndian(2) + bigEndian(UInt32(objects.count))
    pack.reserveCapacity(objects.reduce(64) { $0 + $1.bytes.count + 64 })
    for object in objects {
      appendHeader(of: object, to: &pack)
      StoredZlib.append(object.bytes, to: &pack)
    }
    pack += GitHash.digest(pack[...])
    return pack
  }

  /// Type and size: four bits of the size in the first byte, then seven a byte, lowest first.
  private static func appendHeader(of object: GitObject, to pack: inout [UInt8]) {
    var rest = object.bytes.count >> 4
    var byte = object.kind.rawValue << 4 | UInt8(object.bytes.count & 0x0F)
    while rest > 0 {
      pack.append(byte | 0x80)
      byte = UInt8(rest & 0x7F)
      rest >>= 7
    }
    pack.append(byte)
  }
}

/// The four bytes of a number, highest first.
func bigEndian(_ number: UInt32) -> [UInt8] {
  [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
}
