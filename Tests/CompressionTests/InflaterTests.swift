// SPDX-License-Identifier: Apache-2.0

import Compression
import Testing

@Suite struct InflaterTests {
  static let texts = ZstandardTests.texts

  private static func gzip(_ bytes: [UInt8], pieces: Int = 1) throws -> [UInt8] {
    var encoder = try GzipEncoder()
    var packed: [UInt8] = []
    let size = max(1, (bytes.count + pieces - 1) / pieces)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = Array(bytes[start..<min(start + size, bytes.count)])
      encoder.append(piece) { packed += $0 }
    }
    encoder.finish { packed += $0 }
    return packed
  }

  @Test(arguments: texts)
  func `what was packed is unpacked, with and without the wrapping`(text: [UInt8]) throws {
    let packed = try Self.gzip(text)
    var gzip = try Inflater(.gzip)
    let (bytes, consumed) = try gzip.unpack((packed + [1])[...], maximumBytes: text.count)
    #expect(bytes == text)
    #expect(consumed == packed.count)
    var bare = try Inflater(.none)
    let inner = packed.dropFirst(10).dropLast(8)
    #expect(try bare.unpack(inner, maximumBytes: text.count).bytes == text)
  }

  @Test func `the bytes do not depend on the pieces they came in`() throws {
    for text in Self.texts {
      #expect(try Self.gzip(text, pieces: 7) == Self.gzip(text))
    }
  }

  @Test func `the bytes of a member are fixed`() throws {
    let packed = try Self.gzip(Array("aaaaaaaaaa".utf8))
    #expect(packed.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    #expect(packed.suffix(8) == [0xF0, 0xCD, 0x11, 0x4C, 10, 0, 0, 0])
  }

  @Test func `an early end, damage and too much are told apart`() throws {
    let text = [UInt8](repeating: 3, count: 100_000)
    let packed = try Self.gzip(text)
    var inflater = try Inflater(.gzip)
    for length in 0..<packed.count {
      #expect(throws: CompressionError.truncated) {
        try inflater.unpack(packed[..<length], maximumBytes: text.count)
      }
    }
    #expect(throws: CompressionError.tooLarge(limit: 99_999)) {
      try inflater.unpack(packed[...], maximumBytes: 99_999)
    }
    let altered = packed.dropLast(8) + [0, 0, 0, 0] + packed.suffix(4)
    #expect(throws: CompressionError.damaged) {
      try inflater.unpack(altered, maximumBytes: text.count)
    }
    #expect(try inflater.unpack(packed[...], maximumBytes: text.count).bytes == text)
  }

  /// The check value of the CRC catalogue for CRC-32/ISO-HDLC.
  @Test func `the checksum is that of ZIP and gzip`() {
    #expect(Checksum(of: Array("123456789".utf8)).value == 0xCBF4_3926)
    #expect(Checksum().value == 0)
  }
}
