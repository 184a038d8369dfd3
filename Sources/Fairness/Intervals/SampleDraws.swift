// SPDX-License-Identifier: Apache-2.0

/// Seeded draws of samples whose counts are far from normal, each judged by the intervals that judge real ones.
struct SampleDraws {
  private static let count = 1000

  let comparison: Comparison
  let limit: Double
  let z: Double
  let rates: [Double]
  let sizes: [Int]
  let isOneSided: Bool

  /// The share of draws in which every pair of groups keeps the limit.
  func chance() -> Double {
    let tables = zip(rates, sizes).map { rate, size in
      BinomialTable(trials: size, rate: min(max(rate, 1e-9), 1 - 1e-9)).cumulative
    }
    var random = SplitMix(state: 20_261_128)
    var pairs = pairs()
    var passes = 0
    for _ in 0..<Self.count {
      let counts = tables.map { Self.draw($0, random.nextUnit()) }
      if holds(counts, &pairs) { passes += 1 }
    }
    return Double(passes) / Double(Self.count)
  }

  /// The sizes of the two groups of a pair.
  private struct Sizes: Hashable {
    let first: Int
    let second: Int
  }

  /// Every pair of groups; pairs of the same sizes share what is known of them.
  private struct Pairs {
    var places: [(first: Int, second: Int, kind: Int)] = []
    var sizes: [Sizes] = []
    /// For each kind and count of its first group the counts of the second with which the pair
    /// keeps the limit: the inner nil says that there are none, the outer that none was sought.
    var reaches: [[ClosedRange<Int>??]] = []
  }

  private func pairs() -> Pairs {
    var pairs = Pairs()
    for first in sizes.indices {
      for second in sizes.indices.dropFirst(first + 1) {
        let pair = Sizes(first: sizes[first], second: sizes[second])
        let kind = pairs.sizes.firstIndex(of: pair) ?? pairs.sizes.endIndex
        if kind == pairs.sizes.endIndex {
          pairs.sizes.append(pair)
          pairs.reaches.append(Array(repeating: nil, count: pair.first + 1))
        }
        pairs.places.append((first, second, kind))
      }
    }
    return pairs
  }

  private func holds(_ counts: [Int], _ pairs: inout Pairs) -> Bool {
    guard comparison == .difference || counts.contains(where: { $0 > 0 }) else { return false }
    for (first, second, kind) in pairs.places {
      let x1 = counts[first]
      let known = pairs.reaches[kind][x1]
      let reach = known ?? reach(of: x1, pairs.sizes[kind])
      if known == nil { pairs.reaches[kind][x1] = .some(reach) }
      guard let reach, reach.contains(counts[second]) else { return false }
    }
    return true
  }

  /// Both ends of an interval move one way with a count, so that what keeps the limit has no gaps.
  private func reach(of x1: Int, _ sizes: Sizes) -> ClosedRange<Int>? {
    func first(where holds: (TwoProportions) -> Bool) -> Int {
      var (low, high) = (0, sizes.second + 1)
      while low < high {
        let middle = (low + high) / 2
        let pair = TwoProportions(
          Proportion(validated: x1, of: sizes.first),
          Proportion(validated: middle, of: sizes.second)
        )
        if holds(pair) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let lowest = isOneSided && comparison == .ratio ? 0 : first { keepsSecond($0) }
    let highest = first { !keepsFirst($0) } - 1
    return lowest <= highest ? lowest...highest : nil
  }

  /// Whether the first group is shown not to be too far below the second.
  private func keepsFirst(_ pair: TwoProportions) -> Bool {
    comparison == .ratio
      ? ScoreOfRatio(pair, corrected: true).statistic(limit) >= z
      : pair.newcombe(z).lower >= -limit
  }

  /// Whether the second group is shown not to be too far below the first.
  private func keepsSecond(_ pair: TwoProportions) -> Bool {
    comparison == .ratio
      ? ScoreOfRatio(pair.reversed, corrected: true).statistic(limit) >= z
      : pair.newcombe(z).upper <= limit
  }

  private static func draw(_ cumulative: [Double], _ uniform: Double) -> Int {
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < uniform { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension BinomialTable {
  /// The probabilities of at most as many successes.
  var cumulative: [Double] {
    var sum = 0.0
    return probabilities.map { probability in
      sum += probability
      return sum
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
struct SplitMix {
  var state: UInt64

  /// A number in [0, 1).
  mutating func nextUnit() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
