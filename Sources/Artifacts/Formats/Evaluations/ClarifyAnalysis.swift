// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// What Amazon SageMaker Clarify writes as `analysis.json`.
  static let clarifyAnalysis = evaluation(
    "sagemaker-clarify",
    summary: "bias metrics of SageMaker Clarify (analysis.json)",
    fileNames: ["**/analysis.json", "**/*clarify*.json"],
    detect: { root in
      sections.contains { root[$0.key]?["facets"] != nil }
        ? .evaluation(.certain, because: "it has the bias metrics of SageMaker Clarify by facet")
        : .no(reason: "it has no bias metrics by facet")
    },
    fill: { root, artifact in
      for (key, split) in sections {
        for (facet, groups) in root[key]?["facets"]?.members ?? [] {
          for group in groups.elements { add(group, of: facet, split: split, to: &artifact) }
        }
      }
    }
  )

  /// Metrics before training are those of the data; SHAP values beside them are no metrics.
  private static let sections: [(key: String, split: String?)] = [
    ("pre_training_bias_metrics", "pre-training data"), ("post_training_bias_metrics", nil),
  ]

  private static func add(
    _ group: NodeCursor,
    of facet: String,
    split: String?,
    to artifact: inout Artifact
  ) {
    let pair = SlicePair(attribute: facet, group: group["value_or_threshold"]?.text ?? "")
    for metric in group["metrics"]?.elements ?? [] {
      if let name = metric["name"]?.text, metric["value"] == nil, let reason = metric["error"]?.text
      {
        addUncomputed(names[name] ?? name, of: pair, because: reason, at: metric, to: &artifact)
        continue
      }
      guard let name = metric["name"]?.text, let value = metric["value"] else {
        artifact.addMalformed(metric, "a metric", expected: "'name' and 'value'")
        continue
      }
      guard var found = Measurement(names[name] ?? name, at: value, slice: [pair]) else {
        artifact.addMalformed(value, "'\(name)'", expected: "a number")
        continue
      }
      found.split = split
      artifact.measurements.append(found)
    }
  }

  /// Keeps that Clarify could not work out a metric, and what it says of that.
  private static func addUncomputed(
    _ name: String,
    of pair: SlicePair,
    because reason: String,
    at metric: NodeCursor,
    to artifact: inout Artifact
  ) {
    artifact.addIssue(
      "unread-numbers",
      .warning,
      "'\(Excerpt.line(name))' of '\(Excerpt.line(pair.attribute))' has no value: \(Excerpt.line(reason))",
      at: metric.source
    )
  }

  /// The abbreviations of Clarify (Amazon SageMaker Developer Guide, "Measure posttraining data and
  /// model bias") under the names that records use.
  private static let names = [
    "DPPL": "difference_in_positive_proportions_in_predicted_labels", "DI": "disparate_impact",
    "DCAcc": "difference_in_conditional_acceptance",
    "DCA": "difference_in_conditional_acceptance", "FT": "flip_test",
    "DCR": "difference_in_conditional_rejection",
    "RD": "recall_difference", "DAR": "difference_in_acceptance_rates",
    "DRR": "difference_in_rejection_rates", "AD": "accuracy_difference",
    "TE": "treatment_equality", "CDDPL": "conditional_demographic_disparity_in_predicted_labels",
    "SD": "specificity_difference", "GE": "generalized_entropy", "CI": "class_imbalance",
    "DPL": "difference_in_proportions_of_labels",
    "CDDL": "conditional_demographic_disparity_in_labels", "KL": "kullback_leibler_divergence",
    "JS": "jensen_shannon_divergence", "LP": "lp_norm", "TVD": "total_variation_distance",
    "KS": "kolmogorov_smirnov",
  ]
}
