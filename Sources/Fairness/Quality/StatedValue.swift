// SPDX-License-Identifier: Apache-2.0

/// What somebody states of the uncertainty of a number.
package struct StatedUncertainty: Hashable, Sendable {
  /// The ends of an interval and its confidence level, a fraction.
  package var lower, upper, level: Double?
  /// The standard error.
  package var standardError: Double?

  /// An uncertainty, as far as it is stated, in the unit of the number.
  package init(lower: Double?, upper: Double?, level: Double?, standardError: Double?) {
    (self.lower, self.upper, self.level) = (lower, upper, level)
    self.standardError = standardError
  }
}

/// Why a stated number cannot be judged.
package enum StatedFlaw: Error, Hashable, Sendable, CaseIterable {
  /// The number itself is undefined.
  case noValue
  /// Nothing is stated of its uncertainty.
  case noUncertainty
  /// The interval does not hold its value, or numbers are no numbers.
  case impossible
  /// No doubt at all is left, as no sample leaves it.
  case certain
  /// No mean score is stated beside the labels.
  case noScore
  /// No labels are counted beside the mean score.
  case noLabels
  /// Of the same sentences with the other pronoun nothing is stated, or more than one value.
  case noCounterpart

  /// The flaw as a clause without a subject.
  package var words: String {
    switch self {
    case .noValue: "the value is undefined"
    case .noUncertainty: "neither an interval with its level nor a standard error is stated"
    case .impossible: "the stated interval or standard error cannot be"
    case .certain: "the stated interval or standard error leaves no doubt, as no sample does"
    case .noScore: "no mean score is stated"
    case .noLabels: "no labels are counted beside the mean score"
    case .noCounterpart: "the other half of the sentences is not stated, or twice"
    }
  }
}

/// A number that somebody states with its uncertainty, and without the counts behind it.
package struct StatedValue: Hashable, Sendable {
  /// What it is about, such as a group.
  package let name: String
  /// The number.
  package let value: Double
  private let below: Double
  private let above: Double

  /// A value with its standard error.
  ///
  /// - Throws: ``StatedFlaw`` for numbers that cannot be, such as a negative error, and for an error of 0.
  package init(_ name: String, _ value: Double, standardError: Double) throws(StatedFlaw) {
    guard value.isFinite, standardError.isFinite, standardError >= 0 else { throw .impossible }
    guard standardError > 0 else { throw .certain }
    self.init(name, value, below: standardError, above: standardError)
  }

  /// A value with its interval.
  ///
  /// An end at the value itself leaves no doubt on that side. That is credible only where nothing lies
  /// beyond: for a share of 0 or 1.
  ///
  /// - Throws: ``StatedFlaw`` for an interval that does not hold its value or leaves no doubt, and for a
  ///   level outside (0, 1).
  package init(
    _ name: String,
    _ value: Double,
    lower: Double,
    upper: Double,
    level: Double
  ) throws(StatedFlaw) {
    guard value.isFinite, lower.isFinite, upper.isFinite, lower <= value, value <= upper,
      let z = NormalDistribution.critical(level: level), z > 0
    else { throw .impossible }
    guard lower < value || value == 0, value < upper || value == 1 else { throw .certain }
    self.init(name, value, below: (value - lower) / z, above: (upper - value) / z)
  }

  /// A value with whatever is stated of its uncertainty; an interval is preferred.
  ///
  /// - Parameters:
  ///   - name: What it is about.
  ///   - value: The number; nil where it is undefined.
  ///   - uncertainty: Ends, level and standard error, as far as they are stated.
  ///   - scale: What value and uncertainty are multiplied with: 0.01 for percentages.
  /// - Throws: ``StatedFlaw`` where nothing can be used.
  package init(
    _ name: String,
    _ value: Double?,
    _ uncertainty: StatedUncertainty,
    scale: Double
  ) throws(StatedFlaw) {
    guard let value else { throw .noValue }
    if let lower = uncertainty.lower, let upper = uncertainty.upper, let level = uncertainty.level {
      try self.init(
        name,
        value * scale,
        lower: lower * scale,
        upper: upper * scale,
        level: level
      )
    } else if let error = uncertainty.standardError {
      try self.init(name, value * scale, standardError: error * scale)
    } else {
      throw .noUncertainty
    }
  }

  /// Calibration in the large: a share of positive labels minus the mean score of the same cases.
  ///
  /// The interval is Wilson's of the share. Given the scores, the number of positive labels varies less than
  /// a binomial of their mean, so it is on the safe side.
  ///
  /// - Parameters:
  ///   - name: The group.
  ///   - share: The share of positive labels; nil where labels are not counted.
  ///   - meanScore: The mean score as a fraction; nil where it is not stated.
  ///   - level: The level of the interval.
  /// - Throws: ``StatedFlaw`` without labels or without a score.
  package init(
    calibrationOf name: String,
    _ share: Proportion?,
    meanScore: Double?,
    level: Double
  ) throws(StatedFlaw) {
    guard let meanScore, meanScore.isFinite else { throw .noScore }
    guard let share, let value = share.value, let ends = share.interval(level: level),
      let z = NormalDistribution.critical(level: level), z > 0
    else { throw .noLabels }
    self.init(
      name,
      value - meanScore,
      below: (value - ends.lower) / z,
      above: (ends.upper - value) / z
    )
  }

  /// A share of counted cases with Wilson's interval.
  ///
  /// - Throws: ``StatedFlaw`` without cases, and for a level outside (0, 1).
  package init(
    _ name: String,
    share: Proportion,
    level: Double
  ) throws(StatedFlaw) {
    guard let value = share.value, let ends = share.interval(level: level),
      let z = NormalDistribution.critical(level: level), z > 0
    else { throw .impossible }
    self.init(name, value, below: (value - ends.lower) / z, above: (ends.upper - value) / z)
  }

  /// The difference of two values of the same cases.
  ///
  /// The variance of a difference is at most the square of the sum of the errors, which it reaches where the
  /// values move against each other. How often they do is only known case by case, so the errors add up; were
  /// they independent, the interval would be narrower by up to a factor of √2.
  package init(_ name: String, _ first: StatedValue, minus second: StatedValue) {
    self.init(
      name,
      first.value - second.value,
      below: first.below + second.above,
      above: first.above + second.below
    )
  }

  private init(_ name: String, _ value: Double, below: Double, above: Double) {
    (self.name, self.value, self.below, self.above) = (name, value, below, above)
  }

  /// The interval at a level; nil for one outside (0, 1).
  package func interval(level: Double) -> Interval? {
    NormalDistribution.critical(level: level).map { z in
      let ends = ends(z)
      return Interval(lower: ends.lower, upper: ends.upper, level: level, method: .stated)
    }
  }

  /// The ends at a normal deviate: each side grows with it as the stated one does.
  func ends(_ z: Double) -> (lower: Double, upper: Double) {
    (value - z * below, value + z * above)
  }

  /// Where the value lies about an ideal, on both sides.
  ///
  /// - Parameters:
  ///   - ideal: The value without bias.
  ///   - tolerance: How far the whole interval may reach from it.
  ///   - level: The confidence level.
  ///   - comparisons: How many values are looked at together; the ends that a fail needs share the error.
  /// - Returns: The interval that is printed, and the verdict.
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  package func judged(
    around ideal: Double,
    tolerance: Double,
    level: Double,
    comparisons: Int
  ) throws(FairnessError) -> (interval: Interval, verdict: FairnessVerdict) {
    guard let certainty = Certainty(level: level, comparisons: comparisons) else {
      throw .invalidLevel(level)
    }
    let (own, shared) = (ends(certainty.own), ends(certainty.shared))
    let isInside = own.lower >= ideal - tolerance && own.upper <= ideal + tolerance
    let isOutside = shared.lower > ideal + tolerance || shared.upper < ideal - tolerance
    let shown = isInside ? own : shared
    return (
      Interval(lower: shown.lower, upper: shown.upper, level: level, method: .stated),
      isInside ? .pass : isOutside ? .fail : .inconclusive
    )
  }
}

