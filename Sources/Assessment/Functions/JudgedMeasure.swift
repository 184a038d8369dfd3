// SPDX-License-Identifier: Apache-2.0

internal import Fairness

/// A measure that a rule was judged by, with what a picture of it takes: whatever a verdict rests on can be
/// drawn with the interval and the limit of its finding.
package struct JudgedMeasure: Sendable, Hashable {
  /// What one group amounts to.
  package struct Group: Sendable, Hashable {
    package let group: String
    /// The number of cases, where they are counted.
    package let n: Int?
    package let value, lower, upper: Double?
  }

  /// The evaluation.
  package let path: String
  /// The attribute, a crossing, or the slice that the value is of; empty for everybody.
  package let attribute: String
  package let metric: String
  package let value, lower, upper: Double?
  package let level: Double
  package let limit: Double
  /// How far the interval may reach on both sides of the limit, where that is an ideal.
  package var tolerance: Double?
  /// `pass`, `fail`, `inconclusive` or `not_evaluable`.
  package let verdict: String
  /// The cases per group with which equal rates would pass.
  package var neededN: Int?
  package let groups: [Group]
}

extension JudgedMeasure.Group {
  init(_ group: AttributeAssessment.Group, _ rate: Rate?) {
    let rate = group.rates.first { $0.entry.rate == rate }
    self.init(
      group: group.group,
      n: group.n,
      value: rate?.entry.value,
      lower: rate?.interval?.lower,
      upper: rate?.interval?.upper
    )
  }

  init(_ group: String, _ stated: StatedValue?, level: Double) {
    let interval = stated?.interval(level: level)
    self.init(
      group: group,
      n: nil,
      value: stated?.value,
      lower: interval?.lower,
      upper: interval?.upper
    )
  }
}
