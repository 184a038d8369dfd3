// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A metric as a heading or a cell names it: `Accuracy (%)`, `Recall (sex=F)`.
struct MetricLabel {
  let name: String
  let kind: Measurement.Kind
  /// Percent where the label says so.
  let unit: Measurement.Unit
  let slice: [SlicePair]

  /// Reads a heading or a cell.
  ///
  /// - Parameters:
  ///   - text: What it says.
  ///   - meanings: What the abbreviations of disparities stand for in this document.
  init(_ text: String, meanings: DisparityNames = DisparityNames()) {
    if let disparity = DisparityLabel(text, meanings) {
      (name, unit, slice) = (
        disparity.metric, text.contains("%") ? .percent : .unknown, disparity.slice
      )
      kind = MetricName.kind(of: name)
      return
    }
    slice = SliceReader.embedded(in: text)
    let base = slice.isEmpty ? Self.withoutSynonym(text) : Self.beforeBracket(text)
    // In `AUPRO@30%` the sign belongs to the number before it.
    unit = Self.isInPercent(base) ? .percent : .unknown
    name = MetricName.canonical(String(base))
    kind = MetricName.kind(of: name)
  }

  private static func isInPercent(_ text: Substring) -> Bool {
    text.indices.contains { index in
      text[index] == "%"
        && (index == text.startIndex || !text[text.index(before: index)].isNumber)
    }
  }

  /// `PR-AUC (average precision)`: another name of the same metric is a remark.
  private static func withoutSynonym(_ text: String) -> Substring {
    let head = beforeBracket(text)
    guard head.endIndex < text.endIndex, text.last == ")",
      MetricName.isKnown(String(head)),
      MetricName.isKnown(String(text[head.endIndex...].dropFirst().dropLast()))
    else { return text[...] }
    return head
  }

  private static func beforeBracket(_ text: String) -> Substring {
    text[..<(text.lastIndex(ofByte: UInt8(ascii: "(")) ?? text.endIndex)]
  }
}

/// What the cells of a column of numbers are, as far as its heading tells.
enum MetricColumn: Equatable {
  /// The values of one metric.
  case metric
  /// The values of the metric that the row names, perhaps on one split.
  case value(split: String?)
  /// One end of the values that the metric of the row took, such as `minimum`, or how they spread.
  case extreme(String)
  /// The number of cases.
  case count
  /// One of the four cells of a confusion matrix.
  case outcome(Outcome)
  /// How many of the cases were decided positively.
  case selected
  /// The bounds of the value before, with the confidence level that the heading names.
  case interval(level: Double?)
  case lower
  case upper
  case dataset
  case split
  case task
  /// The group that the row is about; the heading is its attribute, unless it is `Slice` or such.
  case label(attribute: String?)
  /// Which model, run or experiment the row is about: no group of people, and not the whole
  /// population of the one model either.
  case variant
  /// The score from which on the model decides positively.
  case threshold
  /// The number of examples in the prompt.
  case shots
  /// Remarks, limits, and what else is no result.
  case aside

  /// The cells of a confusion matrix.
  enum Outcome: CaseIterable {
    case truePositives
    case falsePositives
    case trueNegatives
    case falseNegatives
  }

  init(heading: String) {
    let words = FoldedText.words(heading)
    if Self.isInterval(words) {
      let level = NumberReader.confidenceLevel(in: heading)
      self =
        words.contains("lower")
        ? .lower
        : words.contains("upper")
          ? .upper
          : .interval(level: level)
    } else if let known = Self.known[words] {
      self = known
    } else if let split = Self.split(heading), !Self.metricHeadings.contains(words) {
      self = .value(split: split)
    } else if MetricName.areKnown(heading) || DisparityLabel(heading, DisparityNames()) != nil {
      self = .metric
    } else if let last = words.split(separator: " ").last, Self.deviations.contains(last) {
      self = .extreme("sd")
    } else if let last = words.split(separator: " ").last, Self.known[String(last)] == .variant {
      // `Calibration method` tells runs apart like `Method`.
      self = .variant
    } else {
      self = .label(attribute: heading.trimmed)
    }
  }

  /// The part of the data that a heading names, in any language of the tables: `Validación (desarrollo)`.
  private static func split(_ heading: String) -> String? {
    let head = heading.prefix { !"(（".contains($0) }
    guard case .split(let name)? = RunLabel(String(head)) else { return nil }
    // `CV(RMSE)` is a metric of that name.
    return head.endIndex < heading.endIndex && MetricName.isKnown(heading) ? nil : name
  }

