// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RulePacks
import Survey
import Testing

@Suite("Rules that displace other rules")
struct DisplacementTests {
  private static func special(
    _ effect: String = "replaces",
    id: String = "special",
    of rule: String = "general",
    require: String = "true",
    when: String? = nil,
    holds: String? = nil,
    more: [String] = []
  ) -> SampleRule {
    let condition = holds.map { ", when: \"\($0)\"" } ?? ""
    let entry = "displaces: [{rule: \(rule), cite: Art. 9, effect: \(effect)\(condition)}]"
    return SampleRule(id: id, require: require, when: when, more: [entry] + more)
  }

  private static let general = SampleRule(id: "general", require: "false")

  /// The records of the rules on a dossier with one card, by rule.
  private func results(
    _ rules: [SampleRule],
    waived: [String] = [],
    on dossier: Dossier? = nil
  ) throws -> [String: CheckResult] {
    let assessor = Assessor(
      packs: [try SampleRule.pack(rules)],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    let assessment = assessor.assess(try dossier ?? SampleDossier.with(.sample(.modelCard)))
    let judged = assessment.results.map { result in
      var result = result
      if waived.contains(result.rule) { result.outcome = .waived }
      return result
    }
    return Dictionary(
      assessment.settled(by: judged).results.map { ($0.rule, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test(arguments: ["replaces", "satisfies", "narrows"])
  func `a displaced rule does not apply and names the special one`(effect: String) throws {
    let results = try results([Self.special(effect), Self.general])
    let general = try #require(results["general"])
    #expect(general.outcome == .notApplicable)
    #expect(general.rawOutcome == .notApplicable)
    #expect(general.displacedBy == "sample/special")
    #expect(general.message.contains("Art. 9"))
    #expect(results["special"]?.outcome == .passed)
  }

  @Test
  func `a special rule that fails is asked instead, but meets nothing`() throws {
    let replacing = try results([Self.special(require: "false"), Self.general])
    #expect(replacing["general"]?.outcome == .notApplicable)
    #expect(replacing["special"]?.outcome == .failed)
    let meeting = try results([Self.special("satisfies", require: "false"), Self.general])
    #expect(meeting["general"]?.outcome == .failed)
    #expect(meeting["general"]?.displacedBy == nil)
  }

  @Test(arguments: [
    special(when: "false"),
    special(when: "dossier.model_cards[0].created < as_of"),
    special(require: "1 / dossier.dpias.size() > 0"),
    special(more: ["from: 2027-01-01"]),
    special(more: ["until: 2026-01-01"]),
    special(holds: "false"),
    special(holds: "dossier.model_cards[0].created < as_of"),
    special(of: "nobody"),
  ])
  func `a special rule that was not judged itself displaces nothing`(rule: SampleRule) throws {
    let general = try #require(try results([rule, Self.general])["general"])
    #expect(general.outcome == .failed)
    #expect(general.displacedBy == nil)
  }

  @Test
  func `a special rule whose failure is waived displaces nothing`() throws {
    let rules = [Self.special(require: "false"), Self.general]
    #expect(try results(rules, waived: ["special"])["general"]?.outcome == .failed)
  }

  @Test
  func `a block is never displaced, nor what matters more than the special rule`() throws {
    let block = SampleRule(id: "general", require: "false", more: ["severity: block"])
    let special = Self.special(more: ["severity: block"])
    #expect(try results([special, block])["general"]?.outcome == .failed)
    let slight = Self.special(more: ["severity: warn"])
    #expect(try results([slight, Self.general])["general"]?.outcome == .failed)
  }

  @Test
  func `rules that displace each other both stay, and displace no third one`() throws {
    let results = try results([
      Self.special(id: "left", of: "right", require: "false"),
      SampleRule(
        id: "right",
        require: "false",
        more: [
          "displaces: [{rule: left, cite: a, effect: replaces},"
            + " {rule: general, cite: b, effect: replaces}]"
        ]
      ),
      Self.special(id: "itself", of: "itself"),
      Self.general,
    ])
    #expect(results.values.allSatisfy { $0.displacedBy == nil })
    #expect(results["general"]?.outcome == .failed)
  }

  @Test
  func `a displaced rule displaces nothing, and what only it displaced stays`() throws {
    let results = try results([
      Self.special(id: "first", of: "second"),
      Self.special(id: "second", of: "general"),
      Self.general,
    ])
    #expect(results["second"]?.displacedBy == "sample/first")
    #expect(results["general"]?.outcome == .failed)
  }

  @Test
  func `a rule that narrows another takes its place where it looked, and nowhere else`() throws {
    let dossier = try SampleDossier.with(
      .sample(.modelCard, path: "a.md"),
      .sample(.modelCard, path: "b.md")
    )
    var special = Self.special("narrows", when: "card.source.path == 'a.md'")
    special.forEach = "{card: dossier.model_cards}"
    let general = SampleRule(
      id: "general",
      require: "false",
      forEach: "{card: dossier.model_cards}"
    )
    let assessor = Assessor(
      packs: [try SampleRule.pack([special, general])],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    let assessment = assessor.assess(dossier)
    let outcomes = assessment.settled(by: assessment.results).results
      .filter { $0.rule == "general" }
      .map { [$0.subject, $0.outcome.rawValue] }
    #expect(outcomes == [["a.md", "not_applicable"], ["b.md", "failed"]])
  }
}

extension SampleRule: CustomTestStringConvertible {
  var testDescription: String { text }
}
