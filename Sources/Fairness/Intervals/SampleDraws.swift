// SPDX-License-Identifier: Apache-2.0

/// Seeded draws of small samples, each judged by the intervals that judge real ones.
struct SampleDraws {
  private static let count = 2000

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
    let pairs = pairs
    var memory: [[Bool?]] = pairs.map { first, second in
      [Bool?](repeating: nil, count: (sizes[first] + 1) * (sizes[second] + 1))
    }
    var random = SplitMix(state: 20_261_128)
    var passes = 0
    for _ in 0..<Self.count {
      let counts = tables.map { Self.draw($0, random.nextUnit()) }
      if holds(counts, pairs, &memory) { passes += 1 }
    }
    return Double(passes) / Double(Self.count)
  }

  private var pairs: [(Int, Int)] {
    sizes.indices.flatMap { first in
      sizes.indices.dropFirst(first + 1).map { (first, $0) }
    }
  }

  /// Two counts with the sizes of their groups.
  private struct Pair {
    let x1: Int
    let n1: Int
    let x2: Int
    let n2: Int
  }

  private func holds(
    _ counts: [Int],
    _ pairs: [(Int, Int)],
    _ memory: inout [[Bool?]]
  ) -> Bool {
    for (index, (first, second)) in pairs.enumerated() {
      let cell = counts[first] * (sizes[second] + 1) + counts[second]
      if memory[index][cell] == nil {
        memory[index][cell] = holds(
          Pair(x1: counts[first], n1: sizes[first], x2: counts[second], n2: sizes[second])
        )
      }
      if memory[index][cell] == false { return false }
    }
    return true
  }

  private func holds(_ pair: Pair) -> Bool {
    let counts = TwoProportions(
      Proportion(validated: pair.x1, of: pair.n1),
      Proportion(validated: pair.x2, of: pair.n2)
    )
    guard comparison == .ratio else {
      let ends = counts.newcombe(z)
      return ends.lower >= -limit && ends.upper <= limit
    }
    guard pair.x1 > 0 || pair.x2 > 0 else { return false }
    let isHigh = ScoreOfRatio(counts, corrected: true).statistic(limit) >= z
    return isHigh
      && (isOneSided || ScoreOfRatio(counts.reversed, corrected: true).statistic(limit) >= z)
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
