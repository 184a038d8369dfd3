// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Calibration, slices, paired results and drift")
struct QualityTests {
  @Test
  func `a perfectly calibrated model has the expected noise of the published simulation`() throws {
    for (n, mean, upper) in [(100, 0.100, 0.141), (500, 0.044, 0.064), (10_000, 0.010, 0.014)] {
      let bins = (0..<10).map { index in
        Calibration.Bin(
          count: n / 10,
          scoreSum: Double(n) / 10 * (Double(index) + 0.5) / 10,
          positives: Double(n / 20)
        )
      }
      let noise = try #require(try Calibration(bins: bins).errorOfPerfectCalibration)
      #expect((noise.mean - mean).magnitude < 0.05 * mean)
      #expect((noise.upper95 - upper).magnitude < 0.05 * upper)
    }
  }

  @Test(arguments: [
    (100, 0.0, FairnessVerdict.inconclusive), (100, 0.1, .inconclusive), (100, 0.3, .fail),
    (10_000, 0.0, .pass), (10_000, 0.04, .pass), (10_000, 0.1, .fail),
  ])
  func `a calibration error is judged by size and by noise`(
    _ n: Int,
    _ shift: Double,
    _ verdict: FairnessVerdict
  ) throws {
    let bins = (0..<4).map { index in
      let rate = 0.2 + 0.1 * Double(index)
      return Calibration.Bin(
        count: n / 4,
        scoreSum: Double(n / 4) * rate,
        positives: Double(n / 4) * (rate + shift)
      )
    }
    #expect(try Calibration(bins: bins).verdict(limit: 0.05) == verdict)
  }

  @Test func `no scores have no calibration`() throws {
    let empty = try Calibration(scores: [], labels: [])
    #expect(empty.expectedError == nil)
    #expect(empty.maximumError == nil)
    #expect(empty.brier == nil)
    #expect(empty.verdict(limit: 0.05) == .notEvaluable)
  }

  @Test func `the worst slice is compared with the rest of the data`() throws {
    let gap = try SliceGap(
      overall: try Proportion(successes: 850, trials: 1000),
      slices: [
        ("young", try Proportion(successes: 450, trials: 500)),
        ("old", try Proportion(successes: 400, trials: 500)),
        ("unseen", try Proportion(successes: 0, trials: 0)),
      ]
    )
    #expect(gap.worst == "old")
    #expect((gap.overallMinusWorst - 0.05).magnitude < 1e-12)
    #expect((gap.maximumMinusMinimum - 0.1).magnitude < 1e-12)
    #expect(gap.interval?.contains(0.1) == true)
    #expect(gap.emptySlices == ["unseen"])
    #expect(gap.verdict(limit: 0.2) == .notEvaluable)
  }

  @Test(arguments: [
    (500, 440, FairnessVerdict.pass), (500, 400, .inconclusive), (500, 300, .fail),
    (20, 17, .inconclusive),
  ])
  func `a slice gap passes, fails or stays open by its interval`(
    _ n: Int,
    _ right: Int,
    _ verdict: FairnessVerdict
  ) throws {
    let rest = n * 9 / 10
    let gap = try SliceGap(
      overall: try Proportion(successes: rest + right, trials: 2 * n),
      slices: [
        ("rest", try Proportion(successes: rest, trials: n)),
        ("slice", try Proportion(successes: right, trials: n)),
      ]
    )
    #expect(gap.verdict(limit: 0.1) == verdict)
  }

  @Test func `a slice cannot have more cases than the whole`() throws {
    let whole = try Proportion(successes: 5, trials: 10)
    let slice = try Proportion(successes: 5, trials: 20)
    #expect(throws: FairnessError.self) { try SliceGap(overall: whole, slices: [("a", slice)]) }
  }

