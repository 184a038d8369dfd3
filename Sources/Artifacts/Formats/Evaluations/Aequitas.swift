// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The table of groups that Aequitas writes, as CSV or as a data frame in JSON.
  static let aequitas = ArtifactFormat(
    name: "aequitas",
    summary: "a bias report of Aequitas (CSV, or its data frame as JSON)",
    fileNames: [
      "**/*aequitas*.{csv,tsv,json}", "**/{fairness,bias}*.{csv,tsv}",
      "**/{evaluation,evaluations,eval}/group*.{csv,tsv}",
    ],
    detect: { file in
      AequitasReading.table(of: file) == nil
        ? .no(reason: "it has no columns attribute_name and attribute_value with rates or counts")
        : .evaluation(.certain, because: "it has the columns of Aequitas")
    },
    read: { file, _ in
      guard let table = AequitasReading.table(of: file) else { return [] }
      var artifact = file.artifact(.evaluation, format: "aequitas")
      if table.columns.contains("attribute_value") {
        AequitasReading(table: table).add(to: &artifact)
      } else {
        artifact.addIssue(
          "no-results",
          .warning,
          "the table says of each attribute whether a limit holds, and no numbers; declare the table of "
            + "groups instead (get_crosstabs(), or get_disparity_predefined_groups())",
          at: artifact.source
        )
      }
      return [artifact]
    }
  )
}

/// Reads one row per attribute and group (Aequitas 1.1, `group.py`, `bias.py`).
///
/// The columns are read under the names of Aequitas, whose `ppr` is the share of all predicted
/// positives and whose `pprev` is the selection rate within the group.
struct AequitasReading {
  /// Shares of cases by their definition.
  private static let rates = [
    "accuracy", "tpr", "tnr", "for", "fdr", "fpr", "fnr", "npv", "precision", "ppr", "pprev",
    "prev",
  ]

  /// Numerator and denominator of the rates, as columns of counts.
  private static let parts: [String: (numerator: String, denominator: String)] = [
    "tpr": ("tp", "group_label_pos"), "fnr": ("fn", "group_label_pos"),
    "fpr": ("fp", "group_label_neg"), "tnr": ("tn", "group_label_neg"),
    "precision": ("tp", "pp"), "fdr": ("fp", "pp"), "npv": ("tn", "pn"), "for": ("fn", "pn"),
    "pprev": ("pp", "group_size"), "prev": ("group_label_pos", "group_size"),
  ]

  let table: ResultTable

  /// The table of a file, or nil when it has not the columns of Aequitas.
  static func table(of file: ParsedFile) -> ResultTable? {
    let table: ResultTable?
    if case .table(let csv) = file.content {
      // The header is enough to pass over a large table of something else.
      guard isAequitas(csv.header.map { $0.text.trimmed }) else { return nil }
      table = ResultTable(csv, in: file.file)
    } else {
      table = file.root.flatMap { root in
        if root["attribute_name"] != nil {
          return ResultTable(lists: root) ?? ResultTable(columns: root)
        }
        if root.members.first?.value["attribute_name"] != nil { return ResultTable(rows: root) }
        return ResultTable(records: root) ?? ResultTable(split: root)
      }
    }
    return table.flatMap { isAequitas($0.columns) ? $0 : nil }
  }

  private static func isAequitas(_ columns: [String]) -> Bool {
    let columns = Set(columns)
    // `get_group_attribute_fairness` has verdicts alone.
    if columns.contains("attribute_name"), columns.contains(where: { $0.hasSuffix(" Parity") }) {
      return true
    }
    return columns.isSuperset(of: ["attribute_name", "attribute_value"])
      && (!columns.isDisjoint(with: rates)
        || columns.isSuperset(of: ["tp", "fp", "tn", "fn", "group_size"]))
  }

