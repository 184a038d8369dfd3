// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import RulePacks
import Survey
import Testing

/// A rule, and the outcome that it must have on a dossier with one card and nothing else.
struct OutcomeCase: CustomTestStringConvertible, Sendable {
  let name: String
  let rule: SampleRule
  let outcome: Outcome
  /// A part of the message, or of what was seen.
  var says = ""

  var testDescription: String { name }

  static let evidence = [
    OutcomeCase(
      name: "a condition that holds",
      rule: SampleRule(require: "true"),
      outcome: .passed
    ),
    OutcomeCase(
      name: "a condition that does not hold",
      rule: SampleRule(require: "false"),
      outcome: .failed,
      says: "it does not hold"
    ),
    OutcomeCase(
      name: "absent evidence in require",
      rule: SampleRule(require: "dossier.model_cards[0].created < as_of"),
      outcome: .failed,
      says: "`created` is not stated"
    ),
    OutcomeCase(
      name: "absent evidence in when",
      rule: SampleRule(when: "dossier.model_cards[0].created < as_of"),
      outcome: .undecided,
      says: "it is open whether the rule applies"
    ),
    OutcomeCase(
      name: "absent evidence that the condition asks for",
      rule: SampleRule(require: "has(dossier.model_cards[0].created)"),
      outcome: .failed
    ),
    OutcomeCase(
      name: "absent evidence with a replacement",
      rule: SampleRule(require: "dossier.model_cards[0].?status.orValue('none') == 'none'"),
      outcome: .passed
    ),
    OutcomeCase(
      name: "absent evidence that does not matter",
      rule: SampleRule(require: "dossier.model_cards[0].status == 'x' || true"),
      outcome: .passed
    ),
    OutcomeCase(
      name: "a rule that does not apply",
      rule: SampleRule(require: "false", when: "false"),
      outcome: .notApplicable,
      says: "does not apply"
    ),
  ]

  static let quantifiers = [
    OutcomeCase(
      name: "all of nothing",
      rule: SampleRule(require: "dossier.dpias.all(d, d.format == 'x')"),
      outcome: .failed,
      says: "a check over nothing is no pass"
    ),
    OutcomeCase(
      name: "all of nothing, where that is allowed",
      rule: SampleRule(
        require: "dossier.dpias.all(d, d.format == 'x')",
        more: ["allow_vacuous: true"]
      ),
      outcome: .passed
    ),
    OutcomeCase(
      name: "all of nothing within all of something",
      rule: SampleRule(
        require: "dossier.model_cards.all(c, c.statements.all(s, s.text == 'x'))"
      ),
      outcome: .failed,
      says: "a check over nothing is no pass"
    ),
    OutcomeCase(
      name: "not exists in nothing",
      rule: SampleRule(require: "!dossier.dpias.exists(d, d.format == 'x')"),
      outcome: .failed,
      says: "a check over nothing is no pass"
    ),
    OutcomeCase(
      name: "exists in nothing",
      rule: SampleRule(require: "dossier.dpias.exists(d, d.format == 'x')"),
      outcome: .failed
    ),
    OutcomeCase(
      name: "all of nothing beside something that settles it",
      rule: SampleRule(
        require: "dossier.model_cards.size() == 1 || dossier.dpias.all(d, d.format == 'x')"
      ),
      outcome: .passed
    ),
    OutcomeCase(
      name: "all of something",
      rule: SampleRule(require: "dossier.model_cards.all(c, c.format == 'sample')"),
      outcome: .passed
    ),
  ]

  /// Reads the long title of the card so often that a rule may not do it.
  private static let expensive = """
    [\((0..<64).map(String.init).joined(separator: ", "))].all(v, \
    dossier.model_cards[0].title.matches('x{0,' + string(v) + '}'))
    """