  /// Whether a heading tells models, data, tasks or times apart, and no groups.
  static func namesRuns(_ heading: String) -> Bool {
    switch MetricColumn(heading: heading) {
    case .variant, .split, .dataset, .task, .threshold: true
    default: times.contains(FoldedText.words(heading))
    }
  }

  private static let times: Set<String> = [
    "year", "quarter", "month", "week", "day", "date", "time", "timestamp", "period",
  ]

  private static func isInterval(_ words: String) -> Bool {
    guard words.contains("ci") || words.contains("interval") else { return false }
    return words.contains("confidence interval")
      || words.spacedWords.contains { $0 == "ci" || $0 == "interval" }
  }

  /// The column that names the metrics of a table by rows; nil for any other table.
  ///
  /// That is the first column where its heading or its cells say so. A table without a column for a
  /// metric may also name them further to the right, behind a category or a group; of `Benchmark`
  /// and `Metric` the later one is the narrower one.
  static func naming(in table: MarkdownTable, _ columns: [MetricColumn]) -> Int? {
    let headings = table.header.map { FoldedText.words($0.text) }
    guard let first = headings.first, headings.count > 1 else { return nil }
    let hasBenchmarks = !headings.allSatisfy { !benchmarkHeadings.contains($0) }
    if !hasBenchmarks, metricHeadings.contains(first) { return 0 }
    let names = table.rows.compactMap { $0.first?.text }
    if first.isEmpty, !names.isEmpty, names.allSatisfy(MetricName.isKnown) { return 0 }
    guard !columns.contains(.metric) else { return nil }
    let areMetrics = 2 * names.count(where: isMetric) >= max(names.count, 1)
    if areMetrics,
      headings.indices.dropFirst().contains(where: { table.share(ofNumbersIn: $0) > 0.5 })
    {
      return 0
    }
    return headings.lastIndex { benchmarkHeadings.contains($0) || metricHeadings.contains($0) }
  }

  /// Whether a cell names a metric, with what may stand behind a comma: `Mean MAE, units`.
  private static func isMetric(_ cell: String) -> Bool {
    let name = cell.prefix { $0 != "," }.trimmed
    let last = name.split(separator: " ").last.map(String.init) ?? ""
    return MetricName.isNamed(by: name) || MetricName.isNamed(by: last)
  }

  /// The columns with what their cells tell besides: numbers are no names of groups.
  ///
  /// In a table with metrics in its header, a column of numbers behind the first of them is a
  /// further metric, unless it tells how large or how old something is. In a table by rows, a column
  /// in which some cells are numbers holds values of something else.
  static func refined(
    _ columns: [MetricColumn],
    by table: MarkdownTable,
    naming: Int?
  ) -> [MetricColumn] {
    guard let first = naming ?? columns.firstIndex(of: .metric) else { return columns }
    return columns.enumerated().map { index, column in
      guard case .label(let attribute?) = column, !attribute.isEmpty else { return column }
      let share = table.share(ofNumbersIn: index)
      if index < first {
        // Groups may have whole numbers for names, such as ages, and no fractions.
        let isMetric = isShare(attribute) || table.hasFraction(in: index)
        return naming == nil && index > 0 && share == 1 && isMetric ? .metric : column
      }
      if let naming {
        let isAside = share > 0 ? share <= 0.5 : isRemark(index, in: table, naming)
        return isAside ? .aside : column
      }
      if share == 0 { return column }
      return share == 1 && !isProperty(attribute) ? .metric : .aside
    }
  }

  /// Whether a column of words tells no two values of a metric apart, so that no groups are compared there,
  /// and says more than names do.
  private static func isRemark(_ index: Int, in table: MarkdownTable, _ naming: Int) -> Bool {
    let rows = table.rows.filter { $0.count > max(index, naming) }
    return !PersonalTrait.isNamed(by: table.header[index].text)
      && Set(rows.map { FoldedText.words($0[naming].text) }).count == rows.count
      && rows.contains { FoldedText.words($0[index].text).spacedWords.count > longestGroup }
  }

  /// The most words of the name of a group.
  private static let longestGroup = 3

