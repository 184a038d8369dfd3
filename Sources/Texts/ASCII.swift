// SPDX-License-Identifier: Apache-2.0

/// The characters of ASCII by their bytes, which need no Unicode tables.
///
/// Readers ask for every byte of a document: other modules inline the answers.
@usableFromInline
package enum ASCII {
  @inlinable
  package static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable
  package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  @inlinable
  package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  @inlinable
  package static var space: UInt8 { UInt8(ascii: " ") }
  @inlinable
  package static var quote: UInt8 { UInt8(ascii: "\"") }
  @inlinable
  package static var backslash: UInt8 { UInt8(ascii: "\\") }

  @inlinable
  package static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  /// Whether a byte is a space or a tab.
  @inlinable
  package static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Whether a byte is a character that leaves ink.
  @inlinable
  package static func isVisible(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "!") <= UInt8(ascii: "~") - UInt8(ascii: "!")
  }

  @inlinable
  package static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  @inlinable
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inlinable
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether a byte is a letter or a digit.
  @inlinable
  package static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  @inlinable
  package static func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}

/// Some characters of ASCII, asked byte by byte.
@usableFromInline
package struct ASCIISet: ExpressibleByStringLiteral, Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  @usableFromInline
  package init(stringLiteral characters: String) {
    for byte in characters.utf8 where byte < 0x80 {
      if byte < 64 { low |= 1 << byte } else { high |= 1 << (byte - 64) }
    }
  }

  /// The characters of this set and of another one.
  package func union(_ other: ASCIISet) -> ASCIISet {
    var all = self
    (all.low, all.high) = (low | other.low, high | other.high)
    return all
  }

  @inlinable
  package func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 == 1 : byte < 0x80 && high >> (byte - 64) & 1 == 1
  }

  @inlinable
  package func contains(_ character: Character) -> Bool {
    character.asciiValue.map(contains) ?? false
  }
}
