// SPDX-License-Identifier: Apache-2.0

/// The tests of equality that are looked at together, and the correction for that.
///
/// Holm's step-down correction, which depends on a p-value alone and not on whose it is; above
/// ``exactLimit`` comparisons Bonferroni's, which is never smaller.
struct EqualityFamily: Sendable {
  /// The largest family whose p-values are all computed.
  static let exactLimit = 5_000

  private let count: Int
  private let sorted: [Double]
  private let adjusted: [Double]

  /// A family that nothing belongs to.
  static let none = EqualityFamily(count: 0, sorted: [], adjusted: [])

  private init(count: Int, sorted: [Double], adjusted: [Double]) {
    self.count = count
    self.sorted = sorted
    self.adjusted = adjusted
  }

  /// Pairs without evidence count as 1.
  init(count: Int, pairs: () -> [TwoProportions]) {
    guard count <= Self.exactLimit else {
      self.init(count: count, sorted: [], adjusted: [])
      return
    }
    let sorted = pairs().map { Self.p($0) ?? 1 }.sorted()
    let adjusted = MultipleTesting.correct(sorted, .holm)?.adjusted ?? []
    self.init(count: count, sorted: sorted, adjusted: adjusted)
  }

  /// The corrected p-value of one of the pairs; nil without evidence.
  func adjusted(_ pair: TwoProportions) -> Double? {
    guard let p = Self.p(pair) else { return nil }
    guard !sorted.isEmpty else { return min(1, p * Double(max(1, count))) }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < p { low = middle + 1 } else { high = middle }
    }
    return adjusted[min(low, adjusted.count - 1)]
  }

  /// The same digits whichever group comes first.
  private static func p(_ pair: TwoProportions) -> Double? {
    let (first, second) = (pair.first, pair.second)
    let isOrdered = (first.trials, first.successes) <= (second.trials, second.successes)
    return (isOrdered ? pair : pair.reversed).equalityTest()?.pValue
  }
}
