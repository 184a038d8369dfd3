// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension ForestPlot {
  /// One fairness metric for each attribute, beside the limit that the findings go by.
  init(_ measures: [MeasureReport], of metric: String, id: String) {
    let name = metric.split(separator: "_").joined(separator: " ")
    let limits = Set(measures.compactMap(\.limit))
    let limit = limits.count == 1 ? limits.first : nil
    let origin = measures.lazy.compactMap(\.origin).first
    let asked = limits.count == 1 ? measures.first?.asked : nil
    let source = origin.map { " (\($0))" } ?? ""
    let rows = measures.map { measure in
      Row(
        label: measure.attribute.isEmpty ? "all" : measure.attribute,
        value: measure.value,
        lower: measure.lower,
        upper: measure.upper,
        note: measure.text,
        isHollow: measure.verdict == "not_evaluable"
      )
    }
    self.init(
      id: id,
      title: name + (asked.map { ", \($0)\(source)" } ?? ""),
      summary: measures.map { "\($0.attribute) in \($0.path): \($0.text), \($0.sizes)." }
        .joined(separator: " "),
      rows: rows,
      limit: limit.map { limit in
        let tolerance = measures.first?.tolerance
        return Mark(
          value: limit,
          band: tolerance.flatMap { $0 >= 0 ? (limit - $0)...(limit + $0) : nil },
          label: "\(tolerance == nil ? "limit" : "ideal") \(PlotNumber.fixed(limit, 2))\(source)"
        )
      }
    )
  }

  /// The rate of each group of a measure, and what the groups are compared with.
  init(_ measure: MeasureReport, id: String) {
    let level = PlotNumber.percent(measure.level)
    let name = measure.metric.split(separator: "_").joined(separator: " ")
    let limit = measure.limit.map { limit in
      "; limit \(PlotNumber.fixed(limit, 2))" + (measure.origin.map { " (\($0))" } ?? "")
    }
    let needed = measure.neededN.map { ", about \($0) cases per group are needed" } ?? ""
    self.init(
      id: id,
      title: "\(measure.attribute): the groups behind \(name)",
      summary:
        "Rates by \(measure.attribute) in \(measure.path), with \(level) intervals of each group."
        + " \(name): \(measure.text)\(limit ?? "")\(needed).",
      rows: measure.groups.map { group in
        Row(
          label: group.group,
          value: group.value,
          lower: group.lower,
          upper: group.upper,
          note: MeasureReport.interval(group.value, group.lower, group.upper)
            + (group.n.map { ", n \($0)" } ?? ""),
          isHollow: group.n.map { $0 < 30 } ?? (group.lower == nil)
        )
      },
      limit: Self.mark(of: measure)
    )
  }

  /// The limit of a ratio, as a share of the group that is selected most.
  private static func mark(of measure: MeasureReport) -> Mark? {
    let highest = measure.groups.compactMap(\.value).max()
    guard let ratio = measure.limit, measure.metric.hasSuffix("_ratio"),
      let best = measure.groups.first(where: { $0.value == highest }), let share = best.value
    else { return nil }
    let band = best.lower.flatMap { lower in
      best.upper.flatMap { lower <= $0 ? (lower * ratio)...($0 * ratio) : nil }
    }
    let level = PlotNumber.percent(measure.level)
    return Mark(
      value: share * ratio,
      band: band,
      label: "\(best.group) × \(PlotNumber.fixed(ratio, 2)); shaded: where that may lie, \(level)"
    )
  }
}

extension MeasureReport {
  /// What is asked of the measure: `at least 0.80`, `at most 0.10`, `within 0.05 of 0.50`.
  var asked: String? {
    guard let limit else { return nil }
    if let tolerance {
      return "within \(PlotNumber.fixed(tolerance, 2)) of \(PlotNumber.fixed(limit, 2))"
    }
    return "\(metric.hasSuffix("_ratio") ? "at least" : "at most") \(PlotNumber.fixed(limit, 2))"
  }

  /// A value with its interval.
  static func interval(_ value: Double?, _ lower: Double?, _ upper: Double?) -> String {
    func number(_ value: Double?) -> String { value.map { PlotNumber.fixed($0, 2) } ?? "–" }
    return "\(number(value)) (\(number(lower)) to \(number(upper)))"
  }

  /// Value, interval and verdict in words.
  var text: String {
    let verdict = verdict.split(separator: "_").joined(separator: " ")
    return "\(Self.interval(value, lower, upper)), \(verdict)"
  }

  /// How many cases each group has.
  var sizes: String {
    groups.map { "\($0.group)" + ($0.n.map { " n \($0)" } ?? "") }.joined(separator: ", ")
  }
}
