// SPDX-License-Identifier: Apache-2.0

/// Why input was refused before anything was computed.
package enum FairnessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A count is below zero.
  case negativeCount(group: String, count: String)
  /// A count is not a whole number, or not a number at all.
  case fractionalCount(group: String, count: String)
  /// More cases are selected than there are.
  case inconsistentCounts(group: String)
  /// The counts of a group, or of all groups together, exceed the largest integer.
  case overflowingCounts(group: String)
  /// A weight is negative, infinite or not a number.
  case invalidWeight(group: String)
  /// A design effect below 1 or not finite: more effective cases than cases.
  case invalidDesignEffect(group: String)
  /// The same group appears twice.
  case duplicateGroup(String)
  /// There are no groups.
  case noGroups
  /// The declared reference is not among the groups.
  case unknownReference(String, known: [String])
  /// A confidence level outside (0, 1).
  case invalidLevel(Double)
  /// A limit that cannot be one, for example NaN or a negative number.
  case invalidLimit(metric: String, value: Double)
  /// A minimum size below one.
  case invalidMinimum(String)
  /// A sample contains NaN, an infinity or a value outside its range.
  case invalidSample(String)
  /// Two inputs that belong together differ in length.
  case unequalLengths(String)

  /// What was attempted, what went wrong and what to do.
  package var description: String {
    switch self {
    case .negativeCount(let group, let count):
      "reading group '\(group)': the count \(count) is negative; give counts from 0 upwards"
    case .fractionalCount(let group, let count):
      "reading group '\(group)': \(count) is no whole number; give counts, not rates or weights"
    case .inconsistentCounts(let group):
      "reading group '\(group)': more cases are counted than the group has; check n"
    case .overflowingCounts(let group):
      "adding up '\(group)': the counts exceed the largest integer; check the input"
    case .invalidWeight(let group):
      "reading group '\(group)': a weight is negative or not finite; give weights from 0 upwards"
    case .invalidDesignEffect(let group):
      "reading group '\(group)': its effective number of cases is not between 0 and its number of "
        + "cases; give n_effective up to n, or a design_effect of at least 1"
    case .duplicateGroup(let group):
      "reading the groups: '\(group)' appears twice; merge its counts or rename it"
    case .noGroups:
      "reading the groups: there are none; give the counts of at least two groups"
    case .unknownReference(let reference, let known):
      "comparing with '\(reference)': no such group; choose one of: "
        + known.prefix(20).joined(separator: ", ")
    case .invalidLevel(let level):
      "reading the confidence level: \(level) is not between 0 and 1; give for example 0.95"
    case .invalidLimit(let metric, let value):
      "reading the limit of \(metric): \(value) cannot be a limit; give a finite number above 0"
    case .invalidMinimum(let name):
      "reading \(name): it is below 1; give the smallest number of cases to judge"
    case .invalidSample(let name):
      "reading \(name): a value is not finite or out of range; remove or correct it"
    case .unequalLengths(let name):
      "reading \(name): the two lists differ in length; give one entry for each case"
    }
  }
}
