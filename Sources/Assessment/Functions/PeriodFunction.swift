// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import Texts

extension RuleFunctions {
  static let daysOf = FunctionDeclaration(
    name: "days",
    parameters: [.init(name: "period", type: .string)],
    result: .double,
    summary:
      "the days of the first period that a text states, at its longest: '6 months' are 184, for months "
      + "differ; absent evidence where it states none",
    example: "days('6 months') == 184.0",
    phrase: "the days of {0}"
  ) { arguments, call throws(EvaluationError) in
    guard let days = Period(in: call.string(arguments[0]) ?? "")?.longest else {
      throw missing("no period such as '90 days' is stated", arguments[0], call)
    }
    return .double(Double(days))
  }
}

extension RuleFunctions {
  static let hasEnded = FunctionDeclaration(
    name: "has_ended",
    parameters: [.init(name: "period", type: .string), .init(name: "as_of", type: .timestamp)],
    result: .bool,
    summary: "whether the time that a text names lies before a day as a whole; a text that names a "
      + "beginning alone, or no year, has not ended",
    example: "has_ended('January to June 2024', as_of)",
    phrase: "{0} has ended by {1}"
  ) { arguments, call throws(EvaluationError) in
    let text = call.string(arguments[0]) ?? ""
    try call.charge(text.utf8.count / 16)
    guard let moment = arguments[1].timestamp else {
      throw EvaluationError(.typeMismatch, "a period ends before a moment")
    }
    let day = CalendarDate(unixSeconds: moment.unixSeconds)
    return .bool(day.map { StatedSpan.hasEnded(text, before: $0) } ?? false)
  }
}

/// A period in a text, such as `90 days`, `six months`, `5 Jahre` or `P6M` (ISO 8601).
struct Period {
  /// How many days it has at its longest.
  let longest: Int

  init?(in text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      guard let days = Self.days(ofDuration: word) ?? Self.days(of: word, next) else { continue }
      longest = days
      return
    }
    return nil
  }

  /// The days of a number with its unit.
  private static func days(of number: String, _ unit: String) -> Int? {
    guard let count = Int(number) ?? numbers.firstIndex(of: number), count <= most else {
      return nil
    }
    return units.first { $0.names.contains(unit) }?.days(count)
  }

  /// The days of a duration with one part, such as `p18m`.
  private static func days(ofDuration word: String) -> Int? {
    guard word.first == "p", let sign = word.last, let index = "dwmy".firstIndex(of: sign),
      let count = Int(word.dropFirst().dropLast()), (0...most).contains(count)
    else { return nil }
    return units["dwmy".distance(from: "dwmy".startIndex, to: index)].days(count)
  }

  /// The largest number that can be meant.
  private static let most = 10_000

  private static let numbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private struct Unit: Sendable {
    let names: Set<String>
    let days: @Sendable (Int) -> Int

    init(_ names: String, days: @escaping @Sendable (Int) -> Int) {
      self.names = Set(names.spacedWords.map(String.init))
      self.days = days
    }
  }

  private static let units = [
    Unit("day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dni") {
      $0
    },
    Unit(
      "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka "
        + "veckor"
    ) { $0 * 7 },
    Unit(
      "month months monat monate monaten mois mes meses mês mese mesi maand maanden miesięcy "
        + "miesiące månad månader"
    ) { days(ofMonths: $0) },
    Unit(
      "year years jahr jahre jahren an ans année années año años ano anos anno anni jaar lat rok "
        + "lata år"
    ) { days(ofMonths: $0 * 12) },
  ]

  /// The most days that so many months in a row can have.
  private static func days(ofMonths months: Int) -> Int {
    let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
    return years * 365 + (years + 3) / 4 + longestMonths[rest]
  }

  /// The most days of none to eleven months in a row.
  private static let longestMonths = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]
}
