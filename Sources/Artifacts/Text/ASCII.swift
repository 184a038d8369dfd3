// SPDX-License-Identifier: Apache-2.0

/// The characters of ASCII by their bytes, which need no Unicode tables.
enum ASCII {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether a byte is a letter or a digit.
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}

/// Some characters of ASCII, asked byte by byte.
struct ASCIISet: ExpressibleByStringLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(stringLiteral characters: String) {
    for byte in characters.utf8 where byte < 0x80 {
      if byte < 64 { low |= 1 << byte } else { high |= 1 << (byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 == 1 : byte < 0x80 && high >> (byte - 64) & 1 == 1
  }

  func contains(_ character: Character) -> Bool { character.asciiValue.map(contains) ?? false }
}
