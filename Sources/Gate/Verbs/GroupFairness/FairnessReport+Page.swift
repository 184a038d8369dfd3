// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
package import Reporting

extension FairnessReport {
  /// The report as a page with a plot for each attribute, for people who sign and for the public.
  ///
  /// - Parameter smallest: The smallest number of people that may be shown; nil for any.
  /// - Returns: The page, which is written as HTML or as a picture.
  package func page(suppressingBelow smallest: Int?) -> FairnessPage {
    let hidden = SmallCells(below: smallest, in: attributes)
    return FairnessPage(
      title: (["Fairness"] + [origin.model, origin.dataset].compactMap { $0 })
        .joined(separator: ", "),
      verdict: verdict,
      remarks: remarks(smallest),
      sections: attributes.enumerated().map { place, attribute in
        let name = attribute.name.isEmpty ? "all" : attribute.name
        return FairnessPage.Section(
          heading: name,
          plot: plot(of: attribute, named: name, at: place, hidden),
          sentences: sentences(about: attribute, hidden)
            + attribute.warnings.map { smallest == nil ? $0.text : $0.withoutNumbers }
        )
      }
    )
  }

  private func remarks(_ smallest: Int?) -> [String] {
    var remarks =
      [aside, meaning, rule, "Source: \(origin.path)."].compactMap(\.self)
      + omissions.map { "Left out: \($0)." }
    if let smallest {
      remarks.append(
        "Numbers of groups with fewer than \(smallest) people, selected people or people not "
          + "selected are left out, and those that would give them away by subtraction. Groups of one "
          + "attribute that add up to a group of another one are looked for among up to "
          + "\(SmallCells.largestUnion) of them."
      )
    }
    return remarks
  }

  /// The metrics of an attribute that have a limit; their verdicts alone where numbers are hidden.
  private func sentences(about attribute: Attribute, _ hidden: SmallCells) -> [String] {
    let judged = attribute.metrics.filter { $0.groups == nil && $0.limit != nil }
    let isHidden = hidden.hideAny(of: attribute)
    return judged.map { metric in
      guard !isHidden, let sentence = attribute.sentence(about: metric, of: origin) else {
        return "\(metric.name): \(metric.verdict.words)."
      }
      return sentence.text
    } + (isHidden ? [] : attribute.stated.map { "\($0.words)." })
      + [isHidden ? nil : attribute.moderation].compactMap(\.self)
  }

  private func plot(
    of attribute: Attribute,
    named name: String,
    at place: Int,
    _ hidden: SmallCells
  ) -> ForestPlot {
    let groups = extent.charted(attribute)
    let limit = FairnessChart(attribute: attribute, groups: groups, positiveMeans: positiveMeans)
      .limitLine
    let isHidden = hidden.hideAny(of: attribute)
    let leading = attribute.metrics.first { $0.name == "demographic_parity_ratio" }
    let verdict = leading?.verdict.words ?? "not judged"
    let level = ConsoleText.number(request.level * 100)
    return ForestPlot(
      id: "a\(place)",
      title: "\(name): \(isHidden ? "" : Self.value(leading))\(verdict)",
      summary: "Share selected of each group of \(name), with \(level) % intervals. "
        + (isHidden ? "" : limit.map { "\($0.words). " } ?? "")
        + "Verdict on demographic_parity_ratio: \(verdict).",
      rows: groups.map { row($0, isHidden: hidden.hide($0.group, of: attribute)) },
      limit: isHidden
        ? nil
        : limit.map { ForestPlot.Mark(value: $0.position, band: $0.band, label: $0.words) }
    )
  }

  private static func value(_ metric: Metric?) -> String {
    guard let metric, case .number(let value) = metric.value else { return "" }
    let ends = metric.interval.map {
      " (\(ConsoleText.fixed($0.lower)) to \(ConsoleText.fixed($0.upper)))"
    }
    return "lowest ÷ highest = \(ConsoleText.fixed(value))\(ends ?? ""), "
  }

  private func row(_ group: AttributeAssessment.Group, isHidden: Bool) -> ForestPlot.Row {
    guard !isHidden else {
      return ForestPlot.Row(
        label: group.group,
        value: nil,
        lower: nil,
        upper: nil,
        note: "too few to be shown",
        isHollow: true
      )
    }
    let rate = group.rates.first { $0.entry.rate == .selectionRate }
    let ends = rate?.interval.map {
      " (\(ConsoleText.fixed($0.lower)) to \(ConsoleText.fixed($0.upper)))"
    }
    let value = rate?.entry.value.map { ConsoleText.fixed($0) } ?? "–"
    return ForestPlot.Row(
      label: group.group,
      value: rate?.entry.value,
      lower: rate?.interval?.lower,
      upper: rate?.interval?.upper,
      note: value + (ends ?? "") + (group.n.map { ", n \($0)" } ?? ", weighted"),
      isHollow: group.reason != nil
    )
  }
}

extension FairnessVerdict {
  /// The verdict as people say it.
  fileprivate var words: String { self == .notEvaluable ? "not evaluable" : rawValue }
}
