// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The names of metrics: how records write them, and which words are known ones.
enum MetricName {
  /// A metric as records hold it: lower-case words with `_` between them.
  ///
  /// `HumanEval+` is not `HumanEval`, and keeps its sign as a word.
  static func canonical(_ name: String) -> String {
    if let english = MetricTranslations.english(FoldedText.words(name)) { return english }
    return name.has(UInt8(ascii: "+"))
      ? FoldedText.identifier(name.replacing("+", with: " plus ")) : FoldedText.identifier(name)
  }

  /// Whether a metric, as records hold it, counts things: `true_positives`, `samples_timed`.
  static func isCount(_ metric: String) -> Bool {
    let words = metric.split(separator: "_")
    guard let first = words.first, let last = words.last, !words.contains(where: shares.contains)
    else { return false }
    return counted.contains(last) || counted.contains(first) || last == "count"
      || first == "number" || first == "unique"
  }

  private static let counted: Set<Substring> = [
    "samples", "images", "records", "rows", "cases", "instances", "examples", "positives",
    "negatives", "patients", "users", "customers", "applicants", "documents", "queries", "species",
    "individuals", "classes", "parameters", "tokens", "tp", "fp", "tn", "fn",
  ]
  /// Words of names that relate one number to another.
  private static let shares: Set<Substring> = [
    "per", "rate", "ratio", "share", "mean", "avg", "average", "median", "proportion", "percent",
    "pct", "accuracy", "precision", "recall", "f1", "auc", "error", "score", "ms", "s", "sec",
  ]

  /// Whether a metric compares groups, as far as its name tells.
  static func kind(of metric: String) -> Measurement.Kind {
    // Most metrics are none, and a part of a word tells.
    guard comparing.contains(where: { metric.contains($0) }) else { return .level }
    let words = metric.parts { $0 == UInt8(ascii: "_") }
    if words.contains("ratio") || metric == "disparate_impact" { return .ratio }
    let isDifference = !["difference", "diff", "gap", "disparity"].allSatisfy { word in
      !words.contains { $0 == word }
    }
    return isDifference ? .difference : .level
  }

  /// What stands in the names of all metrics that compare groups.
  private static let comparing = ["ratio", "diff", "gap", "disparity", "disparate_impact"]

  /// Whether a metric, as records hold it, is a fraction of cases or an area of at most 1.
  ///
  /// The number of examples in the prompt does not change that.
  static func isFraction(_ metric: String) -> Bool {
    guard metric.hasSuffix("_shot") else { return fractions.contains(metric) }
    let bare = metric.dropLast("_shot".count)
    return fractions.contains(String(bare.prefix(upTo: bare.lastIndex(of: "_") ?? bare.endIndex)))
  }

  private static let fractions: Set<String> = [
    "accuracy", "acc", "balanced_accuracy", "precision", "recall", "sensitivity", "specificity",
    "f1", "f1_score", "macro_f1", "micro_f1", "weighted_f1", "f1_macro", "f1_micro", "f1_weighted",
    "auc", "roc_auc", "auc_roc", "auroc", "pr_auc", "auprc", "tpr", "fpr", "tnr", "fnr", "ppv",
    "npv", "true_positive_rate", "false_positive_rate", "true_negative_rate",
    "false_negative_rate", "selection_rate", "approval_rate", "acceptance_rate", "error_rate",
  ]

  /// Whether a heading of a table is a metric, perhaps with a remark: `Accuracy (top-1)`, `F1 ↑`.
  static func isKnown(_ heading: String) -> Bool {
    let end = heading.firstIndex(ofAny: "([") ?? heading.endIndex
    var name = FoldedText.words(heading[..<end], keeping: "@")
    // In `CV(RMSE)` the bracket holds the metric, and no remark.
    if name == "cv" { name = FoldedText.words(heading) }
    if MetricTranslations.english(name) != nil { return true }
    let words = name.spacedWords
    let kept = words.map(withoutCutoff).filter { !qualifiers.contains($0) }
    let isWhole = kept.count == words.count && !name.contains("@")
    return known.contains(isWhole ? name : kept.joined(separator: " "))
  }

  /// Whether a key is the name of a metric, and no value of a column such as `F`.
  static func isNamed(by key: String) -> Bool { key.utf8.count > 1 && isKnown(key) }

  /// Whether a heading names one metric or several: `Precision / Recall`.
  static func areKnown(_ heading: String) -> Bool {
    if isKnown(heading) { return true }
    let parts = heading.split(separator: "/")
    return parts.count > 1 && parts.allSatisfy { isKnown(String($0)) }
  }

  /// `ndcg@10` is `ndcg` of the first ten; `pass@1` is never without its number.
  private static func withoutCutoff(_ word: Substring) -> Substring {
    guard let at = word.firstIndex(ofByte: UInt8(ascii: "@")), at > word.startIndex else {
      return word
    }
    let isWhole = word[..<at] == "pass" || word.index(after: at) == word.endIndex
    return isWhole ? word[...at] : word[..<at]
  }

  /// Words that say which variant of a metric is meant.
  private static let qualifiers: Set<Substring> = [
    "macro", "micro", "weighted", "mean", "avg", "average", "test", "validation", "val", "overall",
    "top", "1", "5", "score", "rate", "the", "train", "training", "internal", "external", "holdout",
    "dev", "cv", "oof", "offline", "std", "median", "strict", "lenient", "relaxed", "span",
    "entity",
    "token", "sentence", "document", "pixel", "image", "level",
  ]

  /// Known metrics without those words.
  private static let known: Set<String> = [
    "accuracy", "acc", "balanced accuracy", "precision", "recall", "sensitivity", "specificity",
    "f1", "f", "f2", "f0", "auc", "roc auc", "auc roc", "auroc", "pr auc", "auprc", "auc pr",
    "log loss", "brier", "mcc", "kappa", "cohen s kappa", "matthews correlation", "r2", "r squared",
    "mse", "rmse", "cvrmse", "mae", "mape", "smape", "mase", "wape", "ap", "loss", "perplexity",
    "bleu",
    "rouge", "rouge l",
    "rouge 2", "meteor", "wer", "cer", "exact match", "em", "map", "iou", "miou", "dice", "ndcg",
    "mrr", "hit", "hits", "pass@", "ece", "calibration error", "expected calibration error",
    "tpr", "fpr", "tnr", "fnr", "ppv", "npv", "fdr", "for", "ppr", "true positive",
    "false positive",
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
