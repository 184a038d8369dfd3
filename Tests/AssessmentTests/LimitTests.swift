// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RulePacks
import Survey
import Testing

@Suite("Limits of numbers that several rules set")
struct LimitTests {
  private static let days = "retention.logs_days"

  private static func rule(
    _ id: String,
    _ bound: String,
    _ value: Int,
    more: String = "",
    when: String? = nil,
    lines: [String] = []
  ) -> SampleRule {
    let limit =
      "limits: [{parameter: \(days), bound: \(bound), value: \(value), cite: \(id) law\(more)}]"
    return SampleRule(id: id, when: when, more: [limit] + lines)
  }

  private func settled(_ rules: [SampleRule]) throws -> SystemAssessment {
    let assessor = Assessor(
      packs: [try SampleRule.pack(rules)],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    let assessment = assessor.assess(try SampleDossier.with(.sample(.modelCard)))
    return assessment.settled(by: assessment.results)
  }

  private func conflict(_ rules: [SampleRule]) throws -> CheckResult? {
    try settled(rules).results.first { $0.rule == LimitConflict.rule }
  }

  @Test
  func `the strictest bound of each side governs, and the others are kept`() throws {
    let assessment = try settled([
      Self.rule("a", "min", 90), Self.rule("b", "min", 184), Self.rule("c", "max", 700),
      Self.rule("d", "max", 365),
    ])
    #expect(assessment.limits.map(\.value) == [184, 90, 365, 700])
    #expect(assessment.limits.map(\.governs) == [true, false, true, false])
    #expect(assessment.limits.map(\.cite) == ["b law", "a law", "d law", "c law"])
    #expect(!assessment.results.contains { $0.rule == LimitConflict.rule })
  }

  @Test
  func `a least above the most is undecided, and names both clauses`() throws {
    let rules = [Self.rule("a", "min", 184), Self.rule("b", "max", 90)]
    let record = try #require(try conflict(rules))
    #expect(record.outcome == .undecided)
    #expect(record.severity == .error)
    #expect(record.subject == Self.days)
    #expect(record.message.contains("at least 184 (a law) and at most 90 (b law)"))
    #expect(VerdictRule(failOn: .error).verdict(on: [record], faults: []) == .undecided)
    #expect(try conflict([Self.rule("a", "min", 90), Self.rule("b", "max", 90)]) == nil)
  }

  @Test
  func `a bound counts that is in force or open, of a rule that asks something`() throws {
    let least = Self.rule("a", "min", 184)
    let open = "dossier.model_cards[0].created < as_of"
    #expect(try conflict([least, Self.rule("b", "max", 90, more: ", when: \"\(open)\"")]) != nil)
    #expect(try conflict([least, Self.rule("b", "max", 90, when: open)]) != nil)
    #expect(try conflict([least, Self.rule("b", "max", 90, more: ", when: 'false'")]) == nil)
    #expect(try conflict([least, Self.rule("b", "max", 90, more: ", from: 2027-01-01")]) == nil)
    #expect(try conflict([least, Self.rule("b", "max", 90, more: ", from: 2026-11-21")]) != nil)
    #expect(try conflict([least, Self.rule("b", "max", 90, when: "false")]) == nil)
    let later = Self.rule("b", "max", 90, lines: ["from: 2027-01-01"])
    #expect(try conflict([least, later]) == nil)
  }

  @Test(arguments: [
    ("days('90 days')", true), ("days('kept for 6 months')", false), ("days('fünf Jahre')", false),
    ("days('3 Monate nach Ende')", true), ("days('P90D')", true), ("days('P6M')", false),
    ("days('as long as needed')", false),
    ("math.least([days('1 year'), days('two weeks')])", true),
  ])
  func `a bound may follow from the facts, and one that nothing states bounds nothing`(
    value: String,
    isConflict: Bool
  ) throws {
    let most = SampleRule(
      id: "b",
      more: [
        "limits: [{parameter: \(Self.days), bound: max, value: \"\(value)\", cite: b law}]"
      ]
    )
    #expect((try conflict([Self.rule("a", "min", 184), most]) != nil) == isConflict)
  }

  @Test
  func `a displaced rule bounds nothing`() throws {
    let special = SampleRule(
      id: "c",
      more: ["displaces: [{rule: b, cite: Art. 9, effect: replaces}]"]
    )
    let rules = [Self.rule("a", "min", 184), Self.rule("b", "max", 90), special]
    #expect(try conflict(rules) == nil)
    #expect(try settled(rules).limits.map(\.rule) == ["sample/a"])
  }

  @Test
  func `a bound of something that is no number of a system is a mistake of the pack`() throws {
    let rule = SampleRule(
      more: ["limits: [{parameter: retention.log_days, bound: min, value: 1, cite: a}]"]
    )
    #expect {
      try SampleRule.pack([rule])
    } throws: { error in
      (error as? PackProblems)?.problems.map(\.message) == [
        "'retention.log_days' is no number that a system declares"
      ]
    }
  }
}
