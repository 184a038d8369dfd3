// SPDX-License-Identifier: Apache-2.0

/// The zlib format (RFC 1950) with stored blocks only (RFC 1951 §3.2.4).
enum StoredZlib {
  /// The longest stored block: its length has 16 bits.
  static let longestBlock = 65_535

  /// The bytes before each block: whether it is the last one, its length and the complement of that.
  static let headerSize = 5

  /// What stands before the first block: 32 KiB window, no preset dictionary, fastest level; the check
  /// bits make it divide by 31.
  static let start: [UInt8] = [0x78, 0x01]

  /// Emits a zlib stream that holds some bytes.
  static func write<Failure: Error>(
    _ bytes: [UInt8],
    emit: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try emit(start[...])
    var position = 0
    repeat {
      let end = min(position + longestBlock, bytes.count)
      let length = UInt16(end - position)
      let isLast: UInt8 = end == bytes.count ? 1 : 0
      try emit(([isLast] + littleEndian(length) + littleEndian(~length))[...])
      try emit(bytes[position..<end])
      position = end
    } while position < bytes.count
    try emit(bigEndian(adler32(of: bytes))[...])
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
