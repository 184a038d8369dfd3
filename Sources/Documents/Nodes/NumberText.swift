// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Reads the numbers of JSON and of YAML's core schema.
package enum NumberText {
  /// The number that a text states, or nil when it states none.
  ///
  /// `NaN`, `Infinity`, `-Infinity` (as Python writes them) and `.nan`, `.inf`, `-.inf` (YAML 1.2
  /// core schema) are accepted; hexadecimal and `1_000` are not.
  package static func double(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { double($0) }
  }

  /// The number that a text states, or nil when it states none.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let decimal = ShortDecimal(bytes) { return decimal.double }
    guard bytes.allSatisfy(isNumberByte) else { return word(bytes) }
    guard let first = bytes.first, first | 0x20 != UInt8(ascii: "e") else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The number that a word stands for.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard bytes.count <= "-Infinity".utf8.count else { return nil }
    return switch String(decoding: bytes, as: UTF8.self) {
    case "NaN", ".nan", ".NaN", ".NAN": .nan
    case "Infinity", "+Infinity", ".inf", "+.inf", ".Inf": .infinity
    case "-Infinity", "-.inf", "-.Inf": -.infinity
    default: nil
    }
  }

  /// The whole number that a text states exactly (`3`, `3.0`), or nil.
  static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if let decimal = ShortDecimal(bytes), decimal.places == 0, !decimal.isNegative {
      return decimal.digits
    }
    guard let double = double(bytes) else { return nil }
    // From 2^53 on a double no longer tells neighbours apart.
    guard double.magnitude < 0x1p53 else { return Int(String(decoding: bytes, as: UTF8.self)) }
    // `Int(exactly:)` would need the C math library, which nothing here links.
    let int = Int(double)
    return Double(int) == double ? int : nil
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

/// A short decimal number such as `-12.345`, which most numbers of documents are.
///
/// Its digits and the power of ten are doubles without rounding, so that one division gives the
/// nearest double (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
private struct ShortDecimal {
  /// So many digits stay below 2^53.
  private static let mostDigits = 15
  /// Ten to these powers; 10^15 is far below 10^22, the largest power that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  let isNegative: Bool
  /// The digits without the point.
  private(set) var digits = 0
  /// How many digits stand behind the point.
  private(set) var places = 0

  /// Nil when the text is anything but digits, with at most one point between them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard let last = bytes.last, ASCII.isDigit(last), bytes.count - start <= Self.mostDigits + 1
    else { return nil }
    var point: Int?
    for index in start..<bytes.count {
      if ASCII.isDigit(bytes[index]) {
        digits = digits * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      } else {
        guard bytes[index] == UInt8(ascii: "."), point == nil, index > start else { return nil }
        point = index
      }
    }
    places = point.map { bytes.count - 1 - $0 } ?? 0
    guard bytes.count - start - (point == nil ? 0 : 1) <= Self.mostDigits else { return nil }
  }

  var double: Double {
    let magnitude = Double(digits) / Self.powers[places]
    return isNegative ? -magnitude : magnitude
  }
}
