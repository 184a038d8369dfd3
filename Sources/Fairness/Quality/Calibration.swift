// SPDX-License-Identifier: Apache-2.0

/// How well scores agree with outcomes, from equal-width bins on [0, 1].
package struct Calibration: Hashable, Sendable {
  /// The sums over the cases of one bin; no individual rows are needed.
  package struct Bin: Hashable, Sendable {
    /// The number of cases.
    package let count: Int
    /// The sum of their scores.
    package let scoreSum: Double
    /// The number of positive labels among them.
    package let positives: Double

    /// A bin with its sums.
    package init(count: Int, scoreSum: Double, positives: Double) {
      self.count = count
      self.scoreSum = scoreSum
      self.positives = positives
    }

    /// The mean score; nil for an empty bin.
    package var meanScore: Double? { count > 0 ? scoreSum / Double(count) : nil }
    /// The share of positive labels; nil for an empty bin.
    package var meanLabel: Double? { count > 0 ? positives / Double(count) : nil }
  }

  /// The bins, lowest scores first.
  package let bins: [Bin]
  /// The number of cases.
  package let n: Int
  /// The mean squared error of the scores (Brier 1950); nil when only bin sums are known.
  package let brier: Double?

  /// Calibration from individual scores and labels.
  ///
  /// Bins are closed on the right; a score of 0 belongs to the first. Edge i is i · (1/count) in
  /// double precision, as NumPy's `linspace` has it. Refuses scores outside [0, 1], lists of
  /// different lengths and a bin count outside 1…10,000.
  package init(scores: [Double], labels: [Bool], binCount: Int = 10) throws(FairnessError) {
    guard scores.count == labels.count else { throw .unequalLengths("scores and labels") }
    guard scores.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .invalidSample("the scores") }
    guard (1...10_000).contains(binCount) else { throw .invalidSample("the number of bins") }
    let edges = (0..<binCount).map { Double($0) * (1 / Double(binCount)) } + [1]
    var sums = [(count: Int, score: Double, positives: Double)](
      repeating: (0, 0, 0),
      count: binCount
    )
    var squares = 0.0
    for (score, label) in zip(scores, labels) {
      let outcome: Double = label ? 1 : 0
      let index = Self.bin(of: score, edges)
      sums[index] = (
        sums[index].count + 1, sums[index].score + score, sums[index].positives + outcome
      )
      squares += (score - outcome) * (score - outcome)
    }
    bins = sums.map { Bin(count: $0.count, scoreSum: $0.score, positives: $0.positives) }
    n = scores.count
    brier = scores.isEmpty ? nil : squares / Double(n)
  }

  /// Calibration from bin sums.
  ///
  /// Refuses negative counts, sums that are not between 0 and the count, and totals that
  /// overflow.
  package init(bins: [Bin]) throws(FairnessError) {
    for bin in bins {
      guard bin.count >= 0 else { throw .negativeCount(group: "bin", count: "\(bin.count)") }
      let range = 0...Double(bin.count)
      guard range.contains(bin.scoreSum), range.contains(bin.positives) else {
        throw .invalidSample("the sums of a bin")
      }
    }
    guard let total = GroupOutcome.sum(bins.map(\.count)) else {
      throw .overflowingCounts(group: "bins")
    }
    self.bins = bins
    n = total
    brier = nil
  }

  /// The number of edges below the score, less one.
  private static func bin(of score: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < score { low = middle + 1 } else { high = middle }
    }
    return min(max(low - 1, 0), edges.count - 2)
  }

  /// Expected calibration error: the mean gap between labels and scores, weighted by bin size.
  ///
  /// Biased upwards in small samples: compare with ``errorOfPerfectCalibration``. Nil without
  /// cases.
  package var expectedError: Double? {
    guard n > 0 else { return nil }
    return bins.reduce(0) { sum, bin in
      sum + Double(bin.count) / Double(n) * (gap(bin) ?? 0)
    }
  }

  /// The largest gap of any bin; nil without cases.
  package var maximumError: Double? { bins.compactMap(gap).max() }

  /// Mean label minus mean score over all cases; nil without cases.
  package var inTheLarge: Double? {
    guard n > 0 else { return nil }
    let labels = bins.reduce(0) { $0 + $1.positives }
    let scores = bins.reduce(0) { $0 + $1.scoreSum }
    return labels / Double(n) - scores / Double(n)
  }

  /// What ``expectedError`` would be for perfectly calibrated scores: its mean and 95 % point.
  ///
  /// Each bin's gap is then half-normal with variance m(1 − m)/n_b, where m is its mean score:
  /// mean √(2v/π), variance v(1 − 2/π). For 10 bins and uniform scores this gives 0.10/0.14 at
  /// n = 100 and 0.010/0.014 at n = 10,000. Nil without cases.
  package var errorOfPerfectCalibration: (mean: Double, upper95: Double)? {
    guard n > 0 else { return nil }
    var mean = 0.0
    var variance = 0.0
    for bin in bins {
      guard let score = bin.meanScore else { continue }
      let weight = Double(bin.count) / Double(n)
      let v = score * (1 - score) / Double(bin.count)
      mean += weight * (2 * v / .pi).squareRoot()
      variance += weight * weight * v * (1 - 2 / .pi)
    }
    return (mean, mean + NormalDistribution.quantile(0.95) * variance.squareRoot())
  }

  private func gap(_ bin: Bin) -> Double? {
    guard let label = bin.meanLabel, let score = bin.meanScore else { return nil }
    return (label - score).magnitude
  }
}

extension Calibration {
  /// The number of cases below which a small limit is noise.
  package static let minimumCases = 1000

  /// Judges the expected calibration error against a limit.
  ///
  /// A pass needs ``minimumCases``; a fail needs an error above both the limit and what perfect
  /// calibration would show by chance in one of twenty samples.
  package func verdict(limit: Double) -> FairnessVerdict {
    guard let error = expectedError, let noise = errorOfPerfectCalibration, limit > 0 else {
      return .notEvaluable
    }
    if error > limit, error > noise.upper95 { return .fail }
    return error <= limit && n >= Self.minimumCases ? .pass : .inconclusive
  }
}
