// SPDX-License-Identifier: Apache-2.0

/// A JSON value without fractions, written in the one form of RFC 8785.
///
/// It holds what the indexes of a bundle need: text, whole numbers, lists and objects.
indirect enum CanonicalJSON: Hashable, Sendable {
  case string(String)
  /// A whole number of at most 2^53, which every JSON reader keeps exactly (RFC 8785 §3.2.2.3).
  case integer(Int)
  case array([CanonicalJSON])
  case object([String: CanonicalJSON])

  /// The canonical bytes.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  private func write(to output: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &output)
    case .integer(let number): output += Array(String(number).utf8)
    case .array(let elements): Self.write(elements, to: &output)
    case .object(let members): Self.write(members, to: &output)
    }
  }

  private static func write(_ elements: [CanonicalJSON], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      element.write(to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Members are sorted by the UTF-16 code units of their names (RFC 8785 §3.2.3).
  private static func write(_ members: [String: CanonicalJSON], to output: inout [UInt8]) {
    let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    output.append(UInt8(ascii: "{"))
    for (index, member) in sorted.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      write(member.key, to: &output)
      output.append(UInt8(ascii: ":"))
      member.value.write(to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  /// Text is escaped only where JSON demands it (RFC 8785 §3.2.2.2).
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0x08: output += Array(#"\b"#.utf8)
      case 0x09: output += Array(#"\t"#.utf8)
      case 0x0A: output += Array(#"\n"#.utf8)
      case 0x0C: output += Array(#"\f"#.utf8)
      case 0x0D: output += Array(#"\r"#.utf8)
      case 0x00..<0x20:
        output += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
