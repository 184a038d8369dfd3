// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness

extension FairnessReport {
  /// The report for people: a chart and the metrics of each attribute, in at most 80 columns.
  package var console: String {
    var lines: [String] = []
    for attribute in attributes {
      let cases = attribute.groups.reduce(0.0) { $0 + Double($1.n ?? 0) }
      let count = attribute.groups.count
      lines += ConsoleText.wrapped(
        "\(ConsoleText.shown(attribute.name)): \(count) \(count == 1 ? "group" : "groups"), "
          + "\(ConsoleText.number(cases)) cases, \(ConsoleText.number(request.level * 100)) % intervals"
          + (attribute.reference.map { ", reference \(ConsoleText.shown($0))" } ?? ""),
        margin: ""
      )
      lines += FairnessChart(attribute: attribute, positiveMeans: positiveMeans).lines
      lines += absentLines(attribute.absent)
      lines.append("")
      lines += MetricTable(attribute: attribute, isLibrary: request.library != nil).lines
      lines.append("")
    }
    return (lines + ending).map { $0 + "\n" }.joined()
  }

  /// The crossings without counts, which no metric says anything about.
  private func absentLines(_ absent: [String]) -> [String] {
    guard !absent.isEmpty else { return [] }
    let named = absent.prefix(6).map { ConsoleText.shown($0) }.joined(separator: ", ")
    let more = absent.count > 6 ? " and \(absent.count - 6) more" : ""
    return ConsoleText.wrapped("not counted, so not judged: \(named)\(more)", margin: "  ")
  }

  private var ending: [String] {
    guard let library = request.library else {
      return ConsoleText.wrapped(
        "Limits marked convention are customary; no law sets them. An interval across the limit is "
          + "inconclusive, which is not a pass.",
        margin: ""
      )
    }
    return ConsoleText.wrapped(
      "These are the values of \(library.rawValue), its answers to undefined rates included. They "
        + "have no intervals and are not judged.",
      margin: ""
    )
  }
}

/// The metrics of one attribute, one line each, with what is missing where the data cannot tell.
private struct MetricTable {
  private static let nameWidth = 30

  let attribute: FairnessReport.Attribute
  let isLibrary: Bool

  var lines: [String] {
    guard !isLibrary else { return attribute.metrics.flatMap(valueLine) }
    return attribute.metrics.filter(isShown).flatMap { line($0) + remarks($0) }
  }

  /// Whole-attribute metrics, comparisons of selection rates, and whatever the caller limits.
  ///
  /// The other comparisons are in the JSON report.
  private func isShown(_ metric: FairnessReport.Metric) -> Bool {
    metric.groups == nil || metric.name.hasPrefix("selection_rate_")
      || metric.limit?.origin == .policy
  }

  private func line(_ metric: FairnessReport.Metric) -> [String] {
    var parts = [
      ConsoleText.padded(isWithoutLimit(metric) ? "  no limit" : metric.verdict.label, to: 15),
      ConsoleText.padded(metric.name, to: Self.nameWidth),
    ]
    if case .number(let value) = metric.value {
      parts.append(ConsoleText.fixed(value))
    } else {
      parts.append("undefined")
    }
    if let interval = metric.interval {
      let (lower, upper) = (ConsoleText.fixed(interval.lower), ConsoleText.fixed(interval.upper))
      parts.append("[\(lower), \(upper)]")
    }
    return ["  " + parts.joined(separator: " ")]
  }

  /// Whether there is a value that nobody set a limit for.
  private func isWithoutLimit(_ metric: FairnessReport.Metric) -> Bool {
    metric.reason == UndefinedReason.noLimit.rawValue
  }

  private func remarks(_ metric: FairnessReport.Metric) -> [String] {
    var remarks: [String] = []
    if let groups = metric.groups {
      let (one, other) = (ConsoleText.shown(groups.group), ConsoleText.shown(groups.comparator))
      remarks.append("\(one) compared with \(other)")
    }
    if let limit = metric.limit {
      remarks.append("limit \(ConsoleText.number(limit.value)) (\(limit.origin.rawValue))")
    }
    let decision = GroupMetrics.decision(
      metric.verdict,
      by: metric.decidedBy,
      interval: metric.interval,
      limit: metric.limit,
      adjustedP: metric.adjustedP
    )
    if let decision { remarks.append(ConsoleText.shown(decision, limit: 400)) }
    if let reason = metric.reason, !isWithoutLimit(metric) {
      remarks.append(reason.replacing("_", with: " "))
    }
    let missing = metric.neededN.flatMap {
      GroupMetrics.shortfall(of: metric.name, needing: $0, in: attribute.groups)
    }
    if let missing { remarks.append(ConsoleText.shown(missing, limit: 400)) }
    return ConsoleText.wrapped(remarks.joined(separator: ", "), margin: "                  ")
  }

  /// Name and value of a library's metric, on two lines where one is too short.
  private func valueLine(_ metric: FairnessReport.Metric) -> [String] {
    let value =
      switch metric.value {
      case .number(let number): number.isNaN ? "NaN" : ConsoleText.number(number)
      case .flag(let flag): flag.map { String($0) } ?? "NaN"
      case nil: "NaN"
      }
    let pair = metric.groups.map { " (\(ConsoleText.shown($0.group)))" } ?? ""
    return ConsoleText.wrapped("\(ConsoleText.shown(metric.name))\(pair): \(value)", margin: "  ")
  }
}

extension FairnessVerdict {
  /// A sign and a word, so that neither colour nor font decides what is understood.
  fileprivate var label: String {
    switch self {
    case .pass: "+ pass"
    case .fail: "X fail"
    case .inconclusive: "? inconclusive"
    case .notEvaluable: "- not evaluable"
    }
  }
}
