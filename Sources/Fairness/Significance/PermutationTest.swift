// SPDX-License-Identifier: Apache-2.0

/// The exact permutation test of a difference in means: every relabelling is counted.
package struct PermutationTest: Hashable, Sendable {
  /// Mean of the first sample minus mean of the second.
  package let statistic: Double
  /// The share of relabellings with a difference at most the observed one.
  package let less: Double
  /// The share of relabellings with a difference at least the observed one.
  package let greater: Double
  /// Twice the smaller share, at most 1.
  package var twoSided: Double { min(1, 2 * min(less, greater)) }

  /// The largest number of relabellings that is enumerated.
  package static let relabellingLimit = 5_000_000

  /// Enumerates all relabellings of two samples.
  ///
  /// Nil when a sample is empty, a value is not finite, or there are more relabellings than
  /// ``relabellingLimit``.
  package init?(_ first: [Double], _ second: [Double]) {
    let all = first + second
    guard !first.isEmpty, !second.isEmpty, all.allSatisfy(\.isFinite),
      let count = Self.relabellings(all.count, first.count), count <= Self.relabellingLimit
    else { return nil }
    let total = all.reduce(0, +)
    let (m, n) = (Double(first.count), Double(second.count))
    func difference(_ sum: Double) -> Double { sum / m - (total - sum) / n }
    statistic = difference(first.reduce(0, +))
    let scale = all.reduce(0) { max($0, $1.magnitude) }
    let (low, high) = (statistic - 1e-12 * scale, statistic + 1e-12 * scale)
    var (atMost, atLeast) = (0, 0)
    Self.forEachSum(of: first.count, in: all) { sum in
      let value = difference(sum)
      if value <= high { atMost += 1 }
      if value >= low { atLeast += 1 }
    }
    less = Double(atMost) / Double(count)
    greater = Double(atLeast) / Double(count)
  }

  /// n choose k, or nil when it leaves the enumerable range.
  private static func relabellings(_ n: Int, _ k: Int) -> Int? {
    var result = 1
    for i in 0..<min(k, n - k) {
      result = result * (n - i) / (i + 1)
      if result > relabellingLimit { return nil }
    }
    return result
  }

  /// Visits the sum of every subset of `size` values, in lexicographic order of positions.
  private static func forEachSum(of size: Int, in values: [Double], _ visit: (Double) -> Void) {
    var chosen = Array(0..<size)
    while true {
      visit(chosen.reduce(0) { $0 + values[$1] })
      guard
        let place = chosen.indices.last(where: { chosen[$0] < values.count - size + $0 })
      else { return }
      chosen[place] += 1
      for next in chosen.index(after: place)..<size { chosen[next] = chosen[next - 1] + 1 }
    }
  }
}
