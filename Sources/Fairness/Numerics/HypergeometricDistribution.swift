// SPDX-License-Identifier: Apache-2.0

/// The number of selected cases in the first of two groups, all margins of the table fixed.
struct HypergeometricDistribution {
  let firstSize: Double
  let secondSize: Double
  let selected: Double

  /// The smallest possible count.
  var minimum: Double { max(0, selected - secondSize) }
  /// The largest possible count.
  var maximum: Double { min(firstSize, selected) }
  /// The most probable count.
  var mode: Double {
    let peak = (selected + 1) * ((firstSize + 1) / (firstSize + secondSize + 2))
    return min(maximum, max(minimum, peak.rounded(.down)))
  }

  /// P(X = x), as a quotient of three binomial probabilities (Loader 2000).
  func probability(_ x: Double) -> Double {
    guard x >= minimum, x <= maximum else { return 0 }
    let total = firstSize + secondSize
    guard selected > 0, selected < total else { return 1 }
    let rate = selected / total
    return SaddlePoint.binomial(x, of: firstSize, rate: rate)
      * SaddlePoint.binomial(selected - x, of: secondSize, rate: rate)
      / SaddlePoint.binomial(selected, of: total, rate: rate)
  }

  /// P(X ≤ x).
  func lowerTail(_ x: Double) -> Double {
    if x < minimum { return 0 }
    if x >= maximum { return 1 }
    return x <= mode ? outward(from: x, step: -1) : 1 - outward(from: x + 1, step: 1)
  }

  /// P(X ≥ x).
  func upperTail(_ x: Double) -> Double {
    if x <= minimum { return 1 }
    if x > maximum { return 0 }
    return x >= mode ? outward(from: x, step: 1) : 1 - outward(from: x - 1, step: -1)
  }

  /// The total probability of all counts that are no more probable than `x`.
  ///
  /// The relative slack of 1e-10 makes equal probabilities equal in spite of rounding.
  func twoSided(_ x: Double) -> Double {
    let bound = probability(x) * (1 + 1e-10)
    if (x - mode).magnitude <= 1, bound >= probability(mode) { return 1 }
    let step: Double = x < mode ? -1 : 1
    let near = outward(from: x, step: step)
    let far = firstCount(noMoreProbableThan: bound, side: -step, opposite: x)
    return min(1, near + (far.map { outward(from: $0, step: -step) } ?? 0))
  }

  /// The count nearest to the mode on one side whose probability is at most `bound`.
  ///
  /// The distribution is nearly symmetric, so it is sought from the mirror image of the other count on.
  private func firstCount(
    noMoreProbableThan bound: Double,
    side: Double,
    opposite: Double
  ) -> Double? {
    let end = side > 0 ? maximum : minimum
    guard end != mode else { return nil }
    var count = max(minimum, min(maximum, 2 * mode - opposite))
    if count == mode { count += side }
    var chance = probability(count)
    for _ in 0..<64 {
      let isBeyond = chance <= bound
      if !isBeyond, count == end { return nil }
      let next = isBeyond ? count - side : count + side
      let chanceOfNext = next > count ? chance * growth(count) : chance / growth(next)
      if isBeyond, next == mode || chanceOfNext > bound { return count }
      (count, chance) = (next, chanceOfNext)
      if !isBeyond, chance <= bound { return count }
    }
    return firstCount(noMoreProbableThan: bound, between: mode, and: end)
  }

  private func firstCount(
    noMoreProbableThan bound: Double,
    between mode: Double,
    and end: Double
  ) -> Double? {
    guard probability(end) <= bound else { return nil }
    var inside = mode
    var outside = end
    while (outside - inside).magnitude > 1 {
      let middle = ((inside + outside) / 2).rounded(.down)
      if probability(middle) <= bound { outside = middle } else { inside = middle }
    }
    return outside
  }

  /// Sums from `start` away from the mode, where terms only fall, until they no longer count.
  private func outward(from start: Double, step: Double) -> Double {
    let first = probability(start)
    var x = start
    var term = 1.0
    var sum = 1.0
    while x > minimum || step > 0, x < maximum || step < 0 {
      term *= step > 0 ? growth(x) : 1 / growth(x - 1)
      x += step
      sum += term
      if term < sum * 1e-17 { break }
    }
    return min(1, first * sum)
  }

  /// P(X = x + 1) / P(X = x).
  private func growth(_ x: Double) -> Double {
    (firstSize - x) / (x + 1) * ((selected - x) / (secondSize - selected + x + 1))
  }
}
