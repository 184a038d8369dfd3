// SPDX-License-Identifier: Apache-2.0

/// What an assessment is asked for.
package struct AssessmentTerms: Sendable {
  /// By metric name; metrics without one are computed and not judged.
  package var limits: FairnessLimits
  /// The joint confidence level of all comparisons of a metric.
  package var level: Double
  /// The smallest group that is judged.
  package var minimumGroupSize: Int
  /// The smallest denominator of a conditional rate that is judged.
  package var minimumEvents: Int
  /// What it takes to call a limit missed.
  package var failBy: FailRule
  /// Whether being selected is wanted; nil where nobody said it.
  package var positiveMeans: PositiveMeaning?
  /// The rates to compare; metrics that need another one are left out.
  package var rates: [Rate]

  /// Terms with the customary limits and sizes.
  package init(
    limits: FairnessLimits = .conventions,
    level: Double = 0.95,
    minimumGroupSize: Int = 30,
    minimumEvents: Int = 10,
    failBy: FailRule = .interval,
    positiveMeans: PositiveMeaning?,
    rates: [Rate] = Rate.allCases
  ) {
    self.limits = limits
    self.level = level
    self.minimumGroupSize = minimumGroupSize
    self.minimumEvents = minimumEvents
    self.failBy = failBy
    self.positiveMeans = positiveMeans
    self.rates = rates
  }
}

/// The terms of an assessment, checked.
struct AssessmentPolicy: Sendable {
  private let terms: AssessmentTerms
  private let alone: Certainty

  init(_ terms: AssessmentTerms) throws(FairnessError) {
    guard let alone = Certainty(level: terms.level, comparisons: 1) else {
      throw .invalidLevel(terms.level)
    }
    guard terms.minimumGroupSize >= 1 else { throw .invalidMinimum("the minimum group size") }
    guard terms.minimumEvents >= 1 else { throw .invalidMinimum("the minimum of events") }
    try terms.limits.validate()
    self.terms = terms
    self.alone = alone
  }

  /// The policy at a repeated look at the same model and data.
  func atLook(_ look: Int) throws(FairnessError) -> AssessmentPolicy {
    var terms = terms
    terms.level = RepeatedLooks.level(terms.level, atLook: look)
    return look > 1 ? try AssessmentPolicy(terms) : self
  }

  var limits: FairnessLimits { terms.limits }
  var level: Double { terms.level }
  var minimumGroupSize: Int { terms.minimumGroupSize }
  var failBy: FailRule { terms.failBy }
  var positiveMeans: PositiveMeaning? { terms.positiveMeans }

  /// The certainty of one of several comparisons.
  func certainty(_ comparisons: Int) -> Certainty {
    Certainty(level: level, comparisons: comparisons) ?? alone
  }

  /// The smallest denominator of a rate that is judged.
  func minimumDenominator(of rate: Rate) -> Int {
    switch rate {
    case .selectionRate, .accuracy, .errorRate, .baseRate: terms.minimumGroupSize
    default: terms.minimumEvents
    }
  }
}
