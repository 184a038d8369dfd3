// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// In which range the numbers of known metrics lie, whoever measured them.
///
/// Shares and areas lie from 0 to 1 and correlations from -1 to 1 by their definitions; errors, losses and
/// ratios of rates are not negative; R² is at most 1. Of other metrics nothing is known.
package enum MetricRange {
  /// Whether value and bounds of a measurement can be numbers of its metric in its unit.
  package static func allows(_ measurement: Measurement) -> Bool {
    guard let range = Range(of: measurement) else { return true }
    let unit = measurement.unit
    guard !range.isShare || shareUnits.contains(unit) || measurement.kind != .level else {
      return false
    }
    let bounds = [measurement.uncertainty?.lower, measurement.uncertainty?.upper]
    let numbers = ([measurement.value] + bounds).compactMap { $0 }
    let scale = unit == .percent || unit == .percentagePoints ? 100.0 : 1
    // Nobody says whether a share without a unit is one in percent.
    let highest = range.isShare && unit == .unknown ? range.highest * 100 : range.highest * scale
    guard numbers.allSatisfy({ range.lowest * scale <= $0 && $0 <= highest }) else { return false }
    return !isTooSmall(measurement)
  }

  /// A quality of less than one in a hundred is a fraction that was called a percentage; of 1.1 without a
  /// unit it is neither.
  private static func isTooSmall(_ measurement: Measurement) -> Bool {
    guard measurement.kind == .level, qualities.contains(measurement.metric),
      let value = measurement.value
    else { return false }
    switch measurement.unit {
    case .percent: return value > 0 && value <= 1
    case .unknown: return value > 1 && value <= 2
    default: return false
    }
  }

  private struct Range {
    let lowest: Double
    let highest: Double
    var isShare = false

    init?(of measurement: Measurement) {
      let metric = measurement.metric
      switch measurement.kind {
      case .ratio: (lowest, highest) = (0, .infinity)
      case .difference:
        guard measurement.unit != .count, comparesShares(metric) else { return nil }
        (lowest, highest) = (-1, 1)
      case .level:
        isShare = MetricName.isFraction(metric) || shares.contains(metric)
        if measurement.unit == .fraction || isShare {
          (lowest, highest) = (0, 1)
        } else if correlations.contains(metric) {
          (lowest, highest) = (-1, 1)
        } else if metric == "perplexity" {
          (lowest, highest) = (1, .infinity)
        } else if losses.contains(metric) {
          (lowest, highest) = (0, .infinity)
        } else if determinations.contains(metric) {
          (lowest, highest) = (-.infinity, 1)
        } else {
          return nil
        }
      }
    }
  }

  /// Whether a difference is one of shares, as its name tells.
  private static func comparesShares(_ metric: String) -> Bool {
    [
      "parity", "opportunity", "odds", "selection_rate", "accuracy", "recall", "precision", "tpr",
      "fpr",
    ].contains { metric.contains($0) }
  }

  private static let shareUnits: Set<Measurement.Unit> = [.fraction, .percent, .unknown]
  private static let qualities: Set<String> = [
    "accuracy", "acc", "balanced_accuracy", "precision", "recall", "sensitivity", "specificity",
    "f1", "f1_score", "macro_f1", "micro_f1", "weighted_f1", "auc", "roc_auc", "auc_roc", "auroc",
    "pr_auc", "auprc", "tpr", "tnr", "true_positive_rate", "true_negative_rate", "ppv", "npv",
  ]
  /// Shares beyond those that every reader takes for fractions.
  private static let shares: Set<String> = [
    "average_precision", "brier", "brier_score", "brier_score_loss", "ece", "calibration_error",
    "expected_calibration_error", "hamming_loss", "jaccard", "jaccard_score", "iou", "miou", "dice",
    "exact_match", "misclassification_rate", "zero_one_loss", "false_discovery_rate",
    "false_omission_rate", "hit_rate", "ks", "ks_statistic",
  ]
  private static let correlations: Set<String> = [
    "mcc", "matthews_correlation", "matthews_corrcoef", "matthews_correlation_coefficient", "kappa",
    "cohen_kappa", "cohens_kappa", "cohen_s_kappa", "cohen_kappa_score", "pearson", "pearsonr",
    "spearman", "spearmanr", "kendall", "kendall_tau", "gini",
  ]
  private static let losses: Set<String> = [
    "log_loss", "logloss", "cross_entropy", "rmse", "mse", "mae", "mape", "smape", "rmsle",
    "root_mean_squared_error", "mean_squared_error", "mean_absolute_error",
    "mean_absolute_percentage_error", "median_absolute_error", "wer", "cer", "bleu",
    "rouge", "rouge_1", "rouge_2", "rouge_l", "meteor", "chrf", "fid", "disparate_impact",
  ]
  private static let determinations: Set<String> = [
    "r2", "r2_score", "r_squared", "explained_variance",
  ]
}
