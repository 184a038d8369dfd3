// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RulePacks
import Testing

/// What rules ask of history; the commit of the sample is of 2026-11-20.
@Suite struct HistoryFunctionTests {
  @Test(
    arguments: [
      ("repository.changed_since('modelCard.md', timestamp('2026-11-19T00:00:00Z'))", .passed),
      ("repository.changed_since('modelCard.md', timestamp('2026-11-21T00:00:00Z'))", .failed),
      ("repository.facts_changed_after(dossier.artifacts[0]).size() == 1", .undecided),
      ("repository.changed_since('nobody.md', timestamp('2026-11-21T00:00:00Z'))", .undecided),
      ("repository.first_seen('modelCard.md') < as_of", .undecided),
      ("repository.signed('modelCard.md')", .undecided),
      ("repository.tree_has('modelCard.md')", .undecided),
      ("repository.threshold_preceded(dossier.evaluations[0])", .failed),
    ] as [(String, Outcome)]
  )
  func `what history does not tell leaves a rule undecided`(
    condition: String,
    outcome: Outcome
  ) throws {
    let result = try SampleRule(require: condition)
      .result(on: try SampleDossier.complete(), revision: .changesAlone)
    #expect(result.outcome == outcome, "\(result.message)")
  }

  @Test(
    arguments: [
      ("true", []), ("repository.signed('a')", .signature),
      ("repository.first_seen('a') < as_of", .start), ("repository.tree_has('a')", .listing),
      ("dossier.model_cards.all(c, c.last_changed < as_of)", .change),
      ("repository.files.all(f, f.is_signed)", [.change, .signature]),
      ("repository. tree_has ('a')", .listing),
      ("repository.made_on(dossier.dpias[0]) < as_of", .assessments),
      ("repository.missing_citations.size() == 0", .citations),
      ("repository.threshold_preceded(dossier.evaluations[0])", .bounds),
    ] as [(String, HistoryQuestions)]
  )
  func `a rule asks of history what its conditions name, once it may apply`(
    condition: String,
    questions: HistoryQuestions
  ) throws {
    let sample = SampleRule(require: condition, more: ["from: 2027-12-02"])
    let rule = try #require(try SampleRule.pack([sample]).rules.first)
    let days = try ["2027-12-01", "2027-12-02"].map { try #require(CalendarDate($0)) }
    #expect(rule.historyQuestions(on: days[0], strictDates: false) == [])
    #expect(rule.historyQuestions(on: days[1], strictDates: false) == questions)
  }
}