  static let errors = [
    OutcomeCase(
      name: "more steps than a rule may take",
      rule: SampleRule(require: expensive),
      outcome: .undecided,
      says: "could not be evaluated"
    ),
    OutcomeCase(
      name: "more steps than a rule may take, in when",
      rule: SampleRule(when: expensive),
      outcome: .undecided,
      says: "it is open whether the rule applies"
    ),
    OutcomeCase(
      name: "an overflow",
      rule: SampleRule(
        require: "9223372036854775807 + dossier.model_cards.size() > 0"
      ),
      outcome: .undecided,
      says: "could not be evaluated"
    ),
    OutcomeCase(
      name: "a division by zero",
      rule: SampleRule(require: "1 / dossier.dpias.size() > 0"),
      outcome: .undecided
    ),
    OutcomeCase(
      name: "an index outside the list",
      rule: SampleRule(require: "dossier.dpias[0].format == 'x'"),
      outcome: .undecided
    ),
    OutcomeCase(
      name: "an argument that makes no sense",
      rule: SampleRule(require: "dossier.statement(system.name).state == 'absent'"),
      outcome: .undecided,
      says: "there is no topic"
    ),
  ]

  static let subjects = [
    OutcomeCase(
      name: "no subject",
      rule: SampleRule(forEach: "{d: dossier.dpias}"),
      outcome: .notApplicable,
      says: "nothing to look at"
    ),
    OutcomeCase(
      name: "no subject where one is needed",
      rule: SampleRule(forEach: "{d: dossier.dpias}", more: ["if_empty: failed"]),
      outcome: .failed,
      says: "nothing to look at"
    ),
    OutcomeCase(
      name: "no subject, in a rule that does not apply",
      rule: SampleRule(
        when: "false",
        forEach: "{d: dossier.dpias}",
        more: ["if_empty: failed"]
      ),
      outcome: .notApplicable,
      says: "does not apply"
    ),
    OutcomeCase(
      name: "subjects that cannot be listed",
      rule: SampleRule(forEach: "{a: system.domain}"),
      outcome: .undecided,
      says: "the subjects could not be listed"
    ),
    OutcomeCase(
      name: "a subject that a condition of its own leaves out",
      rule: SampleRule(
        require: "false",
        when: "c.format == 'other'",
        forEach: "{c: dossier.model_cards}"
      ),
      outcome: .notApplicable
    ),
  ]

  static let all = evidence + quantifiers + errors + subjects
}

@Suite("The outcome of a rule")
struct RuleOutcomeTests {
  private func dossier() throws -> Dossier {
    let card = Artifact.sample(.modelCard) { artifact, _ in
      artifact.title = String(repeating: "x", count: 200_000)
    }
    var dossier = try SampleDossier.with(card)
    var sample = SampleDeclaration.harmless()
    sample.answers["domain"] = nil
    dossier.system = .declared(try sample.read())
    return dossier
  }

  @Test(arguments: OutcomeCase.all)
  func `a rule comes out as its conditions say`(_ example: OutcomeCase) throws {
    let result = try example.rule.result(on: try dossier())
    #expect(result.outcome == example.outcome, "\(result.message): \(result.seen)")
    #expect(result.rawOutcome == result.outcome)
    #expect("\(result.message) \(result.seen)".contains(example.says))
  }

  @Test func `a failure says what was required, what was seen and where`() throws {
    let card = Artifact.sample(.modelCard) { artifact, _ in
      artifact.statements = [
        Statement(
          topic: .limitations,
          text: "TBD",
          state: .placeholder,
          source: SourceReference(
            path: "modelCard.md",
            position: SourcePosition(line: 12, column: 3)
          )
        )
      ]
    }
    let rule = SampleRule(
      require: "c.statement('limitations').state == 'substantive'",
      forEach: "{c: dossier.model_cards}"
    )
    let result = try rule.result(on: try SampleDossier.with(card))
    #expect(result.outcome == .failed)
    #expect(result.subject == "modelCard.md")
    #expect(result.seen.contains("placeholder"))
    #expect(result.locations.first?.description == "modelCard.md:12:3")
    #expect(result.explanation != nil)
  }

