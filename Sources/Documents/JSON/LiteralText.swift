// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The text of a JSON string as far as it stands for itself (RFC 8259 §7).
enum LiteralText {
  /// The offset of the next quote, backslash or control character, or of the end, and how many bytes
  /// before it continue a character.
  ///
  /// Eight bytes are asked at once whether one of them needs a look (Warren, "Hacker's Delight",
  /// section 6-1).
  static func end(
    in bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> (offset: Int, continuations: Int) {
    var index = start
    var continuations = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let end = min(index + 8, bytes.count)
      while index < end {
        let byte = bytes[index]
        if byte == ASCII.quote || byte == ASCII.backslash || byte < ASCII.space {
          return (index, continuations)
        }
        if byte & 0xC0 == 0x80 { continuations += 1 }
        index += 1
      }
    }
    return (index, continuations)
  }

  /// Whether all eight bytes are ASCII, and none ends the text.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ ones &* UInt64(ASCII.quote)
    let backslashes = word ^ ones &* UInt64(ASCII.backslash)
    let found =
      word | (word &- ones &* UInt64(ASCII.space)) | (quotes &- ones) | (backslashes &- ones)
    return found & (ones << 7) == 0
  }
}
