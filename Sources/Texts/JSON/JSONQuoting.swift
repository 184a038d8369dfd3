// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Appends a JSON string with the escapes of RFC 8785 §3.2.2.2 and no others.
  package mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
    append(ASCII.quote)
    // Most texts have nothing to escape, and are copied in one piece.
    var start = 0
    for index in text.indices where Self.needsEscape(text[index]) {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(escapeOf: text[index])
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    append(ASCII.quote)
  }

  /// Appends a JSON string with the escapes of RFC 8785 §3.2.2.2 and no others.
  package mutating func append(quoted text: String) {
    text.withBytes { append(quoted: $0) }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escapeOf byte: UInt8) {
    switch byte {
    case 0x08: self += #"\b"#.utf8
    case 0x09: self += #"\t"#.utf8
    case 0x0A: self += #"\n"#.utf8
    case 0x0C: self += #"\f"#.utf8
    case 0x0D: self += #"\r"#.utf8
    case 0..<0x20: self += (#"\u00"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
    default: self += [ASCII.backslash, byte]
    }
  }

  /// A line break and the spaces of the usual depths.
  private static let lineBreak: StaticString = "\n                                "

  /// Appends a line break and the spaces of a depth; two for each level.
  package mutating func append(lineBreakAt depth: Int) {
    let count = 1 + 2 * depth
    Self.lineBreak.withUTF8Buffer { usual in
      append(contentsOf: UnsafeBufferPointer(rebasing: usual[..<Swift.min(count, usual.count)]))
      guard count > usual.count else { return }
      append(contentsOf: repeatElement(ASCII.space, count: count - usual.count))
    }
  }
}
