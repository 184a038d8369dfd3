// SPDX-License-Identifier: Apache-2.0

import GateModel

/// The rule that holds after a zone file's last transition (POSIX.1 `TZ`, RFC 8536 section 3.3).
struct PosixZone {
  /// A yearly change: the n-th weekday of a month, at a second of the local day.
  private struct Change {
    var month: Int
    var week: Int
    var weekday: Int
    var second: Int64
  }

  private let standard: Int64
  private var daylight: Int64?
  private var start: Change?
  private var end: Change?

  /// Reads a text such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil for forms that zone files do not use.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    guard Self.skipName(&rest), let west = Self.time(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else { return }
    guard Self.skipName(&rest) else { return nil }
    daylight = standard + 3_600
    if rest.first != UInt8(ascii: ",") {
      guard let west = Self.time(&rest) else { return nil }
      daylight = -west
    }
    guard let first = Self.change(&rest), let second = Self.change(&rest) else { return nil }
    (start, end) = (first, second)
  }

  func offset(at unixSeconds: Int64) -> Int64 {
    guard let daylight, let start, let end,
      let year = CalendarDate(unixSeconds: unixSeconds)?.year,
      let from = Self.second(of: start, in: year), let to = Self.second(of: end, in: year)
    else { return standard }
    let isAfterStart = unixSeconds >= from - standard
    let isBeforeEnd = unixSeconds < to - daylight
    let isDaylight = from < to ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd
    return isDaylight ? daylight : standard
  }

  /// The local second of a change in a year.
  private static func second(of change: Change, in year: Int) -> Int64? {
    guard let first = CalendarDate(year: year, month: change.month, day: 1) else { return nil }
    let weekday = (first.daysSinceEpoch % 7 + 11) % 7
    var day = 1 + (change.weekday - weekday + 7) % 7 + (change.week - 1) * 7
    while day > 28, CalendarDate(year: year, month: change.month, day: day) == nil { day -= 7 }
    return Int64(first.daysSinceEpoch + day - 1) * 86_400 + change.second
  }

  private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let before = rest.count
    if rest.first == UInt8(ascii: "<") {
      rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    } else {
      rest = rest.drop { (0x61...0x7A).contains($0 | 0x20) }
    }
    return rest.count < before
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits.prefix(4), as: UTF8.self))
  }

  private static func time(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let hours = number(&rest) else { return nil }
    var seconds = Int64(hours) * 3_600
    for unit in [60, 1] as [Int64] where rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      guard let part = number(&rest) else { return nil }
      seconds += Int64(part) * unit
    }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ rest: inout ArraySlice<UInt8>) -> Change? {
    guard rest.starts(with: ",M".utf8) else { return nil }
    rest = rest.dropFirst(2)
    guard let month = number(&rest), (1...12).contains(month) else { return nil }
    rest = rest.dropFirst()
    guard let week = number(&rest), (1...5).contains(week) else { return nil }
    rest = rest.dropFirst()
    guard let weekday = number(&rest), (0...6).contains(weekday) else { return nil }
    var second: Int64 = 7_200
    if rest.first == UInt8(ascii: "/") {
      rest = rest.dropFirst()
      guard let given = time(&rest) else { return nil }
      second = given
    }
    return Change(month: month, week: week, weekday: weekday, second: second)
  }
}
