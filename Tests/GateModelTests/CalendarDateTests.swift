// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ])
  func `a day and its distance from 1970 convert into each other`(text: String, days: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(CalendarDate(daysSinceEpoch: days) == date)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "2026-11-2", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1a-01",
    "20261121", "2026-11-21T00:00:00Z", "０２６-11-21", "2026/11/21", "0000-01-01",
  ])
  func `texts that are no day are refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    "2026-09-14", "2026-09-14T10:00:00Z", "2026-09-14t10:00", "2026-09-14 10:00:00.5+02:00",
    "2026-09-14T10:00:00,123456-05:30",
  ])
  func `a moment names its day`(text: String) {
    #expect(CalendarDate(dayOf: text) == CalendarDate(2026, 9, 14))
  }

  @Test(arguments: [
    "", "2026-09-14T", "2026-09-14T10", "2026-09-14 to 2027", "2026-09-1410:00",
    "2026-09-31T10:00:00Z",
    "2026-09-14T10:00 in Bonn", "2026-09-14Tab:cd",
  ])
  func `other texts behind a day name none`(text: String) {
    #expect(CalendarDate(dayOf: text) == nil)
  }

  @Test func `every day from 1890 to 2110 follows the day before it`() throws {
    var previous = try #require(CalendarDate(year: 1890, month: 1, day: 1))
    for days in (previous.daysSinceEpoch + 1)...51_500 {
      let date = try #require(CalendarDate(daysSinceEpoch: days))
      #expect(previous < date)
      #expect(previous.days(until: date) == 1)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
      previous = date
    }
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01"), (-1, "1969-12-31"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
    (1_795_219_200, "2026-11-21"),
  ])
  func `a moment belongs to the UTC day that contains it`(seconds: Int64, day: String) {
    #expect(CalendarDate(unixSeconds: seconds)?.description == day)
  }

  @Test(arguments: [Int64.min, .max])
  func `moments outside the calendar have no day`(seconds: Int64) {
    #expect(CalendarDate(unixSeconds: seconds) == nil)
  }
}
