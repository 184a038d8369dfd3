// SPDX-License-Identifier: Apache-2.0

/// The rates of one group.
///
/// A rate with an empty denominator is undefined and says why; no library's stand-in (0, NaN or
/// 10) is used.
package struct GroupRates: Hashable, Sendable {
  /// One rate with the counts behind it.
  package struct Entry: Hashable, Sendable {
    /// Which rate it is.
    package let rate: Rate
    /// The value, or nil where it is undefined.
    package let value: Double?
    /// Why there is no value.
    package let reason: UndefinedReason?
    /// Numerator and denominator, or nil for weighted sums and unknown cells.
    package let proportion: Proportion?
  }

  /// The group.
  package let group: String
  /// The number of cases, or nil for weighted sums.
  package let n: Int?
  /// The independent cases that carry as much information, or nil for weighted sums.
  package let effectiveN: Double?
  /// Every rate, in the order of ``Rate``.
  package let entries: [Entry]

  /// The rates of a group, whose counts are checked first.
  package init(_ outcome: GroupOutcome) throws(FairnessError) {
    try outcome.validate()
    self.init(validated: outcome)
  }

  /// The rates of a group whose counts were checked.
  init(validated outcome: GroupOutcome) {
    group = outcome.group
    switch outcome.counts {
    case .confusion(let tp, let fp, let tn, let fn):
      let cells = ConfusionCells(tp: tp, fp: fp, tn: tn, fn: fn)
      n = tp + fp + tn + fn
      entries = Rate.allCases.map { Self.counted($0, cells.fraction($0), outcome.designEffect) }
    case .selection(let cases, let selected):
      n = cases
      entries = Rate.allCases.map { rate in
        rate == .selectionRate
          ? Self.counted(rate, (selected, cases), outcome.designEffect)
          : Entry(rate: rate, value: nil, reason: .labelsNotRecorded, proportion: nil)
      }
    case .weighted(let tp, let fp, let tn, let fn):
      let cells = ConfusionCells(tp: tp, fp: fp, tn: tn, fn: fn)
      n = nil
      entries = Rate.allCases.map { Self.weighted($0, cells.fraction($0)) }
    }
    effectiveN = n.map { Double($0) / outcome.designEffect }
  }

  /// One of the rates.
  package subscript(rate: Rate) -> Entry {
    entries.first { $0.rate == rate }
      ?? Entry(rate: rate, value: nil, reason: .labelsNotRecorded, proportion: nil)
  }

  private static func counted(
    _ rate: Rate,
    _ fraction: (over: Int, under: Int),
    _ designEffect: Double
  ) -> Entry {
    let proportion = Proportion(
      validated: fraction.over,
      of: fraction.under,
      designEffect: designEffect
    )
    let value = proportion.value
    let reason = value == nil ? rate.reasonForEmptyDenominator : nil
    return Entry(rate: rate, value: value, reason: reason, proportion: proportion)
  }

  private static func weighted(_ rate: Rate, _ fraction: (over: Double, under: Double)) -> Entry {
    let value = fraction.under > 0 ? fraction.over / fraction.under : nil
    let reason = value == nil ? rate.reasonForEmptyDenominator : nil
    return Entry(rate: rate, value: value, reason: reason, proportion: nil)
  }
}

/// The four cells of a confusion table, whole or weighted.
struct ConfusionCells<Number: Numeric & Sendable>: Sendable {
  var tp: Number
  var fp: Number
  var tn: Number
  var fn: Number

  var positives: Number { tp + fn }
  var negatives: Number { fp + tn }
  var selected: Number { tp + fp }
  var rejected: Number { tn + fn }
  var total: Number { positives + negatives }

  /// Numerator and denominator of a rate.
  func fraction(_ rate: Rate) -> (over: Number, under: Number) {
    switch rate {
    case .selectionRate: (selected, total)
    case .truePositiveRate: (tp, positives)
    case .falsePositiveRate: (fp, negatives)
    case .trueNegativeRate: (tn, negatives)
    case .falseNegativeRate: (fn, positives)
    case .positivePredictiveValue: (tp, selected)
    case .falseDiscoveryRate: (fp, selected)
    case .negativePredictiveValue: (tn, rejected)
    case .falseOmissionRate: (fn, rejected)
    case .accuracy: (tp + tn, total)
    case .errorRate: (fp + fn, total)
    case .baseRate: (positives, total)
    }
  }
}

extension Rate {
  /// What an empty denominator of the rate says about the group.
  var reasonForEmptyDenominator: UndefinedReason {
    switch self {
    case .selectionRate, .accuracy, .errorRate, .baseRate: .emptyGroup
    case .truePositiveRate, .falseNegativeRate: .noPositives
    case .falsePositiveRate, .trueNegativeRate: .noNegatives
    case .positivePredictiveValue, .falseDiscoveryRate: .nobodySelected
    case .negativePredictiveValue, .falseOmissionRate: .everybodySelected
    }
  }
}
