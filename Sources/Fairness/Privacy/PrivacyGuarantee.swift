// SPDX-License-Identifier: Apache-2.0

/// An (ε, δ) differential-privacy guarantee.
package struct PrivacyGuarantee: Hashable, Sendable {
  /// The privacy loss; 0 is perfect.
  package let epsilon: Double
  /// The probability that the loss is exceeded.
  package let delta: Double

  /// A guarantee; refuses a negative or non-finite ε and a δ outside [0, 1].
  package init(epsilon: Double, delta: Double) throws(FairnessError) {
    guard epsilon >= 0, epsilon.isFinite else {
      throw .invalidLimit(metric: "epsilon", value: epsilon)
    }
    guard delta >= 0, delta <= 1 else { throw .invalidLimit(metric: "delta", value: delta) }
    self.init(validatedEpsilon: epsilon, delta: delta)
  }

  private init(validatedEpsilon epsilon: Double, delta: Double) {
    self.epsilon = epsilon
    self.delta = delta
  }

  /// What several mechanisms on the same data guarantee together.
  ///
  /// Basic composition (Dwork et al. 2006): the sums. An accountant may prove less; its result is
  /// then declared in place of this one.
  package static func composed(_ parts: [PrivacyGuarantee]) -> PrivacyGuarantee {
    PrivacyGuarantee(
      validatedEpsilon: parts.reduce(0) { $0 + $1.epsilon },
      delta: min(1, parts.reduce(0) { $0 + $1.delta })
    )
  }

  /// The largest true positive rate that an attack can have: min(1, e^ε · FPR + δ).
  ///
  /// Wasserman & Zhou 2010; Kairouz, Oh & Viswanath 2015.
  package func truePositiveRateBound(falsePositiveRate: Double) -> Double {
    min(1, exp(epsilon) * falsePositiveRate + delta)
  }

  /// The largest advantage (TPR − FPR) that an attack can have: (e^ε − 1 + 2δ)/(e^ε + 1).
  package var advantageBound: Double {
    min(1, tanh(epsilon / 2) + 2 * delta / (exp(epsilon) + 1))
  }

  /// Judges the guarantee: δ below 1/n, and ε at or below the budget.
  ///
  /// Both are conventions; no law sets ε. Not evaluable without people or a positive budget.
  package func verdict(budget: Double, people n: Int) -> FairnessVerdict {
    guard n > 0, budget > 0 else { return .notEvaluable }
    return epsilon <= budget && delta < 1 / Double(n) ? .pass : .fail
  }
}
