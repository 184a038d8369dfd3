// SPDX-License-Identifier: Apache-2.0

/// What a significance test found.
package struct TestResult: Hashable, Sendable {
  /// The test statistic; for exact tests the one that orders the tables.
  package let statistic: Double
  /// The probability, under equality, of a result at least as extreme.
  package let pValue: Double

  /// A statistic with its p-value.
  package init(statistic: Double, pValue: Double) {
    self.statistic = statistic
    self.pValue = pValue
  }
}

/// Which departures from equality count as extreme.
package enum Alternative: String, Hashable, Sendable, CaseIterable {
  /// Departures in either direction.
  case twoSided = "two-sided"
  /// The first rate is smaller.
  case less
  /// The first rate is greater.
  case greater
}
