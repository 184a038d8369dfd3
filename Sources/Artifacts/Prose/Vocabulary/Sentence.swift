// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Finds where sentences end.
enum Sentence {
  /// The last character of the first sentence: `.`, `?` or `!` before white space or the end.
  ///
  /// What stands in round brackets does not end a sentence (`(which team?)`), nor do `e.g.` and
  /// `i.e.`.
  static func end(in text: some StringProtocol) -> String.Index? {
    let offset = text.withBytes { bytes -> Int? in
      var depth = 0
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth = max(0, depth - 1)
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
          if depth == 0, startsWithSpace(bytes[(index + 1)...]), !isAbbreviation(bytes[..<index]) {
            return index
          }
        default: break
        }
      }
      return nil
    }
    return offset.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// Whether white space follows, or nothing.
  private static func startsWithSpace(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let byte = rest.first else { return true }
    guard byte >= 0x80 else { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    let next = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
    return next?.properties.isWhitespace ?? false
  }

  private static func isAbbreviation(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard head.count >= 3, head[head.endIndex - 2] == UInt8(ascii: ".") else { return false }
    switch (head[head.endIndex - 3] | 0x20, head[head.endIndex - 1] | 0x20) {
    case (UInt8(ascii: "e"), UInt8(ascii: "g")), (UInt8(ascii: "i"), UInt8(ascii: "e")): return true
    default: return false
    }
  }
}
