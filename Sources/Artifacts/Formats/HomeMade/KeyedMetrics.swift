// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Finds the measured numbers of a home-made card: those below `metrics` and such, and those whose
/// name is that of a metric.
enum KeyedMetrics {
  static func measurements(below root: NodeCursor) -> [Measurement] {
    // Elsewhere `metadata` holds settings; here it is a section of the card like others.
    let metadata = root.members.filter { $0.key == "metadata" }
    let leaves = [root] + metadata.map(\.value)
    return leaves.flatMap { NumericLeaves.measured(below: $0, path: []) }.compactMap(measurement)
  }

  private static func measurement(_ leaf: NumericLeaves.Leaf) -> Measurement? {
    guard let key = leaf.path.last else { return nil }
    let section = leaf.path.dropLast().lastIndex { sections.contains(FoldedText.words($0)) }
    let between = leaf.path[((section ?? -1) + 1)...].dropLast()
    let isNamed = MetricName.isKnown(key)
    if !isNamed, let parent = between.last, let grouped = GroupedName(parent) {
      let outer: ArraySlice = section == nil ? [] : between.dropLast()
      return measurement(grouped.metric, leaf, between: outer, group: (grouped, key))
    }
    guard isNamed || section != nil || isDisparity(key) else { return nil }
    return measurement(key, leaf, between: section == nil ? [] : between)
  }

  private static func measurement(
    _ name: String,
    _ leaf: NumericLeaves.Leaf,
    between: ArraySlice<String>,
    group: (name: GroupedName, key: String)? = nil
  ) -> Measurement? {
    guard var found = Measurement(name, at: leaf.cursor, n: leaf.n) else { return nil }
    if let uncertainty = leaf.uncertainty { found.uncertainty = uncertainty }
    if let disparity = AttributedDisparity(found.metric) { found = disparity.applied(to: found) }
    if percentEndings.contains(where: found.metric.hasSuffix) { found.unit = .percent }
    if MetricName.isCount(found.metric) { found.unit = .count }
    for part in between {
      let label = RunLabel(part)
      if case .split(let split)? = label {
        found.split = split
      } else if isDisparity(name) {
        // A disparity is one of all groups of an attribute.
        found.slice.append(SlicePair(attribute: FoldedText.identifier(part), group: ""))
      } else if label == nil {
        found.slice += SliceReader.read(part)
      }
    }
    if let group {
      found.slice += SliceReader.read(group.key, heading: group.name.attribute)
    }
    return found
  }

  /// Whether a name compares groups, as `demographic_parity_diff` does.
  private static func isDisparity(_ key: String) -> Bool {
    let words = Set(FoldedText.words(key).spacedWords)
    return MetricName.kind(of: MetricName.canonical(key)) != .level
      && !words.isDisjoint(with: ["parity", "odds", "opportunity", "impact"])
  }

  /// `per_class_recall`, `recall_by_sex`, `disparate_impact_ratios`: a metric with its groups below.
  private struct GroupedName {
    let metric: String
    let attribute: String

    init?(_ key: String) {
      var words = FoldedText.words(key)
      var attribute = ""
      if let cut = words.firstRange(of: " by ") {
        attribute = String(words[cut.upperBound...])
        words = String(words[..<cut.lowerBound])
      } else if words.hasPrefix("per class ") {
        attribute = "class"
        words = String(words.dropFirst("per class ".count))
      }
      if !MetricName.isKnown(words), words.last == "s" { words = String(words.dropLast()) }
      guard MetricName.isKnown(words) else { return nil }
      (metric, self.attribute) = (words, attribute)
    }
  }

  private static let sections: Set<String> = [
    "metrics", "metric", "performance", "performance metrics", "primary metrics", "submetrics",
    "evaluation", "evaluation metrics", "evaluation results", "eval metrics", "results",
    "test results", "test metrics", "validation metrics", "model performance", "scores",
    "quantitative analysis", "key metrics", "benchmark results", "fairness metrics",
    "bias metrics", "fairness results",
  ]
  private static let percentEndings = ["_percent", "_pct"]
}
