// SPDX-License-Identifier: Apache-2.0

/// Base64 (encoders extension of the language; RFC 4648 section 4).
enum Encoders {
  static let functions: [StandardFunction] = [
    StandardFunction(
      "base64.encode",
      "the bytes in base64",
      "base64.encode(b'a') == 'YQ=='",
      [
        .free([.bytes], .string) { arguments, call throws(EvaluationError) in
          try call.charged(encoded(call.memory.text(arguments[0])))
        }
      ]
    ),
    StandardFunction(
      "base64.decode",
      "the bytes that a base64 text stands for, with or without padding",
      "base64.decode('YQ==') == b'a'",
      [
        .free([.string], .bytes) { arguments, call throws(EvaluationError) in
          try call.charge(Int(arguments[0].range.count) / 8)
          guard let bytes = decoded(call.memory.text(arguments[0])) else {
            throw FunctionCall.invalid("the text is not base64")
          }
          return call.makeBytes(bytes)
        }
      ]
    ),
  ]

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// The bytes in base64, with padding.
  static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      let group = rest.prefix(3)
      rest = rest.dropFirst(3)
      let joined = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        let isPadding = digit > group.count
        output.append(
          isPadding ? UInt8(ascii: "=") : alphabet[joined >> (6 * (3 - digit)) & 0x3F]
        )
      }
    }
    return output
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    guard padding == 0 || text.count.isMultiple(of: 4) else { return nil }
    let digits = text.dropLast(padding)
    guard digits.count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      buffer = (buffer << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return output
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
