// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// What a metric measures, however cards and tools spell its name: `f1_score`, `F1` and `f1` are one.
enum QuantityName {
  /// The name under which metrics are compared.
  static func of(_ metric: String) -> String {
    var words = metric.split(separator: "_").filter { !fillers.contains($0) }
    if let averaging = words.firstIndex(where: averagings.contains), words.count > 1 {
      // `macro_f1`, `f1_macro` and the `macro_avg_f1_score` of a report are one.
      let kind = words.remove(at: averaging)
      let base = words.filter { $0 != "avg" }
      return "\(of(base.joined(separator: "_")))_\(kind)"
    }
    if DataPart.named(in: words) != nil { words.removeFirst() }
    for length in [2, 1] where words.count >= length {
      if let known = aliases[words.prefix(length).joined(separator: "_")] {
        return ([known[...]] + words.dropFirst(length)).joined(separator: "_")
      }
    }
    return words.isEmpty ? metric : words.joined(separator: "_")
  }

  /// The part of the data that the name of a metric begins with, as `val_f1` does.
  static func split(of metric: String) -> String? {
    DataPart.named(in: metric.split(separator: "_"))
  }

  /// The usual name of a part of the data.
  static func split(named name: String) -> String {
    DataPart.named(name) ?? name.lowercased()
  }

  private static let averagings: Set<Substring> = ["macro", "micro", "weighted", "samples"]

  /// `recall_score` is `recall`, and `precision_fraud_class` that of the class `fraud`.
  private static let fillers: Set<Substring> = ["score", "class", "measure"]

  /// The names of scikit-learn 1.5 (`sklearn.metrics`) and what people write for them.
  private static let aliases = [
    "acc": "accuracy", "f": "f1", "auc": "roc_auc", "auroc": "roc_auc", "auc_roc": "roc_auc",
    "roc_auc": "roc_auc", "auprc": "pr_auc", "auc_pr": "pr_auc", "pr_auc": "pr_auc",
    "average_precision": "pr_auc", "sensitivity": "recall", "tpr": "recall", "ppv": "precision",
    "cvrmse": "cv_rmse",
  ]

  /// Whether a metric is a share of cases or an area of at most 1.
  static func isShare(_ metric: String) -> Bool {
    let name = of(metric)
    return shares.contains { name == $0 || name.hasPrefix($0 + "_") }
  }

  private static let shares = [
    "accuracy", "precision", "recall", "f1", "roc_auc", "pr_auc", "specificity",
    "balanced_accuracy", "selection_rate",
  ]
}
