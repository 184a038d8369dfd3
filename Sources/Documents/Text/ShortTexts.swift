// SPDX-License-Identifier: Apache-2.0

/// The short texts of a document that came last.
///
/// Keys, and many values, come again and again: to find a text that is there already takes a
/// fraction of the time that making one of bytes takes.
struct ShortTexts {
  /// The most bytes of a text that is kept; Swift stores so many without an allocation.
  private static let mostBytes = 15
  private static let slotCount = 256

  /// A text with its bytes, padded with zeros.
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var text = ""
  }

  private var slots = [Slot](repeating: Slot(), count: Self.slotCount)

  /// The text that a range of bytes holds, which must be whole characters without NUL.
  mutating func text(_ range: Range<Int>, of bytes: [UInt8]) -> String {
    guard range.count <= Self.mostBytes, range.lowerBound + 16 <= bytes.count else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    let (low, high) = Self.words(at: range.lowerBound, length: range.count, in: bytes)
    let slot = Self.slot(low, high)
    if slots[slot].low == low, slots[slot].high == high { return slots[slot].text }
    let text = String(decoding: bytes[range], as: UTF8.self)
    slots[slot] = Slot(low: low, high: high, text: text)
    return text
  }

  /// The bytes from an offset on as two words; those beyond the length are zero.
  private static func words(
    at offset: Int,
    length: Int,
    in bytes: [UInt8]
  ) -> (low: UInt64, high: UInt64) {
    let (low, high) = bytes.withUnsafeBytes { buffer in
      (
        UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      )
    }
    // Shifts by as many bits as a word has, or more, give zero.
    return (low & ~(UInt64.max << (8 * length)), high & ~(UInt64.max << (8 * max(0, length - 8))))
  }

  /// Multiplies by 2^64 divided by the golden ratio (Knuth, "The Art of Computer Programming" 6.4).
  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    // The top eight bits, for 256 slots.
    return Int(truncatingIfNeeded: (((low &* factor) ^ high) &* factor) >> 56)
  }
}
