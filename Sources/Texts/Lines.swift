// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The lines of a text one by one, without empty ones and without the characters that end them.
///
/// What ends a line is what Swift calls a new line (Unicode 16, section 5.8): LF, CR, VT, FF, NEL and
/// the separators of lines and paragraphs.
package struct Lines: Sequence, IteratorProtocol {
  private var rest: Substring

  package init(_ text: String) {
    rest = text[...]
  }

  package mutating func next() -> Substring? {
    while !rest.isEmpty {
      let (length, breakLength) = rest.withBytes(Self.lengths)
      let end = rest.utf8.index(rest.startIndex, offsetBy: length)
      let line = rest[..<end]
      rest = rest[rest.utf8.index(end, offsetBy: breakLength)...]
      if !line.isEmpty { return line }
    }
    return nil
  }

  /// The bytes of the first line, and those of what ends it.
  private static func lengths(_ bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, lineEnd: Int) {
    var start = 0
    while let index = bytes.offsetOfSpecial(from: start) {
      switch bytes[index] {
      case 0x0A...0x0D: return (index, 1)
      case 0xC2 where byte(index + 1, of: bytes) == 0x85: return (index, 2)
      case 0xE2 where byte(index + 1, of: bytes) == 0x80 && byte(index + 2, of: bytes) | 1 == 0xA9:
        return (index, 3)
      default: start = index + 1
      }
    }
    return (bytes.count, 0)
  }

  private static func byte(_ index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }
}

/// Cuts texts of documents down to what fits into a message.
package enum Excerpt {
  /// The start of a text on one line; 60 characters keep a message on two lines.
  package static func line(_ text: String, limit: Int = 60) -> String {
    let line = text.prefix(limit + 1).map { $0.isNewline ? " " : $0 }
    return line.count > limit ? String(line.prefix(limit)) + "…" : String(line)
  }
}
