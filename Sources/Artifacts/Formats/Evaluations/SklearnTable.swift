// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A classification report of scikit-learn as pandas or `print` wrote it: CSV in both orientations,
  /// JSON by columns, and the text itself.
  static let sklearnTable = ArtifactFormat(
    name: "sklearn-report-table",
    summary: "a classification report of scikit-learn as text, CSV or JSON by columns",
    fileNames: [
      "**/*classification[-_]report*.{csv,txt,json}", "**/*classificationreport*.{csv,txt,json}",
      "**/{evaluation,evaluations,eval}/*report*.{csv,txt}",
    ],
    detect: { file in
      SklearnTable(file) == nil
        ? .no(reason: "it has no averages of a classification report")
        : .evaluation(.certain, because: "it has the averages of a classification report")
    },
    read: { file, _ in
      guard let table = SklearnTable(file) else { return [] }
      var artifact = file.artifact(.evaluation, format: "sklearn-report-table")
      table.add(to: &artifact)
      return [artifact]
    }
  )
}

/// A classification report by rows: classes, averages and accuracy, each with its metrics.
struct SklearnTable {
  private struct Row {
    let label: String
    var cells: [(metric: String, leaf: MetricLeaf)]
    let source: SourceReference
  }

  private var rows: [Row] = []
  private static let metrics = ["precision", "recall", "f1-score", "support"]
  private static let averages: Set<String> = [
    "micro avg", "macro avg", "weighted avg", "samples avg",
  ]

  /// The report in a file; nil where it is none.
  init?(_ file: ParsedFile) {
    switch file.content {
    case .table(let csv): read(csv, of: file.file)
    case .text(let text): read(text, of: file.file)
    case .json, .yaml:
      guard let root = file.root else { return nil }
      readColumns(root)
      if rows.isEmpty { readRecords(root["schema"] == nil ? root : root["data"] ?? root) }
      if rows.isEmpty, let table = ResultTable(split: root) { read(table) }
    case .markdown, .binary: return nil
    }
    let labels = Set(rows.map(\.label))
    guard !labels.isDisjoint(with: ["macro avg", "weighted avg"]),
      rows.contains(where: { $0.cells.count > 2 })
    else { return nil }
  }

  /// Classes as rows, or as columns with the metrics in the first.
  private mutating func read(_ csv: CSVTable, of file: FileIdentity) {
    let header = csv.header.map { $0.text.trimmed }
    let isByRow = Self.metrics.dropLast().allSatisfy(header.contains)
    if isByRow {
      for record in csv.rows {
        guard let first = record.first else { continue }
        let cells = zip(header, record).dropFirst().compactMap { name, cell in
          MetricLeaf(cell.text.trimmed).map { (metric: name, leaf: $0) }
        }
        rows.append(
          Row(
            label: first.text.trimmed,
            cells: cells,
            source: file.reference(at: first.position)
          )
        )
      }
    } else if header.contains("macro avg") || header.contains("weighted avg") {
      for (column, label) in header.enumerated().dropFirst() {
        let cells = csv.rows.compactMap { record -> (metric: String, leaf: MetricLeaf)? in
          guard column < record.count, let name = record.first?.text.trimmed,
            let leaf = MetricLeaf(record[column].text.trimmed)
          else { return nil }
          return (name, leaf)
        }
        rows.append(
          Row(label: label, cells: cells, source: file.reference(at: csv.header[column].position))
        )
      }
    }
  }

  /// `DataFrame(report).T.to_json()` and the like: a map of metrics, each a map of labels.
  private mutating func readColumns(_ root: NodeCursor) {
    guard let first = root["precision"], first.node.isMap else { return }
    for (label, value) in first.members {
      let cells = Self.metrics.compactMap { name -> (metric: String, leaf: MetricLeaf)? in
        guard let cell = root[name]?[label], let leaf = MetricLeaf(cell.node) else { return nil }
        return (name, leaf)
      }
      rows.append(Row(label: label, cells: cells, source: value.source))
    }
  }

  /// Records that name their class in `index`, as `reset_index()` and `orient="table"` write them.
  private mutating func readRecords(_ list: NodeCursor) {
    guard list.node.isList, let table = ResultTable(records: list) else { return }
    read(table)
  }

  private mutating func read(_ table: ResultTable) {
    guard Self.metrics.dropLast().allSatisfy(table.columns.contains) else { return }
    let names = table.columns.filter { !Self.metrics.contains($0) }
    for row in table.rows {
      let label = row.label.count == 1 ? row.label[0] : names.first.flatMap { row.cells[$0]?.text }
      guard let label else { continue }
      let cells = Self.metrics.compactMap { name -> (metric: String, leaf: MetricLeaf)? in
        row.cells[name]?.leaf.map { (name, $0) }
      }
      rows.append(Row(label: label, cells: cells, source: row.source))
    }
  }

  /// The text that `classification_report` returns: a header of metrics, then a row per line.
  private mutating func read(_ text: String, of file: FileIdentity) {
    var hasHeader = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.parts(atSpaceOr: "")
      if words.map(String.init) == Self.metrics {
        hasHeader = true
        continue
      }
      guard hasHeader, words.count > 2 else { continue }
      let lastName = words.lastIndex { NumberText.double(String($0)) == nil }
      let values = words[(lastName.map { $0 + 1 } ?? 0)...].suffix(4)
      let label = words.dropLast(values.count).joined(separator: " ")
      // The row of the accuracy has one number and the support.
      let names = values.count == 2 ? ["f1-score", "support"] : Self.metrics
      guard !label.isEmpty, values.count == names.count else { continue }
      let cells = zip(names, values).compactMap { name, value in
        MetricLeaf(String(value)).map { (metric: name, leaf: $0) }
      }
      rows.append(
        Row(
          label: label,
          cells: cells,
          source: file.reference(at: SourcePosition(line: number + 1, column: 1))
        )
      )
    }
  }

  func add(to artifact: inout Artifact) {
    for row in rows {
      let support = row.cells.first { $0.metric == "support" }?.leaf.number.value
      // In a table, the row of the accuracy repeats it in the place of the support.
      let n = support.flatMap { $0 >= 1 && $0 < 0x1p53 ? Int(exactly: $0.rounded()) : nil }
      if row.label == "accuracy" {
        if let cell = row.cells.first(where: { $0.metric == "f1-score" }) {
          add("accuracy", cell.leaf, row, slice: [], n: total ?? n, to: &artifact)
        }
        continue
      }
      let isAverage = Self.averages.contains(row.label)
      let slice =
        isAverage ? [] : [SlicePair(attribute: SklearnReport.attribute, group: row.label)]
      for cell in row.cells where cell.metric != "support" {
        let name = isAverage ? "\(row.label) \(cell.metric)" : cell.metric
        add(name, cell.leaf, row, slice: slice, n: n, to: &artifact)
      }
    }
  }

  private var total: Int? {
    let row = rows.first { $0.label == "weighted avg" || $0.label == "macro avg" }
    let support = row?.cells.first { $0.metric == "support" }?.leaf.number.value
    return support.flatMap { $0 >= 1 && $0 < 0x1p53 ? Int(exactly: $0.rounded()) : nil }
  }

  private func add(
    _ name: String,
    _ leaf: MetricLeaf,
    _ row: Row,
    slice: [SlicePair],
    n: Int?,
    to artifact: inout Artifact
  ) {
    var found = Measurement(name, leaf: leaf, slice: slice, n: n, source: row.source)
    found.higherIsBetter = true
    artifact.measurements.append(found.onScale(.fraction))
  }
}
