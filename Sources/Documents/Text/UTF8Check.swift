// SPDX-License-Identifier: Apache-2.0

/// Checks that bytes are well-formed UTF-8 (Unicode 16, table 3-7) without NUL.
enum UTF8Check {
  /// The offset of the first byte that breaks the rules, or nil when there is none.
  static func firstFlaw(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in firstFlaw(in: buffer) }
  }

  private static func firstFlaw(in buffer: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < buffer.count {
      if index + 8 <= buffer.count,
        isPlain(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let length = sequenceLength(at: index, in: buffer)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  /// Whether all eight bytes are ASCII and none is NUL.
  private static func isPlain(_ word: UInt64) -> Bool {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    // Below 0x80, adding 0x7F sets the high bit of every byte but NUL.
    let nonZero = (word & ~highBits) &+ 0x7F7F_7F7F_7F7F_7F7F
    return word & highBits == 0 && nonZero & highBits == highBits
  }

  /// The number of bytes of the well-formed character at an offset, or 0.
  private static func sequenceLength(at index: Int, in buffer: UnsafeRawBufferPointer) -> Int {
    let lead = buffer[index]
    if lead < 0x80 { return lead == 0 ? 0 : 1 }
    guard let (length, second) = shape(of: lead), index + length <= buffer.count,
      second.contains(buffer[index + 1])
    else { return 0 }
    for offset in 2..<max(2, length) {
      guard buffer[index + offset] & 0xC0 == 0x80 else { return 0 }
    }
    return length
  }

  /// The length that a lead byte announces and the bytes that may follow it.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
