// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, in UTC, without a time of day.
package struct CalendarDate: Hashable, Sendable, Comparable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// 1970-01-01, from which days and seconds are counted.
  package static let epoch = CalendarDate(known: (1970, 1, 1))

  private init(known date: (year: Int, month: Int, day: Int)) {
    (year, month, day) = date
  }

  /// Creates a date, or nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates a date that the program itself names, such as a day of application.
  ///
  /// - Precondition: There is such a day.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    precondition(
      (1...9999).contains(year) && (1...12).contains(month)
        && (1...Self.days(inMonth: month, of: year)).contains(day),
      "there is no such day"
    )
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates a date from RFC 3339 `YYYY-MM-DD`, or nil when `text` is anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Creates a date from RFC 3339 `YYYY-MM-DD`, or from the day that a moment of RFC 3339 or ISO 8601 states,
  /// such as `2026-09-14T10:00:00Z`; nil when `text` is anything else.
  package init?(dayOf text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count > 10 else {
      self.init(text)
      return
    }
    let time = bytes[11...]
    guard "Tt ".utf8.contains(bytes[10]), time.count >= 5, time[13] == UInt8(ascii: ":"),
      Self.number(time[11..<13]) != nil, Self.number(time[14..<16]) != nil,
      time.dropFirst(5).allSatisfy({ "0123456789:.,+-Zz".utf8.contains($0) })
    else { return nil }
    self.init(String(decoding: bytes[..<10], as: UTF8.self))
  }

  /// Creates the UTC day that contains a moment, or nil outside the years 1 to 9999.
  ///
  /// - Parameter unixSeconds: Seconds since 1970-01-01T00:00:00Z.
  package init?(unixSeconds: Int64) {
    // Rounded down; adding before the division would overflow for the smallest integer.
    let days = unixSeconds / 86_400 - (unixSeconds % 86_400 < 0 ? 1 : 0)
    self.init(daysSinceEpoch: Int(days))
  }

  /// Creates the day that lies a number of days after 1970-01-01, or nil outside years 1 to 9999.
  ///
  /// The arithmetic is Howard Hinnant's `civil_from_days` (chrono-compatible date algorithms).
  package init?(daysSinceEpoch: Int) {
    guard (-719_162...2_932_896).contains(daysSinceEpoch) else { return nil }
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The number of days since 1970-01-01 (Hinnant's `days_from_civil`).
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The first second of the day, as seconds since 1970-01-01T00:00:00Z.
  package var unixSeconds: Int64 { Int64(daysSinceEpoch) * 86_400 }

  /// The whole days from this date to another; negative when the other lies before.
  package func days(until other: CalendarDate) -> Int { other.daysSinceEpoch - daysSinceEpoch }

  /// Orders dates by time.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as RFC 3339 `YYYY-MM-DD`.
  package var description: String {
    "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A date as a document states it: the text, and the day when it can be read without guessing.
package struct StatedDate: Hashable, Sendable {
  /// The text as written.
  package var raw: String
  /// The day, or nil when the text is ambiguous (`12/10/2025`) or no date.
  package var date: CalendarDate?
  /// Where it stands.
  package var source: SourceReference

  /// Creates a stated date.
  package init(raw: String, date: CalendarDate?, source: SourceReference) {
    self.raw = raw
    self.date = date
    self.source = source
  }
}
