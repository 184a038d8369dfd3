// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel

/// The stated scores that have an ideal, such as one half of the pairs: each is judged on both sides of it.
struct IdealScores {
  private let scores: [(measurement: Measurement, ideal: Double)]
  private let request: FairnessRequest

  /// All of them: one without an interval or a standard error cannot be judged, which is no pass.
  init(in measurements: [Measurement], _ request: FairnessRequest) {
    self.request = request
    scores = measurements.compactMap { measurement in
      IdealMetrics.ideal(of: measurement.metric).map { (measurement, $0) }
    }
  }

  /// The attributes and crossings of which there are scores; everybody has no attribute.
  var attributes: [[String]] {
    var seen: Set<[String]> = []
    return scores.map { $0.measurement.attributes(unnamed: request.attribute) }
      .filter { seen.insert($0).inserted }
  }

  /// The scores of the groups of an attribute.
  ///
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  func metrics(of parts: [String]) throws(FairnessError) -> [FairnessReport.Metric] {
    var found: [FairnessReport.Metric] = []
    for (measurement, ideal) in scores
    where measurement.attributes(unnamed: request.attribute) == parts {
      found.append(try metric(measurement, ideal))
    }
    return found
  }

  private func metric(
    _ measurement: Measurement,
    _ ideal: Double
  ) throws(FairnessError) -> FairnessReport.Metric {
    let limit =
      request.limits.first { $0.metric == measurement.metric }
      .map { Limit($0.value, origin: .policy) }
      ?? Limit(IdealMetrics.tolerance, origin: .convention)
    let group = SliceName.group(of: measurement.slice)
    var metric = FairnessReport.Metric(
      name: measurement.metric,
      convention: StatedGaps.convention,
      value: measurement.value.map { .number($0) },
      interval: nil,
      level: request.level,
      limit: limit
    )
    metric.about =
      (measurement.slice.isEmpty ? "" : "of \(group), ") + "ideal \(ConsoleText.number(ideal))"
    switch StatedValue.reading(measurement, as: group) {
    case .failure(let flaw): metric.reason = flaw.words
    case .success(let stated):
      let judged = try stated.judged(
        around: ideal,
        tolerance: limit.value,
        level: request.level,
        comparisons: scores.count
      )
      metric.value = .number(stated.value)
      (metric.interval, metric.verdict) = (judged.interval, judged.verdict)
    }
    return metric
  }
}

extension Measurement {
  /// Whether it is a score with an ideal.
  var isScore: Bool { IdealMetrics.ideal(of: metric) != nil }
}
