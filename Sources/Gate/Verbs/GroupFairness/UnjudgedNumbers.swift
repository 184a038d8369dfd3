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
    let settings = file.attributes.filter { $0.groups.count <= largestComparison }.map(\.outcomes)
    let names = file.measurements.filter { measurement in
      isOfFairness(measurement) && !told.contains(measurement.metric)
        && !told.contains("\(measurement.metric)_difference")
        && !settings.contains { follows(measurement, from: $0) }
    }.map(\.metric)
    return Set(names).sorted()
  }

  /// The most groups that are all compared with each other.
  private static let largestComparison = 64

  /// Whether it is of a group, compares groups or has the name of a bias.
  private static func isOfFairness(_ measurement: Measurement) -> Bool {
    guard measurement.value != nil, measurement.unit != .count else { return false }
    return measurement.kind != .level || !measurement.slice.isEmpty
      || words.contains(where: measurement.metric.contains)
  }

  private static let words = ["bias", "stereotyp", "fairness", "disparit", "parity", "weat_"]

  private static func follows(_ measurement: Measurement, from groups: [GroupOutcome]) -> Bool {
    guard let value = measurement.value else { return false }
    let setting = Recomputation.Setting(
      groups: groups,
      slice: measurement.slice.isEmpty ? nil : SliceName.group(of: measurement.slice)
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
