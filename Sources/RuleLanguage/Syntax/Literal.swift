// SPDX-License-Identifier: Apache-2.0

/// A value that is written out in an expression.
enum Literal: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  /// The UTF-8 bytes of a string.
  case string([UInt8])
  case bytes([UInt8])
}

extension Literal {
  /// Why the characters of a literal have no value.
  struct Malformed: Error {
    var message: String
  }

  /// The integer that digits stand for, decimal or after `0x`.
  static func int(_ text: String, isNegative: Bool) throws(Malformed) -> Literal {
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    guard let magnitude = magnitude(text[...]), magnitude <= limit else {
      throw Malformed(message: "the integer does not fit in 64 bits")
    }
    return .int(Int64(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude))
  }

  /// The unsigned integer that digits before `u` stand for.
  static func uint(_ text: String) throws(Malformed) -> Literal {
    guard let value = magnitude(text.dropLast()) else {
      throw Malformed(message: "the unsigned integer does not fit in 64 bits")
    }
    return .uint(value)
  }

  private static func magnitude(_ text: Substring) -> UInt64? {
    let isHex = text.utf8.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    return isHex ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }

  /// The floating-point number that a text stands for.
  static func double(_ text: String, isNegative: Bool) throws(Malformed) -> Literal {
    guard let value = Double(text), value.isFinite else {
      throw Malformed(message: "the number is too large")
    }
    return .double(isNegative ? -value : value)
  }

  /// The string or byte sequence that a token with its prefix and quotes stands for.
  static func text(_ token: ArraySlice<UInt8>) throws(Malformed) -> Literal {
    let prefix = token.prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
    let isRaw = prefix.contains { $0 | 0x20 == UInt8(ascii: "r") }
    let isBytes = prefix.contains { $0 | 0x20 == UInt8(ascii: "b") }
    let quoted = token.dropFirst(prefix.count)
    let isTriple =
      quoted.count >= 6 && quoted.prefix(3).allSatisfy { $0 == quoted[quoted.startIndex] }
    let body = quoted.dropFirst(isTriple ? 3 : 1).dropLast(isTriple ? 3 : 1)
    guard !isRaw, body.contains(UInt8(ascii: "\\")) else {
      return isBytes ? .bytes(Array(body)) : .string(Array(body))
    }
    var reader = EscapeReader(rest: body, isBytes: isBytes)
    let value = try reader.unescaped()
    return isBytes ? .bytes(value) : .string(value)
  }
}

/// Resolves the escape sequences of strings and byte sequences.
private struct EscapeReader {
  var rest: ArraySlice<UInt8>
  let isBytes: Bool

  mutating func unescaped() throws(Literal.Malformed) -> [UInt8] {
    var output: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        try escape(into: &output)
      } else {
        output.append(byte)
      }
    }
    return output
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
    UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
  ]

  private mutating func escape(into output: inout [UInt8]) throws(Literal.Malformed) {
    guard let letter = rest.popFirst() else {
      throw Literal.Malformed(message: "unfinished escape")
    }
    if let byte = Self.simple[letter] { return output.append(byte) }
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      output.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(code(2, radix: 16), to: &output)
    case UInt8(ascii: "u") where !isBytes: try append(code(4, radix: 16), to: &output)
    case UInt8(ascii: "U") where !isBytes: try append(code(8, radix: 16), to: &output)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      let low = try code(2, radix: 8)
      try append(UInt32(letter - UInt8(ascii: "0")) * 64 + low, to: &output)
    default:
      throw Literal.Malformed(
        message: "unknown escape `\\\(Character(Unicode.Scalar(letter)))`"
      )
    }
  }

  private mutating func code(
    _ digits: Int,
    radix: UInt32
  ) throws(Literal.Malformed) -> UInt32 {
    let text = String(decoding: rest.prefix(digits), as: UTF8.self)
    guard text.utf8.count == digits, text.utf8.allSatisfy(\.isHexDigit),
      let value = UInt32(text, radix: Int(radix))
    else { throw Literal.Malformed(message: "an escape needs \(digits) digits") }
    rest = rest.dropFirst(digits)
    return value
  }

  private func append(
    _ code: UInt32,
    to output: inout [UInt8]
  ) throws(Literal.Malformed) {
    if isBytes { return output.append(UInt8(truncatingIfNeeded: code)) }
    guard let scalar = Unicode.Scalar(code) else {
      throw Literal.Malformed(message: "an escape names no Unicode character")
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
