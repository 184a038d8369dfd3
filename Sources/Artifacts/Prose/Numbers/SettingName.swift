// SPDX-License-Identifier: Apache-2.0

/// Tells the numbers that say how something was measured from those that were measured.
///
/// Files of metrics mix both: thresholds, seeds and numbers of cases stand beside accuracies.
enum SettingName {
  /// Whether the keys that lead to a number name a setting or a number of cases.
  static func isSetting(_ path: [String]) -> Bool {
    let names = path.map { FoldedText.identifier($0) }
    guard let name = names.last else { return false }
    return names.dropLast().contains(where: isSettings) || single.contains(name)
      || sections.contains(name) || caseCounts.contains(name)
      || prefixes.contains(where: name.hasPrefix)
      || suffixes.contains(where: name.hasSuffix) || isShareOfData(name)
  }

  /// Whether a key is that of a section of settings, as `best_params` is.
  private static func isSettings(_ name: String) -> Bool {
    sections.contains(name) || sectionEnds.contains(where: name.hasSuffix)
  }

  private static let sectionEnds = [
    "_config", "_hyperparameters", "_parameters", "_params", "_settings", "_thresholds",
  ]

  /// Whether a name tells how data were split, as `test_size` and `validation_fraction` do.
  private static func isShareOfData(_ name: String) -> Bool {
    guard let cut = name.lastIndex(of: "_"),
      ["size", "fraction", "share", "split", "ratio"].contains(
        String(name[name.index(after: cut)...])
      )
    else { return false }
    if case .split? = RunLabel(String(name[..<cut])) { return true }
    return false
  }

  /// Whether a name is that of a duration, as `fit_time` is: how long something took is no result and
  /// names nobody.
  static func isDuration(_ name: String) -> Bool {
    FoldedText.identifier(name).hasSuffix("_time")
  }

  /// Whether a name is that of a setting and of no number of cases, as `threshold` is.
  static func isParameter(_ name: String) -> Bool {
    let name = FoldedText.identifier(name)
    return isSetting([name]) && !caseCounts.contains(name) && !sections.contains(name)
      && !outcomes.contains(name) && !countPrefixes.contains(where: name.hasPrefix)
      && !countSuffixes.contains(where: name.hasSuffix)
  }

  private static let outcomes: Set<String> = [
    "count", "fn", "fp", "n", "size", "tn", "total", "tp",
  ]
  private static let countPrefixes = ["n_", "num_", "number_of_"]
  private static let countSuffixes = [
    "_count", "_counts", "_examples", "_instances", "_rows", "_samples", "_sample_size",
  ]

  /// The number of cases that stands beside metrics, also as the decimal that pandas writes.
  static func cases(_ key: String, _ value: Double?) -> Int? {
    guard isCaseCount(key) || key == "count", let value, value >= 0 else { return nil }
    return Int(exactly: value)
  }

  /// Whether a key names a section of settings or of numbers of cases.
  static func isSection(_ key: String) -> Bool { sections.contains(FoldedText.identifier(key)) }

  /// Whether a key beside metrics holds the number of cases behind them.
  static func isCaseCount(_ key: String) -> Bool {
    caseCounts.contains(FoldedText.identifier(key))
  }

  private static let caseCounts: Set<String> = [
    "n", "n_samples", "num_samples", "sample_count", "sample_size", "support", "n_cases",
    "example_count",
    "applicants", "customers", "patients", "individuals", "group_size", "group_count",
  ]

  private static let sections: Set<String> = [
    "args", "config", "configuration", "confusion_matrix", "counts", "environment", "group_counts",
    "hyperparameters",
    "metadata", "parameters", "params", "sample_counts", "settings", "support", "thresholds",
    "versions",
  ]

  private static let single: Set<String> = [
    "batch", "batch_size", "confidence_floor", "count", "cutoff", "epoch", "epochs", "fn", "fold",
    "folds", "fp", "image_size", "imgsz", "iteration",
    "iterations", "learning_rate", "limit", "lr", "max_depth", "max_new_tokens", "max_tokens", "n",
    "dev_size", "drift_share", "ncols", "nrows", "eval_size", "holdout_size", "n_splits",
    "random_state", "run",
    "seed", "size", "step", "steps", "temperature", "test_fraction",
    "test_ratio", "test_size", "threshold", "timestamp", "train_fraction", "train_ratio",
    "train_size",
    "val_size", "validation_size", "tn", "top_k", "top_p", "total", "tp", "version", "weight_decay",
    "year",
  ]

  private static let prefixes = [
    "n_", "num_", "number_of_", "best_epoch", "threshold_", "allowed_", "nms_", "target_",
    "tolerated_", "warn_",
  ]

  private static let suffixes = [
    "_batch_size", "_cutoff", "_count", "_counts", "_epoch", "_epochs", "_examples", "_instances",
    "_limit",
    "_resamples", "_rows", "_sample_size", "_samples", "_seed", "_step", "_steps", "_threshold",
    "_thresholds",
    "_timestamp", "_version",
  ]
}
