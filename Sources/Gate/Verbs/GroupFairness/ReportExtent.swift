// SPDX-License-Identifier: Apache-2.0

internal import Fairness

/// How much of a report is written out, so that hundreds of groups do not make megabytes.
///
/// Everything is computed and judged. Metrics of whole attributes are always written; in a large report, of
/// the comparisons of single groups those that have a limit and matter most, and of the groups those that
/// they name, the extremes, and those that are not judged.
struct ReportExtent: Sendable {
  /// The largest number of comparisons that are all written.
  private static let rowLimit = 2_000
  /// The largest number of groups that are written with every rate, and in a chart.
  private static let groupLimit = 400
  /// The largest number of attributes that a large report shows at length on a console.
  private static let attributeLimit = 8
  /// How many of the lowest and of the highest rates a chart keeps of a large report.
  private static let chartEnds = 4
  /// The rates that groups keep in a large report: those that limits are customary for.
  private static let leadingRates: [Rate] = [
    .selectionRate, .truePositiveRate, .falsePositiveRate,
  ]

  /// How many comparisons of each metric of an attribute are written; nil for all.
  let rowsPerMetric: Int?
  /// Whether groups keep the leading rates only, and charts the extremes.
  let isShortened: Bool

  /// The places of the attributes that a console shows in a line each: of a large report all but those
  /// that are furthest from a pass.
  let foldedOnConsole: Set<Int>

  /// The extent of a report; one that is asked for as a whole is never cut.
  init(of attributes: [FairnessReport.Attribute], isWhole: Bool) {
    let rows = attributes.reduce(0) { $0 + $1.metrics.count { $0.groups != nil } }
    let kinds = attributes.reduce(0) { sum, attribute in
      sum + Set(attribute.metrics.filter { $0.groups != nil }.map(\.name)).count
    }
    let groups = attributes.reduce(0) { $0 + $1.groups.count }
    isShortened = !isWhole && groups > Self.groupLimit
    let order = attributes.indices.sorted {
      (attributes[$0].urgency, $0) < (attributes[$1].urgency, $1)
    }
    foldedOnConsole = isShortened ? Set(order.dropFirst(Self.attributeLimit)) : []
    let budget = isShortened ? Self.groupLimit : Self.rowLimit
    rowsPerMetric = isWhole || rows <= budget ? nil : max(1, budget / max(1, kinds))
  }

  /// The metrics of an attribute that are written, in their order.
  func metrics(of attribute: FairnessReport.Attribute) -> [FairnessReport.Metric] {
    guard let rowsPerMetric else { return attribute.metrics }
    var places: [String: [Int]] = [:]
    for (place, metric) in attribute.metrics.enumerated() where metric.groups != nil {
      places[metric.name, default: []].append(place)
    }
    let kept = places.values.reduce(into: Set<Int>()) { kept, rows in
      let ranked = rows.map { (place: $0, urgency: attribute.metrics[$0].urgency) }
      let worst = ranked.sorted { one, other in
        one.urgency == other.urgency ? one.place < other.place : one.urgency < other.urgency
      }
      kept.formUnion(worst.prefix(rowsPerMetric).map(\.place))
    }
    return attribute.metrics.enumerated().filter { place, metric in
      metric.groups == nil || kept.contains(place) && (!isShortened || metric.limit != nil)
    }.map(\.element)
  }

  /// The rates of a group that are written.
  func rates(of group: AttributeAssessment.Group) -> [AttributeAssessment.GroupRate] {
    guard isShortened else { return group.rates }
    return group.rates.filter { Self.leadingRates.contains($0.entry.rate) }
  }

  /// The groups that are written out, in their order: those of a chart, those that a written metric names,
  /// and those that are not judged.
  func groups(of attribute: FairnessReport.Attribute) -> [AttributeAssessment.Group] {
    guard isShortened else { return attribute.groups }
    let named = metrics(of: attribute).flatMap { metric in
      [metric.groups, metric.native?.decidedBy?.groups].compactMap(\.self)
        .flatMap { [$0.group, $0.comparator] }
    }
    let kept = Set(charted(attribute).map(\.group)).union(named)
    return attribute.groups.filter { kept.contains($0.group) || $0.reason != nil }
  }

  /// The groups that a chart shows, in their order: those with the lowest and the highest rates.
  func charted(_ attribute: FairnessReport.Attribute) -> [AttributeAssessment.Group] {
    let groups = attribute.groups
    guard isShortened, groups.count > 2 * Self.chartEnds else { return groups }
    let rated = groups.enumerated().map { place, group in
      (place: place, rate: group.rates.first { $0.entry.rate == .selectionRate }?.entry.value ?? -1)
    }.sorted { ($0.rate, $0.place) < ($1.rate, $1.place) }.map(\.place)
    let kept = Set(rated.prefix(Self.chartEnds) + rated.suffix(Self.chartEnds))
    return groups.enumerated().filter {
      kept.contains($0.offset) || $0.element.group == attribute.reference
    }.map(\.element)
  }
}

extension FairnessReport.Attribute {
  /// How early an attribute is to be seen: by the worst verdict that has a limit.
  fileprivate var urgency: Int {
    metrics.filter { $0.limit != nil }.map(\.urgency.0).min() ?? 3
  }
}

extension FairnessReport.Metric {
  /// How early a comparison is to be seen: by its verdict, then by how far it is from equality.
  fileprivate var urgency: (Int, Double) {
    let rank: Int =
      switch verdict {
      case .fail: 0
      case .notEvaluable where reason != UndefinedReason.noLimit.rawValue: 1
      case .inconclusive: 2
      case .pass, .notEvaluable: 3
      }
    guard case .number(let value) = value, !value.isNaN else { return (rank, -.infinity) }
    guard name.hasSuffix("_ratio") else { return (rank, -value.magnitude) }
    return (rank, value > 1 ? 1 / value : value)
  }
}
