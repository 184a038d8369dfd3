// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness

extension FairnessReport {
  /// The report for people: a chart and the metrics of each attribute, in at most 80 columns.
  package var console: String {
    var lines: [String] = []
    let folded = extent.foldedOnConsole
    for (place, attribute) in attributes.enumerated() where !folded.contains(place) {
      guard !attribute.groups.isEmpty else {
        lines += statedLines(attribute)
        continue
      }
      let cases = attribute.groups.reduce(0.0) { $0 + Double($1.n ?? 0) }
      let count = attribute.groups.count
      lines += ConsoleText.wrapped(
        "\(attribute.name.isEmpty ? "all" : ConsoleText.shown(attribute.name)): \(count) \(count == 1 ? "group" : "groups"), "
          + "\(ConsoleText.number(cases)) cases, \(ConsoleText.number(request.level * 100)) % intervals"
          + (attribute.reference.map { ", reference \(ConsoleText.shown($0))" } ?? ""),
        margin: ""
      )
      lines +=
        FairnessChart(
          attribute: attribute,
          groups: extent.charted(attribute),
          positiveMeans: positiveMeans
        ).lines
      lines += namedLines("not counted, so not judged", attribute.absent + attribute.uncounted)
      lines += namedLines("recovered from rates and numbers of cases", attribute.recovered)
      lines += setAsideLines(attribute)
      for warning in attribute.warnings {
        lines += ConsoleText.wrapped(
          "warning: \(ConsoleText.shown(warning.text, limit: 200))",
          margin: "  "
        )
      }
      if request.library == nil, let moderation = attribute.moderation {
        lines += ConsoleText.wrapped(ConsoleText.shown(moderation, limit: 400), margin: "  ")
      }
      lines.append("")
      lines +=
        MetricTable(
          attribute: attribute,
          metrics: extent.metrics(of: attribute),
          isLibrary: request.library != nil
        ).lines
      lines.append("")
      for number in attribute.stated {
        lines += ConsoleText.wrapped(ConsoleText.shown(number.words, limit: 400), margin: "  ")
      }
      if !attribute.stated.isEmpty { lines.append("") }
      for metric in attribute.metrics where metric.verdict == .fail && isToldOf(metric) {
        guard let sentence = attribute.sentence(about: metric, of: origin)?.text else { continue }
        lines += ConsoleText.wrapped(ConsoleText.shown(sentence, limit: 2_000), margin: "  ")
        lines.append("")
      }
    }
    return (lines + foldedLines(folded) + ending).map { $0 + "\n" }.joined()
  }

  /// One line for each attribute that is judged and not shown at length.
  private func foldedLines(_ folded: Set<Int>) -> [String] {
    guard !folded.isEmpty else { return [] }
    let lines = folded.sorted().map { place in
      let attribute = attributes[place]
      let judged = attribute.metrics.filter { $0.groups == nil && $0.limit != nil }
      let verdicts: [FairnessVerdict] = [.fail, .notEvaluable, .inconclusive, .pass]
      let counts = verdicts.compactMap { verdict in
        let count = judged.count { $0.verdict == verdict }
        return count == 0 ? nil : "\(count) \(verdict.word)"
      }
      return "  \(ConsoleText.shown(attribute.name)): \(counts.joined(separator: ", "))"
    }
    return ConsoleText.wrapped(
      "\(folded.count) more attributes, the limits of each (--all shows them at length):",
      margin: ""
    ) + lines + [""]
  }

  /// A pair of groups has a sentence of its own where somebody set a limit for pairs.
  private func isToldOf(_ metric: FairnessReport.Metric) -> Bool {
    metric.groups == nil || metric.limit?.origin == .policy
  }

  /// An attribute of which numbers are stated and nothing is counted.
  private func statedLines(_ attribute: FairnessReport.Attribute) -> [String] {
    let isRecovered = attribute.metrics.allSatisfy(\.isRecovered)
    let origin: StatedNumber.Origin = isRecovered ? .recovered : .stated
    let heading =
      "\(attribute.name.isEmpty ? "all" : ConsoleText.shown(attribute.name)): \(origin.rawValue), "
      + "\(ConsoleText.number(request.level * 100)) % intervals"
    return ConsoleText.wrapped(heading, margin: "")
      + MetricTable(attribute: attribute, metrics: attribute.metrics, isLibrary: false).lines + [""]
  }

