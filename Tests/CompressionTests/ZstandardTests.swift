// SPDX-License-Identifier: Apache-2.0

import CZstd
import Compression
import Testing

@Suite struct ZstandardTests {
  /// Texts that compress well, not at all, and over more than one block and chunk.
  static let texts: [[UInt8]] = [
    [], [7], Array("one two one two one two".utf8), [UInt8](repeating: 9, count: 300_000),
    (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) },
  ]

  private static func packed(_ bytes: [UInt8], level: Int32 = 3) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      count = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, level)
    }
  }

  @Test(arguments: texts, [1, 3, 19] as [Int32])
  func `what was packed is unpacked`(text: [UInt8], level: Int32) throws {
    let frame = Self.packed(text, level: level)
    #expect(try Zstandard.unpack(frame[...], maximumBytes: text.count) == text)
    #expect(try Zstandard.unpack((frame + frame)[...], maximumBytes: 2 * text.count) == text + text)
  }

  @Test func `a part of an array is unpacked where it stands`() throws {
    let frame = Self.packed([1, 2, 3])
    let around = [0, 0] + frame + [0]
    #expect(try Zstandard.unpack(around[2..<around.count - 1], maximumBytes: 3) == [1, 2, 3])
    #expect(throws: CompressionError.damaged) {
      try Zstandard.unpack(around[2...], maximumBytes: 3)
    }
  }

  @Test func `nothing is unpacked beyond the limit`() {
    let bomb = Self.packed([UInt8](repeating: 0, count: 1 << 26))
    #expect(bomb.count < 10_000)
    for limit in [0, 1, 1 << 16, (1 << 26) - 1] {
      #expect(throws: CompressionError.self) {
        try Zstandard.unpack(bomb[...], maximumBytes: limit)
      }
    }
  }

  @Test func `frames that end early are named so`() {
    for text in Self.texts {
      let frame = Self.packed(text)
      for length in Swift.stride(from: 0, to: frame.count, by: max(1, frame.count / 50)) {
        #expect(throws: CompressionError.truncated, "\(length) of \(frame.count)") {
          try Zstandard.unpack(frame[..<length], maximumBytes: text.count)
        }
      }
    }
  }

  @Test(
    arguments: [
      ([0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 1, 9, 0, 0, 1], CompressionError.needsDictionary),
      ([0x28, 0xB5, 0x2F, 0xFD, 0, 15 << 3, 1, 0, 0], .windowTooLarge(limit: 1 << 24)),
      ([0x28, 0xB5, 0x2F, 0xFD, 0, 7 << 3, 7, 0, 0], .damaged),
      ([0x28, 0xB5, 0x2F, 0xFC, 0, 7 << 3, 1, 0, 0], .damaged),
    ] as [([UInt8], CompressionError)]
  )
  func `a frame is named for what is wrong with it`(frame: [UInt8], error: CompressionError) {
    #expect(throws: error) { try Zstandard.unpack(frame[...], maximumBytes: 100) }
  }

  @Test func `the largest window that is allowed is`() throws {
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 14 << 3, 9, 0, 0, 5]
    #expect(try Zstandard.unpack(frame[...], maximumBytes: 1) == [5])
  }

  @Test func `no change of a byte is more than an error`() {
    let text = Self.texts[2] + Self.texts[4].prefix(300)
    let frame = Self.packed(text)
    for place in frame.indices {
      for bit in 0..<8 {
        var damaged = frame
        damaged[place] ^= 1 << UInt8(bit)
        let unpacked = try? Zstandard.unpack(damaged[...], maximumBytes: text.count)
        #expect((unpacked ?? []).count <= text.count)
      }
    }
  }
}