  /// Whether a heading is that of the model or the run whose values stand below, as `Baseline` and
  /// `Best model` are, and not `Run` or `Version`, below which stand their numbers.
  static func isOfVariant(_ heading: String) -> Bool {
    let words = FoldedText.words(heading)
    return known[words] == nil || words == "baseline"
  }

  /// Whether a heading ends like the name of a metric: `flag rate`.
  private static func isShare(_ heading: String) -> Bool {
    let words = FoldedText.words(heading).spacedWords
    return words.last.map(shares.contains) ?? false
  }

  private static let shares: Set<Substring> = [
    "rate", "share", "score", "probability", "ratio", "loss", "error", "mean", "average",
  ]
  private static let deviations: Set<Substring> = ["sd", "std", "stdev"]

  /// Whether a heading names a property of a model, such as the number of its parameters.
  private static func isProperty(_ heading: String) -> Bool {
    let words = FoldedText.words(heading).spacedWords
    return SettingName.isSetting([heading]) || words.contains(where: properties.contains)
  }

  private static let properties: Set<Substring> = [
    "params", "parameters", "size", "dim", "dims", "dimension", "dimensions", "layers", "depth",
    "age", "year", "tokens", "context",
  ]

  private static let metricHeadings = MetricTranslations.headings.union([
    "metric", "metrics", "measure", "metric name", "indicator", "evaluation",
  ])
  private static let benchmarkHeadings: Set<String> = ["benchmark", "benchmarks"]

  private static let known: [String: MetricColumn] = {
    let rows: [(MetricColumn, String)] = [
      (.count, "n|support|count|samples|size|group size|sample size|n samples|records|cases|rows"),
      (.outcome(.truePositives), "tp|true positives|tp count"),
      (.outcome(.falsePositives), "fp|false positives|fp count"),
      (.outcome(.trueNegatives), "tn|true negatives|tn count"),
      (.outcome(.falseNegatives), "fn|false negatives|fn count"),
      (.selected, "selected|n selected|selected count|predicted positive|predicted positives"),
      (.lower, "lower|lower bound|ci low|low"),
      (.upper, "upper|upper bound|ci high|high"),
      (
        .dataset,
        "dataset|data set|evaluation dataset|benchmark|benchmarks|corpus|test corpus|eval dataset"
      ),
      (
        .label(attribute: SliceReader.classAttribute),
        "class|class label|label|klasse|classe|clase|klasa|klass|クラス|类别"
      ),
      (.split, "split|data split"),
      (.task, "task"),
      (
        .value(split: nil),
        "value|score|result|results|overall|all|performance|estimate|point estimate|observed|measured"
      ),
      (.extreme("minimum"), "minimum|min|worst"),
      (.extreme("maximum"), "maximum|max|best"),
      (.value(split: "test"), "test|test set|testing"),
      (.value(split: "validation"), "validation|val|validation set|dev"),
      (.value(split: "train"), "train|training|training set"),
      (.label(attribute: nil), "|slice|group|subgroup|segment|cohort|category|subset|population"),
      (.threshold, "threshold|cutoff|cut off|decision threshold|operating point|score threshold"),
      (.shots, "shots|shot|n shots|num shots|number of shots|few shot"),
      (
        .variant,
        """
        iteration|run|run id|experiment|experiment id|trial|fold|seed|epoch|step|checkpoint|model|\
        models|model name|model version|model variant|model type|variant|version|configuration|\
        config|setting|settings|setup|architecture|backbone|method|approach|algorithm|baseline|\
        system|technique|stage|phase|classifier|estimator|strategy|policy|candidate
        """
      ),
      (
        .aside,
        """
        notes|note|comment|comments|target|limit|requirement|goal|description|definition|\
        unit|source|date|status|pass|passed|rationale|why|interpretation|higher is better|delta|\
        change|difference|diff|gap|disparity|improvement|gain|lift|rank|trend|δ
        """
      ),
    ]
    let translated =
      MetricTranslations.values.map { ($0, MetricColumn.value(split: nil)) }
      + MetricTranslations.variants.map { ($0, MetricColumn.variant) }
      + MetricTranslations.datasets.map { ($0, MetricColumn.dataset) }
      + MetricTranslations.splits.map { ($0, MetricColumn.split) }
    return rows.reduce(into: Dictionary(translated) { first, _ in first }) { known, row in
      for name in row.1.split(separator: "|", omittingEmptySubsequences: false) {
        known[String(name)] = row.0
      }
    }
  }()
}
