// SPDX-License-Identifier: Apache-2.0

extension UnsafeBufferPointer<UInt8> {
  /// The offset of a byte, looked for from an offset on; nil where there is none.
  ///
  /// Eight bytes are compared at once: the lowest bit that is left stands in the first byte that
  /// equals the one wanted (Warren, "Hacker's Delight", section 6-1).
  @usableFromInline
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let differences = word ^ pattern
      let matches = (differences &- ones) & ~differences & (ones << 7)
      if matches != 0 { return index + matches.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The offset of the first byte that is a control character or not of ASCII, looked for from an
  /// offset on.
  ///
  /// Eight bytes are asked at once: below a space, or with the highest bit set.
  package func offsetOfSpecial(from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let flags = (word | (word &- ones &* 0x20)) & (ones << 7)
      if flags != 0 { return index + flags.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] < 0x20 || self[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// The offset where a run of bytes starts; nil where it does not occur.
  @usableFromInline
  package func offset(of run: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = run.first else { return 0 }
    var start = 0
    while let index = offset(of: first, from: start), index + run.count <= count {
      if run.indices.allSatisfy({ self[index + $0] == run[$0] }) { return index }
      start = index + 1
    }
    return nil
  }
}
