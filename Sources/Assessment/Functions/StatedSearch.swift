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
  /// How it compares the groups of an attribute; nil for a number of a group or of everybody.
  let comparison: StatedGap.Comparison?
  /// The number with its uncertainty, or why there is none that can be used.
  let stated: Result<StatedValue, StatedFlaw>
  /// Where the number is from.
  let basis: Basis
  let path: String
  let record: Value

  /// Where a number is from.
  enum Basis: String {
    case stated = "Stated by the team, not recomputable"
    case labels = "Recomputed from counts and mean score"
    case halves = "Recomputed from the accuracy of both halves"
    case statedHalves = "The difference of two values that the team states, not recomputable"
  }

  /// A number of a group, read from a record about it.
  init(
    _ metric: String,
    of record: Value,
    basis: Basis = .stated,
    _ call: FunctionCall,
    _ read: (_ group: String) throws(StatedFlaw) -> StatedValue
  ) {
    let pairs = RuleFunctions.slice(of: record, call)
    self.metric = metric
    slice =
      ["slice_label", "task"].lazy.compactMap { RuleFunctions.text($0, of: record, call) }
      .first { !$0.isEmpty } ?? ""
    attribute = SliceName.attribute(of: pairs)
    group = SliceName.group(of: pairs)
    let kind = RuleFunctions.text("kind", of: record, call) ?? ""
    comparison =
      pairs.allSatisfy(\.group.isEmpty) ? StatedGap.Comparison(rawValue: kind) : nil
    self.basis = basis
    path =
      call.field("source", of: record).flatMap { RuleFunctions.text("path", of: $0, call) } ?? ""
    self.record = record
    do throws(StatedFlaw) {
      let read = try read(group)
      stated = .success(read)
      value = read.value
    } catch {
      stated = .failure(error)
      value =
        basis != .stated
        ? nil : call.field("value", of: record)?.double.map { $0 * Self.scale(of: record, call) }
    }
  }

  /// A number that follows from two others.
  init(
    _ metric: String,
    of slice: String,
    _ stated: Result<StatedValue, StatedFlaw>,
    basis: Basis,
    from record: Value,
    path: String
  ) {
    (self.metric, self.slice, self.stated) = (metric, slice, stated)
    (attribute, group, self.basis, comparison) = ("", slice, basis, nil)
    (self.path, self.record) = (path, record)
    if case .success(let read) = stated { value = read.value } else { value = nil }
  }

  /// A number with the uncertainty that is stated beside it.
  init(_ metric: String, stating record: Value, _ call: FunctionCall) {
    func number(_ name: String) -> Double? { call.field(name, of: record)?.double }
    self.init(metric, of: record, call) { group throws(StatedFlaw) in
      try StatedValue(
        group,
        number("value"),
        StatedUncertainty(
          lower: number("lower"),
          upper: number("upper"),
          level: number("level"),
          standardError: number("standard_error")
        ),
        scale: Self.scale(of: record, call)
      )
    }
  }

  /// The metric without the word that says how groups are compared.
  var stem: String {
    guard let ending = comparison.map({ "_\($0.rawValue)" }), metric.hasSuffix(ending) else {
      return metric
    }
    return String(metric.dropLast(ending.count))
  }

  /// Why the number cannot be judged.
  var flaw: StatedFlaw? {
    if case .failure(let flaw) = stated { flaw } else { nil }
  }

  /// What the numbers of a record are multiplied with, so that they are fractions.
  static func scale(of record: Value, _ call: FunctionCall) -> Double {
    let unit = RuleFunctions.text("unit", of: record, call).flatMap(Measurement.Unit.init)
    return unit == .percent ? 0.01 : 1
  }
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
      let records =
        call.field("measurements", of: evaluation).flatMap { call.elements(of: $0) } ?? []
      try call.charge(records.count * max(1, metrics.count))
      let own = records.compactMap { record -> StatedMeasurement? in
        let metric = RuleFunctions.text("metric", of: record, call) ?? ""
        guard metrics.contains(where: { Self.matches(metric, $0) }) else { return nil }
        return StatedMeasurement(metric, stating: record, call)
      }
      found += own
      if metrics.contains(Self.calibration) {
        found += try calibrations(in: evaluation, records, besides: own, level, &call)
      }
    }
    if metrics.contains(StereotypeHalf.metric) {
      found += try StereotypeHalf.differences(in: evaluations, level: level, &call)
    }
    return found
  }

  private static func matches(_ metric: String, _ name: String) -> Bool {
    metric == name || metric.hasPrefix("\(name)_") && !metric.hasSuffix("_stderr")
  }

  /// What the mean scores of groups say beside their counts.
  ///
  /// Where one group of an attribute has a score, each that is counted needs one: the group that is left out
  /// could be the one that is off.
  private func calibrations(
    in evaluation: Value,
    _ records: [Value],
    besides stated: [StatedMeasurement],
    _ level: Double,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> [StatedMeasurement] {
    let scores = records.filter { record in
      RuleFunctions.text("metric", of: record, call) == "mean_score"
        && RuleFunctions.text("slice_label", of: record, call) != ""
    }
    let groups = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    try call.charge((scores.count + 1) * groups.count)
    let own = scores.map { score in
      let label = RuleFunctions.text("slice_label", of: score, call)
      let counted = groups.first { RuleFunctions.text("slice_label", of: $0, call) == label }
      return StatedMeasurement(Self.calibration, of: score, basis: .labels, call) {
        group throws(StatedFlaw) in
        let mean = call.field("value", of: score)?.double
        return try StatedValue(
          calibrationOf: group,
          counted.flatMap { Self.baseRate(of: SliceCounts.outcome(of: $0, call)) },
          meanScore: mean.map { $0 * StatedMeasurement.scale(of: score, call) },
          level: level
        )
      }
    }
    let calibrated = (stated + own).filter { $0.metric == Self.calibration }
    let attributes = Set(calibrated.map(\.attribute).filter { !$0.isEmpty }).sorted()
    return own
      + attributes.flatMap { attribute in
        let known = Set(calibrated.filter { $0.attribute == attribute }.map(\.group))
        return SliceCounts(of: attribute, in: evaluation, call).compared
          .filter { !known.contains($0.outcome.group) }.map { group in
            StatedMeasurement(Self.calibration, of: group.value, basis: .labels, call) {
              _ throws(StatedFlaw) in throw .noScore
            }
          }
      }
  }

  private static func baseRate(of outcome: GroupOutcome) -> Proportion? {
    do throws(FairnessError) {
      return try GroupRates(outcome)[.baseRate].proportion
    } catch {
      return nil
    }
  }
}
