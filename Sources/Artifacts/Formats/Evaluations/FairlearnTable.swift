// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The metrics of a `MetricFrame` by group, whichever way pandas turned them.
struct FairlearnTable {
  /// Metrics that Fairlearn and scikit-learn define as shares of cases.
  private static let shares: Set<String> = [
    "accuracy", "balanced_accuracy", "precision", "recall", "f1", "f1_score", "accuracy_score",
    "precision_score", "recall_score", "balanced_accuracy_score", "selection_rate",
    "true_positive_rate", "true_negative_rate", "false_positive_rate", "false_negative_rate",
    "tpr", "tnr", "fpr", "fnr",
  ]
  /// Metrics of Fairlearn that no table of scores has under these names.
  private static let telling: Set<String> = ["count", "selection_rate", "mean_prediction"]

  let table: ResultTable
  /// The columns that hold numbers.
  private let metrics: [String]
  /// Whether the columns count all four kinds of outcomes.
  private let hasCells: Bool
  /// The columns that name the groups, in CSV and records.
  let labelColumns: [String]
  /// What the parts of the labels are, where the table itself says so.
  private let ownAttributes: [String]

  /// A table whose known metrics are its columns.
  init(_ table: ResultTable, attributes: [String] = []) {
    self.table = table
    ownAttributes = attributes
    let numeric = table.columns.filter { column in
      Self.isMetric(column) || table.rows.allSatisfy { $0.cells[column]?.leaf != nil }
    }
    let cells = Set(table.columns.compactMap(OutcomeCell.named))
    let first =
      table.columns.firstIndex { column in
        Self.isMetric(column) || cells.count == 4 && OutcomeCell.named(column) != nil
      } ?? table.columns.endIndex
    // pandas writes the index first; a group that is a number, such as an age, is no metric.
    let before = table.columns[..<first]
    let isIndexed =
      table.isNumbered && before.contains { table.isOfTexts($0) || PersonalTrait.isNamed(by: $0) }
    let hasLabels = !isIndexed && table.rows.contains { !$0.label.isEmpty }
    // No group has decimals for a name.
    let holdsDecimals = { (column: String) in
      table.rows.contains { $0.cells[column]?.text.contains(".") == true }
        && table.rows.allSatisfy { $0.cells[column]?.leaf != nil }
    }
    let named =
      hasLabels
      ? []
      : before.prefix(1).filter { !SettingName.isDuration($0) }
        + before.dropFirst().filter { Self.mayBeLabel($0) && !holdsDecimals($0) }
    // The numbers of the rows are no groups where others are named behind them.
    let isRowNumber = { (column: String) in
      Self.isNameless(column) && named.count > 1
        && table.rows.enumerated().allSatisfy { $0.element.cells[column]?.text == "\($0.offset)" }
    }
    labelColumns = named.filter { !isRowNumber($0) }
    let labels = Set(named)
    metrics = numeric.filter { column in
      !labels.contains(column) && !SettingName.isCaseCount(column)
        && !SettingName.isParameter(column) && !SettingName.isDuration(column)
        && (cells.count < 4 || OutcomeCell.named(column) == nil)
    }
    hasCells = cells.count == 4
  }

  /// Whether a column before the known metrics may name groups: `applicants` counts their members, and
  /// `observed_default_rate` is one more metric.
  private static func mayBeLabel(_ column: String) -> Bool {
    let metric = MetricName.canonical(column)
    return !SettingName.isCaseCount(column) && !MetricName.isCount(metric)
      && !SettingName.isDuration(column)
      && shareEndings.allSatisfy { !metric.hasSuffix($0) }
  }

  private static let shareEndings = ["_rate", "_probability", "_share", "_score", "_prediction"]

  /// The table that the value of `by_group` is, or nil where no level of it names metrics.
  init?(byGroup cursor: NodeCursor) {
    if cursor.node.isList || cursor["schema"]?["fields"] != nil {
      guard let table = ResultTable(records: cursor), Self.nameMetrics(table.columns) else {
        return nil
      }
      self.init(table)
    } else if let table = ResultTable(split: cursor) {
      // `to_dict(orient="tight")` names the levels of the index as well.
      self.init(table, attributes: (cursor["index_names"]?.texts ?? []).map(Self.attribute))
    } else if let table = ResultTable(lists: cursor) {
      guard Self.nameMetrics(table.columns) else { return nil }
      self.init(table)
      // A history of training keeps a list per metric too.
      guard labelColumns.contains(where: { table.isOfTexts($0) || PersonalTrait.isNamed(by: $0) })
      else { return nil }
    } else if Self.nameMetrics(cursor.members.filter { $0.value.node.isMap }.map(\.key)),
      let table = ResultTable(columns: cursor)
    {
      self.init(table)
    } else if Self.hasMetricRows(cursor), let table = ResultTable(rows: cursor) {
      self.init(table)
    } else {
      return nil
    }
  }

