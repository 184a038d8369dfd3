// SPDX-License-Identifier: Apache-2.0

/// Reads the numbers of JSON and of YAML's core schema.
public enum NumberText {
  /// The number that a text states, or nil when it states none.
  ///
  /// `NaN`, `Infinity`, `-Infinity` (as Python writes them) and `.nan`, `.inf`, `-.inf` (YAML 1.2
  /// core schema) are accepted; hexadecimal and `1_000` are not.
  public static func double(_ text: String) -> Double? {
    if let decimal = ShortDecimal(text) { return decimal.double }
    switch text {
    case "NaN", ".nan", ".NaN", ".NAN": return .nan
    case "Infinity", "+Infinity", ".inf", "+.inf", ".Inf": return .infinity
    case "-Infinity", "-.inf", "-.Inf": return -.infinity
    default: break
    }
    guard let first = text.utf8.first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
        || Byte.isDigit(first),
      text.utf8.allSatisfy(isNumberByte)
    else { return nil }
    return Double(text)
  }

  /// The whole number that a text of digits alone states, if a double holds it exactly.
  static func count(_ text: String) -> Int? {
    guard let decimal = ShortDecimal(text), decimal.places == 0, !decimal.isNegative else {
      return nil
    }
    return decimal.digits
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
  init?(_ text: String) {
    let read = text.utf8.withContiguousStorageIfAvailable { Self($0) } ?? nil
    guard let read else { return nil }
    self = read
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard let last = bytes.last, Byte.isDigit(last), bytes.count - start <= Self.mostDigits + 1
    else { return nil }
    var point: Int?
    for index in start..<bytes.count {
      if Byte.isDigit(bytes[index]) {
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
