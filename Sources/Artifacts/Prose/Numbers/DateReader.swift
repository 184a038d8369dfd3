// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Finds the day in a text that people wrote, without ever guessing the order of day and month.
enum DateReader {
  /// What a text says about a day.
  enum Reading: Hashable {
    case day(CalendarDate)
    /// Two readings are possible, as in `12/10/2025`.
    case ambiguous
    case none
  }

  /// The first day that a text names.
  ///
  /// Read are `2026-10-01` (also with a time after it), `2026/10/01`, `1 October 2026`,
  /// `October 1, 2026`, `12-Nov-2026`, `12 de noviembre de 2026`, `2026年11月12日`, and `28/08/2020` or
  /// `08/28/2020` where only one reading is possible. Between full stops the day comes first:
  /// `12.11.2026`.
  ///
  /// - Parameters:
  ///   - text: What people wrote.
  ///   - putsDayFirst: Whether the language of the text always writes the day before the month, so that
  ///     `12/11/2026` has one reading.
  /// - Returns: The day, if the text names one.
  static func read(_ text: String, putsDayFirst: Bool = false) -> Reading {
    // Every date has digits, and only those of ASCII are read.
    guard text.has(where: ASCII.isDigit) else { return .none }
    if let day = eastern(text) { return .day(day) }
    let words = text.parts(atSpaceOr: separators)
      .map { $0.last == "." ? $0.dropLast() : $0 }
      .filter { !isJoint($0) }
    for index in words.indices {
      let reading = numeric(words[index], putsDayFirst)
      if reading != .none { return reading }
      if let day = named(words[index...].prefix(3)) { return .day(day) }
    }
    return .none
  }

  /// All days that a text names, and the first day of each month that it names with its year.
  static func days(in text: String) -> [(day: CalendarDate, words: Range<Int>)] {
    guard text.has(where: ASCII.isDigit) else { return [] }
    if let day = eastern(text) { return [(day, 0..<1)] }
    let words = text.parts(atSpaceOr: separators).map { $0.last == "." ? $0.dropLast() : $0 }
    let hasDigit = words.map { $0.has(where: ASCII.isDigit) }
    var days: [(day: CalendarDate, words: Range<Int>)] = []
    for index in words.indices where !isJoint(words[index]) {
      if let last = days.last, last.words.contains(index) { continue }
      let places = Array(words.indices[index...].lazy.filter { !isJoint(words[$0]) }.prefix(3))
      // Every date has digits.
      guard places.contains(where: { hasDigit[$0] }) else { continue }
      let named = places.map { words[$0] }
      if case .day(let day) = numeric(words[index], false) {
        days.append((day, index..<(index + 1)))
      } else if let day = self.named(named[...]), let end = places.last {
        days.append((day, index..<(end + 1)))
      } else if named.count > 1, hasDigit[places[1]], let year = number(named[1]), year >= 1000,
        let month = month(named[0]),
        let day = CalendarDate(year: year, month: month, day: 1)
      {
        days.append((day, index..<(index + 2)))
      }
    }
    return days
  }

  private static let separators: ASCIISet = ",;()[]"
  /// Words between day, month and year.
  private static let joints: Set<Substring> = [
    "de", "del", "of", "the", "den", "le", "el", "il", "o", "em", "dia", "r",
  ]

  private static func isJoint(_ word: Substring) -> Bool {
    word.utf8.count <= 3 && joints.contains(word)
  }

  /// `2026年11月12日`.
  private static func eastern(_ text: String) -> CalendarDate? {
    guard text.contains("年") else { return nil }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, text.contains("月") else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func numeric(_ word: Substring, _ putsDayFirst: Bool) -> Reading {
    guard word.has(where: ASCII.isDigit) else { return .none }
    let date = word.prefix { $0 != "T" && $0 != "t" }
    guard let separator = date.first(where: { "-/.".contains($0) }) else { return .none }
    let parts = date.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return .none }
    guard parts.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) }) else {
      return named(parts[...]).map { .day($0) } ?? .none
    }
    let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard numbers.count == 3 else { return .none }
    if parts[0].utf8.count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
        ?? .none
    }
    guard parts[2].utf8.count == 4 else { return .none }
    if separator == "." {
      return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]).map { .day($0) }
        ?? .none
    }
    return yearLast(numbers[0], numbers[1], year: numbers[2], putsDayFirst)
  }

  private static func yearLast(
    _ first: Int,
    _ second: Int,
    year: Int,
    _ putsDayFirst: Bool
  ) -> Reading {
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let one?, let other?): return one == other || putsDayFirst ? .day(one) : .ambiguous
    case (let only?, nil), (nil, let only?): return .day(only)
    case (nil, nil): return .none
    }
  }

  /// `1 October 2026`, `October 1 2026`; a suffix as in `1st` or `1er` is dropped, and an article as in
  /// `l'11 novembre`.
  private static func named(_ words: ArraySlice<Substring>) -> CalendarDate? {
    guard words.count == 3, words[words.startIndex + 2].has(where: ASCII.isDigit),
      let year = number(words[words.startIndex + 2]), year >= 1000
    else { return nil }
    let (first, second) = (words[words.startIndex], words[words.startIndex + 1])
    if let month = month(first), let day = number(second) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(second), let day = number(first) {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static func month(_ word: Substring) -> Int? {
    let name = word.lowercased().prefix { $0.isLetter }
    guard name.count >= 3 else { return nil }
    let isShort = name.utf8.count < 5
    let english = months.firstIndex { isShort ? $0.startsWithBytes(of: name) : $0 == name }
    return english.map { $0 + 1 } ?? MonthNames.months[String(name)]
  }

  private static func number(_ word: Substring) -> Int? {
    let article = word.lastIndex { "'’".contains($0) }
    let word = article.map { word[word.index(after: $0)...] } ?? word
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let suffix = word[digits.endIndex...].lowercased()
    guard digits.count <= 4, suffixes.contains(suffix) else { return nil }
    return Int(digits)
  }

  private static let suffixes: Set<String> = [
    "", ".", "st", "nd", "rd", "th", "er", "º", ".º", "°", "e", "r",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
