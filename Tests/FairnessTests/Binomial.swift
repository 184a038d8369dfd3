// SPDX-License-Identifier: Apache-2.0

/// A binomial distribution whose quantiles are looked up.
struct Binomial {
  private let cumulative: [Double]

  init(_ n: Int, _ rate: Double) {
    var term = (0..<n).reduce(1.0) { product, _ in product * (1 - rate) }
    var sum = 0.0
    cumulative = (0...n).map { x in
      sum += term
      term *= Double(n - x) / Double(x + 1) * rate / (1 - rate)
      return sum
    }
  }

  func probability(_ x: Int) -> Double {
    x == 0 ? cumulative[0] : cumulative[x] - cumulative[x - 1]
  }

  func draw(_ generator: inout SeededGenerator) -> Int {
    let u = Double.random(in: 0..<1, using: &generator)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > u { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
