// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A metric as a heading or a cell names it: `Accuracy (%)`, `Recall (sex=F)`.
struct MetricLabel {
  let name: String
  /// Percent where the label says so.
  let unit: Measurement.Unit
  let slice: [SlicePair]

  init(_ text: String) {
    slice = SliceReader.embedded(in: text)
    let base = slice.isEmpty ? text[...] : text[..<(text.lastIndex(of: "(") ?? text.endIndex)]
    unit = base.contains("%") ? .percent : .unknown
    name = MetricName.canonical(String(base))
  }
}

/// What the cells of a column of numbers are, as far as its heading tells.
enum MetricColumn: Equatable {
  /// The values of one metric.
  case metric
  /// The values of the metric that the row names, perhaps on one split.
  case value(split: String?)
  /// The number of cases.
  case count
  /// The bounds of the value before, with the confidence level that the heading names.
  case interval(level: Double?)
  case lower
  case upper
  case dataset
  case split
  case task
  /// The group that the row is about; the heading is its attribute, unless it is `Slice` or such.
  case label(attribute: String?)
  /// Remarks, limits, and what else is no result.
  case aside

  init(heading: String) {
    let words = FoldedText.words(heading)
    let isInterval = words.split(separator: " ").contains { $0 == "ci" || $0 == "interval" }
    if isInterval || words.contains("confidence interval") {
      let level = NumberReader.confidenceLevel(in: heading)
      self =
        words.contains("lower")
        ? .lower
        : words.contains("upper")
          ? .upper
          : .interval(level: level)
    } else if let known = Self.known[words] {
      self = known
    } else if MetricName.isKnown(heading) {
      self = .metric
    } else {
      self = .label(attribute: Trimmed.text(heading))
    }
  }

  private static let known: [String: MetricColumn] = {
    let rows: [(MetricColumn, String)] = [
      (.count, "n|support|count|samples|size|group size|sample size|n samples|records|cases|rows"),
      (.lower, "lower|lower bound|ci low|low"),
      (.upper, "upper|upper bound|ci high|high"),
      (.dataset, "dataset|data set|evaluation dataset|benchmark"),
      (.split, "split|data split"),
      (.task, "task"),
      (.value(split: nil), "value|score|result|results|overall|all|performance"),
      (.value(split: "test"), "test|test set|testing"),
      (.value(split: "validation"), "validation|val|validation set|dev"),
      (.value(split: "train"), "train|training|training set"),
      (.label(attribute: nil), "|slice|group|subgroup|segment|cohort|category|subset|population"),
      (
        .aside,
        """
        notes|note|comment|comments|threshold|target|limit|requirement|goal|description|definition|\
        unit|source|date|status|pass|passed|rationale|why|interpretation|higher is better
        """
      ),
    ]
    return rows.reduce(into: [:]) { known, row in
      for name in row.1.split(separator: "|", omittingEmptySubsequences: false) {
        known[String(name)] = row.0
      }
    }
  }()
}
