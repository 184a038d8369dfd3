// SPDX-License-Identifier: Apache-2.0

/// Takes the fields of an SSH message apart: each string stands after its length in four bytes, the
/// highest first (RFC 4251 §5).
struct SSHFields {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// Takes some bytes that have no length before them; nil when there are not as many.
  private mutating func take(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Takes a number of four bytes; nil when it is cut off.
  mutating func number() -> Int? {
    take(4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  /// Takes a string; nil when it is cut off.
  mutating func string() -> [UInt8]? { number().flatMap { take($0) } }

  /// A string after its length.
  static func framed(_ bytes: [UInt8]) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bytes.count >> $0) } + bytes
  }

  /// Takes a string that is a word.
  mutating func word() -> String? {
    string().flatMap { String(validating: $0, as: UTF8.self) }
  }
}
