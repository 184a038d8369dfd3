// SPDX-License-Identifier: Apache-2.0

/// JSON as it is written, one value after the other, for callers that know the order of members.
///
/// Between values and members the commas come by themselves; there is no white space. Callers open
/// and close what they nest, and give the members of an object in the order of RFC 8785 §3.2.3.
package struct JSONBytes: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty text.
  package init() {}

  /// Starts an object.
  package mutating func openObject() { open(UInt8(ascii: "{")) }

  /// Ends an object.
  package mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }

  /// Starts an array.
  package mutating func openArray() { open(UInt8(ascii: "[")) }

  /// Ends an array.
  package mutating func closeArray() { bytes.append(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value follows.
  package mutating func name(_ text: String) {
    separate()
    quote(text)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a whole number.
  package mutating func integer(_ number: Int) { literal(String(number)) }

  /// Writes a number; NaN and the infinities become `null`, because JSON has no form for them.
  package mutating func number(_ number: Double) { literal(JSONNumber.text(of: number)) }

  /// Writes a truth value.
  package mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes a null.
  package mutating func null() { literal("null") }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
  }

  /// A comma, unless this is the first of its object or array, or the value of a member.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  /// A string with the escapes of RFC 8785 §3.2.2.2 and no others.
  private mutating func quote(_ text: String) {
    bytes.append(ASCII.quote)
    text.withBytes { text in
      if text.allSatisfy(Self.isPlain) {
        bytes += text
      } else {
        for byte in text { escape(byte) }
      }
    }
    bytes.append(ASCII.quote)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != ASCII.quote && byte != ASCII.backslash
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case ASCII.quote: bytes += #"\""#.utf8
    case ASCII.backslash: bytes += #"\\"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0..<0x20: bytes += (#"\u00"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
    default: bytes.append(byte)
    }
  }
}
