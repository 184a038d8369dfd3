// SPDX-License-Identifier: Apache-2.0

/// Whether a reported number follows from the counts reported with it.
package enum Recomputation {
  /// A value that the counts give under one definition.
  package struct Candidate: Hashable, Sendable {
    /// Whose definition it is.
    package let convention: Convention
    /// The metric under that definition's own name.
    package let name: String
    /// The groups compared, for comparisons of two.
    package let groups: GroupPair?
    /// The value, which may be NaN or infinite.
    package let value: Double
  }

  /// Why nothing can be said.
  package enum Obstacle: Hashable, Sendable {
    /// No definition has this name, or not for these counts and this convention.
    case unknownMetric
    /// The counts are refused.
    case badCounts(FairnessError)
    /// Every definition leaves the metric undefined for these counts.
    case undefined
  }

  /// What came of recomputing.
  package enum Finding: Hashable, Sendable {
    /// At least one definition gives the reported value; all that do are listed.
    case agrees([Candidate])
    /// No definition gives the reported value; what they give is listed.
    case contradicts([Candidate])
    /// Nothing can be said.
    case cannotTell(Obstacle)
  }

  /// The groups and choices behind a reported number, as far as the report states them.
  package struct Setting: Hashable, Sendable {
    /// The counts of all groups of the attribute.
    package var groups: [GroupOutcome]
    /// The group that the number is about; nil for the whole attribute or any group.
    package var slice: String?
    /// The reference, or privileged, group; nil when not stated.
    package var reference: String?
    /// Whose definition the report names; nil when not stated.
    package var convention: Convention?

    /// A setting with whatever is known.
    package init(
      groups: [GroupOutcome],
      slice: String? = nil,
      reference: String? = nil,
      convention: Convention? = nil
    ) {
      self.groups = groups
      self.slice = slice
      self.reference = reference
      self.convention = convention
    }
  }

  /// The largest difference that rounding excuses, whatever was written.
  package static let largestTolerance = 0.005

  /// Compares a reported number with every definition of its name.
  ///
  /// Without a `tolerance`, a number may differ by half a unit of its last written decimal, at
  /// least 1e-9 and at most ``largestTolerance``: 0.75 covers 0.745 to 0.755.
  package static func check(
    metric: String,
    value: Double,
    in setting: Setting,
    tolerance: Double? = nil
  ) -> Finding {
    do throws(FairnessError) {
      try GroupOutcome.validate(setting.groups)
    } catch {
      return .cannotTell(.badCounts(error))
    }
    let candidates = RecomputationCandidates(setting).named(normalized(metric))
    guard !candidates.isEmpty else { return .cannotTell(.unknownMetric) }
    let allowed = tolerance ?? roundingTolerance(value)
    let matching = candidates.filter { agree($0.value, value, allowed) }
    if !matching.isEmpty { return .agrees(matching) }
    if candidates.allSatisfy(\.value.isNaN) { return .cannotTell(.undefined) }
    return .contradicts(candidates)
  }

  private static func agree(_ computed: Double, _ reported: Double, _ allowed: Double) -> Bool {
    if computed.isNaN || reported.isNaN { return computed.isNaN && reported.isNaN }
    if computed == reported { return true }
    return (computed - reported).magnitude <= allowed * (1 + 1e-9)
  }

  /// Half a unit of the last decimal in the shortest spelling of the value.
  private static func roundingTolerance(_ value: Double) -> Double {
    let text = "\(value)"
    guard value.isFinite, !text.contains("e") else { return 1e-9 }
    let decimals = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return min(largestTolerance, max(1e-9, unit / 2))
  }

  /// Lower case with underscores, and the customary short names of rates spelled out.
  private static func normalized(_ metric: String) -> String {
    let name = String(metric.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    return shortNames[name]?.rawValue ?? name
  }

  private static let shortNames: [String: Rate] = [
    "tpr": .truePositiveRate, "recall": .truePositiveRate, "sensitivity": .truePositiveRate,
    "fpr": .falsePositiveRate, "fnr": .falseNegativeRate, "tnr": .trueNegativeRate,
    "specificity": .trueNegativeRate, "precision": .positivePredictiveValue,
    "ppv": .positivePredictiveValue, "npv": .negativePredictiveValue,
    "fdr": .falseDiscoveryRate, "for": .falseOmissionRate, "prevalence": .baseRate,
  ]
}