/// The widest gap between groups whose values are stated with their uncertainty.
///
/// Ends of a difference come from the ends of both values by square-and-add (Zou and Donner 2008), those of
/// a ratio from those of the logarithms. As for counts, the end that a pass needs is the worst of the pairs'
/// own, the end that a fail needs the worst of those that share the error (Bonferroni).
package struct StatedGap: Hashable, Sendable {
  /// How two values are compared.
  package enum Comparison: String, Sendable, CaseIterable {
    case difference
    case ratio
  }

  /// The larger minus the smaller value, or the smaller divided by the larger, over all groups.
  package let value: Double
  /// Its interval.
  package let interval: Interval
  /// The groups with the smallest and the largest value; of equals the first by name.
  package let groups: GroupPair
  /// What the interval says about the limit.
  package let verdict: FairnessVerdict

  /// The gap of at least two groups.
  ///
  /// - Returns: Nil for fewer than two groups, and for a ratio of values that are not positive.
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  package init?(
    _ values: [StatedValue],
    _ comparison: Comparison,
    limit: Double,
    level: Double
  ) throws(FairnessError) {
    let sorted = values.sorted { ($0.value, $0.name) < ($1.value, $1.name) }
    let pairs = sorted.count * (sorted.count - 1) / 2
    guard let certainty = Certainty(level: level, comparisons: pairs) else {
      throw .invalidLevel(level)
    }
    guard let low = sorted.first, let high = sorted.last, sorted.count > 1,
      comparison == .difference || low.value > 0
    else { return nil }
    var (near, far) = (0.0, 0.0)
    for (rank, first) in sorted.enumerated() {
      for second in sorted.dropFirst(rank + 1) {
        let own = Self.ends(first, second, comparison, certainty.own)
        far = max(far, own.upper, -own.lower)
        near = max(near, Self.ends(first, second, comparison, certainty.shared).lower)
      }
    }
    groups = GroupPair(low.name, high.name)
    if comparison == .difference {
      value = high.value - low.value
      interval = Interval(lower: near, upper: far, level: level, method: .stated)
      verdict = far <= limit ? .pass : near > limit ? .fail : .inconclusive
    } else {
      value = low.value / high.value
      interval = Interval(lower: exp(-far), upper: exp(-near), level: level, method: .stated)
      verdict =
        interval.lower >= limit ? .pass : interval.upper < limit ? .fail : .inconclusive
    }
  }

  /// The ends of the second minus the first value, or of the difference of their logarithms.
  private static func ends(
    _ first: StatedValue,
    _ second: StatedValue,
    _ comparison: Comparison,
    _ z: Double
  ) -> (lower: Double, upper: Double) {
    let (one, other) = (first.ends(z), second.ends(z))
    var (down, up) = (
      (first: first.value - one.lower, second: second.value - other.lower),
      (first: one.upper - first.value, second: other.upper - second.value)
    )
    var gap = second.value - first.value
    if comparison == .ratio {
      // The slope of the logarithm; for small errors that of the stated ends.
      down = (down.first / first.value, down.second / second.value)
      up = (up.first / first.value, up.second / second.value)
      gap = log(second.value / first.value)
    }
    return (
      gap - (down.second * down.second + up.first * up.first).squareRoot(),
      gap + (up.second * up.second + down.first * down.first).squareRoot()
    )
  }
}
