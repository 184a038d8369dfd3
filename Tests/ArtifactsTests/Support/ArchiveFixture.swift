// SPDX-License-Identifier: Apache-2.0

import CZstd

/// One entry of an archive that a test makes, with what it says of itself.
struct ArchiveEntry {
  var name: String
  var method: Int
  var packed: [UInt8]
  var size: Int
  var checksum: UInt32

  /// An entry that is stored as it is.
  init(_ name: String, stored bytes: [UInt8]) {
    self.init(name, method: 0, packed: bytes, of: bytes)
  }

  /// An entry whose packed bytes stand for some others.
  init(_ name: String, method: Int, packed: [UInt8], of bytes: [UInt8]) {
    self.name = name
    self.method = method
    self.packed = packed
    size = bytes.count
    checksum = Self.crc32(bytes)
  }

  /// PKWARE APPNOTE 6.3.10 §4.4.7, bit by bit.
  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { remainder, byte in
      (0..<8).reduce(remainder ^ UInt32(byte)) { remainder, _ in
        remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1
      }
    }
  }
}

/// Writes ZIP archives (PKWARE APPNOTE 6.3.10 §4.3) without any extra.
enum ArchiveFixture {
  static func zip(_ entries: [ArchiveEntry]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = archive.count
      archive += [0x50, 0x4B, 3, 4] + fields(of: entry) + number(0, 2)
      archive += Array(entry.name.utf8) + entry.packed
      directory += [0x50, 0x4B, 1, 2] + number(63, 2) + fields(of: entry)
      directory += number(0, 12) + number(offset, 4) + Array(entry.name.utf8)
    }
    let end = number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
    return archive + directory + [0x50, 0x4B, 5, 6] + end
      + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }

  /// What both headers say: version, flags, method, time, checksum, sizes, length of the name.
  private static func fields(of entry: ArchiveEntry) -> [UInt8] {
    number(63, 2) + number(0, 2) + number(entry.method, 2) + number(0, 4)
      + number(Int(entry.checksum), 4) + number(entry.packed.count, 4) + number(entry.size, 4)
      + number(entry.name.utf8.count, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

/// Frames of Zstandard (RFC 8878).
enum FrameFixture {
  /// One frame as the library writes it, which states how much it holds.
  static func packed(_ bytes: [UInt8], level: Int32 = 3) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      count = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, level)
    }
  }

  /// One frame of stored blocks that states nothing but a window of 128 KiB, as writers do that do
  /// not know what will come.
  static func streamed(_ bytes: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 7 << 3]
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(1 << 16)
      rest = rest.dropFirst(piece.count)
      let header = piece.count << 3 | (rest.isEmpty ? 1 : 0)
      frame += (0..<3).map { UInt8(truncatingIfNeeded: header >> ($0 * 8)) } + piece
    } while !rest.isEmpty
    return frame
  }
}
