// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Numbers of folds beside their mean and spread: `fold_1_accuracy`, `mean_accuracy`, `std_accuracy`.
///
/// They are one metric: the mean is its value, each fold is a part of the data, and the spread is no metric.
/// `mean_iou` alone keeps its name.
struct RepeatedRuns {
  private enum Part: Hashable {
    case fold(String)
    case mean
    case spread
  }

  /// The metrics that are stated for folds, or with mean and spread.
  private var metrics: Set<String> = []
  private var spreads: [String: Double] = [:]

  init(_ leaves: [NumericLeaves.Leaf]) {
    var parts: [String: Set<Part>] = [:]
    for leaf in leaves {
      guard let (part, metric) = Self.read(leaf.path) else { continue }
      if case .fold = part { metrics.insert(metric) }
      if part == .spread { spreads[metric] = leaf.cursor.node.double }
      parts[metric, default: []].insert(part)
    }
    for (metric, found) in parts where found.isSuperset(of: [.mean, .spread]) {
      metrics.insert(metric)
    }
  }

  /// Whether a number is one of those.
  func covers(_ leaf: NumericLeaves.Leaf) -> Bool {
    Self.read(leaf.path).map { metrics.contains($0.metric) } ?? false
  }

  /// The measurement of such a number; nil for a spread.
  func measurement(_ leaf: NumericLeaves.Leaf) -> Measurement? {
    guard let (part, metric) = Self.read(leaf.path),
      var found = Measurement(metric, at: leaf.cursor, n: leaf.n)
    else { return nil }
    switch part {
    case .fold(let number): found.split = "fold \(number)"
    case .mean:
      if let mean = found.value, let spread = spreads[metric] {
        found.uncertainty = Uncertainty(lower: mean - spread, upper: mean + spread)
      }
    case .spread: return nil
    }
    return found
  }

  /// What the keys that lead to a number say, and the metric without it.
  private static func read(_ path: [String]) -> (part: Part, metric: String)? {
    var words = path.flatMap { FoldedText.identifier($0).split(separator: "_") }
    let part: Part
    if let place = words.firstIndex(where: { $0.hasPrefix("fold") }) {
      var number = words.remove(at: place).dropFirst("fold".count)
      if number.isEmpty, place < words.count { number = words.remove(at: place) }
      guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
      part = .fold(String(number))
    } else if let place = words.firstIndex(where: means.contains) {
      words.remove(at: place)
      part = .mean
    } else if let place = words.firstIndex(where: deviations.contains) {
      words.remove(at: place)
      part = .spread
    } else {
      return nil
    }
    let metric = words.joined(separator: "_")
    return MetricName.isNamed(by: metric) ? (part, metric) : nil
  }

  private static let means: Set<Substring> = ["mean", "avg", "average"]
  private static let deviations: Set<Substring> = ["std", "sd", "stdev", "stddev"]
}
