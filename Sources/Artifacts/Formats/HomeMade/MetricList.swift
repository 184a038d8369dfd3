// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Metrics by name in a table or a text, which only a declaration makes an evaluation.
  static let metricList = ArtifactFormat(
    name: "metric-list",
    summary: "metrics by name, as a CSV or a table of MLflow or W&B, or as lines of 'name: value'",
    fileNames: ["**/metrics.{csv,txt}"],
    detect: { file in
      MetricList(file) == nil
        ? .no(reason: "it has no names of metrics with a value each")
        : .evaluation(.weak, because: "it has a value for each name of a metric")
    },
    read: { file, _ in
      guard let list = MetricList(file) else { return [] }
      var artifact = file.artifact(.evaluation, format: "metric-list")
      list.add(to: &artifact)
      return [artifact]
    }
  )
}

/// Metrics with a value each: `metric,value`, `name;value`, two columns without a header, one row
/// below the names of metrics, or lines such as `accuracy: 0.91`.
struct MetricList {
  private struct Entry {
    let name: String
    let text: String
    let split: String?
    let source: SourceReference
  }

  private static let nameHeadings: Set<String> = [
    "", "metric", "metrics", "metric name", "name", "measure", "indicator",
  ]
  private static let valueHeadings: Set<String> = [
    "value", "score", "result", "estimate", "metric value", "0",
  ]

  private var entries: [Entry] = []
  /// Where the first line with a number stands that says nothing of a metric.
  private var unread: SourceReference?

  /// The metrics in a file; nil where no known one is among them.
  init?(_ file: ParsedFile) {
    switch file.content {
    case .table(let table): read(table, of: file.file)
    case .text(let text): read(text, of: file.file)
    case .json:
      guard let table = file.root.flatMap(CSVTable.init(split:)) else { return nil }
      read(table, of: file.file)
    case .yaml, .markdown, .binary: return nil
    }
    guard entries.contains(where: { MetricName.isKnown($0.name) }) else { return nil }
  }

  private mutating func read(_ table: CSVTable, of file: FileIdentity) {
    let headings = table.header.map { FoldedText.words($0.text.trimmed) }
    let splits = headings.map { heading -> String? in
      if case .split(let split) = RunLabel(heading) { split } else { nil }
    }
    guard let first = table.header.first, headings.count > 1 else { return }
    let rest = headings.indices.dropFirst()
    if rest.allSatisfy({ Self.valueHeadings.contains(headings[$0]) || splits[$0] != nil }),
      headings.count == 2 || rest.allSatisfy({ splits[$0] != nil }),
      Self.nameHeadings.contains(headings[0])
    {
      for record in table.rows {
        for column in rest where column < record.count {
          add(record[0].text, record[column], split: splits[column], file)
        }
      }
    } else if headings.count == 2, MetricName.isKnown(first.text),
      MetricLeaf(table.header[1].text.trimmed) != nil
    {
      // The first record is no header.
      for record in [table.header] + table.rows where record.count == 2 {
        add(record[0].text, record[1], split: nil, file)
      }
    } else if table.rows.count == 1, table.header.allSatisfy({ MetricName.isKnown($0.text) }) {
      for (heading, cell) in zip(table.header, table.rows[0]) {
        add(heading.text, cell, split: nil, file)
      }
    }
  }

  private mutating func add(
    _ name: String,
    _ cell: TextCell,
    split: String?,
    _ file: FileIdentity
  ) {
    entries.append(
      Entry(
        name: name.trimmed,
        text: cell.text.trimmed,
        split: split,
        source: file.reference(at: cell.position)
      )
    )
  }

  private mutating func read(_ text: String, of file: FileIdentity) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let source = file.reference(at: SourcePosition(line: number + 1, column: 1))
      guard let sign = Self.sign(in: line) else {
        if unread == nil, line.contains(where: \.isNumber) { unread = source }
        continue
      }
      let value = String(line[line.index(after: sign)...]).trimmed
      entries.append(
        Entry(name: String(line[..<sign]).trimmed, text: value, split: nil, source: source)
      )
    }
  }

  /// The sign before the number: the first or, as in `Recall (sex=F): 0.9`, the last one.
  private static func sign(in line: Substring) -> Substring.Index? {
    let signs = line.indices.filter { line[$0] == ":" || line[$0] == "=" }
    return [signs.first, signs.last].lazy.compactMap { $0 }.first {
      MetricLeaf(String(line[line.index(after: $0)...]).trimmed) != nil
    }
  }

  func add(to artifact: inout Artifact) {
    let n = entries.lazy.compactMap { SettingName.cases($0.name, NumberText.double($0.text)) }.first
    for entry in entries where !SettingName.isSetting([entry.name]) {
      guard let leaf = MetricLeaf(entry.text) else {
        artifact.addIssue(
          "malformed-results",
          .error,
          "'\(Excerpt.line(entry.name))' cannot be read: '\(Excerpt.line(entry.text))' is no number",
          at: entry.source
        )
        continue
      }
      // What stands in brackets is a group or a remark, and no part of the name.
      let slice = SliceReader.embedded(in: entry.name)
      let bare = entry.name.prefix { $0 != "(" }.trimmed
      let isRemark = entry.name.last == ")" && (!slice.isEmpty || MetricName.isKnown(bare))
      var found = Measurement(
        isRemark ? bare : entry.name,
        leaf: leaf,
        slice: slice,
        n: n,
        source: entry.source
      )
      if let disparity = AttributedDisparity(found.metric) { found = disparity.applied(to: found) }
      found.split = entry.split
      artifact.measurements.append(found)
    }
    let count = entries.first { $0.name == "count" }?.source
    FrameSummary(of: artifact.source.path)?.settle(&artifact, count: count)
    guard let unread else { return }
    artifact.addIssue(
      "unread-numbers",
      .warning,
      "a line with a number is not read; write each metric as 'name: value' on a line of its own",
      at: unread
    )
  }
}

extension CSVTable {
  /// A table whose columns and rows stand apart, as MLflow and Weights & Biases log them.
  fileprivate init?(split map: NodeCursor) {
    guard let columns = map["columns"]?.elements, let data = map["data"]?.elements,
      !columns.isEmpty, data.allSatisfy({ $0.elements.count == columns.count })
    else { return nil }
    self.init(header: columns.map(\.cell), rows: data.map { $0.elements.map(\.cell) })
  }
}

extension NodeCursor {
  fileprivate var cell: TextCell { TextCell(text: text ?? "", position: source.position) }
}
