// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import Documents
import GateModel
import RulePacks
import Survey
import Testing

/// A waiver, and whether it accepts the failure of `sample/gap` (`GAP-1`) in `shop` at `card.md`.
struct WaiverCase: CustomTestStringConvertible, Sendable {
  var rule = "sample/gap"
  var system: String?
  var subject: String?
  var expires = "2027-06-30"
  let outcome: Outcome
  let state: WaiverMatching.Use.State

  var testDescription: String {
    "\(rule), \(system ?? "any system"), \(subject ?? "any subject"), until \(expires)"
  }

  static let all = [
    WaiverCase(outcome: .waived, state: .applied),
    WaiverCase(rule: "gap", outcome: .waived, state: .applied),
    WaiverCase(rule: "GAP-1", outcome: .waived, state: .applied),
    WaiverCase(rule: "other/gap", outcome: .failed, state: .unused),
    WaiverCase(rule: "gap-1", outcome: .failed, state: .unused),
    WaiverCase(rule: "ga", outcome: .failed, state: .unused),
    WaiverCase(system: "shop", outcome: .waived, state: .applied),
    WaiverCase(system: "bank", outcome: .failed, state: .unused),
    WaiverCase(subject: "card.md", outcome: .waived, state: .applied),
    WaiverCase(subject: "'*'", outcome: .waived, state: .applied),
    WaiverCase(subject: "card.m*", outcome: .failed, state: .unused),
    WaiverCase(subject: "other.md", outcome: .failed, state: .unused),
    WaiverCase(expires: "2026-12-21", outcome: .waived, state: .expiresSoon),
    WaiverCase(expires: "2026-12-22", outcome: .waived, state: .applied),
    WaiverCase(expires: "2026-11-21", outcome: .waived, state: .expiresSoon),
    WaiverCase(expires: "2026-11-20", outcome: .failed, state: .expired),
    WaiverCase(rule: "nothing", expires: "2026-11-20", outcome: .failed, state: .expired),
    WaiverCase(rule: "fixed", outcome: .failed, state: .refused),
    WaiverCase(rule: "FIX-1", outcome: .failed, state: .refused),
    WaiverCase(rule: "sample/fixed", outcome: .failed, state: .refused),
    WaiverCase(rule: "fixed", expires: "2026-11-20", outcome: .failed, state: .refused),
  ]
}

@Suite("Waivers")
struct WaiverTests {
  private func waivers(_ cases: [WaiverCase]) throws -> [WaiverFile.Waiver] {
    let entries = cases.map { example in
      let limits = [("system", example.system), ("subject", example.subject)]
        .compactMap { key, value in value.map { "\n    \(key): \($0)" } }.joined()
      return """
          - rule: \(example.rule)
            reason: The gap is small and known.
            owner: Lending Team
            approved_by: Risk office
            created: 2026-10-01
            expires: \(example.expires)\(limits)
            reference: R-1

        """
    }
    let text = "version: 1\nwaivers:\n\(entries.joined())"
    let (file, problems) = WaiverFile.read(
      try YAMLReader.read(Array(text.utf8)),
      path: "modelgate-waivers.yml"
    )
    #expect(problems.isEmpty)
    return file.waivers
  }

  private func result(
    _ rule: String = "gap",
    code: String = "GAP-1",
    outcome: Outcome = .failed
  ) -> CheckResult {
    CheckResult(
      system: "shop",
      pack: "sample",
      rule: rule,
      code: code,
      subject: "card.md",
      outcome: outcome,
      severity: .error,
      message: "a gap"
    )
  }

  private func matching(
    _ cases: [WaiverCase],
    on results: [CheckResult]
  ) throws -> WaiverMatching {
    let pack = try SampleRule.pack([
      SampleRule(id: "gap", more: ["code: GAP-1"]),
      SampleRule(id: "fixed", more: ["code: FIX-1", "waivable: false"]),
    ])
    return WaiverMatching(
      try waivers(cases),
      on: results,
      packs: [pack],
      asOf: try #require(CalendarDate("2026-11-21")),
      warningDays: 30
    )
  }

  @Test(arguments: WaiverCase.all)
  func `a waiver accepts exactly what it names, until its last day`(_ example: WaiverCase) throws {
    let isFixed = example.rule.lowercased().hasPrefix("fix")
    let failure = isFixed ? result("fixed", code: "FIX-1") : result()
    let matching = try matching([example], on: [failure])
    #expect(matching.results.map(\.outcome) == [example.outcome])
    #expect(matching.results.map(\.rawOutcome) == [.failed])
    #expect(matching.uses.map(\.state) == [example.state])
  }

  @Test(arguments: Outcome.allCases.filter { $0 != .failed })
  func `only failures are waived`(outcome: Outcome) throws {
    let matching = try matching(
      [WaiverCase(outcome: outcome, state: .unused)],
      on: [result(outcome: outcome)]
    )
    #expect(matching.results.map(\.outcome) == [outcome])
    #expect(matching.results.map(\.waiver) == [nil])
    #expect(matching.uses.map(\.state) == [.unused])
  }

  @Test func `the record shows who accepted the failure, why and until when`() throws {
    let matching = try matching([WaiverCase(outcome: .waived, state: .applied)], on: [result()])
    let waiver = try #require(matching.results.first?.waiver)
    #expect(waiver.owner == "Lending Team")
    #expect(waiver.approvedBy == "Risk office")
    #expect(waiver.created == CalendarDate("2026-10-01"))
    #expect(waiver.expires == CalendarDate("2027-06-30"))
    #expect(waiver.reason == "The gap is small and known.")
    #expect(waiver.reference == "R-1")
    #expect(waiver.location.description == "modelgate-waivers.yml:3:5")
    #expect(matching.uses.map(\.daysLeft) == [221])
  }

  @Test func `an expired waiver is shown beside the failure that it no longer accepts`() throws {
    let matching = try matching(
      [WaiverCase(expires: "2026-11-01", outcome: .failed, state: .expired)],
      on: [result()]
    )
    #expect(matching.results.first?.outcome == .failed)
    #expect(matching.results.first?.waiver?.expires == CalendarDate("2026-11-01"))
    #expect(matching.uses.map(\.daysLeft) == [-20])
  }

  @Test(arguments: [false, true])
  func `a valid waiver counts beside an expired one, in either order`(isReversed: Bool) throws {
    let cases = [
      WaiverCase(rule: "gap", expires: "2026-11-01", outcome: .failed, state: .expired),
      WaiverCase(rule: "GAP-1", outcome: .waived, state: .applied),
    ]
    let matching = try matching(isReversed ? cases.reversed() : cases, on: [result()])
    #expect(matching.results.first?.outcome == .waived)
    #expect(matching.results.first?.waiver?.expires == CalendarDate("2027-06-30"))
    #expect(Set(matching.uses.map(\.state)) == [.applied, .expired])
  }

  @Test func `one waiver accepts every failure that it names and nothing else`() throws {
    let matching = try matching(
      [WaiverCase(outcome: .waived, state: .applied)],
      on: [result(), result("fixed", code: "FIX-1"), result(), result(outcome: .passed)]
    )
    #expect(matching.results.map(\.outcome) == [.waived, .failed, .waived, .passed])
  }
}
