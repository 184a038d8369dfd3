// SPDX-License-Identifier: Apache-2.0

/// A number of successes in a number of trials.
package struct Proportion: Hashable, Sendable {
  /// The cases counted.
  package let successes: Int
  /// The cases looked at.
  package let trials: Int
  /// How many cases carry as much information as one independent case (Kish 1965).
  ///
  /// It is 1 for a simple random sample. The value does not depend on it, every interval and test does.
  package let designEffect: Double

  /// A proportion; refuses negative counts and more successes than trials.
  package init(
    successes: Int,
    trials: Int,
    designEffect: Double = 1
  ) throws(FairnessError) {
    for count in [successes, trials] where count < 0 {
      throw .negativeCount(group: "proportion", count: "\(count)")
    }
    guard successes <= trials else { throw .inconsistentCounts(group: "proportion") }
    guard designEffect >= 1, designEffect.isFinite else {
      throw .invalidDesignEffect(group: "proportion")
    }
    self.init(validated: successes, of: trials, designEffect: designEffect)
  }

  /// A proportion whose counts were checked.
  init(validated successes: Int, of trials: Int, designEffect: Double = 1) {
    self.successes = successes
    self.trials = trials
    self.designEffect = designEffect
  }

  /// The independent cases that carry as much information.
  package var effectiveTrials: Double { Double(trials) / designEffect }

  /// The successes among them.
  var effectiveSuccesses: Double { Double(successes) / designEffect }

  /// Successes divided by trials; nil without trials.
  package var value: Double? { trials > 0 ? Double(successes) / Double(trials) : nil }

  /// The confidence interval of one of the one-proportion methods.
  ///
  /// Nil without trials, for a level outside (0, 1) and for methods that compare two groups.
  package func interval(_ method: Interval.Method = .wilson, level: Double = 0.95) -> Interval? {
    guard let z = NormalDistribution.critical(level: level), trials > 0,
      let ends = ends(method, z: z, level: level)
    else { return nil }
    let lower = successes == 0 && method != .jeffreys ? 0 : max(0, ends.lower)
    let upper = successes == trials && method != .jeffreys ? 1 : min(1, ends.upper)
    return Interval(lower: lower, upper: upper, level: level, method: method)
  }

  private func ends(
    _ method: Interval.Method,
    z: Double,
    level: Double
  ) -> (lower: Double, upper: Double)? {
    switch method {
    case .wilson: wilson(z)
    case .wilsonContinuity: wilsonContinuity(z)
    case .clopperPearson: clopperPearson((1 - level) / 2)
    case .agrestiCoull: agrestiCoull(z)
    case .jeffreys: jeffreys((1 - level) / 2)
    case .wald: wald(z)
    default: nil
    }
  }

  private var x: Double { effectiveSuccesses }
  private var n: Double { effectiveTrials }

  /// Wilson's ends for a normal deviate; the caller checked that there are trials.
  func wilson(_ z: Double) -> (lower: Double, upper: Double) {
    let p = x / n
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
    return (
      successes == 0 ? 0 : max(0, centre - half),
      successes == trials ? 1 : min(1, centre + half)
    )
  }

  private func wilsonContinuity(_ z: Double) -> (lower: Double, upper: Double) {
    let p = x / n
    let q = 1 - p
    let scale = 2 * (n + z * z)
    let centre = (2 * n * p + z * z) / scale
    let below = max(0, z * z - 2 - 1 / n + 4 * p * (n * q + 1)).squareRoot()
    let above = max(0, z * z + 2 - 1 / n + 4 * p * (n * q - 1)).squareRoot()
    return (centre - (1 + z * below) / scale, centre + (1 + z * above) / scale)
  }

  private func clopperPearson(_ tail: Double) -> (lower: Double, upper: Double) {
    (
      successes == 0 ? 0 : BetaDistribution(a: x, b: n - x + 1).lowerQuantile(tail),
      successes == trials ? 1 : BetaDistribution(a: x + 1, b: n - x).upperQuantile(tail)
    )
  }

  private func agrestiCoull(_ z: Double) -> (lower: Double, upper: Double) {
    let size = n + z * z
    let p = (x + z * z / 2) / size
    let half = z * (p * (1 - p) / size).squareRoot()
    return (p - half, p + half)
  }

  private func jeffreys(_ tail: Double) -> (lower: Double, upper: Double) {
    (
      BetaDistribution(a: x + 0.5, b: n - x + 0.5).lowerQuantile(tail),
      BetaDistribution(a: x + 0.5, b: n - x + 0.5).upperQuantile(tail)
    )
  }

  private func wald(_ z: Double) -> (lower: Double, upper: Double) {
    let p = x / n
    let half = z * (p * (1 - p) / n).squareRoot()
    return (p - half, p + half)
  }
}
