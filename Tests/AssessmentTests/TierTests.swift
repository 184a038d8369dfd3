// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
import Testing

@Suite("The risk tier")
struct TierTests {
  @Test(arguments: TierCase.all)
  func `a system gets the tier, route and flags of the questionnaire`(_ example: TierCase) throws {
    let derivation = try example.derivation()
    #expect(derivation.tier == example.tier)
    #expect(derivation.route == example.route)
    #expect(derivation.flags.names == example.flags)
    if let article = example.article {
      #expect(derivation.reasons.map(\.article).contains(article))
    }
    if let question = example.question {
      #expect(derivation.questions.contains { $0.contains(question) })
    }
  }

  @Test func `the table holds every case of the questionnaire`() {
    #expect(Set(TierCase.all.map(\.number)) == Set(1...35))
  }

  @Test func `the jurisdictions are the union of all places, sorted`() throws {
    let facts = try SampleDeclaration.harmless([
      "deployed_to": "[US-IL, EU-FR]", "output_used_in": "[EU-DE]", "data_subjects_in": "[US-IL]",
    ]).read().facts
    let derivation = Tiering.derive(from: facts, asOf: try #require(CalendarDate("2026-11-21")))
    #expect(derivation.jurisdictions == ["EU-DE", "EU-FR", "US-IL"])
  }

  @Test(arguments: ["EU", "EU-DE", "eu-fr", "EEA", "DE", "no", "global"])
  func `a place in the Union is recognised however it is written`(place: String) throws {
    let facts = try SampleDeclaration.harmless(["deployed_to": "[\(place)]"]).read().facts
    let derivation = Tiering.derive(from: facts, asOf: try #require(CalendarDate("2026-11-21")))
    #expect(derivation.tier == .minimal)
  }

  @Test func `every reason names the fact, the answer and its place in the declaration`() throws {
    let declaration = try SampleDeclaration.harmless(["annex_iii": "[4a]"]).read()
    let day = try #require(CalendarDate("2026-11-21"))
    let reason = try #require(Tiering.derive(from: declaration.facts, asOf: day).reasons.first)
    #expect(reason.fact == "annex_iii")
    #expect(reason.answer == "4a")
    #expect(reason.location?.path == "ai-system.yml")
    #expect(reason.location == declaration.facts.answer(.annexIII)?.source.location)
  }
}
