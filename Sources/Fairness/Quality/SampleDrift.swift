// SPDX-License-Identifier: Apache-2.0

/// The two-sample Kolmogorov–Smirnov test.
package struct SampleDrift: Hashable, Sendable {
  /// The largest distance between the two empirical distributions.
  package let statistic: Double
  /// The size of the first sample.
  package let firstCount: Int
  /// The size of the second sample.
  package let secondCount: Int
  /// The statistic times both sizes, a whole number.
  private let steps: Int

  /// The largest product of sample sizes whose exact distribution is computed.
  package static let exactLimit = 25_000_000

  /// Compares two samples; refuses empty ones, values that are not finite, and sizes whose
  /// product overflows.
  package init(_ first: [Double], _ second: [Double]) throws(FairnessError) {
    for (name, sample) in [("the first sample", first), ("the second sample", second)]
    where sample.isEmpty || !sample.allSatisfy(\.isFinite) {
      throw .invalidSample(name)
    }
    let (product, overflow) = first.count.multipliedReportingOverflow(by: second.count)
    guard !overflow else { throw .overflowingCounts(group: "samples") }
    steps = Self.largestGap(first.sorted(), second.sorted())
    statistic = Double(steps) / Double(product)
    firstCount = first.count
    secondCount = second.count
  }

  /// The exact p-value for samples without ties; nil above ``exactLimit``.
  ///
  /// The probability that a random lattice path between the samples leaves the band that the
  /// statistic allows. Only sums of positive terms occur, so small values stay accurate.
  package var exactPValue: Double? {
    guard firstCount <= Self.exactLimit / secondCount else { return nil }
    guard steps > 0 else { return 1 }
    var outside = [Double](repeating: 0, count: secondCount + 1)
    for i in 0...firstCount {
      for j in 0...secondCount {
        let gap = (i * secondCount - j * firstCount).magnitude
        outside[j] = gap >= steps ? 1 : Self.mix(i, j, above: outside[j], left: outside, j)
      }
    }
    return min(1, outside[secondCount])
  }

  /// The approximate p-value: Kolmogorov's distribution for n·m/(n + m) cases, rounded.
  ///
  /// Nil when that rounds to no case.
  package var asymptoticPValue: Double? {
    let (n, m) = (Double(firstCount), Double(secondCount))
    let size = (n * m / (n + m)).rounded(.toNearestOrEven)
    guard size >= 1 else { return nil }
    return KolmogorovDistribution(n: Int(size)).upperTail(statistic)
  }

  /// The chance to have left the band before (i, j): the last step came from either side.
  private static func mix(
    _ i: Int,
    _ j: Int,
    above: Double,
    left row: [Double],
    _ column: Int
  ) -> Double {
    guard i + j > 0 else { return 0 }
    let fromAbove = i > 0 ? Double(i) / Double(i + j) * above : 0
    let fromLeft = j > 0 ? Double(j) / Double(i + j) * row[column - 1] : 0
    return fromAbove + fromLeft
  }

  /// The largest |i · m − j · n| over all values, where i and j count cases up to the value.
  private static func largestGap(_ first: [Double], _ second: [Double]) -> Int {
    var (i, j, largest) = (0, 0, 0)
    while i < first.count, j < second.count {
      let value = min(first[i], second[j])
      while i < first.count, first[i] <= value { i += 1 }
      while j < second.count, second[j] <= value { j += 1 }
      largest = max(largest, abs(i * second.count - j * first.count))
    }
    return largest
  }
}
