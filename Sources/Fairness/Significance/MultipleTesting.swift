// SPDX-License-Identifier: Apache-2.0

/// Corrections for testing many hypotheses at once.
package enum MultipleTesting {
  /// A correction; the raw value is the name that reports use.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    /// m · p (Bonferroni).
    case bonferroni
    /// Step-down Bonferroni (Holm 1979); the default of the gates.
    case holm
    /// Step-down Šidák (Holm 1979), for independent tests.
    case holmSidak = "holm-sidak"
    /// Step-up (Hochberg 1988), by way of Simes' inequality.
    case simesHochberg = "simes-hochberg"
    /// Closed testing with Simes' inequality (Hommel 1988).
    case hommel
    /// The false discovery rate (Benjamini & Hochberg 1995).
    case benjaminiHochberg = "fdr_bh"
  }

  /// Corrected p-values and decisions, in the order of the input.
  package struct Result: Hashable, Sendable {
    /// The corrected p-values.
    package let adjusted: [Double]
    /// Whether each hypothesis is rejected.
    package let rejected: [Bool]
  }

  /// The largest family that Hommel's quadratic procedure accepts.
  package static let hommelLimit = 3000

  /// Corrects a family of p-values at family-wise (or false discovery) level `alpha`.
  ///
  /// Nil when a p-value is not in [0, 1] or the family exceeds ``hommelLimit`` for Hommel.
  package static func correct(
    _ pValues: [Double],
    _ method: Method,
    alpha: Double = 0.05
  ) -> Result? {
    guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    if method == .hommel, pValues.count > hommelLimit { return nil }
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    let sorted = order.map { pValues[$0] }
    let corrected = adjusted(sorted, method)
    let decisions = rejected(sorted, corrected, method, alpha)
    var values = [Double](repeating: 1, count: sorted.count)
    var flags = [Bool](repeating: false, count: sorted.count)
    for (rank, index) in order.enumerated() {
      values[index] = min(1, corrected[rank])
      flags[index] = decisions[rank]
    }
    return Result(adjusted: values, rejected: flags)
  }

  /// Corrected values of ascending p-values.
  private static func adjusted(_ p: [Double], _ method: Method) -> [Double] {
    let m = Double(p.count)
    func left(_ rank: Int) -> Double { m - Double(rank) }
    return switch method {
    case .bonferroni: p.map { $0 * m }
    case .holm: stepDown(p.enumerated().map { $1 * left($0) })
    case .holmSidak: stepDown(p.enumerated().map { -expm1(left($0) * log1p(-$1)) })
    case .simesHochberg: stepUp(p.enumerated().map { $1 * left($0) })
    case .benjaminiHochberg: stepUp(p.enumerated().map { $1 * m / Double($0 + 1) })
    case .hommel: hommel(p)
    }
  }

  /// Decisions about ascending p-values, each compared with its own critical value.
  ///
  /// Comparing p with α/k rather than k · p with α keeps exact ties where the textbooks have them.
  private static func rejected(
    _ p: [Double],
    _ corrected: [Double],
    _ method: Method,
    _ alpha: Double
  ) -> [Bool] {
    let m = Double(p.count)
    func left(_ rank: Int) -> Double { m - Double(rank) }
    func firstFailure(_ critical: (Int) -> Double) -> Int {
      p.indices.first { p[$0] > critical($0) } ?? p.count
    }
    func lastSuccess(_ critical: (Int) -> Double) -> Int {
      (p.indices.last { p[$0] <= critical($0) } ?? -1) + 1
    }
    let count: Int
    switch method {
    case .bonferroni: count = lastSuccess { _ in alpha / m }
    case .holm: count = firstFailure { alpha / left($0) }
    case .holmSidak: count = firstFailure { 1 - pow(1 - alpha, 1 / left($0)) }
    case .simesHochberg: count = lastSuccess { alpha / left($0) }
    case .benjaminiHochberg: count = lastSuccess { Double($0 + 1) / m * alpha }
    case .hommel: return corrected.map { $0 <= alpha }
    }
    return p.indices.map { $0 < count }
  }

  private static func stepDown(_ values: [Double]) -> [Double] {
    var highest = 0.0
    return values.map { value in
      highest = max(highest, value)
      return highest
    }
  }

  private static func stepUp(_ values: [Double]) -> [Double] {
    var lowest = Double.infinity
    return values.reversed().map { value in
      lowest = min(lowest, value)
      return lowest
    }.reversed()
  }

  /// The algorithm in the appendix of Wright, *Adjusted p-values for simultaneous inference*,
  /// Biometrics 48 (1992).
  private static func hommel(_ p: [Double]) -> [Double] {
    var adjusted = p
    for m in stride(from: p.count, to: 1, by: -1) {
      let start = p.count - m
      let smallest = (1...m).reduce(Double.infinity) { least, rank in
        min(least, Double(m) * p[start + rank - 1] / Double(rank))
      }
      for index in start..<p.count { adjusted[index] = max(adjusted[index], smallest) }
      for index in 0..<start {
        adjusted[index] = max(adjusted[index], min(Double(m) * p[index], smallest))
      }
    }
    return adjusted
  }
}
