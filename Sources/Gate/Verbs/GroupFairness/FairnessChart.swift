// SPDX-License-Identifier: Apache-2.0

internal import Fairness

/// The selection rates of groups as one line each: the interval, the rate, and the limit.
///
/// Shapes and words carry the meaning, never colour. No line is wider than 80 columns.
struct FairnessChart {
  private static let columns = 41
  private static let nameWidth = 14

  let attribute: FairnessReport.Attribute
  /// The groups that are drawn.
  let groups: [AttributeAssessment.Group]
  let positiveMeans: PositiveMeaning?

  /// The lines of the chart with its axis and legend.
  var lines: [String] {
    let limit = limitLine
    var rows = groups.map { group in
      let name = ConsoleText.shortened(ConsoleText.shown(group.group), to: Self.nameWidth)
      let rate = group.rates.first { $0.entry.rate == .selectionRate }
      let value = rate?.entry.value.map { ConsoleText.fixed($0) } ?? "  –  "
      let n = group.n.map { "n \($0)" } ?? "weighted"
      return "  \(name) \(value) \(bar(rate, limit: limit?.position)) \(n)"
    }
    let more = attribute.groups.count - groups.count
    if more > 0 { rows.append("  and \(more) groups between them") }
    return rows + [
      "  " + ConsoleText.padded("", to: Self.nameWidth + 7) + Self.axis, "  " + legend,
    ]
  }

  private var legend: String {
    let interval = "● selection rate  ├─┤ interval"
    return limitLine.map { "\(interval)  ┊ \($0.words)" } ?? interval
  }

  /// `0`, `0.5` and `1` below their columns.
  private static let axis: String = {
    let gap = String(repeating: " ", count: columns / 2 - 2)
    return "0\(gap)0.5\(gap)1"
  }()

  private static func column(_ value: Double) -> Int {
    let place = (min(1, max(0, value)) * Double(columns - 1)).rounded()
    return place.isNaN ? 0 : Int(place)
  }

  private func bar(_ rate: AttributeAssessment.GroupRate?, limit: Double?) -> String {
    var cells = [Character](repeating: "·", count: Self.columns)
    let limitColumn = limit.map(Self.column)
    if let limitColumn { cells[limitColumn] = "┊" }
    if let interval = rate?.interval {
      let (low, high) = (Self.column(interval.lower), Self.column(interval.upper))
      for place in low...max(low, high) { cells[place] = place == limitColumn ? "┼" : "─" }
      cells[low] = "├"
      cells[high] = "┤"
    }
    if let value = rate?.entry.value { cells[Self.column(value)] = "●" }
    return String(cells)
  }
}

// MARK: - The limit

extension FairnessChart {
  /// Where the limit stands in the chart.
  struct LimitLine {
    let position: Double
    /// Where it may stand, since the rate that it is taken from is known to an interval only.
    let band: ClosedRange<Double>?
    let words: String
  }

  /// Where a group's rate would miss the limit of its comparison; nil without a rate to start from.
  ///
  /// A declared limit is drawn before a customary one, and a ratio before a difference.
  var limitLine: LimitLine? {
    let names = [
      ("selection_rate_ratio", true), ("demographic_parity_ratio", true),
      ("selection_rate_difference", false), ("demographic_parity_difference", false),
    ]
    let candidates = names.compactMap { name, isRatio in
      attribute.metrics.first { $0.name == name && $0.limit != nil }?.limit
        .map { (limit: $0, isRatio: isRatio) }
    }
    let declared = candidates.first { $0.limit.origin == .policy } ?? candidates.first
    guard let declared, let base else { return nil }
    let limit = declared.limit.value
    let isBenefit = positiveMeans != .burden
    func position(_ rate: Double) -> Double {
      declared.isRatio
        ? (isBenefit ? rate * limit : rate / limit) : (isBenefit ? rate - limit : rate + limit)
    }
    let sign = declared.isRatio ? (isBenefit ? "×" : "/") : (isBenefit ? "−" : "+")
    let name = ConsoleText.shown(base.name, limit: 16)
    return LimitLine(
      position: position(base.rate),
      band: base.interval.map { position($0.lower)...position(max($0.lower, $0.upper)) },
      words:
        "limit: \(name) \(sign) \(ConsoleText.number(limit)) (\(declared.limit.origin.rawValue))"
    )
  }

  /// The declared reference, else the group that is best off.
  private var base: (name: String, rate: Double, interval: Interval?)? {
    let rates = attribute.groups.compactMap {
      group -> (name: String, rate: Double, interval: Interval?)? in
      let selected = group.rates.first { $0.entry.rate == .selectionRate }
      return selected?.entry.value.map { (group.group, $0, selected?.interval) }
    }
    if let reference = attribute.reference { return rates.first { $0.name == reference } }
    return positiveMeans != .burden
      ? rates.max { ($0.rate, $1.name) < ($1.rate, $0.name) }
      : rates.min { ($0.rate, $0.name) < ($1.rate, $1.name) }
  }
}
