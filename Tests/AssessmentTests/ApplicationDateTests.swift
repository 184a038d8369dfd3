// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
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
  @Test(arguments: DateCase.all)
  func `a failing rule counts only while it applies`(_ example: DateCase) throws {
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

  @Test func `an upcoming rule whose evidence is there already says so`() throws {
    let result = try SampleRule(more: DateCase.from).result(on: try SampleDossier.empty())
    #expect(result.outcome == .upcoming)
    #expect(result.message.contains("the evidence is there already"))
  }

  @Test func `a rule that does not apply anyway is not called upcoming`() throws {
    let rule = SampleRule(when: "false", more: DateCase.from)
    #expect(try rule.result(on: try SampleDossier.empty()).outcome == .notApplicable)
  }
}

/// A rule for high risk on one declared system, and what comes of it on a day.
struct RouteCase: CustomTestStringConvertible, Sendable {
  let declared: [Fact: FactAnswer.Value]
  let day: String
  let outcome: Outcome
  var says = ""

  var testDescription: String { "\(declared.keys.map(\.rawValue).sorted()) on \(day)" }

  private static let uses: [Fact: FactAnswer.Value] = [.annexIII: .texts(["4a"])]
  private static let product: [Fact: FactAnswer.Value] = [
    .annexIII: .texts([]), .annexISection: .text("A"),
  ]

  private static func placed(_ modified: CalendarDate?) -> [Fact: FactAnswer.Value] {
    [
      .annexIII: .texts(["4a"]), .placedOnMarket: .date(CalendarDate("2026-10-01")),
      .substantiallyModified: .date(modified),
    ]
  }

  static let all = [
    RouteCase(declared: uses, day: "2027-12-01", outcome: .upcoming, says: "from 2027-12-02"),
    RouteCase(declared: uses, day: "2027-12-02", outcome: .failed),
    RouteCase(declared: product, day: "2027-12-02", outcome: .upcoming, says: "from 2028-08-02"),
    RouteCase(
      declared: product.merging(uses) { $1 },
      day: "2027-12-02",
      outcome: .failed
    ),
    RouteCase(declared: placed(nil), day: "2027-12-01", outcome: .upcoming, says: "unless"),
    RouteCase(declared: placed(nil), day: "2027-12-02", outcome: .notApplicable, says: "111(2)"),
    RouteCase(
      declared: placed(CalendarDate("2027-12-03")),
      day: "2027-12-04",
      outcome: .failed
    ),
    RouteCase(
      declared: placed(nil).merging([.deployerPublicBody: .flag(true)]) { $1 },
      day: "2027-12-02",
      outcome: .upcoming,
      says: "from 2030-08-02"
    ),
  ]
}

@Suite("Dates and severities of one system")
struct SystemTermsTests {
  private func dossier(_ declared: [Fact: FactAnswer.Value]) throws -> Dossier {
    var declaration = try SampleDeclaration.harmless().read()
    let answers = declared.mapValues {
      FactAnswer(value: $0, source: SourceReference(path: "ai-system.yml"))
    }
    declaration.facts = SystemFacts(answers)
    return Dossier(system: .declared(declaration))
  }

  @Test(arguments: RouteCase.all)
  func `the duties of high risk follow the route of the system`(_ example: RouteCase) throws {
    let rule = SampleRule(require: "false", more: ["from: by_route"])
    let result = try rule.result(on: try dossier(example.declared), asOf: example.day)
    #expect(result.outcome == example.outcome)
    #expect(result.message.contains(example.says), "\(result.message)")
  }

  @Test func `a first day may hang on facts`() throws {
    let rule = SampleRule(
      require: "false",
      more: [
        "from:",
        "  - {when: \"system.annex_iii.size() > 0\", date: 2026-12-02}",
        "  - {date: 2026-08-02}",
      ]
    )
    let used = try rule.result(on: try dossier([.annexIII: .texts(["4a"])]), asOf: "2026-11-21")
    #expect(used.outcome == .upcoming)
    let other = try rule.result(on: try dossier([.annexIII: .texts([])]), asOf: "2026-11-21")
    #expect(other.outcome == .failed)
  }

  @Test func `severity may hang on the tier, and a tier without one is not asked`() throws {
    let graded = "severity: {high: error, minimal: info, prohibited: block}"
    let rule = SampleRule(require: "false", more: [graded])
    let answers: [Fact: FactAnswer.Value] = [
      .deployedTo: .texts(["EU-DE"]), .outputUsedIn: .texts(["EU-DE"]),
    ]
    let unresolved = try rule.result(on: try dossier(answers))
    #expect(unresolved.outcome == .notApplicable)
    #expect(unresolved.message.contains("unresolved"))
  }

  @Test(arguments: [("US-TX", false), ("EU-DE", true)])
  func `an open tier cites the duties of high risk only where the Union may be concerned`(
    place: String,
    cites: Bool
  ) throws {
    let rule = SampleRule(
      require: "false",
      more: [
        "controls:", "  - {scheme: nist_ai_rmf, id: MEASURE 2.11, from: 2023-01-26}",
        "  - {scheme: ai_act, id: Art. 9, from: by_route}",
      ]
    )
    let answers: [Fact: FactAnswer.Value] = [
      .role: .texts(["deployer"]), .deployedTo: .texts([place]), .outputUsedIn: .texts([place]),
    ]
    let result = try rule.result(on: try dossier(answers), asOf: "2028-08-02")
    #expect(result.outcome == .failed)
    #expect(result.controls.map(\.scheme) == ["nist_ai_rmf"] + (cites ? ["ai_act"] : []))
  }

  @Test
  func `a clause is cited on its days, and an upcoming one only where no other holds`() throws {
    let rule = SampleRule(
      require: "false",
      more: [
        "controls:", "  - {scheme: gdpr, id: Art. 5, from: 2018-05-25}",
        "  - {scheme: gdpr, id: Art. 6, from: 2030-01-01}",
        "  - {scheme: ai_act, id: Art. 9, from: by_route}",
      ]
    )
    let result = try rule.result(on: try dossier([.annexIII: .texts(["4a"])]))
    #expect(result.control == "GDPR Art. 5")
  }
}
