// SPDX-License-Identifier: Apache-2.0

import Digests
import GateModel

/// A pack and its index, made by hand so that they may say anything (gitformat-pack(5)).
struct FixturePack {
  private var objects: [(id: ObjectID, offset: Int)] = []
  private(set) var body: [UInt8] = Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0]

  /// Adds an object under an id, with a header that states a size and a stream that may have another.
  mutating func add(_ id: ObjectID, type: UInt8, size: Int, before: [UInt8] = [], zlib: [UInt8]) {
    objects.append((id, body.count))
    body += Self.header(type, size) + before + zlib
  }

  /// Adds a blob as it should be.
  mutating func add(_ bytes: [UInt8]) {
    let id = GitHash.id(of: .blob, bytes)
    add(id, type: 3, size: bytes.count, zlib: Zlib.stored(bytes))
  }

  /// Adds a change to another object that is named by its id.
  mutating func addDelta(_ id: ObjectID, of base: ObjectID, _ delta: [UInt8]) {
    add(id, type: 7, size: delta.count, before: base.bytes, zlib: Zlib.stored(delta))
  }

  /// Moves what the index says of an object.
  mutating func move(_ id: ObjectID, to offset: Int) {
    for index in objects.indices where objects[index].id == id { objects[index].offset = offset }
  }

  var pack: [UInt8] {
    var bytes = body
    bytes[11] = UInt8(objects.count)
    return bytes + GitHash.digest(bytes[...])
  }

  /// The index of version 2; places beyond 2 GiB stand in the table of eight bytes.
  var index: [UInt8] {
    let sorted = objects.sorted { $0.id < $1.id }
    var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
    for first in 0..<256 { bytes += big(sorted.count { Int($0.id.bytes[0]) <= first }, 4) }
    bytes += sorted.flatMap(\.id.bytes) + [UInt8](repeating: 0, count: 4 * sorted.count)
    let far = sorted.filter { $0.offset >= 1 << 31 }
    for object in sorted {
      let place = far.firstIndex { $0.id == object.id }.map { 1 << 31 | $0 }
      bytes += big(place ?? object.offset, 4)
    }
    bytes += far.flatMap { big($0.offset, 8) } + pack.suffix(20)
    return bytes + GitHash.digest(bytes[...])
  }

  private func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func header(_ type: UInt8, _ size: Int) -> [UInt8] {
    var (bytes, rest) = ([type << 4 | UInt8(size & 15)], size >> 4)
    while rest > 0 {
      bytes[bytes.count - 1] |= 0x80
      bytes.append(UInt8(rest & 0x7F))
      rest >>= 7
    }
    return bytes
  }
}

/// Streams of zlib (RFC 1950) made by hand.
enum Zlib {
  /// Bytes that are not packed.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var (stream, rest) = ([0x78, 0x01] as [UInt8], bytes[...])
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
      stream += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
    } while !rest.isEmpty
    var (sum, sums) = (1, 0)
    for byte in bytes {
      sum = (sum + Int(byte)) % 65_521
      sums = (sums + sum) % 65_521
    }
    return stream + checksum(sum, sums)
  }

  /// Zeros: one, and then matches of 258 bytes each, of which eight have 13 bytes (RFC 1951, §3.2.6).
  static func zeros(eightfoldMatches count: Int) -> [UInt8] {
    let match: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]
    let bits = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0] + Array(repeatElement(match, count: 9).joined())
    let start = packed(Array(bits.prefix(16)))
    let period = packed(Array(bits[16..<120]))
    // The last match is begun already; behind it comes the end of the block, seven zeros.
    let end = packed(Array(match.dropFirst(5)) + [UInt8](repeating: 0, count: 8))
    var stream: [UInt8] = [0x78, 0x01] + start
    for _ in 0..<count { stream += period }
    return stream + end + checksum(1, byteCount(eightfoldMatches: count) % 65_521)
  }

  /// How many zeros those are.
  static func byteCount(eightfoldMatches count: Int) -> Int { 1 + 258 * (8 * count + 1) }

  private static func packed(_ bits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated()
        .reduce(0) { $0 | $1.element << $1.offset }
    }
  }

  private static func checksum(_ sum: Int, _ sums: Int) -> [UInt8] {
    [UInt8(sums >> 8), UInt8(sums & 0xFF), UInt8(sum >> 8), UInt8(sum & 0xFF)]
  }
}
