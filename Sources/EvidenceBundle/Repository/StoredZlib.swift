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

  /// The checksum behind the last block (RFC 1950 §8.2).
  private static let checksumSize = 4

  /// One block of the bytes.
  struct Block {
    /// The part of the bytes that it holds.
    let range: Range<Int>
    /// What stands before it.
    let header: [UInt8]
  }

  /// The blocks of so many bytes; of none there is one, which is empty.
  static func blocks(of count: Int) -> some Sequence<Block> {
    stride(from: 0, to: max(count, 1), by: longestBlock).lazy.map { start in
      let end = min(start + longestBlock, count)
      let length = UInt16(end - start)
      let isLast: UInt8 = end == count ? 1 : 0
      return Block(
        range: start..<end,
        header: [isLast] + littleEndian(length) + littleEndian(~length)
      )
    }
  }

  /// How long the stream of so many bytes is.
  static func byteCount(of count: Int) -> Int {
    let blocks = max(1, (count + longestBlock - 1) / longestBlock)
    return start.count + blocks * headerSize + count + checksumSize
  }

  private static func littleEndian(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 255), UInt8(number >> 8)]
  }
}
