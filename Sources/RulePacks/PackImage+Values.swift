// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

extension ImageWriter {
  mutating func add(flag: Bool) { add(flag ? 1 : 0) }

  mutating func add<Choice: RawRepresentable<String>>(choice: Choice?) { add(choice?.rawValue) }

  /// Writes a day as the number YYYYMMDD, 0 for none.
  mutating func add(day: CalendarDate?) {
    add(day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0)
  }

  /// Writes a number by its bits, so that it is read as the same one.
  mutating func add(number: Double?) {
    add(flag: number != nil)
    if let number { add(Int(truncatingIfNeeded: number.bitPattern)) }
  }

  /// Writes a condition that may be missing, with its English phrase.
  mutating func add(condition: Program?) {
    add(flag: condition != nil)
    condition?.write(to: &self, isPhrased: true)
  }
}

extension ImageReader {
  mutating func flag() throws(Damage) -> Bool { try number() == 1 }

  mutating func choice<Choice: RawRepresentable<String>>() throws(Damage) -> Choice? {
    guard let text = try optionalText() else { return nil }
    guard let choice = Choice(rawValue: text) else { throw Damage() }
    return choice
  }

  /// A choice that is never missing.
  mutating func known<Choice: RawRepresentable<String>>() throws(Damage) -> Choice {
    guard let choice: Choice = try choice() else { throw Damage() }
    return choice
  }

  mutating func day() throws(Damage) -> CalendarDate? {
    let number = try number()
    guard number != 0 else { return nil }
    let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    guard let date else { throw Damage() }
    return date
  }

  /// A day that is never missing.
  mutating func knownDay() throws(Damage) -> CalendarDate {
    guard let day = try day() else { throw Damage() }
    return day
  }

  mutating func double() throws(Damage) -> Double? {
    guard try flag() else { return nil }
    return Double(bitPattern: UInt64(truncatingIfNeeded: try number()))
  }
}
