// SPDX-License-Identifier: Apache-2.0

/// Boschloo's unconditional exact test of two proportions (Boschloo 1970).
///
/// Tables are ordered by Fisher's one-sided p-value; the probability of the extreme ones is
/// maximized over the unknown common rate. Two-sided is twice the smaller side, at most 1.
struct BoschlooTest {
  let pair: TwoProportions

  /// The largest number of tables that is enumerated.
  static let tableLimit = 4_000_000.0
  /// The largest number of cases in both groups.
  static let caseLimit = 10_000.0

  /// The test, or nil when a group is empty or the groups are too large to enumerate.
  func result(_ alternative: Alternative) -> TestResult? {
    guard pair.haveTrials, pair.n1 + pair.n2 <= Self.caseLimit,
      (pair.n1 + 1) * (pair.n2 + 1) <= Self.tableLimit
    else { return nil }
    switch alternative {
    case .less: return oneSided(pair)
    case .greater: return oneSided(pair.reversed)
    case .twoSided:
      let less = oneSided(pair)
      let greater = oneSided(pair.reversed)
      let smaller = less.pValue < greater.pValue ? less : greater
      return TestResult(statistic: smaller.statistic, pValue: min(1, 2 * smaller.pValue))
    }
  }

  private func oneSided(_ pair: TwoProportions) -> TestResult {
    let fisher = fisherLess(pair, x1: pair.first.successes, x2: pair.second.successes)
    let region = extremeRegion(pair, bound: fisher * (1 + 1e-13))
    let value = maximum { rate in probability(of: region, pair, rate) }
    return TestResult(statistic: fisher, pValue: min(1, value))
  }

  private func fisherLess(_ pair: TwoProportions, x1: Int, x2: Int) -> Double {
    HypergeometricDistribution(
      firstSize: pair.n1,
      secondSize: pair.n2,
      selected: Double(x1 + x2)
    ).lowerTail(Double(x1))
  }

  /// For each x1 the smallest x2 that is at least as extreme.
  ///
  /// Fisher's p-value rises in x1 and falls in x2, so the boundary only moves one way and one
  /// pass finds it.
  private func extremeRegion(_ pair: TwoProportions, bound: Double) -> [Int] {
    var boundary = 0
    return (0...pair.first.trials).map { x1 in
      while boundary <= pair.second.trials, fisherLess(pair, x1: x1, x2: boundary) > bound {
        boundary += 1
      }
      return boundary
    }
  }

  private func probability(of region: [Int], _ pair: TwoProportions, _ rate: Double) -> Double {
    let first = BinomialTable(trials: pair.first.trials, rate: rate).probabilities
    var tails = BinomialTable(trials: pair.second.trials, rate: rate).probabilities
    for k in tails.indices.dropLast().reversed() { tails[k] += tails[k + 1] }
    var sum = 0.0
    for (x1, boundary) in region.enumerated() where boundary <= pair.second.trials {
      sum += first[x1] * tails[boundary]
    }
    return sum
  }

  /// The largest value on (0, 1): a grid, then golden-section search around its best points.
  private func maximum(_ function: (Double) -> Double) -> Double {
    let steps = 200
    let values = (0...steps).map { function(Double($0) / Double(steps)) }
    let best = values.max() ?? 0
    var result = best
    for index in 0...steps where values[index] >= 0.98 * best {
      let isPeak =
        values[index] >= values[max(0, index - 1)]
        && values[index] >= values[min(steps, index + 1)]
      guard isPeak else { continue }
      let low = Double(max(0, index - 1)) / Double(steps)
      let high = Double(min(steps, index + 1)) / Double(steps)
      result = max(result, peak(from: low, to: high, function))
    }
    return result
  }

  private func peak(from low: Double, to high: Double, _ function: (Double) -> Double) -> Double {
    let golden = 0.618033988749894848
    var (a, b) = (low, high)
    var (c, d) = (b - golden * (b - a), a + golden * (b - a))
    var (atC, atD) = (function(c), function(d))
    for _ in 0..<40 {
      if atC > atD {
        (b, d, atD) = (d, c, atC)
        c = b - golden * (b - a)
        atC = function(c)
      } else {
        (a, c, atC) = (c, d, atD)
        d = a + golden * (b - a)
        atD = function(d)
      }
    }
    return max(atC, atD)
  }
}

extension TwoProportions {
  /// Boschloo's unconditional exact test; the statistic is Fisher's one-sided p-value.
  ///
  /// Nil when a group is empty or the groups are too large to enumerate (about 2000 cases each).
  package func boschlooTest(_ alternative: Alternative = .twoSided) -> TestResult? {
    BoschlooTest(pair: self).result(alternative)
  }
}
