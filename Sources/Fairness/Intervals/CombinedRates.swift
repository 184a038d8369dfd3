// SPDX-License-Identifier: Apache-2.0

/// A weighted sum of independent proportions, such as an average of two differences.
struct CombinedRates {
  /// The proportions, each with its coefficient.
  let terms: [(coefficient: Double, proportion: Proportion)]

  /// The value; nil when a denominator is empty.
  var value: Double? {
    var sum = 0.0
    for term in terms {
      guard let p = term.proportion.value else { return nil }
      sum += term.coefficient * p
    }
    return sum
  }

  /// Square-and-add recovery from Wilson intervals.
  ///
  /// Zou & Donner, *Construction of confidence limits about effect measures: a general approach*,
  /// Statistics in Medicine 27 (2008); with two terms it is Newcombe's interval.
  func ends(_ z: Double) -> (lower: Double, upper: Double)? {
    guard let value else { return nil }
    var below = 0.0
    var above = 0.0
    for (coefficient, proportion) in terms {
      guard let p = proportion.value else { return nil }
      let ends = proportion.wilson(z)
      let down = coefficient * (p - (coefficient > 0 ? ends.lower : ends.upper))
      let up = coefficient * (p - (coefficient > 0 ? ends.upper : ends.lower))
      below += down * down
      above += up * up
    }
    return (value - below.squareRoot(), value + above.squareRoot())
  }
}
