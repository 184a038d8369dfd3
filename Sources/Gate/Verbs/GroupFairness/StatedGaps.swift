// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel

/// The gaps between numbers that a file states of groups, as metrics that a limit can judge.
///
/// Without counts nothing recomputes them: they are judged by the intervals or standard errors that are
/// stated, as the rules do.
struct StatedGaps {
  /// The convention under which they are reported.
  static let convention = "stated"

  let measurements: [Measurement]
  let request: FairnessRequest

  /// The attributes and crossings of which a file states numbers, in its order; without a name the
  /// comparisons of which it does not say what they are between.
  static func attributes(in measurements: [Measurement], unnamed name: String?) -> [[String]] {
    var seen: Set<[String]> = []
    let found = measurements.filter { $0.kind == .level || $0.isComparison }
      .compactMap { measurement in
        let parts = measurement.attributes(unnamed: name)
        return !parts.isEmpty && seen.insert(parts).inserted ? parts : nil
      }
    let isOpen = measurements.contains { $0.isComparison && $0.slice.isEmpty }
    return isOpen && found.count != 1 ? found + [[]] : found
  }

  /// The comparisons that are stated with an interval of their own, as `difference_ci` of Fairlearn is; those
  /// without a name are of the only attribute.
  private func comparisons(of parts: [String]) -> [Measurement] {
    let known = Self.attributes(in: measurements, unnamed: request.attribute)
    return measurements.filter { measurement in
      guard measurement.isComparison else { return false }
      let own = measurement.attributes(unnamed: request.attribute)
      return own == parts || own.isEmpty && known.count == 1
    }
  }

  /// The gaps in each metric that is stated of the groups of an attribute.
  ///
  /// - Parameters:
  ///   - parts: The attributes of a crossing, or the one attribute.
  ///   - counted: The groups that are counted, each of which needs a number.
  ///   - names: The metrics that follow from counts and need no statement.
  /// - Returns: Those that have a limit; without counts also the differences without one.
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  func metrics(
    of parts: [String],
    counted: [String],
    besides names: Set<String>
  ) throws(FairnessError) -> [FairnessReport.Metric] {
    let own = measurements.filter { measurement in
      measurement.kind == .level && measurement.unit != .count
        && measurement.attributes(unnamed: request.attribute) == parts
    }
    let scores = Set(own.filter(\.isScore).map(\.metric))
    let comparisons = comparisons(of: parts).filter { !$0.isScore }
    var found: [FairnessReport.Metric] = []
    var seen: Set<String> = []
    for metric in own.map(\.metric)
    where seen.insert(metric).inserted && !scores.contains(metric) {
      let members = own.filter { $0.metric == metric }.map { measurement in
        let group = SliceName.group(of: measurement.slice)
        return (group, StatedValue.reading(measurement, as: group))
      }
      let isRecovered = own.filter { $0.metric == metric }.allSatisfy(\.isRecovered)
      let family = StatedFamily(members, expected: counted)
      for comparison in StatedGap.Comparison.allCases {
        let name = "\(metric)_\(comparison.rawValue)"
        let limit = request.allLimits[name]
        let isShown =
          limit != nil && !names.contains(name) || names.isEmpty && comparison == .difference
        guard isShown else { continue }
        var metric = try gap(name, family, comparison, limit)
        metric.isRecovered = isRecovered
        let isStated = metric.interval == nil && comparisons.contains { $0.metric == name }
        if !isStated { found.append(metric) }
      }
    }
    for measurement in comparisons where !found.contains(where: { $0.name == measurement.metric }) {
      let limit = request.allLimits[measurement.metric]
      guard names.isEmpty || limit != nil && !names.contains(measurement.metric) else { continue }
      found.append(try judged(measurement, limit, of: comparisons.count))
    }
    return found
  }

  /// A comparison judged by its own interval: on both sides of no difference, or of a ratio of 1.
  private func judged(
    _ measurement: Measurement,
    _ limit: Limit?,
    of count: Int
  ) throws(FairnessError) -> FairnessReport.Metric {
    var metric = FairnessReport.Metric(
      name: measurement.metric,
      convention: Self.convention,
      value: measurement.value.map { .number($0) },
      interval: nil,
      level: request.level,
      limit: limit
    )
    let group = SliceName.group(of: measurement.slice)
    if !group.isEmpty { metric.about = "of \(group)" }
    switch StatedValue.reading(measurement, as: measurement.metric) {
    case .failure(let flaw): metric.reason = flaw.words
    case .success(let stated):
      guard let limit else {
        metric.interval = stated.interval(level: request.level)
        metric.reason = UndefinedReason.noLimit.rawValue
        break
      }
      let isRatio = measurement.kind == .ratio
      let judged = try stated.judged(
        around: isRatio ? 1 : 0,
        tolerance: isRatio ? 1 - limit.value : limit.value,
        level: request.level,
        comparisons: count
      )
      (metric.interval, metric.verdict) = (judged.interval, judged.verdict)
    }
    return metric
  }

  private func gap(
    _ name: String,
    _ family: StatedFamily,
    _ comparison: StatedGap.Comparison,
    _ limit: Limit?
  ) throws(FairnessError) -> FairnessReport.Metric {
    let bound = limit?.value ?? .infinity
    let gap = try family.gap(comparison, limit: bound, level: request.level)
    return FairnessReport.Metric(
      name: name,
      convention: Self.convention,
      value: gap.map { .number($0.value) },
      interval: gap?.interval,
      level: request.level,
      limit: limit,
      verdict: limit == nil ? .notEvaluable : gap?.verdict ?? .notEvaluable,
      reason: gap == nil
        ? family.obstacle : limit == nil ? UndefinedReason.noLimit.rawValue : nil
    )
  }
}

extension Measurement {
  /// Whether it is of a group, with an interval or a standard error.
  var isJudgeable: Bool {
    kind == .level && !slice.isEmpty && hasUncertainty
  }

  /// Whether it compares groups, with an interval or a standard error of its own.
  var isComparison: Bool { kind != .level && hasUncertainty }

  /// Whether an interval or a standard error is stated.
  var hasUncertainty: Bool {
    guard let uncertainty else { return false }
    return uncertainty.standardError != nil || uncertainty.lower != nil && uncertainty.upper != nil
  }

  /// The attributes of the group that it is about, sorted; none for everybody.
  func attributes(unnamed name: String?) -> [String] {
    slice.map { $0.attribute.isEmpty ? name ?? GroupAttribute.unnamed : $0.attribute }.sorted()
  }
}
