// SPDX-License-Identifier: Apache-2.0

/// The zlib format (RFC 1950) with stored blocks only (RFC 1951 §3.2.4).
enum StoredZlib {
  /// The longest stored block: its length has 16 bits.
  private static let longestBlock = 65_535

  /// Appends a zlib stream that holds some bytes.
  static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    // 32 KiB window, no preset dictionary, fastest level; the check bits make it divide by 31.
    output += [0x78, 0x01]
    var position = 0
    repeat {
      let end = min(position + longestBlock, bytes.count)
      let length = UInt16(end - position)
      output.append(end == bytes.count ? 1 : 0)
      output += littleEndian(length) + littleEndian(~length)
      output += bytes[position..<end]
      position = end
    } while position < bytes.count
    output += bigEndian(adler32(of: bytes))
  }

  /// The checksum of RFC 1950 §8.2.
  private static func adler32(of bytes: [UInt8]) -> UInt32 {
    let base: UInt32 = 65_521
    // The most bytes after which the sums still fit into 32 bits (RFC 1950 §9, NMAX of zlib).
    let most = 5_552
    var low: UInt32 = 1
    var high: UInt32 = 0
    var position = 0
    while position < bytes.count {
      let end = min(position + most, bytes.count)
      for byte in bytes[position..<end] {
        low += UInt32(byte)
        high += low
      }
      low %= base
      high %= base
      position = end
    }
    return high << 16 | low
  }

  private static func littleEndian(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 255), UInt8(number >> 8)]
  }
}
