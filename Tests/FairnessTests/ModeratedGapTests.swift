// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// What small groups do not carry away.
@Suite struct ModeratedGapTests {
  private static func gap(_ counts: [(String, Int, Int)]) throws -> ModeratedGap? {
    let groups = counts.map { GroupOutcome($0.0, .selection(n: $0.1, selected: $0.2)) }
    return ModeratedGap(
      of: .selectionRate,
      in: try AttributeAssessment.assess(groups: groups).groups
    )
  }

  @Test func `the size-weighted gap and the shrunken rates are those of the formulas`() throws {
    let gap = try #require(try Self.gap([("a", 100, 20), ("b", 300, 150), ("c", 10, 9)]))
    #expect(abs(gap.common - 179.0 / 410) < 1e-15)
    let weighted =
      (100 * abs(0.2 - 179.0 / 410) + 300 * abs(0.5 - 179.0 / 410) + 10 * abs(0.9 - 179.0 / 410))
      / 410
    #expect(abs(gap.sizeWeighted - weighted) < 1e-15)
    // Recomputed in fractions.
    #expect(gap.lowest.group == "a")
    #expect(gap.highest.group == "c")
    #expect(abs(gap.lowest.value - 0.21088484910960456) < 1e-12)
    #expect(abs(gap.highest.value - 0.749223932827311) < 1e-12)
  }

  @Test func `where chance explains everything, no gap is left`() throws {
    let gap = try #require(try Self.gap([("a", 10, 3), ("b", 1_000, 310), ("c", 1_000, 309)]))
    #expect(gap.difference == 0)
    #expect(gap.ratio == 1)
  }

  @Test func `the order of groups changes nothing, and one group has no gap`() throws {
    let counts = [("a", 100, 20), ("b", 300, 150), ("c", 10, 9)]
    #expect(try Self.gap(counts) == Self.gap(counts.reversed()))
    #expect(try Self.gap([("a", 100, 20)]) == nil)
    #expect(try Self.gap([("a", 100, 0), ("b", 50, 0)])?.ratio == nil)
  }
}