  /// Some groups of which something is to be known.
  private func namedLines(_ what: String, _ groups: [String]) -> [String] {
    guard !groups.isEmpty else { return [] }
    let named = groups.prefix(6).map { ConsoleText.shown($0) }.joined(separator: ", ")
    let more = groups.count > 6 ? " and \(groups.count - 6) more" : ""
    return ConsoleText.wrapped("\(what): \(named)\(more)", margin: "  ")
  }

  /// The groups that are counted and not compared.
  private func setAsideLines(_ attribute: FairnessReport.Attribute) -> [String] {
    let reasons: [UndefinedReason] = [.unknownValue, .belowMinimumShare]
    return attribute.groups.filter { $0.reason.map(reasons.contains) ?? false }.flatMap { group in
      ConsoleText.wrapped(
        "not compared: \(ConsoleText.shown(group.group)), \(group.n ?? 0) cases, "
          + (group.reason?.words ?? ""),
        margin: "  "
      )
    }
  }

  /// What being selected means for a person.
  var meaning: String {
    positiveMeans.map { "Being selected is a \($0.rawValue) for the person." }
      ?? "Nobody says whether being selected is a benefit or a burden (positive_means): what depends "
      + "on it is not judged."
  }

  /// How limits are judged.
  var rule: String {
    let rule =
      request.failBy == .interval
      ? "A limit is missed when the whole interval is beyond it."
      : "A limit is missed when the whole interval is beyond it, or by two keys: the rates differ "
        + "significantly (Fisher's exact test, Holm's correction over all rates and attributes that are "
        + "judged) and the measured value is beyond it."
    return "Limits marked convention are customary; no law sets them. \(rule) An interval "
      + "across the limit is inconclusive, which is not a pass. The intervals hold for all "
      + "comparisons of a metric together."
  }

  private var ending: [String] {
    guard let library = request.library else {
      return ConsoleText.wrapped(
        (aside.map { "\($0) " } ?? "") + "\(meaning) \(rule)"
          + omissions.map { " Left out: \($0)." }.joined(),
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
  /// The metrics that are shown.
  let metrics: [FairnessReport.Metric]
  let isLibrary: Bool

  var lines: [String] {
    guard !isLibrary else { return metrics.flatMap(valueLine) }
    return metrics.filter(isShown).flatMap { line($0) + remarks($0) }
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
    if let about = metric.about { remarks.append(ConsoleText.shown(about, limit: 200)) }
    if let limit = metric.limit {
      remarks.append("limit \(ConsoleText.number(limit.value)) (\(limit.origin.rawValue))")
    }
    if let decided = metric.native?.decidedBy {
      let (one, other) = (decided.groups.group, decided.groups.comparator)
      remarks.append(
        "decided by \(decided.rate.rawValue) of \(ConsoleText.shown(one)) and "
          + ConsoleText.shown(other)
      )
    }
    if let native = metric.native, native.isSecondKey {
      let sentence = FairnessSentence(native, attribute.groups, failBy: .twoKey)
      remarks.append("by two keys: \(sentence.secondKey)")
    }
    if let group = metric.native?.oneMoreOf {
      remarks.append("one more case of \(ConsoleText.shown(group)) would keep the measured value")
    }
    if metric.convention == StatedGaps.convention, metric.isRecovered || !attribute.groups.isEmpty {
      let origin: StatedNumber.Origin = metric.isRecovered ? .recovered : .stated
      remarks.append(origin.rawValue)
    }
    if let reason = metric.reason, !isWithoutLimit(metric) {
      remarks.append(reason.replacing("_", with: " "))
    }
    let missing = metric.native?.neededN.flatMap {
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
    case .pass: "+ \(word)"
    case .fail: "X \(word)"
    case .inconclusive: "? \(word)"
    case .notEvaluable: "- \(word)"
    }
  }

  fileprivate var word: String { self == .notEvaluable ? "not evaluable" : rawValue }
}
