// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A number that a text states, with its scale as far as the text tells.
struct StatedNumber: Hashable, Sendable {
  /// The number, or nil for an undefined one (`NaN`, `N/A`).
  var value: Double?
  /// The scale; unknown unless the text names it.
  var unit: Measurement.Unit = .unknown
  /// The bounds, where the text states any.
  var uncertainty: Uncertainty?
}

/// Reads numbers as tables and front matter hold them: `95.80%`, `0.91 ± 0.02`, `0.87 [0.85, 0.89]`.
enum NumberReader {
  /// The number that a text consists of, or nil when the text is no number.
  ///
  /// A scale is never guessed, and neither is the meaning of a comma: `0,87` and `95,8` can only be
  /// decimals, `1,234` may be either and is no number.
  static func read(_ text: String) -> StatedNumber? {
    if isUnadorned(text) { return finite(text).map { StatedNumber(value: $0) } }
    let bare = text.has(any: emphasis) ? unemphasized(text) : text
    // `~0.85` is what somebody states, and the text as written stays beside the number.
    let text = String(bare, trimming: { $0.isWhitespace || $0 == "~" || $0 == "≈" })
    if undefined.contains(text.lowercased()) { return StatedNumber(value: nil) }
    let (head, bounds) = splitBounds(text)
    var parts =
      head.contains("±")
      ? head.split(separator: "±", maxSplits: 1).map { $0.trimmed } : [head.trimmed]
    if parts.count < 2, let sign = head.firstRange(of: "+/-") {
      parts = [
        head[..<sign.lowerBound].trimmed, head[sign.upperBound...].trimmed,
      ]
    }
    guard let first = parts.first, var number = plain(first) else { return nil }
    guard parts.count < 2 || plain(parts[1]) != nil else { return nil }
    if parts.count == 2, let value = number.value, let margin = plain(parts[1]) {
      // `0.91 ± 0.02 %`: a sign behind the margin stands for both numbers.
      if number.unit == .unknown { number.unit = margin.unit }
      number.uncertainty = margin.value.map { Uncertainty(lower: value - $0, upper: value + $0) }
    }
    if let bounds { number.uncertainty = interval(bounds) ?? number.uncertainty }
    return number
  }

  /// Whether a text has nothing but digits and full stops, as most numbers of tables.
  private static func isUnadorned(_ text: String) -> Bool {
    !text.isEmpty && !text.has { !ASCII.isDigit($0) && $0 != UInt8(ascii: ".") }
  }

  private static let emphasis: ASCIISet = "*`"

  private static func unemphasized(_ text: String) -> String {
    text.filter { !emphasis.contains($0) }
  }

  /// The bounds of an interval: `0.861-0.881`, `[0.86, 0.88]`, `0.86 to 0.88`.
  static func interval(_ text: String, level: Double? = nil) -> Uncertainty? {
    let inner = String(text, trimming: { $0.isWhitespace || "[]()".contains($0) })
    // A minus sign at the start is no separator.
    let rest = inner.dropFirst()
    for separator in intervalSeparators {
      guard let cut = rest.firstRange(of: separator) else { continue }
      let (low, high) = (inner[..<cut.lowerBound], inner[cut.upperBound...])
      guard let lower = plain(low.trimmed)?.value,
        let upper = plain(high.trimmed)?.value
      else { continue }
      return Uncertainty(lower: lower, upper: upper, level: level)
    }
    return nil
  }

  private static let intervalSeparators = [",", ";", "–", "—", "..", " to ", " - ", "-"]

  /// The confidence level that a label names, such as `95% CI`, as a fraction.
  static func confidenceLevel(in label: String) -> Double? {
    guard let sign = label.firstIndex(ofByte: UInt8(ascii: "%")) else { return nil }
    // Of `F1 95 % CI` only the last number counts.
    let head = label[..<sign].trimmed
    let start = head.utf8.lastIndex { !ASCII.isDigit($0) && $0 != UInt8(ascii: ".") }
    let digits = start.map { head[head.utf8.index(after: $0)...] } ?? head[...]
    guard let percent = NumberText.double(String(digits)),
      percent > 0, percent < 100
    else { return nil }
    return percent / 100
  }

  /// A whole number of cases: `4100`, `4,100`, `10 000`, `n = 4100`.
  static func count(_ text: String) -> Int? {
    if isUnadorned(text) { return Int(text) }
    var text = text.trimmed.lowercased()
    if text.hasPrefix("n"), let equals = text.firstIndex(of: "=") {
      text = text[text.index(after: equals)...].trimmed
    }
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0.isWhitespace }
    guard let first = groups.first, !first.isEmpty,
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || first.count <= 3
    else { return nil }
    return Int(groups.joined())
  }

  /// A number with a unit behind it.
  private static func plain(_ text: String) -> StatedNumber? {
    let units: [(suffix: String, unit: Measurement.Unit)] = [
      ("%", .percent), ("percentage points", .percentagePoints), ("pp", .percentagePoints),
    ]
    // A unit ends with a sign or a letter.
    guard let last = text.utf8.last, !ASCII.isDigit(last) else {
      return finite(text).map { StatedNumber(value: $0) }
    }
    for (suffix, unit) in units where text.lowercased().hasSuffix(suffix) {
      let digits = text.dropLast(suffix.count).trimmed
      return finite(digits).map { StatedNumber(value: $0, unit: unit) }
    }
    return finite(text).map { StatedNumber(value: $0) }
  }

  private static func finite(_ text: String) -> Double? {
    NumberText.double(decimal(text) ?? text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number with a decimal comma written with a point; nil where the comma may group digits.
  private static func decimal(_ text: String) -> String? {
    guard let comma = text.firstIndex(ofByte: UInt8(ascii: ",")),
      text.lastIndex(ofByte: UInt8(ascii: ",")) == comma, !text.has(UInt8(ascii: "."))
    else { return nil }
    let whole = text[..<comma].drop { $0 == "-" || $0 == "+" }
    let digits = text[text.index(after: comma)...]
    guard !whole.isEmpty, !digits.isEmpty, whole.utf8.allSatisfy(ASCII.isDigit),
      digits.utf8.allSatisfy(ASCII.isDigit), digits.utf8.count != 3 || whole == "0"
    else { return nil }
    return "\(text[..<comma]).\(digits)"
  }

  /// `0.87 [0.85, 0.89]` or `0.87 (0.85-0.89)`: the number, and what stands in the brackets.
  private static func splitBounds(_ text: String) -> (head: String, bounds: String?) {
    let opening: UInt8
    switch text.utf8.last {
    case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
    case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
    default: return (text, nil)
    }
    guard let start = text.firstIndex(ofByte: opening) else { return (text, nil) }
    return (text[..<start].trimmed, String(text[start...]))
  }

  private static let undefined: Set<String> = [
    "nan", "n/a", "na", "none", "null", "undefined", "-", "–", "—", "inf", "-inf", "infinity",
  ]
}
