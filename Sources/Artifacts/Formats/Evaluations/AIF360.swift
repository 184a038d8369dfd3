// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// What AIF360's `MetricJSONExplainer` returns, or a map of its metrics by name.
  static let aif360 = ArtifactFormat(
    name: "aif360",
    summary: "metrics of AIF360 (its explanations as JSON or text, or a map of metric names)",
    fileNames: ["**/*aif360*.json", "**/{fairness,bias}*.json"],
    detect: { file in
      if !explanations(in: file).isEmpty {
        return .evaluation(.certain, because: "it holds explanations of AIF360")
      }
      return file.root.map(AIF360Values.isPresent) == true
        ? .evaluation(.likely, because: "it holds metrics under their AIF360 names")
        : .no(reason: "it has neither explanations nor metric names of AIF360")
    },
    read: { file, _ in
      var artifact = file.artifact(.evaluation, format: "aif360")
      let explanations = explanations(in: file)
      for explanation in explanations { explanation.add(to: &artifact) }
      if explanations.isEmpty, let root = file.root { AIF360Values.add(root, to: &artifact) }
      return [artifact]
    }
  )

  private static func explanations(in file: ParsedFile) -> [AIF360Explanation] {
    if case .text(let text) = file.content { return AIF360Explanation.all(in: text, of: file.file) }
    return file.root.map { AIF360Explanation.all(in: $0) } ?? []
  }
}

/// Reads the metrics that teams store under the names of AIF360's functions.
///
/// A difference is unprivileged minus privileged, with its sign (aif360 0.6.1,
/// `metrics/classification_metric.py`).
enum AIF360Values {
  /// Names that no other library uses.
  private static let own: Set<String> = [
    "statistical_parity_difference", "average_odds_difference", "average_abs_odds_difference",
    "theil_index", "disparate_impact", "mean_difference",
  ]
  private static let others: Set<String> = [
    "equal_opportunity_difference", "true_positive_rate_difference",
    "false_positive_rate_difference", "error_rate_difference", "error_rate_ratio", "consistency",
    "generalized_entropy_index", "false_positive_rate_ratio", "false_negative_rate_difference",
    "false_negative_rate_ratio", "false_discovery_rate_difference", "false_discovery_rate_ratio",
    "false_omission_rate_difference", "false_omission_rate_ratio", "coefficient_of_variation",
    "between_group_theil_index", "differential_fairness_bias_amplification",
  ]

  static func isPresent(in root: NodeCursor) -> Bool {
    holdsMetrics(root.node) || (root.node.map ?? .empty).contains { holdsMetrics($0.value) }
  }

  static func add(_ root: NodeCursor, to artifact: inout Artifact) {
    let stated = AttributeKey.stated(in: root)
    addValues(root, attribute: stated, to: &artifact)
    artifact.addLeftOutBaselines(below: root)
    for (key, value) in root.members
    where holdsMetrics(value.node) && RunLabel(key) != .baseline {
      let attribute =
        AttributeKey.stated(in: value) ?? AttributeKey.attribute(key) ?? stated
      addValues(value, attribute: attribute, to: &artifact)
    }
  }

  private static func holdsMetrics(_ node: Node) -> Bool {
    (node.map ?? .empty).contains { member in
      !member.value.isMap && own.contains(canonical(member.key)) && member.value.double != nil
    }
  }

  private static func canonical(_ key: String) -> String { MetricName.canonical(key) }

  private static func addValues(
    _ map: NodeCursor,
    attribute: String?,
    to artifact: inout Artifact
  ) {
    var unread: [(name: String, place: NodeCursor)] = []
    for (key, value) in map.members where !value.node.isMap {
      let name = canonical(key)
      if let measurement = groupValue(name, value, of: attribute ?? "") {
        artifact.measurements.append(measurement)
        continue
      }
      let isMetric = own.contains(name) || others.contains(name) || wholes.contains(name)
      guard isMetric || MetricName.isKnown(key) else {
        let isNumber = value.node.double != nil && !SettingName.isSetting([key])
        if isNumber { unread.append((key, value)) }
        continue
      }
      guard let measurement = Measurement(name, at: value) else {
        artifact.addMalformed(value, "'\(Excerpt.line(key))'", expected: "a number")
        continue
      }
      artifact.measurements.append(measurement.comparingPrivilege(of: attribute ?? ""))
    }
    artifact.addUnread(unread)
  }

  /// What the functions of the library say of all cases together (aif360 0.6.1, `ClassificationMetric`).
  private static let wholes: Set<String> = [
    "accuracy", "between_all_groups_coefficient_of_variation",
    "between_all_groups_generalized_entropy_index", "between_all_groups_theil_index",
    "between_group_coefficient_of_variation", "between_group_generalized_entropy_index",
    "error_rate",
    "false_discovery_rate", "false_negative_rate", "false_omission_rate", "false_positive_rate",
    "negative_predictive_value", "positive_predictive_value", "selection_rate",
    "true_negative_rate",
    "true_positive_rate",
  ]
}

extension AIF360Values {
  /// A metric of one of the two groups, such as `recall_unprivileged`.
  private static func groupValue(
    _ name: String,
    _ value: NodeCursor,
    of attribute: String
  ) -> Measurement? {
    for group in ["unprivileged", "privileged"] where name.hasSuffix("_\(group)") {
      let slice = [SlicePair(attribute: attribute, group: group)]
      return Measurement(String(name.dropLast(group.count + 1)), at: value, slice: slice)
    }
    return nil
  }
}

extension Measurement {
  /// The same measurement as a comparison of the unprivileged with the privileged group.
  func comparingPrivilege(of attribute: String) -> Measurement {
    var copy = self
    guard kind != .level else { return copy }
    copy.slice = [SlicePair(attribute: attribute, group: "unprivileged")]
    copy.reference = [SlicePair(attribute: attribute, group: "privileged")]
    // The absolute odds difference is an average of magnitudes without a sign.
    let hasSign = kind == .difference && !metric.hasPrefix("average_abs")
    copy.aggregation = hasSign ? .unprivilegedMinusPrivileged : nil
    return copy.onScale(kind == .difference ? .difference : .ratio)
  }
}

/// Tells the names of protected attributes from the other words that results are put under.
enum AttributeKey {
  private static let others: Set<String> = [
    "metrics", "fairness", "fairness_metrics", "results", "overall", "before", "after",
    "baseline", "model", "test", "train", "validation", "val", "original", "transformed",
    "mitigated", "report", "summary", "bias", "disparities", "group_fairness", "scores",
    "explanations", "explanation", "explainer", "aif360", "classification", "dataset",
  ]

  /// The attribute that a map names beside its metrics, as `"protected_attribute": "sex"`.
  static func stated(in map: NodeCursor) -> String? {
    guard map.node.isMap else { return nil }
    return names.lazy.compactMap { map[$0]?.text }.first { !$0.isEmpty }
  }

  private static let names = [
    "protected_attribute", "protected_attribute_name", "sensitive_attribute", "sensitive_feature",
    "attribute",
  ]

  /// The attribute that a key names, or nil for a word of another kind.
  static func attribute(_ key: String) -> String? {
    others.contains(FoldedText.identifier(key)) ? nil : key
  }
}
