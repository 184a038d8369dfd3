// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel

/// What a file states of the groups of one attribute beside their counts: information, without a verdict.
struct StatedNumber: Sendable {
  /// The metric.
  let metric: String
  /// The group; nil for the gap between groups.
  let group: String?
  /// The value; for a gap the largest minus the smallest.
  let value: Double
  let interval: Interval?
  let origin: Origin

  /// What it follows from.
  enum Origin: String, Sendable {
    case stated = "stated by the team, not recomputable"
    case calibration = "share of positive labels minus mean score"
    case recovered = "recovered from shares and numbers of cases"
  }

  /// The number in words.
  var words: String {
    let ends = interval.map {
      " [\(ConsoleText.fixed($0.lower)), \(ConsoleText.fixed($0.upper))]"
    }
    let about = group.map { "of \($0)" } ?? "gap between groups"
    return "\(metric) \(about) \(ConsoleText.fixed(value))\(ends ?? "") (\(origin.rawValue))"
  }
}

/// Finds the numbers that a file states of the groups of one attribute.
struct StatedNumbers {
  let attribute: GroupAttribute
  let groups: [AttributeAssessment.Group]
  let level: Double

  /// Calibration in the large of each group with a mean score, then the gaps in numbers with an uncertainty.
  func all(in measurements: [Measurement]) throws(FairnessError) -> [StatedNumber] {
    let own = measurements.filter { measurement in
      measurement.kind == .level
        && measurement.slice.map(\.attribute).sorted() == attribute.parts.sorted()
    }
    var numbers = own.filter { $0.metric == "mean_score" }.compactMap(calibration)
    var metrics: [String] = []
    for measurement in own where !metrics.contains(measurement.metric) {
      metrics.append(measurement.metric)
    }
    for metric in metrics {
      let stated = own.filter { $0.metric == metric }
      let members =
        stated
        .map { (name(of: $0), StatedValue.reading($0, as: name(of: $0))) }
      let family = StatedFamily(members, expected: [])
      guard let gap = try family.gap(.difference, limit: .infinity, level: level) else { continue }
      numbers.append(
        StatedNumber(
          metric: metric,
          group: nil,
          value: gap.value,
          interval: gap.interval,
          origin: stated.allSatisfy(\.isRecovered) ? .recovered : .stated
        )
      )
    }
    return numbers
  }

  private func calibration(_ measurement: Measurement) -> StatedNumber? {
    let name = name(of: measurement)
    let rates = groups.first { $0.group == name }?.rates
    let share = rates?.first { $0.entry.rate == .baseRate }?.entry.proportion
    do throws(StatedFlaw) {
      let value = try StatedValue(
        calibrationOf: name,
        share,
        meanScore: measurement.value.map { $0 * measurement.fractionScale },
        level: level
      )
      return StatedNumber(
        metric: "calibration_in_the_large",
        group: name,
        value: value.value,
        interval: value.interval(level: level),
        origin: .calibration
      )
    } catch {
      return nil
    }
  }

  /// The group of a number under the name that the counts have.
  private func name(of measurement: Measurement) -> String {
    let values = Dictionary(measurement.slice.map { ($0.attribute, $0.group) }) { first, _ in first
    }
    return SliceName.joined(attribute.parts.compactMap { values[$0] })
  }
}

extension StatedValue {
  /// What a measurement states of a group, or why that cannot be judged.
  static func reading(_ measurement: Measurement, as group: String) -> Result<Self, StatedFlaw> {
    let stated = measurement.uncertainty
    do throws(StatedFlaw) {
      return .success(
        try StatedValue(
          group,
          measurement.value,
          StatedUncertainty(
            lower: stated?.lower,
            upper: stated?.upper,
            level: stated?.level,
            standardError: stated?.standardError
          ),
          scale: measurement.fractionScale
        )
      )
    } catch {
      return .failure(error)
    }
  }
}

extension Measurement {
  /// Whether it is a share of whole cases, whose uncertainty follows from them.
  var isRecovered: Bool { uncertainty?.method == .wilson && denominator != nil }

  /// What the number is multiplied with, so that it is a fraction.
  fileprivate var fractionScale: Double { unit == .percent ? 0.01 : 1 }
}
