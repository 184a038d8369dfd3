// SPDX-License-Identifier: Apache-2.0

import GateModel

/// One git object, made by hand.
struct ObjectFixture: Hashable {
  enum Kind: String {
    case commit
    case tree
    case blob
    case tag

    var code: UInt8 {
      switch self {
      case .commit: 1
      case .tree: 2
      case .blob: 3
      case .tag: 4
      }
    }
  }

  var kind: Kind
  var bytes: [UInt8]

  /// The 20 bytes of the object's id.
  var rawID: [UInt8] { SHA1.hash(Array("\(kind.rawValue) \(bytes.count)\u{0}".utf8) + bytes) }

  var id: ObjectID {
    let hex = rawID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    guard let id = ObjectID(hex: hex) else { preconditionFailure("SHA-1 has 40 digits") }
    return id
  }

  static func blob(_ bytes: [UInt8]) -> ObjectFixture { ObjectFixture(kind: .blob, bytes: bytes) }

  static func tree(_ entries: [(mode: String, name: [UInt8], id: [UInt8])]) -> ObjectFixture {
    ObjectFixture(
      kind: .tree,
      bytes: entries.flatMap { Array("\($0.mode) ".utf8) + $0.name + [0] + $0.id }
    )
  }

  static func commit(tree: ObjectID, time: Int64 = 1_760_000_000) -> ObjectFixture {
    let text = """
      tree \(tree)
      author A U Thor <author@example.org> \(time) +0200
      committer A U Thor <author@example.org> \(time) +0200

      Describe the models

      """
    return ObjectFixture(kind: .commit, bytes: Array(text.utf8))
  }
}

/// Git packs made by hand, with nothing compressed.
enum PackFixture {
  static func pack(_ objects: [ObjectFixture]) -> [UInt8] {
    sealed(
      Array("PACK".utf8) + SHA1.bigEndian(2, count: 4)
        + SHA1.bigEndian(UInt64(objects.count), count: 4)
        + objects.flatMap { header(code: $0.kind.code, size: $0.bytes.count) + stored($0.bytes) }
    )
  }

  /// Ends a pack with the SHA-1 of what comes before.
  static func sealed(_ pack: [UInt8]) -> [UInt8] { pack + SHA1.hash(pack) }

  static func header(code: UInt8, size: Int) -> [UInt8] {
    var rest = size >> 4
    var bytes = [code << 4 | UInt8(size & 15)]
    while rest > 0 {
      bytes[bytes.count - 1] |= 0x80
      bytes.append(UInt8(rest & 0x7F))
      rest >>= 7
    }
    return bytes
  }

  /// A zlib stream (RFC 1950) of stored blocks (RFC 1951 §3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = [UInt8(block.count & 0xFF), UInt8(block.count >> 8)]
      stream += [rest.isEmpty ? 1 : 0] + length + length.map { ~$0 } + block
    } while !rest.isEmpty
    return stream + adler32(bytes)
  }

  /// The checksum at the end of a zlib stream (RFC 1950 §8.2).
  static func adler32(_ bytes: [UInt8]) -> [UInt8] {
    var (low, high): (UInt64, UInt64) = (1, 0)
    for byte in bytes {
      low = (low + UInt64(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return SHA1.bigEndian(high << 16 | low, count: 4)
  }
}
