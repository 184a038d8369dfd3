// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Tells labels of groups of people from names of metrics, where a map has numbers under either.
enum PeopleLabel {
  /// Whether the numbers of a map stand under groups and nothing else.
  static func areGroups(_ members: [(key: String, value: NodeCursor)]) -> Bool {
    members.count > 1
      && members.allSatisfy { $0.value.node.double != nil && isGroup($0.key) }
  }

  /// Whether a key may name the metric of the groups below it, as `accuracy` and `recall_by_sex` do.
  static func mayBeMetric(_ key: String) -> Bool {
    MetricName.isNamed(by: key) || MetricName.kind(of: MetricName.canonical(key)) != .level
      || FoldedText.words(key).spacedWords.contains {
        MetricName.isNamed(by: String($0)) || shares.contains($0)
      }
  }

  private static let shares: Set<Substring> = [
    "rate", "rates", "score", "scores", "share", "ratio", "ratios", "error", "mean",
  ]

  /// Whether a key is the usual label of a group of people, such as `F` or `40-59`.
  static func isGroup(_ key: String) -> Bool {
    let words = FoldedText.words(key)
    return names.contains(words) || isAgeBand(key)
  }

  /// `<40`, `40-59`, `60+`.
  private static func isAgeBand(_ key: String) -> Bool {
    let rest = key.filter { !$0.isNumber && $0 != " " }
    return rest.count < key.count && bands.contains(rest)
  }

  private static let bands: Set<String> = [
    "<", "<=", "≤", ">", ">=", "≥", "+", "-", "–", "[,)", "(,]",
  ]
  private static let names: Set<String> = [
    "f", "m", "w", "x", "d", "female", "male", "woman", "man", "women", "men", "females", "males",
    "nonbinary", "non binary",
    "diverse", "other", "unknown", "black", "white", "asian", "hispanic", "latino", "caucasian",
    "african american", "native american", "privileged", "unprivileged", "young", "old",
  ]
}

extension Artifact {
  /// Keeps that groups have numbers of a metric that nobody names.
  mutating func addUnnamedMetric(of groups: String = "'by_group'", at source: SourceReference) {
    addIssue(
      "unnamed-metric",
      .error,
      "\(groups) names no metric: dump the frame with its columns (by_group.to_json())",
      at: source
    )
  }
}