  func add(to artifact: inout Artifact) {
    for cell in table.malformed {
      artifact.addMalformed(cell, "a cell", expected: "a number or a text")
    }
    if table.rows.isEmpty {
      artifact.addIssue(
        "no-results",
        .error,
        "the table has no rows below its header",
        at: artifact.source
      )
    }
    let isOneModel = checkModels(&artifact)
    var named: [(slice: [SlicePair], source: SourceReference)] = []
    for row in table.rows {
      guard let attribute = row.cells["attribute_name"]?.text, !attribute.isEmpty,
        let group = row.cells["attribute_value"]?.text, !group.isEmpty
      else {
        artifact.addIssue(
          "missing-group",
          .error,
          "a row names no attribute_name or no attribute_value",
          at: row.source
        )
        continue
      }
      let slice = [SlicePair(attribute: attribute, group: group)]
      named.append((slice, row.source))
      addRates(row, slice, &artifact)
      addDisparities(row, slice, &artifact)
      if isOneModel { addCounts(row, slice, &artifact) }
    }
    artifact.keepUncounted(named)
    artifact.checkGroups()
  }

  /// Counts of several models or thresholds would be taken for one population.
  private func checkModels(_ artifact: inout Artifact) -> Bool {
    let runs = Set(
      table.rows.map { row in
        ["model_id", "score_threshold", "k"].map { row.cells[$0]?.text ?? "" }
      }
    )
    guard runs.count > 1, let first = table.rows.first else { return true }
    artifact.addIssue(
      "several-models",
      .error,
      "the table holds \(runs.count) models or thresholds; write one file for each",
      at: first.source
    )
    return false
  }

  private func addRates(_ row: ResultTable.Row, _ slice: [SlicePair], _ artifact: inout Artifact) {
    let n = row.cells["group_size"]?.count
    for rate in Self.rates {
      guard let cell = row.cells[rate] else { continue }
      guard let leaf = cell.leaf else {
        artifact.addUnreadableCell(cell, rate)
        continue
      }
      var measurement = Measurement(rate, leaf: leaf, slice: slice, n: n, source: cell.source)
        .onScale(.fraction)
      if let (numerator, denominator) = Self.parts[rate] {
        measurement.numerator = row.cells[numerator]?.count
        measurement.denominator = row.cells[denominator]?.count
      }
      measurement.decisionThreshold = row.cells["score_threshold"]?.leaf?.number.value
      artifact.measurements.append(measurement)
    }
  }

  /// A disparity is the value of a group over that of its reference group.
  private func addDisparities(
    _ row: ResultTable.Row,
    _ slice: [SlicePair],
    _ artifact: inout Artifact
  ) {
    for column in table.columns where column.hasSuffix("_disparity") {
      guard let cell = row.cells[column] else { continue }
      guard let leaf = cell.leaf else {
        artifact.addUnreadableCell(cell, column)
        continue
      }
      let n = row.cells["group_size"]?.count
      var measurement = Measurement(column, leaf: leaf, slice: slice, n: n, source: cell.source)
        .onScale(.ratio)
      measurement.kind = .ratio
      let metric = column.dropLast("_disparity".count)
      if let reference = row.cells["\(metric)_ref_group_value"]?.text, !reference.isEmpty {
        measurement.reference = slice.map { SlicePair(attribute: $0.attribute, group: reference) }
      }
      artifact.measurements.append(measurement)
    }
  }

  private func addCounts(_ row: ResultTable.Row, _ slice: [SlicePair], _ artifact: inout Artifact) {
    let count = { (column: String) in row.cells[column]?.count }
    let size = count("group_size")
    let counts: GroupCounts.Counts
    var isConsistent = true
    if let tp = count("tp"), let fp = count("fp"), let tn = count("tn"), let fn = count("fn") {
      counts = .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
      // Each is at most 2^53, so that the sum fits.
      isConsistent = size.map { $0 == tp + fp + tn + fn } ?? true
    } else if let selected = count("pp"), let size {
      counts = .selection(selected: selected, n: size)
      isConsistent = selected <= size
    } else {
      return
    }
    guard isConsistent else {
      return artifact.addIssue(
        "inconsistent-counts",
        .error,
        "the counts of '\(Excerpt.line(slice[0].group))' do not add up to its group_size",
        at: row.source
      )
    }
    artifact.groups.append(GroupCounts(slice: slice, counts: counts, source: row.source))
  }
}

extension Artifact {
  /// Keeps that a cell of a table is no number.
  mutating func addUnreadableCell(_ cell: ResultTable.Cell, _ column: String) {
    addIssue(
      "malformed-results",
      .error,
      "'\(Excerpt.line(column))' cannot be read: '\(Excerpt.line(cell.text))' is no number",
      at: cell.source
    )
  }
}
