// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The names of metrics: how records write them, and which words are known ones.
enum MetricName {
  /// A metric as records hold it: lower-case words with `_` between them.
  static func canonical(_ name: String) -> String { FoldedText.identifier(name) }

  /// Whether a metric compares groups, as far as its name tells.
  static func kind(of metric: String) -> Measurement.Kind {
    let words = metric.split(separator: "_")
    if words.contains("ratio") || metric == "disparate_impact" { return .ratio }
    let isDifference = !["difference", "diff", "gap", "disparity"].allSatisfy { word in
      !words.contains { $0 == word }
    }
    return isDifference ? .difference : .level
  }

  /// Whether a metric, as records hold it, is a fraction of cases or an area of at most 1.
  static func isFraction(_ metric: String) -> Bool { fractions.contains(metric) }

  private static let fractions: Set<String> = [
    "accuracy", "acc", "balanced_accuracy", "precision", "recall", "sensitivity", "specificity",
    "f1", "f1_score", "macro_f1", "micro_f1", "weighted_f1", "f1_macro", "f1_micro", "f1_weighted",
    "auc", "roc_auc", "auc_roc", "auroc", "pr_auc", "auprc", "tpr", "fpr", "tnr", "fnr", "ppv",
    "npv", "true_positive_rate", "false_positive_rate", "true_negative_rate",
    "false_negative_rate", "selection_rate", "approval_rate", "acceptance_rate", "error_rate",
  ]

  /// Whether a heading of a table is a metric, perhaps with a remark: `Accuracy (top-1)`, `F1 ↑`.
  static func isKnown(_ heading: String) -> Bool {
    let bare = heading.prefix { $0 != "(" && $0 != "[" }
    let words = FoldedText.words(bare, keeping: "@").split(separator: " ").map(String.init)
    return known.contains(words.filter { !qualifiers.contains($0) }.joined(separator: " "))
  }

  /// Words that say which variant of a metric is meant.
  private static let qualifiers: Set<String> = [
    "macro", "micro", "weighted", "mean", "avg", "average", "test", "validation", "val", "overall",
    "top", "1", "5", "score", "rate", "the",
  ]

  /// Known metrics without those words.
  private static let known: Set<String> = [
    "accuracy", "acc", "balanced accuracy", "precision", "recall", "sensitivity", "specificity",
    "f1", "f", "f2", "f0", "auc", "roc auc", "auc roc", "auroc", "pr auc", "auprc", "auc pr",
    "log loss", "brier", "mcc", "kappa", "cohen s kappa", "matthews correlation", "r2", "r squared",
    "mse", "rmse", "mae", "mape", "smape", "loss", "perplexity", "bleu", "rouge", "rouge l",
    "rouge 2", "meteor", "wer", "cer", "exact match", "em", "map", "iou", "miou", "dice", "ndcg",
    "mrr", "hit", "pass@", "pass@1", "ece", "calibration error", "expected calibration error",
    "tpr", "fpr", "tnr", "fnr", "ppv", "npv", "fdr", "for", "true positive", "false positive",
    "true negative", "false negative", "selection", "acceptance", "approval", "positive",
    "positive prediction", "error", "misclassification", "gini", "ks",
    "demographic parity difference", "demographic parity ratio", "statistical parity difference",
    "disparate impact", "disparate impact ratio", "equal opportunity difference",
    "equal opportunity ratio", "equalized odds difference", "equalized odds ratio",
    "odds difference",
    "adverse impact ratio", "impact ratio",
    "fid", "fad", "frechet inception distance", "frechet audio distance", "kld", "kl divergence",
    "inception", "psnr", "ssim", "lpips", "chrf", "bertscore", "spearman", "pearson", "clap",
    "clip",
    "silhouette", "c index", "concordance index", "hamming loss", "jaccard", "top k accuracy",
  ]
}
