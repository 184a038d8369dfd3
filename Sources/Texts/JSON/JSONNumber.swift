// SPDX-License-Identifier: Apache-2.0

/// Numbers in the one form that RFC 8785 §3.2.2.3 allows: that of ECMAScript's `Number::toString`.
package enum JSONNumber {
  /// The shortest decimal that reads back as the same double; `null` for NaN and the infinities.
  package static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    // ECMAScript writes negative zero as 0.
    guard number != 0 else { return "0" }
    let text = number.description
    // Where Swift writes no exponent, it writes what ECMAScript does, but for `.0` behind whole numbers.
    guard text.has(UInt8(ascii: "e")) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let (digits, point) = decimal(number.magnitude)
    return (number < 0 ? "-" : "") + layout(digits, point: point)
  }

  /// The shortest digits and the place of the decimal point: `0.digits × 10^point`.
  ///
  /// Swift's `description` has the same digits as ECMAScript (shortest, then closest) but switches to
  /// exponents elsewhere.
  private static func decimal(_ magnitude: Double) -> (digits: String, point: Int) {
    let parts = magnitude.description.split(separator: "e", omittingEmptySubsequences: false)
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = whole + fraction
    let significant = all.drop { $0 == "0" }
    let trailing = significant.reversed().prefix { $0 == "0" }.count
    let leading = all.count - significant.count
    return (String(significant.dropLast(trailing)), whole.count - leading + exponent)
  }

  /// ECMA-262 §6.1.6.1.20 `Number::toString`, steps 6 to 10, with `point` as *n*.
  private static func layout(_ digits: String, point: Int) -> String {
    let count = digits.count
    if count <= point, point <= 21 {
      return digits + String(repeating: "0", count: point - count)
    }
    if 0 < point, point <= 21 {
      return "\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
    if -6 < point, point <= 0 {
      return "0." + String(repeating: "0", count: -point) + digits
    }
    let exponent = point - 1
    let sign = exponent < 0 ? "-" : "+"
    let fraction = count > 1 ? ".\(digits.dropFirst())" : ""
    return "\(digits.prefix(1))\(fraction)e\(sign)\(exponent.magnitude)"
  }
}