  @Test func `McNemar's tests use the discordant pairs only`() throws {
    let pairs = try PairedOutcomes(both: 70, firstOnly: 10, secondOnly: 3, neither: 17)
    let exact = try #require(pairs.mcNemarTest())
    #expect((exact.pValue - 756.0 / 8192).magnitude < 1e-12)
    let corrected = try #require(pairs.mcNemarChiSquare(continuity: true))
    #expect((corrected.statistic - 36.0 / 13).magnitude < 1e-12)
    #expect(pairs.delta == 0.07)
    for method in [Interval.Method.newcombePaired, .wald] {
      #expect(pairs.interval(method)?.contains(0.07) == true)
    }
    let interval = try #require(pairs.interval())
    #expect((interval.lower - -0.002678675402).magnitude < 1e-11)
    #expect((interval.upper - 0.144024286594).magnitude < 1e-11)
    let same = try PairedOutcomes(both: 70, firstOnly: 0, secondOnly: 0, neither: 17)
    #expect(same.mcNemarTest() == nil)
    #expect(same.delta == 0)
  }

  @Test func `a balanced discordance has p = 1 and large counts stay finite`() throws {
    let even = try PairedOutcomes(both: 0, firstOnly: 6, secondOnly: 6, neither: 0)
    #expect(even.mcNemarTest()?.pValue == 1)
    let many = try PairedOutcomes(
      both: 0,
      firstOnly: 1_000_000_000,
      secondOnly: 1_000_100_000,
      neither: 0
    )
    let p = try #require(many.mcNemarTest()?.pValue)
    #expect((p - 0.02534).magnitude < 1e-4)
  }

  @Test func `drift below its own noise is no drift`() throws {
    let small = try HistogramDrift(
      expected: [30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
      actual: [16, 5, 12, 9, 13, 6, 14, 8, 11, 6]
    )
    #expect((small.noisePoint() - 16.918977604620448 * (1.0 / 300 + 1.0 / 100)).magnitude < 1e-9)
    #expect(small.populationStabilityIndex(smoothing: 0.5) > 0.1)
    #expect(small.verdict(limit: 0.1) == .inconclusive)
    let large = try HistogramDrift(expected: [5000, 5000], actual: [2500, 7500])
    #expect(large.verdict(limit: 0.1) == .fail)
    let same = try HistogramDrift(expected: [5000, 5000], actual: [5000, 5000])
    #expect(same.verdict(limit: 0.1) == .pass)
  }

  @Test func `smoothing makes the index finite when a bin is empty on one side`() throws {
    let drift = try HistogramDrift(expected: [10, 0, 90], actual: [10, 5, 85])
    #expect(drift.populationStabilityIndex() == .infinity)
    #expect(drift.populationStabilityIndex(smoothing: 0.5).isFinite)
    let oneBin = try HistogramDrift(expected: [10, 0], actual: [20, 0])
    #expect(oneBin.chiSquareTest() == nil)
  }

  @Test func `categories under two per cent leave the ratios and may raise the others`() throws {
    let tables = try ImpactRatios.selection(
      attributes: ["group"],
      cells: [
        .init(["a"], applicants: 490, selected: 245), .init(["b"], applicants: 500, selected: 200),
        .init(["c"], applicants: 10, selected: 10),
      ]
    )
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(table.rows.map(\.isExcluded) == [false, false, true])
    #expect(table.rows.map(\.impactRatio) == [1, 0.8, nil])
    #expect(table.rows.map(\.impactRatioAmongAll) == [0.5, 0.4, 1])
    #expect(table.rows.map(\.reason) == [nil, nil, .tooFewCases])
  }

  @Test
  func `a share of exactly two per cent is kept, and nobody selected gives no ratio`() throws {
    let tables = try ImpactRatios.selection(
      attributes: ["group"],
      cells: [
        .init(["a"], applicants: 98, selected: 0), .init(["b"], applicants: 2, selected: 0),
      ]
    )
    let table = try #require(tables.first)
    #expect(table.rows.map(\.isExcluded) == [false, false])
    #expect(table.rows.map(\.reason) == [.nobodySelected, .nobodySelected])
    #expect(table.minimumImpactRatio == nil)
    #expect(throws: FairnessError.self) {
      try ImpactRatios.selection(
        attributes: ["a", "b"],
        cells: [.init(["x"], applicants: 1, selected: 1)]
      )
    }
    #expect(throws: FairnessError.self) {
      try ImpactRatios.scoring(attributes: ["a"], people: [(["x"], .nan)])
    }
  }
}
