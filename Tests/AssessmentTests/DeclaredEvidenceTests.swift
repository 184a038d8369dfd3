// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Coverage of schemes and attested answers")
struct DeclaredEvidenceTests {
  private func dossier(
    _ extra: String,
    saying text: String = "Loans for consumers."
  ) throws -> Dossier {
    var declaration = try SampleDeclaration.harmless().read()
    let yaml = "version: 1\nid: sample\nname: Sample\n\(extra)"
    let file = SourceFile(path: "ai-system.yml", bytes: Array(yaml.utf8))
    let (read, problems) = SystemDeclaration.read(file)
    #expect(problems.isEmpty, "\(problems.map(\.message))")
    let own = try #require(read)
    declaration.coverage = own.coverage
    declaration.attestations = own.attestations
    let card = Artifact.sample(.modelCard) { artifact, place in
      artifact.statements = [
        Statement(
          topic: .intendedUse,
          question: "Intended use",
          text: text,
          state: .substantive,
          source: place
        )
      ]
    }
    return Dossier(system: .declared(declaration), artifacts: [card])
  }

  private let coverage = """
    coverage:
      annex_v:
        "1": modelCard.md#intended-use
        "2": modelCard.md#Data
        "3": {not_applicable: There is no representative.}
        "4": nowhere.md
        "5": {not_applicable: TODO}
        version: 2.1.0

    """

  @Test func `a content without its text says what is wrong with its place, and for which version`()
    throws
  {
    let rule = SampleRule(
      require: "system.coverage('annex_v').filter(c, c.id in ['3', '5', '8']).map(c, c.gap) == "
        + "['3 (There is no representative.)', '5 (TODO)', '8'] && "
        + "system.covered.all(c, c.version == '2.1.0')"
    )
    let result = try rule.result(on: try dossier(coverage))
    #expect(result.outcome == .passed, "\(result.message)")
  }

  @Test(arguments: [
    ("1", "substantive"), ("2", "absent"), ("3", "not_applicable"), ("4", "absent"),
    ("5", "placeholder"), ("8", "absent"),
  ])
  func `a content counts where its heading has a text, and each id is there`(
    id: String,
    state: String
  ) throws {
    let rule = SampleRule(
      require: "system.coverage('annex_v').exists(c, c.id == '\(id)' && c.state == '\(state)')"
    )
    #expect(try rule.result(on: try dossier(coverage)).outcome == .passed)
  }

  @Test(arguments: [
    (["1", "2"], Outcome.passed), (["1", "2", "3"], .undecided),
  ])
  func `one sentence serves two contents of a scheme, and no third`(
    ids: [String],
    outcome: Outcome
  ) throws {
    let entries = ids.map { "    \"\($0)\": modelCard.md#Intended_Use\n" }.joined()
    let rule = SampleRule(
      require: "system.coverage('annex_v').filter(c, c.state != 'absent').all(c, c.is_covered())"
    )
    let result = try rule.result(on: try dossier("coverage:\n  annex_v:\n\(entries)"))
    #expect(result.outcome == outcome)
    let reason = "3 contents are said to stand under 'modelCard.md#intended-use', and 1 thing is"
    #expect(result.seen.contains(reason) == (outcome == .undecided), "\(result.seen)")
  }

  @Test(arguments: [
    ("Loans for consumers. Cars for firms. Houses for all.", Outcome.passed),
    ("Loans for consumers.\nCars for firms.\nHouses for all.", .passed),
    ("Loans for consumers. Loans for consumers! Loans for consumers.", .undecided),
    ("Loans for consumers. TODO. Yes.", .undecided),
  ])
  func `a place serves as many contents as it says different things`(
    text: String,
    outcome: Outcome
  ) throws {
    let entries = ["1", "2", "3"].map { "    \"\($0)\": modelCard.md#intended-use\n" }.joined()
    let rule = SampleRule(
      require: "system.coverage('annex_v').filter(c, c.state != 'absent').all(c, c.is_covered())"
    )
    let dossier = try dossier("coverage:\n  annex_v:\n\(entries)", saying: text)
    #expect(try rule.result(on: dossier).outcome == outcome)
  }

  @Test func `what is missing beside a crowded place fails`() throws {
    let entries = ["1", "2", "3"].map { "    \"\($0)\": modelCard.md#intended-use\n" }.joined()
    let rule = SampleRule(require: "system.coverage('annex_v').all(c, c.is_covered())")
    let result = try rule.result(on: try dossier("coverage:\n  annex_v:\n\(entries)"))
    #expect(result.outcome == .failed)
  }

  @Test func `an unknown scheme is no failure of the system`() throws {
    let rule = SampleRule(require: "system.coverage('annex_x').size() > 0")
    let result = try rule.result(on: try dossier(coverage))
    #expect(result.outcome == .undecided)
    #expect(result.message.contains("did you mean 'annex_v'?"), "\(result.message)")
  }

  private let answer = """
    attestations:
      - {question: TEX-001, answer: "no", by: M. Keller, date: 2026-01-01, expires: 2026-12-31}

    """

  @Test(arguments: [("2026-12-31", Outcome.passed), ("2027-01-01", .failed)])
  func `an attested answer counts until it expires`(day: String, outcome: Outcome) throws {
    let rule = SampleRule(require: "system.attested('TEX-001', as_of).answer == 'no'")
    let result = try rule.result(on: try dossier(answer), asOf: day)
    #expect(result.outcome == outcome)
    let words = "attested by M. Keller until 2026-12-31"
    #expect((result.message == words) == (outcome == .passed), "\(result.message)")
    #expect((result.attested == "M. Keller until 2026-12-31") == (outcome == .passed))
    let later = SampleRule(require: rule.require, more: ["from: 2030-01-01"])
    let postponed = try later.result(on: try dossier(answer), asOf: day).message
    #expect(postponed.contains("attested already by") == (outcome == .passed), "\(postponed)")
    #expect(!postponed.contains("evidence"))
    let other = SampleRule(require: "system.attested('TEX-002', as_of).answer == 'no'")
    #expect(try other.result(on: try dossier(answer), asOf: day).outcome == .failed)
  }

  @Test(arguments: [("true", false), ("false", true)])
  func `an answer is named where a pass rests on it, and not where documents do`(
    document: String,
    isNamed: Bool
  ) throws {
    let rule = SampleRule(
      require:
        "system.is_declared == \(document) || system.attested('TEX-001', as_of).answer == 'no'"
    )
    let result = try rule.result(on: try dossier(answer), asOf: "2026-06-01")
    #expect(result.outcome == .passed)
    #expect((result.attested != nil) == isNamed)
    #expect((result.message == "evidence present") == !isNamed)
  }

  @Test(arguments: [
    "answer: TODO, by: M. Keller, date: 2026-01-01", "answer: done, by: TBD, date: 2026-01-01",
    "answer: done, by: M. Keller, date: 2026-12-01",
  ])
  func `an answer that says nothing, of nobody, or from a day to come counts as none`(
    entry: String
  ) throws {
    let rule = SampleRule(require: "words(system.attested('TEX-001', as_of).answer) > 0")
    let text = "attestations:\n  - {question: TEX-001, \(entry), expires: 2026-12-31}\n"
    let result = try rule.result(on: try dossier(text))
    #expect(result.outcome == .failed)
    #expect(result.seen.contains("no attested answer counts to 'TEX-001'"), "\(result.seen)")
  }
}
