// SPDX-License-Identifier: Apache-2.0

/// Why a rate or metric has no value, or why it was not judged.
package enum UndefinedReason: String, Hashable, Sendable, CaseIterable {
  /// Nobody in a group has the positive label, so TPR and FNR are undefined.
  case noPositives = "no_positives"
  /// Everybody in a group has the positive label, so FPR and TNR are undefined.
  case noNegatives = "no_negatives"
  /// Nobody is selected, so precision, or a ratio of selection rates, is undefined.
  case nobodySelected = "nobody_selected"
  /// Everybody is selected, so NPV and FOR are undefined.
  case everybodySelected = "everybody_selected"
  /// A group has no cases.
  case emptyGroup = "empty_group"
  /// A declared group is absent from the data.
  case missingGroup = "missing_group"
  /// A group, or the cases that a rate is about, fall below the declared minimum.
  case tooFewCases = "too_few_cases"
  /// There is nothing to compare.
  case oneGroupOnly = "one_group_only"
  /// Both rates of a ratio are zero.
  case bothRatesZero = "both_rates_zero"
  /// The reference has rate zero, so the ratio is infinite.
  case referenceRateZero = "reference_rate_zero"
  /// Only selections are counted, so nothing about errors is known.
  case labelsNotRecorded = "labels_not_recorded"
  /// Weighted sums have point values but neither intervals nor tests.
  case weightedCounts = "weighted_counts"
  /// Nobody said whether being selected is a benefit or a burden, so that it is not known which
  /// direction harms.
  case positiveMeaningMissing = "positive_meaning_missing"
  /// The value of the attribute is not known for these people, so that they are shown and not
  /// compared.
  case unknownValue = "unknown_value"
  /// The group is a smaller part of all cases than the declared minimum, so that it is shown and
  /// not compared.
  case belowMinimumShare = "below_minimum_share"
  /// Nobody declared a limit for the metric.
  case noLimit = "no_limit"
}
