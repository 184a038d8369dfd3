// SPDX-License-Identifier: Apache-2.0

/// A confidence interval.
package struct Interval: Hashable, Sendable {
  /// How an interval was computed; the raw value is the name that reports use.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    /// Wilson's score interval for one proportion (Wilson 1927).
    case wilson
    /// Wilson's interval with continuity correction (Newcombe 1998, one proportion, method 4).
    case wilsonContinuity = "wilson-continuity"
    /// The exact interval, never below its level (Clopper & Pearson 1934).
    case clopperPearson = "clopper-pearson"
    /// Agresti & Coull 1998.
    case agrestiCoull = "agresti-coull"
    /// The equal-tailed interval under Jeffreys' prior (Brown, Cai & DasGupta 2001).
    case jeffreys
    /// The textbook interval, for comparison with other tools only; never gate with it.
    case wald
    /// Newcombe 1998, two proportions, method 10: from two Wilson intervals.
    case newcombe
    /// Agresti & Caffo 2000: one success and one failure added to each group.
    case agrestiCaffo = "agresti-caffo"
    /// The score interval for a difference or a ratio (Miettinen & Nurminen 1985).
    case miettinenNurminen = "miettinen-nurminen"
    /// The logarithmic interval for a ratio (Katz et al. 1978).
    case katz
    /// Katz' interval with half a case added everywhere (Walter 1975).
    case logAdjusted = "log-adjusted"
    /// The score interval for a ratio (Koopman 1984).
    case koopman
    /// Square-and-add recovery from Wilson intervals for sums and functions of rates (Zou & Donner
    /// 2008).
    case mover
    /// An extreme over all pairs of groups: the end that a pass needs from the pairs' own intervals
    /// (intersection–union), the other end from Bonferroni-corrected ones.
    case simultaneous
    /// From the standard error or interval that somebody states; nothing recomputes it.
    case stated
    /// Newcombe 1998, paired proportions, method 10.
    case newcombePaired = "newcombe-paired"
  }

  /// The lower end.
  package let lower: Double
  /// The upper end; infinite for a ratio whose reference may have rate zero.
  package let upper: Double
  /// The nominal level, for example 0.95.
  package let level: Double
  /// How it was computed.
  package let method: Method

  /// An interval with its ends.
  package init(lower: Double, upper: Double, level: Double, method: Method) {
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
  }

  /// Whether a value lies between the ends, ends included.
  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
