// SPDX-License-Identifier: Apache-2.0

import GateModel

/// Moments and durations as text: RFC 3339, and sums such as `1h30m`.
package enum TimeText {
  /// The moment that an RFC 3339 text names, or nil.
  package static func moment(_ text: String) -> Moment? { moment(Array(text.utf8)) }

  /// The nanoseconds that a text such as `1h30m` or `-1.5s` names, or nil.
  package static func duration(_ text: String) -> Int64? { duration(Array(text.utf8)) }

  /// A moment as RFC 3339 in UTC, with as many digits after the second as it needs.
  package static func text(_ moment: Moment) -> String {
    let day = moment.unixSeconds.floored(by: 86_400)
    let second = moment.unixSeconds - day * 86_400
    let date = CalendarDate(daysSinceEpoch: Int(day))?.description ?? ""
    let time = [second / 3_600, second / 60 % 60, second % 60]
      .map { padded(String($0), to: 2) }.joined(separator: ":")
    return "\(date)T\(time)\(fraction(Int64(moment.nanoseconds)))Z"
  }

  /// A duration in seconds with its unit, such as `1.5s`.
  package static func text(durationNanoseconds nanos: Int64) -> String {
    let (seconds, rest) = nanos.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return "\(nanos < 0 ? "-" : "")\(seconds)\(fraction(Int64(rest)))s"
  }

  private static func fraction(_ nanos: Int64) -> String {
    guard nanos != 0 else { return "" }
    var digits = padded(String(nanos), to: 9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  private static func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension TimeText {
  static func moment(_ text: [UInt8]) -> Moment? {
    guard text.count >= 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"),
      let date = CalendarDate(String(decoding: text[..<10], as: UTF8.self)),
      let hour = number(text[11..<13], below: 24), let minute = number(text[14..<16], below: 60),
      let second = number(text[17..<19], below: 60)
    else { return nil }
    var rest = text[19...]
    var nanos: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: \.isDigit)
      guard (1...9).contains(digits.count) else { return nil }
      nanos = digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
      for _ in digits.count..<9 { nanos *= 10 }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = rest.elementsEqual("Z".utf8) ? 0 : zoneOffset(rest, needsSign: true)
    else { return nil }
    let time = hour * 3_600 + minute * 60 + second - offset
    return Moment(unixSeconds: date.unixSeconds + time, nanoseconds: nanos)
  }

  /// The seconds east of UTC that `+hh:mm` names.
  static func zoneOffset(_ text: ArraySlice<UInt8>, needsSign: Bool) -> Int64? {
    var digits = text
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    } else if needsSign {
      return nil
    }
    let start = digits.startIndex
    guard digits.count == 5, digits[start + 2] == UInt8(ascii: ":"),
      let hours = number(digits[start..<start + 2], below: 24),
      let minutes = number(digits[(start + 3)...], below: 60)
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return isNegative ? -seconds : seconds
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    guard digits.allSatisfy(\.isDigit) else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return value < limit ? value : nil
  }

  static func duration(_ text: [UInt8]) -> Int64? {
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    if rest.elementsEqual("0".utf8) { return 0 }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
      guard let part = durationPart(&rest) else { return nil }
      let sum =
        isNegative ? total.subtractingReportingOverflow(part) : total.addingReportingOverflow(part)
      guard !sum.overflow else { return nil }
      total = sum.partialValue
    }
    return total
  }

  /// Reads one number with its unit off the front.
  private static func durationPart(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let whole = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: \.isDigit)
      rest = rest.dropFirst(fraction.count + 1)
    }
    let unitText = rest.prefix { !$0.isDigit && $0 != UInt8(ascii: ".") }
    rest = rest.dropFirst(unitText.count)
    guard whole.count + fraction.count > 0,
      let unit = units[String(decoding: unitText, as: UTF8.self)]
    else { return nil }
    var total: Int64 = 0
    for digit in whole {
      let (product, overflow) = total.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = product.addingReportingOverflow(Int64(digit - 0x30))
      guard !overflow, !overflows else { return nil }
      total = sum
    }
    let (scaled, overflow) = total.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    // Digits below a nanosecond are cut off.
    var place = unit
    var parts: Int64 = 0
    for digit in fraction.prefix(18) {
      parts += Int64(digit - 0x30) * place / 10
      place /= 10
    }
    let (sum, overflows) = scaled.addingReportingOverflow(parts)
    return overflows ? nil : sum
  }

  private static let units: [String: Int64] = [
    "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
    "m": 60_000_000_000, "h": 3_600_000_000_000,
  ]
}