  /// The tables that stand below the attributes of `{"sex": {"F": {"accuracy": 0.7}}, "race": …}`; none where
  /// anything else stands there.
  static func byAttribute(_ cursor: NodeCursor) -> [(attribute: String, table: FairlearnTable)] {
    let members = cursor.members
    let tables = members.compactMap { name, groups in
      FairlearnTable(byGroup: groups).flatMap { $0.isFrame ? (name, $0) : nil }
    }
    return tables.count == members.count ? tables : []
  }

  /// The first row tells, as all rows of a frame have the same columns.
  private static func hasMetricRows(_ cursor: NodeCursor) -> Bool {
    let first = (cursor.node.map ?? .empty).lazy.compactMap(\.value.map).first
    return nameMetrics((first ?? .empty).map(\.key))
  }

  /// Whether a name is that of a metric rather than of a group, such as `F`.
  static func isMetric(_ name: String) -> Bool {
    telling.contains(name.lowercased()) || MetricName.isNamed(by: name)
  }

  /// Whether some names are those of metrics, or all four cells are among them: one of them alone may
  /// be a group, such as TN for Tennessee.
  static func nameMetrics(_ names: some Sequence<String>) -> Bool {
    let names = Array(names)
    return names.contains(where: isMetric)
      || Set(names.compactMap(OutcomeCell.named)).count == 4
  }

  /// The scale of a metric, where its definition fixes it.
  static func unit(of metric: String) -> Measurement.Unit {
    let metric = MetricName.canonical(metric)
    if metric == "count" { return .count }
    return shares.contains(metric) ? .fraction : .unknown
  }

  /// Whether the table has metrics by group at all.
  var isFrame: Bool {
    let labels = table.rows.map(\.label)
    let areRuns =
      labels.contains { $0.count == 1 && RunLabel.isAmong($0) } || namesRuns
      || RunStatistics.describe(labels.flatMap { $0.count == 1 ? $0 : [] })
    let haveSettings = labels.contains { $0.contains(where: SettingName.isSection) }
    // Counts alone are a table of anything.
    // A map of maps of maps is a report of parts.
    let areFilled = table.rows.allSatisfy { !$0.cells.isEmpty }
    let hasMetric =
      hasCells || metrics.contains { Self.isMetric($0) && $0.lowercased() != "count" }
    return hasMetric && areFilled && !table.rows.isEmpty && !areRuns && !areFolds
      && !table.columns.contains(where: RunLabel.namesCases)
      && !haveSettings
      && (labels.allSatisfy { !$0.isEmpty } || !labelColumns.isEmpty)
  }

  /// Whether a column of labels names models, parts of the data or times, or the only one epochs or
  /// averages.
  private var namesRuns: Bool {
    if labelColumns.contains(where: MetricColumn.namesRuns) { return true }
    guard labelColumns.count == 1, let column = labelColumns.first else { return false }
    return RunLabel.isAmong(table.rows.compactMap { $0.cells[column]?.text })
      || RunStatistics.describe(table.rows.compactMap { $0.cells[column]?.text })
  }

  /// Whether the table cannot well be anything else.
  var isTelling: Bool {
    hasCells || metrics.contains { Self.telling.contains($0) }
      || table.rows.contains { $0.label.count > 1 }
      || labelColumns.contains(where: PersonalTrait.isNamed)
  }

  /// Adds every number with its group.
  ///
  /// - Parameters:
  ///   - artifact: The evaluation that takes them.
  ///   - attributes: What the parts of the labels are; unnamed where there are fewer.
  func add(to artifact: inout Artifact, attributes: [String]) {
    let attributes = attributes.isEmpty ? ownAttributes : attributes
    for cell in table.malformed {
      artifact.addMalformed(cell, "a cell", expected: "a number")
    }
    if let column = labelColumns.first(where: Self.namesQuantiles) {
      return addQuantiles(column, to: &artifact)
    }
    let hasNames = table.rows.allSatisfy { !$0.label.isEmpty } || !labelColumns.isEmpty
    guard hasNames, let first = table.rows.first else {
      return artifact.addIssue(
        "unnamed-groups",
        .error,
        "the rows name no groups: dump the frame with reset_index(), or not as records",
        at: table.rows.first?.source ?? artifact.source
      )
    }
    if labelColumns.isEmpty, first.label.count > 1, attributes.count != first.label.count {
      artifact.addIssue(
        "unnamed-attributes",
        .warning,
        "the groups have \(first.label.count) parts without the names of their attributes",
        at: first.source
      )
    }
    if let spread = table.rows.first(where: isSpread) {
      artifact.addIssue(
        "left-out",
        .note,
        "rows that say how the others are spread are left out: they are of no group",
        at: spread.source
      )
    }
    addGroups(to: &artifact, attributes)
  }

  private func addGroups(to artifact: inout Artifact, _ attributes: [String]) {
    for row in table.rows where !isSpread(row) {
      add(row, to: &artifact, attributes: attributes)
      let slice = slice(of: row, attributes)
      guard !slice.isEmpty, let found = FairlearnCounts(row) else { continue }
      artifact.groups.append(
        GroupCounts(
          slice: slice,
          counts: found.counts,
          isRecovered: found.isRecovered,
          source: row.source
        )
      )
    }
    artifact.keepUncounted(
      table.rows.filter { !isSpread($0) }.map { (slice(of: $0, attributes), $0.source) }
    )
  }

