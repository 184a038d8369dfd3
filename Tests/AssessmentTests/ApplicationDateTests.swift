// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import Testing

/// A rule with dates, a day, and what comes of it.
struct DateCase: CustomTestStringConvertible, Sendable {
  let dates: [String]
  let day: String
  var isStrict = false
  let outcome: Outcome
  var says = ""

  var testDescription: String {
    "\(dates.joined(separator: ", ")) on \(day)\(isStrict ? ", strictly" : "")"
  }

  static let from = ["from: 2027-12-02"]
  static let until = ["until: 2026-08-02"]
  static let contested = ["from: 2027-12-02", "alt_from: 2026-08-02"]
  static let both = ["from: 2026-01-01", "until: 2026-12-31"]

  static let all = [
    DateCase(dates: [], day: "0001-01-01", outcome: .failed),
    DateCase(
      dates: from,
      day: "2027-12-01",
      outcome: .upcoming,
      says: "applies from 2027-12-02; today it would be failed"
    ),
    DateCase(dates: from, day: "2027-12-02", outcome: .failed),
    DateCase(dates: from, day: "2027-12-01", isStrict: true, outcome: .upcoming),
    DateCase(dates: until, day: "2026-08-02", outcome: .failed),
    DateCase(
      dates: until,
      day: "2026-08-03",
      outcome: .notApplicable,
      says: "applied until 2026-08-02"
    ),
    DateCase(dates: contested, day: "2026-08-02", outcome: .upcoming, says: "from 2027-12-02"),
    DateCase(dates: contested, day: "2026-08-02", isStrict: true, outcome: .failed),
    DateCase(
      dates: contested,
      day: "2026-08-01",
      isStrict: true,
      outcome: .upcoming,
      says: "from 2026-08-02"
    ),
    DateCase(dates: both, day: "2025-12-31", outcome: .upcoming),
    DateCase(dates: both, day: "2026-12-31", outcome: .failed),
    DateCase(dates: both, day: "2027-01-01", outcome: .notApplicable),
  ]
}

@Suite("Dates of application")
struct ApplicationDateTests {
  @Test("a failing rule counts only while it applies", arguments: DateCase.all)
  func standing(_ example: DateCase) throws {
    let rule = SampleRule(require: "false", more: example.dates)
    let result = try rule.result(
      on: try SampleDossier.empty(),
      asOf: example.day,
      policy: PolicyFacts(strictDates: example.isStrict)
    )
    #expect(result.outcome == example.outcome)
    #expect(result.rawOutcome == example.outcome)
    #expect(result.message.contains(example.says))
  }

  @Test("an upcoming rule whose evidence is there already says so")
  func ready() throws {
    let result = try SampleRule(more: DateCase.from).result(on: try SampleDossier.empty())
    #expect(result.outcome == .upcoming)
    #expect(result.message.contains("the evidence is there already"))
  }

  @Test("a rule that does not apply anyway is not called upcoming")
  func inapplicable() throws {
    let rule = SampleRule(when: "false", more: DateCase.from)
    #expect(try rule.result(on: try SampleDossier.empty()).outcome == .notApplicable)
  }
}
