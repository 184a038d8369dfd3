// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel
internal import Texts

/// What `modelgate fairness` is asked to compute.
package struct FairnessRequest: Sendable {
  /// A library whose values can be reproduced.
  package enum Library: String, Sendable, CaseIterable {
    case fairlearn
    case aif360
    case aequitas
  }

  /// What it takes to call a limit missed.
  package enum FailBy: String, Sendable, CaseIterable {
    case interval
    case twoKey = "two_key"
  }

  /// What being selected means for a person.
  package enum Meaning: String, Sendable, CaseIterable {
    case benefit
    case burden
  }

  /// The library to reproduce, or nil for this project's own definitions.
  package var library: Library?
  /// Reference groups, each as `attribute=group`.
  package var references: [String]
  /// Limits by metric, in the order given.
  package let limits: [(metric: String, value: Double)]
  /// The confidence level, between 0 and 1.
  package let level: Double
  /// The smallest group that is judged.
  package let minimumN: Int
  /// What it takes to call a limit missed.
  package let failBy: FailBy
  /// Whether being selected is wanted, where the file does not say it.
  package let positiveMeans: Meaning?
  /// The name of the attribute whose groups the file leaves without one.
  package let attribute: String?
  /// Whether a large report is written as a whole.
  package let isWhole: Bool

  /// Checks the numbers of a request.
  ///
  /// - Parameters:
  ///   - library: The library to reproduce, or nil for this project's own definitions.
  ///   - references: Reference groups, each as `attribute=group`.
  ///   - limits: Limits, each as `metric=number`.
  ///   - level: The confidence level, a fraction.
  ///   - minimumN: The smallest group that is judged.
  ///   - failBy: What it takes to call a limit missed: `interval` or `two_key`.
  ///   - positiveMeans: `benefit` or `burden`, where the file does not say it.
  ///   - attribute: The name of the attribute whose groups the file leaves without one.
  ///   - isWhole: Whether a large report is written as a whole.
  /// - Throws: A configuration failure for an unknown metric, a number that cannot be a limit, a
  ///   percentage in place of a fraction, and limits beside a library, whose values have no
  ///   intervals to judge by.
  package init(
    library: Library? = nil,
    references: [String] = [],
    limits: [String] = [],
    level: Double = 0.95,
    minimumN: Int = 30,
    failBy: FailBy = .interval,
    positiveMeans: Meaning? = nil,
    attribute: String? = nil,
    isWhole: Bool = false
  ) throws(RunFailure) {
    guard level > 0, level < 1 else {
      throw .configuration(
        "the confidence level \(level) is not between 0 and 1",
        help: level >= 50 && level < 100
          ? "write --level \(level / 100), a fraction and no percentage" : "write --level 0.95"
      )
    }
    guard minimumN >= 1 else {
      throw .configuration(
        "the smallest group that is judged cannot have \(minimumN) cases",
        help: "give --min-n a number from 1 upwards"
      )
    }
    guard library == nil || limits.isEmpty else {
      throw .configuration(
        "--limit cannot be combined with --compat: limits judge by intervals, which the values of "
          + "other libraries do not have",
        help: "leave one of the two out"
      )
    }
    (self.library, self.references) = (library, references)
    self.limits = try Self.limits(limits)
    (self.level, self.minimumN) = (level, minimumN)
    self.failBy = failBy
    self.positiveMeans = positiveMeans
    self.attribute = attribute
    self.isWhole = isWhole
  }

  /// The conventions, replaced by what the request says.
  var allLimits: FairnessLimits {
    limits.reduce(into: .conventions) { $0[$1.metric] = Limit($1.value, origin: .policy) }
  }
}

extension FairnessRequest {
  /// The metric whose gap between groups a name limits, as `auc` of `auc_difference`.
  static func statedMetric(of name: String) -> String? {
    StatedGap.Comparison.allCases.lazy.compactMap { comparison in
      let end = "_\(comparison.rawValue)"
      return name.hasSuffix(end) && name.utf8.count > end.utf8.count
        ? String(name.dropLast(end.count)) : nil
    }.first
  }

  /// Refuses limits of what no counts give and a file does not state of any group.
  func checkLimits(stated metrics: Set<String>) throws(RunFailure) {
    for limit in limits where !GroupMetrics.names.contains(limit.metric) {
      let isIdeal = IdealMetrics.ideal(of: limit.metric) != nil
      let named = isIdeal ? limit.metric : Self.statedMetric(of: limit.metric)
      guard let metric = named, metrics.contains(metric) else {
        throw Self.unknown(limit.metric)
      }
    }
  }

  private static func unknown(_ metric: String) -> RunFailure {
    .configuration(
      "there is no metric '\(metric)' to limit",
      help: MetricAdvice.help(forUnknown: metric)
    )
  }

  private static func limits(
    _ texts: [String]
  ) throws(RunFailure) -> [(metric: String, value: Double)] {
    var limits: [(metric: String, value: Double)] = []
    for text in texts {
      let limit = try limit(text)
      guard !limits.contains(where: { $0.metric == limit.metric }) else {
        throw .configuration("\(limit.metric) has two limits", help: "give one --limit per metric")
      }
      limits.append(limit)
    }
    return limits
  }

  private static func limit(
    _ text: String
  ) throws(RunFailure) -> (metric: String, value: Double) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let metric = String(parts[0])
    guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
      throw .configuration(
        "the limit '\(text)' is not of the form metric=number",
        help: "write for example --limit demographic_parity_ratio=0.8"
      )
    }
    let isCounted = GroupMetrics.names.contains(metric)
    let isMisspelt = Suggestion.closest(to: metric, among: GroupMetrics.names) != nil
    let isIdeal = IdealMetrics.ideal(of: metric) != nil
    guard isCounted || isIdeal || !isMisspelt && statedMetric(of: metric) != nil else {
      throw unknown(metric)
    }
    let isBounded = isCounted ? metric != "theil_index" : isIdeal || metric.hasSuffix("_ratio")
    let largest = isBounded ? 1 : Double.infinity
    guard value > 0, value <= largest else {
      throw .configuration(
        "\(value) cannot be the limit of \(metric), which is a number above 0 and up to 1",
        help: MetricAdvice.help(forLimit: value, of: metric)
      )
    }
    return (metric, value)
  }
}
