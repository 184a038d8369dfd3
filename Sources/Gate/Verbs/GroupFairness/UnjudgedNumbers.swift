// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel

/// What a file states of groups or of bias and a report neither judges nor finds in the counts.
enum UnjudgedNumbers {
  /// The names of the metrics, sorted.
  static func names(
    in file: GroupCountsFile,
    besides attributes: [FairnessReport.Attribute]
  ) -> [String] {
    let stated = attributes.flatMap(\.metrics).filter { $0.convention == StatedGaps.convention }
    let told = Set(stated.map(\.name) + attributes.flatMap(\.stated).map(\.metric))
    let isTold = { (metric: String) in
      [metric, "\(metric)_difference", metric == "mean_score" ? calibration : metric]
        .contains(where: told.contains) || shares.contains(metric)
    }
    let settings = file.attributes.filter { $0.groups.count <= largestComparison }.map(\.outcomes)
    let names = file.measurements.filter { measurement in
      isOfFairness(measurement) && !isTold(measurement.metric)
        && !settings.contains { follows(measurement, from: $0) }
    }.map(\.metric)
    return Set(names).sorted()
  }

  /// What is told of a group that has a mean score and labels.
  private static let calibration = "calibration_in_the_large"

  /// Shares of cases that a report has under other names (aequitas 1.1, `Group`).
  private static let shares: Set<String> = ["ppr", "pprev", "prev"]

  /// The most groups that are all compared with each other.
  private static let largestComparison = 64

  /// Whether it is of a group, compares groups or has the name of a bias.
  private static func isOfFairness(_ measurement: Measurement) -> Bool {
    guard measurement.value != nil, measurement.unit != .count,
      !measurement.metric.hasPrefix("count_"), !measurement.metric.hasPrefix("p_value")
    else { return false }
    return measurement.kind != .level || !measurement.slice.isEmpty
      || words.contains(where: measurement.metric.contains)
  }

  private static let words = ["bias", "stereotyp", "fairness", "disparit", "parity", "weat_"]

  private static func follows(_ measurement: Measurement, from groups: [GroupOutcome]) -> Bool {
    guard let value = measurement.value else { return false }
    let setting = Recomputation.Setting(
      groups: groups,
      slice: measurement.slice.isEmpty ? nil : SliceName.group(of: measurement.slice),
      reference: measurement.reference.isEmpty ? nil : SliceName.group(of: measurement.reference)
    )
    let finding = Recomputation.check(
      metric: measurement.metric,
      value: measurement.unit == .percent ? value / 100 : value,
      in: setting
    )
    if case .agrees = finding { return true }
    return false
  }
}
