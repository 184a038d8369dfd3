// SPDX-License-Identifier: Apache-2.0

/// How far the worst slice of a dataset falls behind the whole.
///
/// A slice is part of the whole, so the test and the interval compare it with its complement.
package struct SliceGap: Hashable, Sendable {
  /// The slice with the lowest rate, the first of equals.
  package let worst: String
  /// The rate of the whole minus the rate of the worst slice.
  package let overallMinusWorst: Double
  /// The highest minus the lowest slice rate.
  package let maximumMinusMinimum: Double
  /// Complement minus slice, by Newcombe's method; nil when the slice is everything.
  package let interval: Interval?
  /// Equality of slice and complement, Holm-corrected over all slices; nil without evidence.
  package let adjustedPValue: Double?
  /// Slices without cases.
  package let emptySlices: [String]

  /// The gap over named slices of one whole.
  ///
  /// Refuses slices with more cases or successes than the whole, and having no slice with cases.
  package init(
    overall: Proportion,
    slices: [(name: String, counts: Proportion)],
    level: Double = 0.95
  ) throws(FairnessError) {
    guard level > 0, level < 1 else { throw .invalidLevel(level) }
    for slice in slices where Self.complement(of: slice.counts, in: overall) == nil {
      throw .inconsistentCounts(group: slice.name)
    }
    let rated = slices.compactMap { slice in
      slice.counts.value.map { (name: slice.name, counts: slice.counts, rate: $0) }
    }
    guard let whole = overall.value, let worst = rated.min(by: { $0.rate < $1.rate }),
      let best = rated.max(by: { $0.rate < $1.rate })
    else { throw .noGroups }
    let tests = rated.map { Self.pair($0.counts, overall)?.equalityTest()?.pValue }
    let adjusted = MultipleTesting.correct(tests.map { $0 ?? 1 }, .holm)?.adjusted
    let place = rated.firstIndex { $0.name == worst.name } ?? 0
    self.worst = worst.name
    overallMinusWorst = whole - worst.rate
    maximumMinusMinimum = best.rate - worst.rate
    interval = Self.pair(worst.counts, overall)?.differenceInterval(level: level)
    adjustedPValue = tests[place] == nil ? nil : adjusted?[place]
    emptySlices = slices.filter { $0.counts.trials == 0 }.map(\.name)
  }

  /// Judges the gap between complement and worst slice against a limit at the interval's level.
  package func verdict(limit: Double) -> FairnessVerdict {
    guard let interval, limit > 0 else { return .notEvaluable }
    if !emptySlices.isEmpty { return .notEvaluable }
    if interval.upper <= limit { return .pass }
    if interval.lower > limit { return .fail }
    let isSignificant = (adjustedPValue ?? 1) < 1 - interval.level
    return overallMinusWorst > limit && isSignificant ? .fail : .inconclusive
  }

  private static func pair(_ slice: Proportion, _ whole: Proportion) -> TwoProportions? {
    guard let rest = complement(of: slice, in: whole), rest.trials > 0 else { return nil }
    return TwoProportions(rest, slice)
  }

  /// The cases of the whole outside the slice; nil when the slice is not part of it.
  private static func complement(of slice: Proportion, in whole: Proportion) -> Proportion? {
    let trials = whole.trials - slice.trials
    let successes = whole.successes - slice.successes
    guard trials >= 0, successes >= 0, successes <= trials else { return nil }
    return Proportion(validated: successes, of: trials)
  }
}
