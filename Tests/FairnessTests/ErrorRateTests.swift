// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

/// How often the verdict on a metric is wrong, in seeded draws; the tables of many more draws are in
/// gates/fairness-quality/SIMULATION.md.
@Suite("Error rates")
struct ErrorRateTests {
  struct Design: Sendable, CustomTestStringConvertible {
    let groups: Int
    let n: Int
    let rate: Double

    var testDescription: String { "\(groups) groups of \(n), rate \(rate)" }

    /// Few and many groups, small and large, each with a rare or a frequent selection.
    static let all: [Design] = [
      (2, 30, 0.5), (2, 1000, 0.1), (5, 60, 0.5), (12, 60, 0.1), (12, 1000, 0.5), (30, 40, 0.1),
    ].map { Design(groups: $0, n: $1, rate: $2) }
  }

  private static let draws = 60
  /// With 5 % errors, more than seven of 60 draws go wrong once in a hundred runs of this test.
  private static let tolerated = 7

  private func verdicts(_ design: Design, worst: Double) throws -> [[String: FairnessVerdict]] {
    var generator = SeededGenerator(seed: 20_261_128)
    let (low, others) = (Binomial(design.n, worst), Binomial(design.n, design.rate))
    return try (0..<Self.draws).map { _ in
      let groups = (0..<design.groups).map { place in
        let selected = (place == 0 ? low : others).draw(&generator)
        return GroupOutcome("g\(place)", .selection(n: design.n, selected: selected))
      }
      let metrics = try AttributeAssessment.assess(groups: groups, rates: [.selectionRate]).metrics
      return Dictionary(metrics.map { ($0.name, $0.verdict) }) { first, second in
        first == .fail ? first : second
      }
    }
  }

  @Test(arguments: Design.all)
  func `a fair model hardly ever fails, with any number of groups`(_ design: Design) throws {
    let failed = try verdicts(design, worst: design.rate).count { $0.values.contains(.fail) }
    #expect(failed <= Self.tolerated)
  }

  @Test(arguments: Design.all)
  func `at the limit neither a fail nor a pass is given more often than stated`(
    _ design: Design
  ) throws {
    let ratios = try verdicts(design, worst: 0.8 * design.rate)
    #expect(ratios.count { $0["demographic_parity_ratio"] == .fail } <= Self.tolerated)
    #expect(ratios.count { $0["demographic_parity_ratio"] == .pass } <= Self.tolerated)
    guard design.rate > 0.1 else { return }
    let differences = try verdicts(design, worst: design.rate - 0.1)
    #expect(differences.count { $0["demographic_parity_difference"] == .fail } <= Self.tolerated)
    #expect(differences.count { $0["demographic_parity_difference"] == .pass } <= Self.tolerated)
  }
}
