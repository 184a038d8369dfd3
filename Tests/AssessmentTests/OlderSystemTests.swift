// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import Survey
import Testing

/// Article 111(2): systems that were there before the day of their duties.
@Suite struct OlderSystemTests {
  private static func derivation(_ changes: [String: String]) throws -> TierDerivation {
    let high = ["annex_iii": "[5a]", "role": "[deployer]", "natural_persons_affected": "true"]
    let declaration = try SampleDeclaration.harmless(high.merging(changes) { $1 }).read()
    let day = try #require(CalendarDate("2028-01-01"))
    return Tiering.derive(from: declaration.facts, asOf: day)
  }

  @Test(arguments: ["placed_on_market", "put_into_service"])
  func `a system that was there and did not change owes nothing yet`(start: String) throws {
    var changes = ["placed_on_market": "null", "substantially_modified": "null"]
    changes[start] = "2026-02-01"
    #expect(try Self.derivation(changes).isLegacy)
    let declaration = try SampleDeclaration.harmless(
      ["annex_iii": "[5a]", "role": "[deployer]"].merging(changes) { $1 }
    )
    .read()
    let result = try SampleRule(require: "false", more: ["from: by_route"])
      .result(on: Dossier(system: .declared(declaration)), asOf: "2028-01-01")
    #expect(result.outcome == .notApplicable)
    #expect(result.message.contains("Art. 111(2)"))
  }

  @Test func `a public authority that does not say whether anything changed has no later day`()
    throws
  {
    var changes = [
      "placed_on_market": "2026-02-01", "deployer.public_body": "true",
      "substantially_modified": "unknown",
    ]
    let open = try Self.derivation(changes)
    #expect(!open.isLegacy)
    #expect(open.dutiesFrom == CalendarDate("2027-12-02"))
    changes["substantially_modified"] = "2027-12-15"
    #expect(try Self.derivation(changes).dutiesFrom == CalendarDate("2027-12-02"))
    changes["substantially_modified"] = "null"
    #expect(try Self.derivation(changes).dutiesFrom == CalendarDate("2030-08-02"))
  }

  @Test func `a date that is null on purpose says that nothing changed substantially`() throws {
    let answers = ["change.class": "unknown", "placed_on_market": "2026-02-01"]
    let unchanged = try Self.derivation(answers.merging(["substantially_modified": "null"]) { $1 })
    #expect(unchanged.facts.choice(.changeClass) == "none")
    let changed = try Self.derivation(
      answers.merging(["substantially_modified": "2026-05-01"]) { $1 }
    )
    #expect(changed.facts.choice(.changeClass) == nil)
  }
}
