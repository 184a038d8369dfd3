// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Reads canonical JSON (RFC 8785) of what the indexes of a bundle hold, and nothing else: text,
/// whole numbers, lists and objects.
///
/// White space, unsorted or repeated names, and needless escapes are refused: two readers that
/// disagree about such a text would see two different bundles.
struct CanonicalJSONReader {
  /// The deepest nesting; the indexes of a bundle need three levels.
  private static let maximumDepth = 8

  /// The most values: an index of as many files as a bundle may have (`BundleLimits`) has 15 for each.
  private static let maximumValues = 3_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var valueCount = 0

  /// Reads a whole text.
  static func value(of bytes: [UInt8]) throws(MalformedBytes) -> JSONValue {
    var reader = CanonicalJSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    guard reader.position == bytes.count else { throw reader.unexpected() }
    guard CanonicalJSON.bytes(of: value) == bytes else {
      throw MalformedBytes("is JSON, but not in canonical form (RFC 8785)")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value(depth: Int) throws(MalformedBytes) -> JSONValue {
    guard depth < Self.maximumDepth else { throw MalformedBytes("is nested too deeply") }
    valueCount += 1
    guard valueCount <= Self.maximumValues else {
      throw MalformedBytes("has more than \(Self.maximumValues) values")
    }
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    default: return .int(try integer())
    }
  }

  private mutating func elements(depth: Int) throws(MalformedBytes) -> [JSONValue] {
    try expect("[")
    var elements: [JSONValue] = []
    guard !accept("]") else { return elements }
    repeat { elements.append(try value(depth: depth)) } while accept(",")
    try expect("]")
    return elements
  }

  private mutating func members(depth: Int) throws(MalformedBytes) -> [JSONMember] {
    try expect("{")
    var members: [JSONMember] = []
    guard !accept("}") else { return members }
    repeat {
      let name = try string()
      try expect(":")
      members.append(JSONMember(name, try value(depth: depth)))
    } while accept(",")
    try expect("}")
    return members
  }

  /// Reads a whole number of at most 16 digits, which cannot overflow.
  private mutating func integer() throws(MalformedBytes) -> Int {
    let isNegative = accept("-")
    var number = 0
    var digits = 0
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 16 {
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      position += 1
    }
    guard digits > 0 else { throw unexpected() }
    return isNegative ? -number : number
  }

  private mutating func string() throws(MalformedBytes) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += 1
      text.append(byte == UInt8(ascii: "\\") ? try escape() : byte)
    }
    try expect("\"")
    guard let valid = String(validating: text, as: UTF8.self) else {
      throw MalformedBytes("holds a text that is not UTF-8")
    }
    return valid
  }

  private mutating func escape() throws(MalformedBytes) -> UInt8 {
    guard let byte = next else { throw unexpected() }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"): return try controlCharacter()
    default:
      throw MalformedBytes("has an escape at byte \(position) that canonical JSON does not use")
    }
  }

  /// Reads the four digits of `\u00XX`; canonical JSON escapes nothing above U+001F this way.
  private mutating func controlCharacter() throws(MalformedBytes) -> UInt8 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.starts(with: Array("00".utf8)),
      let code = UInt8(String(decoding: digits.suffix(2), as: UTF8.self), radix: 16), code < 0x20
    else { throw unexpected() }
    position += 4
    return code
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(MalformedBytes) {
    guard accept(character) else { throw unexpected() }
  }

  private func unexpected() -> MalformedBytes {
    next == nil
      ? MalformedBytes("ends too early")
      : MalformedBytes("is not canonical JSON at byte \(position)")
  }
}