  @Test func `each element of a list is a subject with a name of its own`() throws {
    let evaluation = Artifact.sample(.evaluation, path: "e.json") { artifact, place in
      artifact.measurements = ["accuracy", "accuracy", "recall"].map {
        Measurement(metric: $0, value: 1, raw: "1", source: place)
      }
      artifact.measurements[2].slice = [SlicePair(attribute: "sex", group: "F")]
    }
    let rule = SampleRule(
      require: "m.value == 1.0",
      forEach: "{m: 'dossier.evaluations[0].measurements'}"
    )
    let results = try rule.results(on: try SampleDossier.with(evaluation))
    #expect(
      results.map(\.subject) == [
        "e.json#accuracy", "e.json#accuracy (2)", "e.json#recall[sex=F]",
      ]
    )
    #expect(results.allSatisfy { $0.outcome == .passed })
  }

  @Test func `a rule about the system is not asked where nobody declared one`() throws {
    let dossier = Dossier(system: .undeclared, artifacts: [.sample(.modelCard)])
    let about = try SampleRule(require: "system.tier == 'minimal'").result(on: dossier)
    #expect(about.outcome == .notApplicable)
    let other = try SampleRule(require: "dossier.model_cards.size() == 1").result(on: dossier)
    #expect(other.outcome == .passed)
  }

  @Test func `what may stand in an unreadable artifact is undecided, not failed`() throws {
    let dossier = try SampleDossier.empty()
    let missing = SampleRule(require: "dossier.dpias.size() > 0")
    #expect(try missing.result(on: dossier).outcome == .failed)
    #expect(try missing.result(on: dossier, unread: [.dpia]).outcome == .undecided)
    #expect(try missing.result(on: dossier, unread: [.modelCard]).outcome == .failed)
    let anywhere = SampleRule(require: "dossier.statement('oversight').state == 'substantive'")
    #expect(try anywhere.result(on: dossier, unread: [.fria]).outcome == .undecided)
    let each = SampleRule(forEach: "{d: dossier.dpias}", more: ["if_empty: failed"])
    #expect(try each.result(on: dossier, unread: [.dpia]).outcome == .undecided)
  }

  @Test func `a rule in preview never weighs more than a note`() throws {
    let rule = SampleRule(require: "false", more: ["severity: block", "status: preview"])
    let result = try rule.result(on: try SampleDossier.empty())
    #expect(result.outcome == .failed)
    #expect(result.severity == .info)
  }

  @Test
  func `rules with the same list of subjects have them alike, unless parameters make it`() throws {
    func rule(_ id: String, _ words: String) -> SampleRule {
      let parameter = "parameters: {words: {value: \(words), summary: Words., origin: convention}}"
      return SampleRule(
        id: id,
        require: "w != 'c'",
        forEach: "{w: parameters.words}",
        more: [parameter]
      )
    }
    func plain(_ id: String, _ variable: String) -> SampleRule {
      SampleRule(id: id, require: "\(variable) != 'y'", forEach: "{\(variable): \"['x', 'y']\"}")
    }
    let pack = try SampleRule.pack([
      rule("a", "[a, b]"), rule("b", "[b, c]"), plain("c", "one"), plain("d", "other"),
    ])
    let assessor = Assessor(
      packs: [pack],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    let results = assessor.assess(try SampleDossier.empty()).results
    #expect(
      results.map { "\($0.rule) \($0.subject) \($0.outcome)" } == [
        "a a passed", "a b passed", "b b passed", "b c failed", "c x passed", "c y failed",
        "d x passed", "d y failed",
      ]
    )
  }

  @Test func `records come in the order of packs, rules and subjects`() throws {
    let pack = try SampleRule.pack(["b-rule", "a-rule", "c-rule"].map { SampleRule(id: $0) })
    var other = pack
    other.id = "another"
    let assessor = Assessor(
      packs: [pack, other],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    let results = assessor.assess(try SampleDossier.empty()).results
    #expect(
      results.map { "\($0.pack)/\($0.rule)" } == [
        "another/a-rule", "another/b-rule", "another/c-rule", "sample/a-rule", "sample/b-rule",
        "sample/c-rule",
      ]
    )
  }
}
