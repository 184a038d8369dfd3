// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

/// A number that an evaluation states about everybody or about one group.
struct StatedMeasurement {
  let metric: String
  /// The group as text, empty for everybody.
  let slice: String
  /// The attribute or crossing of the group, and the group within it.
  let attribute: String
  let group: String
  let value: Double?
  /// The number with its uncertainty; nil where none is stated that can be.
  let stated: StatedValue?
  /// Whether it follows from counts.
  let isRecomputed: Bool
  let path: String
  let record: Value
}

/// Looks for numbers that evaluations state.
struct StatedSearch {
  private static let calibration = "calibration_in_the_large"

  private let evaluations: [Value]
  private let metrics: [String]

  init(_ dossier: Value, _ metrics: Value, _ call: inout FunctionCall) {
    evaluations = call.field("evaluations", of: dossier).flatMap { call.elements(of: $0) } ?? []
    self.metrics = (call.elements(of: metrics) ?? []).compactMap { call.string($0) }
  }

  /// The numbers in the order of the evaluations.
  func measurements(
    level: Double,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> [StatedMeasurement] {
    var found: [StatedMeasurement] = []
    for evaluation in evaluations {
      let stated = call.field("measurements", of: evaluation).flatMap { call.elements(of: $0) }
      let groups = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
      try call.charge((stated?.count ?? 0) * max(1, metrics.count))
      for record in stated ?? [] {
        let metric = RuleFunctions.text("metric", of: record, call) ?? ""
        if metrics.contains(where: { Self.matches(metric, $0) }) {
          found.append(Self.measurement(record, metric, call))
        } else if metric == "mean_score", metrics.contains(Self.calibration) {
          try call.charge(groups.count)
          if let calibration = Self.calibration(record, groups, level, call) {
            found.append(calibration)
          }
        }
      }
    }
    return found
  }

  private static func matches(_ metric: String, _ name: String) -> Bool {
    metric == name || metric.hasPrefix("\(name)_") && !metric.hasSuffix("_stderr")
  }

  private static func measurement(
    _ record: Value,
    _ metric: String,
    _ call: FunctionCall
  ) -> StatedMeasurement {
    func number(_ name: String) -> Double? { call.field(name, of: record)?.double }
    let isPercent =
      RuleFunctions.text("unit", of: record, call) == Measurement.Unit.percent.rawValue
    let scale = isPercent ? 0.01 : 1
    let value = number("value").map { $0 * scale }
    let (attribute, group) = self.slice(of: record, call)
    var stated: StatedValue?
    if let value, let lower = number("lower"), let upper = number("upper"),
      let level = number("level")
    {
      stated = StatedValue(
        group,
        value,
        lower: lower * scale,
        upper: upper * scale,
        level: level
      )
    } else if let value, let error = number("standard_error") {
      stated = StatedValue(group, value, standardError: error * scale)
    }
    return StatedMeasurement(
      metric: metric,
      slice: [
        RuleFunctions.text("slice_label", of: record, call) ?? "",
        RuleFunctions.text("task", of: record, call) ?? "",
      ].first { !$0.isEmpty } ?? "",
      attribute: attribute,
      group: group,
      value: value,
      stated: stated,
      isRecomputed: false,
      path: path(of: record, call),
      record: record
    )
  }

  /// What the mean score of a group says beside its counts.
  private static func calibration(
    _ record: Value,
    _ groups: [Value],
    _ level: Double,
    _ call: FunctionCall
  ) -> StatedMeasurement? {
    let label = RuleFunctions.text("slice_label", of: record, call) ?? ""
    let counted = groups.first { RuleFunctions.text("slice_label", of: $0, call) == label }
    guard !label.isEmpty, let counted, let mean = call.field("value", of: record)?.double
    else { return nil }
    let outcome = SliceCounts.outcome(of: counted, call)
    let (attribute, group) = slice(of: record, call)
    let share = baseRate(of: outcome)
    guard let share else { return nil }
    let stated = StatedValue(calibrationOf: group, share, meanScore: mean, level: level)
    return StatedMeasurement(
      metric: calibration,
      slice: label,
      attribute: attribute,
      group: group,
      value: stated?.value,
      stated: stated,
      isRecomputed: true,
      path: path(of: record, call),
      record: record
    )
  }

  private static func baseRate(of outcome: GroupOutcome) -> Proportion? {
    do throws(FairnessError) {
      return try GroupRates(outcome)[.baseRate].proportion
    } catch {
      return nil
    }
  }

  private static func slice(
    of record: Value,
    _ call: FunctionCall
  ) -> (attribute: String, group: String) {
    let pairs = (call.field("slice", of: record).flatMap { call.elements(of: $0) } ?? [])
      .map { pair in
        SlicePair(
          attribute: RuleFunctions.text("attribute", of: pair, call) ?? "",
          group: RuleFunctions.text("group", of: pair, call) ?? ""
        )
      }
      .sorted()
    return (SliceName.joined(pairs.map(\.attribute)), SliceName.joined(pairs.map(\.group)))
  }

  private static func path(of record: Value, _ call: FunctionCall) -> String {
    call.field("source", of: record).flatMap { RuleFunctions.text("path", of: $0, call) } ?? ""
  }
}

/// The numbers of one metric for the groups of one attribute in one file.
struct StatedFamily {
  private let members: [StatedMeasurement]
  /// Declared groups of which nothing is stated.
  private let missing: [String]

  /// The families of declared attributes and crossings, in the order of the numbers.
  static func all(_ found: [StatedMeasurement], in declared: DeclaredSlices) -> [StatedFamily] {
    var keys: [[String]] = []
    var families: [[String]: [StatedMeasurement]] = [:]
    for measurement in found where declared.names.contains(measurement.attribute) {
      let key = [measurement.path, measurement.metric, measurement.attribute]
      if families[key] == nil { keys.append(key) }
      families[key, default: []].append(measurement)
    }
    return keys.compactMap { key in
      guard let members = families[key] else { return nil }
      let expected = declared.counts.first { $0.slice == key[2] }?.expected ?? []
      let stated = Set(members.map(\.group))
      return StatedFamily(
        members: members,
        missing: expected.filter { !stated.contains($0) }
      )
    }
  }

  /// The values; nil where one has no uncertainty, one is there twice, or a declared group has none.
  var values: [StatedValue]? {
    let values = members.compactMap(\.stated)
    let isComplete = values.count == members.count && missing.isEmpty
    return isComplete && Set(values.map(\.name)).count == values.count ? values : nil
  }

  /// What is said of the gap.
  func check(
    _ gap: StatedGap?,
    _ comparison: StatedGap.Comparison,
    limit: Double
  ) -> StatedCheck {
    let place = members[0]
    let groups =
      gap.map {
        "Smallest: \($0.groups.group), largest: \($0.groups.comparator), of \(members.count) groups. "
      } ?? missing.first.map { "Nothing is stated of \($0). " } ?? ""
    let bound =
      comparison == .ratio
      ? "Smallest divided by largest at least" : "Largest minus smallest at most"
    return StatedCheck(
      place,
      slice: place.attribute,
      value: gap?.value,
      interval: gap?.interval,
      verdict: gap?.verdict ?? .notEvaluable,
      bound: "\(groups)\(bound) \(PlainNumber.text(limit))."
    )
  }
}