  private func add(
    _ row: ResultTable.Row,
    to artifact: inout Artifact,
    attributes: [String]
  ) {
    let slice = slice(of: row, attributes)
    let isCounted = FairlearnCounts(row) != nil
    let n = (row.cells["count"] ?? row.cells.first { SettingName.isCaseCount($0.key) }?.value)?
      .count
    for metric in metrics {
      guard let cell = row.cells[metric] else { continue }
      guard let leaf = cell.leaf else {
        artifact.addUnreadableCell(cell, metric)
        continue
      }
      var measurement = Measurement(metric, leaf: leaf, slice: slice, n: n, source: cell.source)
        .onScale(Self.unit(of: metric))
      if metric == "accuracy", !isCounted, let n { measurement.recover(of: n) }
      if let disparity = DisparityLabel(metric, DisparityNames()) {
        measurement.metric = disparity.metric
        measurement.kind = MetricName.kind(of: disparity.metric)
        measurement.slice = (slice + disparity.slice).sorted()
      }
      artifact.measurements.append(measurement)
    }
  }

  /// The groups that a row is of; none where it is an average over all of them.
  private func slice(of row: ResultTable.Row, _ attributes: [String]) -> [SlicePair] {
    if let long = ListedFields.longForm(labelColumns), let attribute = row.cells[long.attribute] {
      // `attribute,group,accuracy` names both in each row.
      let group = row.cells[long.group]?.text ?? ""
      return [SlicePair(attribute: attribute.text, group: group)]
    }
    let areNamed = attributes.count == row.label.count
    let pairs =
      labelColumns.isEmpty
      ? row.label.enumerated().map { place, group in
        SlicePair(attribute: areNamed ? attributes[place] : "", group: group)
      }
      : labelColumns.map {
        SlicePair(attribute: Self.attribute($0), group: row.cells[$0]?.text ?? "")
      }
    return isAverage(row) ? pairs.filter { RunLabel($0.group) != .average } : pairs
  }

  /// What a column or a level of an index is named after; empty for the names that pandas and Fairlearn
  /// give to what has none (fairlearn 0.15, `MetricFrame`).
  private static func attribute(_ column: String) -> String {
    if isNameless(column) { return "" }
    return ListedFields.classes.contains(FoldedText.words(column))
      ? SliceReader.classAttribute : column
  }

  private static func isNameless(_ column: String) -> Bool {
    let digits = ["level_", "sensitive_feature_", "control_feature_"].first(where: column.hasPrefix)
      .map { column.dropFirst($0.count) }
    return column.isEmpty || column == "index" || digits?.allSatisfy(\.isNumber) == true
  }
}

/// Reads `by_group_ci`: one `by_group` per bootstrap quantile, in the order of `ci_quantiles`.
struct FairlearnIntervals {
  private let frames: [NodeCursor]
  private let quantiles: [Double]
  private let source: SourceReference

  /// The intervals of a frame, or nil when it has none.
  init?(_ frame: NodeCursor) {
    guard let intervals = frame["by_group_ci"] else { return nil }
    frames = intervals.elements
    quantiles = (frame["ci_quantiles"]?.elements ?? []).compactMap(\.node.double)
    source = intervals.source
  }

  /// Sets the bounds of the measurements that were added from a place on.
  func add(to artifact: inout Artifact, from first: Int, attributes: [String]) {
    guard frames.count == quantiles.count, let low = quantiles.first, let high = quantiles.last,
      frames.count > 1, 0 < low, low < high, high < 1
    else {
      return artifact.addIssue(
        "unknown-quantiles",
        .warning,
        "'by_group_ci' is not used: 'ci_quantiles' must name one rising quantile per element",
        at: source
      )
    }
    let lower = bounds(frames[0], artifact, attributes)
    let upper = bounds(frames[frames.count - 1], artifact, attributes)
    for place in artifact.measurements.indices[first...] {
      let key = Key(artifact.measurements[place])
      guard let below = lower[key], let above = upper[key] else { continue }
      artifact.measurements[place].uncertainty = Uncertainty(
        lower: below,
        upper: above,
        level: high - low,
        method: .bootstrap
      )
    }
  }

  private struct Key: Hashable {
    let metric: String
    let slice: [SlicePair]

    init(_ measurement: Measurement) {
      metric = measurement.metric
      slice = measurement.slice
    }
  }

  private func bounds(
    _ frame: NodeCursor,
    _ artifact: Artifact,
    _ attributes: [String]
  ) -> [Key: Double] {
    var bounds = Artifact(kind: .evaluation, format: artifact.format, source: artifact.source)
    FairlearnTable(byGroup: frame)?.add(to: &bounds, attributes: attributes)
    let pairs = bounds.measurements.compactMap { bound in bound.value.map { (Key(bound), $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
