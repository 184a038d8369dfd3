// SPDX-License-Identifier: Apache-2.0

/// The percentile bootstrap of two independent proportions (Efron 1979), repeatable by its seed.
///
/// Resampling the cases of a group with replacement is a binomial draw of its successes, so counts
/// are enough. For tying out with published bootstrap intervals: at rates of 0 and 1 every
/// resample is the same and the interval has no width, so gates use
/// ``TwoProportions/differenceInterval(_:level:)`` and its sibling.
package struct Bootstrap: Hashable, Sendable {
  /// The seed of the random numbers (SplitMix64), to be stated with the interval.
  package let seed: UInt64
  /// The number of resamples.
  package let resamples: Int

  /// A bootstrap with a stated seed; fewer than 2000 resamples are refused.
  package init(seed: UInt64, resamples: Int = 2000) throws(FairnessError) {
    guard (2000...1_000_000).contains(resamples) else {
      throw .invalidSample("the number of resamples, which is 2000 to 1,000,000")
    }
    self.seed = seed
    self.resamples = resamples
  }

  /// The interval of first minus second; nil for an empty group or a level outside (0, 1).
  package func differenceInterval(_ pair: TwoProportions, level: Double = 0.95) -> Interval? {
    interval(pair, level) { $0.difference }
  }

  /// The interval of first divided by second.
  ///
  /// Nil for an empty group, a level outside (0, 1), and where a resample can be 0/0.
  package func ratioInterval(_ pair: TwoProportions, level: Double = 0.95) -> Interval? {
    interval(pair, level) { $0.ratio }
  }

  private func interval(
    _ pair: TwoProportions,
    _ level: Double,
    _ statistic: (TwoProportions) -> Double?
  ) -> Interval? {
    guard pair.haveTrials, level > 0, level < 1 else { return nil }
    var random = SplitMix(state: seed)
    let (first, second) = (BinomialDraws(pair.first), BinomialDraws(pair.second))
    var values: [Double] = []
    for _ in 0..<resamples {
      let resample = TwoProportions(first.draw(&random), second.draw(&random))
      guard let value = statistic(resample) else { return nil }
      values.append(value)
    }
    values.sort()
    return Interval(
      lower: Self.quantile(values, (1 - level) / 2),
      upper: Self.quantile(values, (1 + level) / 2),
      level: level,
      method: .bootstrap
    )
  }

  /// The quantile between the two nearest values, as NumPy's `percentile` has it.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let (low, high) = (sorted[Int(place)], sorted[min(sorted.count - 1, Int(place) + 1)])
    return high.isFinite ? low + (place - place.rounded(.down)) * (high - low) : high
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): repeatable random numbers on every platform.
private struct SplitMix {
  var state: UInt64

  /// A number from 0 up to 1, with 53 random bits.
  mutating func unit() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}

/// Binomial draws with the size and rate of a proportion.
private struct BinomialDraws {
  private let trials: Int
  private let odds: Double
  private let mode: Int
  private let atMode: Double

  init(_ proportion: Proportion) {
    let (n, x) = (Double(proportion.trials), Double(proportion.successes))
    trials = proportion.trials
    mode = proportion.successes
    odds = x / (n - x)
    let isConstant = x == 0 || x == n
    let logChoose =
      SaddlePoint.logGamma(n + 1) - SaddlePoint.logGamma(x + 1)
      - SaddlePoint.logGamma(n - x + 1)
    atMode = isConstant ? 1 : exp(logChoose + x * log(x / n) + (n - x) * log1p(-x / n))
  }

  /// Inversion, visiting the numbers of successes outwards from the most probable one.
  func draw(_ random: inout SplitMix) -> Proportion {
    var rest = random.unit() - atMode
    var (low, high) = (mode, mode)
    var (below, above) = (atMode, atMode)
    while rest > 0, low > 0 || high < trials {
      if low > 0 {
        below *= Double(low) / (Double(trials - low + 1) * odds)
        low -= 1
        rest -= below
        if rest <= 0 { return Proportion(validated: low, of: trials) }
      }
      if high < trials {
        above *= Double(trials - high) * odds / Double(high + 1)
        high += 1
        rest -= above
        if rest <= 0 { return Proportion(validated: high, of: trials) }
      }
      if below + above == 0 { break }
    }
    return Proportion(validated: mode, of: trials)
  }
}
