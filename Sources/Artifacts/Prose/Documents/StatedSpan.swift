// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Tells whether a time of use that people wrote lies in the past as a whole: `From 1 October 2019 to 30 September
/// 2020`, `until the end of 2024`, `2020`.
///
/// A text that names a beginning alone goes on, and so does one that names days besides.
package enum StatedSpan {
  /// Whether an end is named, and nothing that a text names lies on a day or behind it.
  package static func hasEnded(_ text: String, before day: CalendarDate) -> Bool {
    // Each year has digits.
    guard text.has(where: ASCII.isDigit) else { return false }
    let words = text.lowercased().parts(atSpaceOr: ",;()[]")
    let years = words.indices.compactMap { index in year(in: words[index]).map { (index, $0) } }
    guard let last = years.map(\.1).max(), last <= day.year else { return false }
    if last == day.year, !hasPassed(text, in: last, before: day) { return false }
    // What is named last may be a new beginning: `until March 2026, from October 2026 in all branches`.
    if let place = years.last?.0, isEnd(at: place, of: words) { return true }
    return words.count <= longestBare && !words.contains(where: beginnings.contains)
  }

  /// Whether the latest day or month that is named in the year of the check is over.
  private static func hasPassed(_ text: String, in year: Int, before day: CalendarDate) -> Bool {
    let days = DateReader.days(in: text).map(\.day).filter { $0.year == year }
    // The first of a month may stand for the whole of it.
    return days.max().map { $0.day == 1 ? $0.month < day.month : $0 < day } ?? false
  }

  /// The last year that a word names: `2019–2020`, `30.09.2020`.
  private static func year(in word: Substring) -> Int? {
    word.split { !$0.isASCII || !$0.isNumber }.filter { $0.utf8.count == 4 }
      .compactMap { Int($0) }.filter { (1990...2199).contains($0) }.max()
  }

  /// Whether a word is the end of something: `to 30 September 2020`, `2019–2020`, `2024年12月まで`.
  private static func isEnd(at index: Int, of words: [Substring]) -> Bool {
    let word = words[index]
    let years = word.split { !$0.isASCII || !$0.isNumber }.filter { $0.utf8.count == 4 }
    if years.count > 1 || word.contains("まで") || word.contains("至") || word.contains("为止") {
      return true
    }
    let mark = words[max(0, index - 4)..<index].last {
      ends.contains($0) || beginnings.contains($0)
    }
    return mark.map(ends.contains) ?? false
  }

  /// The most words of a text that is nothing but a time.
  private static let longestBare = 4

  private static let ends: Set<Substring> = [
    "to", "until", "till", "through", "thru", "-", "–", "—", "~", "bis", "zum", "au", "jusqu'au",
    "jusqu’au",
    "jusqu'en", "jusqu’en", "jusqu'à", "hasta", "al", "à", "até", "ao", "fino", "alla", "tot",
    "t/m", "do",
    "til", "t.o.m.", "ended", "endete", "ends", "expired",
  ]
  private static let beginnings: Set<Substring> = [
    "from", "since", "start", "starts", "started", "starting", "begins", "began", "ab", "seit",
    "vom", "dès",
    "depuis", "desde", "partir", "dal", "da", "dalla", "vanaf", "sinds", "od", "från", "sedan",
    "launched", "live",
    "daily", "continuous", "continuously", "ongoing", "permanent", "launch", "onwards",
  ]
}
