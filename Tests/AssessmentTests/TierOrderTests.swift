// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
import Testing

/// The tiers from the strictest to the mildest.
enum TierOrder {
  static let all: [RiskTier] = [
    .prohibited, .unresolved, .high, .highSectoral, .limited, .derogated, .minimal, .excluded,
    .notInScope,
  ]

  /// The strictness of a tier; larger is stricter.
  static func rank(_ tier: RiskTier) -> Int {
    all.count - (all.firstIndex(of: tier) ?? all.count)
  }
}

/// Two reasons for a tier in one system.
struct TierContest: CustomTestStringConvertible, Sendable {
  let name: String
  let changes: [String: String]
  let winner: RiskTier
  var flags: [String] = []

  var testDescription: String { name }

  private static let derogated = [
    "annex_iii": "[4a]", "art6_3.claimed": "true", "art6_3.condition": "[a]",
    "art6_3.assessment": "docs/derogation.md", "art6_3.reason": "Narrow task.",
    "art6_3.owner": "Legal",
  ]

  /// A safety component of a product of Annex I, Section B.
  private static func sectoral(_ changes: [String: String]) -> [String: String] {
    [
      "annex_i.section": "B", "annex_i.safety_function": "true",
      "annex_i.third_party_assessment_required": "true",
    ].merging(changes) { _, new in new }
  }

  static let all = [
    TierContest(
      name: "prohibited beats unresolved",
      changes: ["practices.social_scoring": "true", "practices.manipulation": "unknown"],
      winner: .prohibited
    ),
    TierContest(
      name: "prohibited beats high",
      changes: ["practices.social_scoring": "true", "annex_iii": "[5a]"],
      winner: .prohibited
    ),
    TierContest(
      name: "unresolved beats high",
      changes: ["practices.social_scoring": "unknown", "annex_iii": "[5a]"],
      winner: .unresolved
    ),
    TierContest(
      name: "high beats sectoral",
      changes: sectoral(["annex_iii": "[5a]"]),
      winner: .high
    ),
    TierContest(
      name: "high beats limited, and transparency stays",
      changes: ["annex_iii": "[5a]", "interacts_with_humans": "true"],
      winner: .high,
      flags: ["transparency"]
    ),
    TierContest(
      name: "sectoral beats limited, and transparency stays",
      changes: sectoral(["interacts_with_humans": "true"]),
      winner: .highSectoral,
      flags: ["transparency"]
    ),
    TierContest(
      name: "limited beats derogated, and the derogation stays",
      changes: derogated.merging(["interacts_with_humans": "true"]) { _, new in new },
      winner: .limited,
      flags: ["derogated", "transparency"]
    ),
    TierContest(
      name: "sectoral beats derogated, and the derogation stays",
      changes: sectoral(derogated),
      winner: .highSectoral,
      flags: ["derogated"]
    ),
    TierContest(
      name: "derogated beats minimal",
      changes: derogated,
      winner: .derogated,
      flags: ["derogated"]
    ),
    TierContest(name: "a harmless system is minimal", changes: [:], winner: .minimal),
  ]
}

@Suite("The order of tiers")
struct TierOrderTests {
  @Test(arguments: TierContest.all)
  func `of two tiers the stricter one counts, and flags add up`(_ contest: TierContest) throws {
    let derivation = Tiering.derive(
      from: try SampleDeclaration.harmless(contest.changes).read().facts,
      asOf: try #require(CalendarDate("2026-11-21"))
    )
    #expect(derivation.tier == contest.winner)
    #expect(derivation.flags.names == contest.flags)
  }

  @Test func `the order names every tier once`() {
    #expect(TierOrder.all.count == RiskTier.allCases.count)
    #expect(Set(TierOrder.all) == Set(RiskTier.allCases))
  }
}
