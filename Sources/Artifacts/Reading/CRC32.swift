// SPDX-License-Identifier: Apache-2.0

/// The cyclic redundancy check of ZIP, polynomial 0xEDB88320 (PKWARE APPNOTE 6.3.10 §4.4.7).
enum CRC32 {
  /// The checksum of bytes.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { remainder, byte in
      table[Int((remainder ^ UInt32(byte)) & 0xFF)] ^ (remainder >> 8)
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1
    }
  }
}
