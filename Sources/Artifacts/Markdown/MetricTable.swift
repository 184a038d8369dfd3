// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Reads the numbers of a table whose header row or first column names metrics.
struct MetricTable {
  private typealias Row = [MarkdownTable.Cell]

  private let table: MarkdownTable
  private let section: MarkdownSection
  private let file: FileIdentity
  private let columns: [MetricColumn]
  /// The column that names the metrics, where the others are values, groups and bounds.
  private let naming: Int?
  /// What the document is about, in lower-case words.
  private let subject: String?
  /// What abbreviations stand for.
  private let meanings: DisparityNames

  /// The numbers of all tables of a document, in the order of the text.
  static func measurements(
    of reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [Measurement] {
    var found: [Measurement] = []
    let subject = reading.document.title.flatMap(ModelTitle.name).map { FoldedText.words($0) }
    var meanings: DisparityNames?
    for section in reading.document.sections {
      for case .table(let content) in section.blocks.lazy.map(\.content) {
        if meanings == nil, DisparityNames.areAbbreviated(in: content) {
          meanings = DisparityNames(in: reading.document)
        }
        let table = MetricTable(
          content,
          in: section,
          of: reading.file,
          on: subject,
          meanings: meanings ?? DisparityNames()
        )
        found += table.measurements(&artifact)
        artifact.groups += table.groups(&artifact)
      }
    }
    return found
  }

  private init(
    _ table: MarkdownTable,
    in section: MarkdownSection,
    of file: FileIdentity,
    on subject: String?,
    meanings: DisparityNames
  ) {
    self.table = table
    self.section = section
    self.file = file
    self.subject = subject
    self.meanings = meanings
    columns = table.header.map { MetricColumn(heading: $0.text) }
    naming = MetricColumn.naming(in: table, columns)
  }

  private func measurements(_ artifact: inout Artifact) -> [Measurement] {
    guard naming != nil || columns.contains(.metric) else { return [] }
    let values = columns.indices.map { isValue($0) }
    let found = table.rows.flatMap { measurements(of: $0, values, &artifact) }
    addUnclearUnits(of: found, to: &artifact)
    return found
  }

  /// Whether `87.5` are percent is not guessed; one remark per metric of the table asks for it.
  private func addUnclearUnits(of found: [Measurement], to artifact: inout Artifact) {
    var seen: Set<String> = []
    for measurement in found where measurement.unit == .unknown && measurement.kind == .level {
      guard let value = measurement.value, value > 1, MetricName.isFraction(measurement.metric),
        seen.insert(measurement.metric).inserted
      else { continue }
      artifact.addIssue(
        "unclear-unit",
        .warning,
        "'\(Excerpt.line(measurement.raw))' is more than any '\(measurement.metric)' can be; write "
          + "87.5% or 0.875",
        at: measurement.source
      )
    }
  }

  /// Whether a column holds values; in a table by rows, every other column of numbers is a group.
  private func isValue(_ index: Int) -> Bool {
    guard let naming else { return columns[index] == .metric }
    switch columns[index] {
    case .value: return index != naming
    case .label(let attribute?):
      let cells = table.rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }
        .filter { !$0.allSatisfy(\.isWhitespace) }
      return index > naming && !attribute.isEmpty && !cells.isEmpty
        && cells.allSatisfy { NumberReader.read($0) != nil }
    default: return false
    }
  }

  /// Whether the rows are benchmarks.
  private var hasBenchmarks: Bool { naming.map { columns[$0] == .dataset } ?? false }

  /// The columns before the names of metrics that sort them, as `Reasoning` does benchmarks.
  private var tasks: Range<Int> {
    guard let naming else { return 0..<0 }
    let first = table.header.first.map { FoldedText.words($0.text) } ?? ""
    let areTasks = hasBenchmarks || ["category", "capability"].contains(first)
    return areTasks ? 0..<naming : 0..<0
  }

  /// The group that the heading of a column of values names.
  ///
  /// Above the values of benchmarks stand models, and the only one is that of the document.
  private func slice(ofColumn index: Int, _ values: [Bool]) -> [SlicePair] {
    guard let naming, case .label = columns[index] else { return [] }
    let heading = table.header[index].text
    let isAlone = values.count { $0 } == 1 && (hasBenchmarks || naming > 0)
    let isSubject = isAlone || FoldedText.words(heading) == subject
    return isSubject ? [] : SliceReader.read(heading)
  }

  private func measurements(
    of row: Row,
    _ values: [Bool],
    _ artifact: inout Artifact
  ) -> [Measurement] {
    var found: [Measurement] = []
    for (index, cell) in row.enumerated() where index < columns.count {
      if values[index] {
        guard var value = measurement(cell, at: index, of: row, &artifact) else { continue }
        value.slice += slice(ofColumn: index, values)
        found.append(value)
      } else if let last = found.indices.last {
        found[last].refine(by: cell.text, from: columns[index])
      }
    }
    let facts = RowFacts(row, columns, values, naming: naming, tasks: tasks)
    return found.map(facts.completing)
  }

  private func measurement(
    _ cell: MarkdownTable.Cell,
    at index: Int,
    of row: Row,
    _ artifact: inout Artifact
  ) -> Measurement? {
    guard naming.map(row.indices.contains) ?? true else { return nil }
    let label = MetricLabel(
      naming.map { row[$0].text } ?? table.header[index].text,
      meanings: meanings
    )
    let text = Trimmed.text(cell.text)
    guard !label.name.isEmpty, !text.isEmpty else { return nil }
    let source = file.reference(at: cell.position, headingPath: section.headingPath)
    guard let number = NumberReader.read(text) else {
      if StatementState.state(of: text) == .substantive {
        let message = "'\(Excerpt.line(text))' is no number that can be read as '\(label.name)'"
        artifact.addIssue("unreadable-number", .warning, message, at: source)
      }
      return nil
    }
    var split: String?
    if case .value(let named) = columns[index] { split = named }
    return Measurement(
      metric: label.name,
      value: number.value,
      raw: text,
      unit: number.unit == .unknown ? label.unit : number.unit,
      kind: MetricName.kind(of: label.name),
      split: split,
      slice: label.slice,
      uncertainty: number.uncertainty,
      source: source
    )
  }
}

extension MetricTable {
  /// The counts of groups, where the table has whole numbers of them in its rows.
  fileprivate func groups(_ artifact: inout Artifact) -> [GroupCounts] {
    let cells = MetricColumn.Outcome.allCases.compactMap { columns.firstIndex(of: .outcome($0)) }
    let isConfusion = cells.count == MetricColumn.Outcome.allCases.count
    guard isConfusion || (columns.contains(.selected) && columns.contains(.count)) else {
      return []
    }
    let values = columns.map { column in
      if case .outcome = column { true } else { column == .selected || column == .metric }
    }
    return table.rows.compactMap { row in
      guard let first = row.first else { return nil }
      let facts = RowFacts(row, columns, values, naming: nil, tasks: 0..<0)
      let source = file.reference(at: first.position, headingPath: section.headingPath)
      // The whole population is no group.
      guard !facts.slice.isEmpty, row.count == columns.count else { return nil }
      let counts = isConfusion ? confusion(row, cells) : selection(row, facts.n)
      guard let counts, counts.isConsistent(with: facts.n) else {
        artifact.addIssue(
          "inconsistent-counts",
          .warning,
          "the counts of '\(Excerpt.line(first.text))' are no whole numbers that add up",
          at: source
        )
        return nil
      }
      return GroupCounts(slice: facts.slice.sorted(), counts: counts, source: source)
    }
  }

  private func confusion(_ row: Row, _ cells: [Int]) -> GroupCounts.Counts? {
    let counts = cells.compactMap { NumberReader.count(row[$0].text) }
    guard counts.count == cells.count else { return nil }
    return .confusion(tp: counts[0], fp: counts[1], tn: counts[2], fn: counts[3])
  }

  private func selection(_ row: Row, _ n: Int?) -> GroupCounts.Counts? {
    guard let n, let column = columns.firstIndex(of: .selected),
      let selected = NumberReader.count(row[column].text)
    else { return nil }
    return .selection(selected: selected, n: n)
  }
}

extension GroupCounts.Counts {
  /// Whether the counts are those of a number of cases.
  fileprivate func isConsistent(with n: Int?) -> Bool {
    switch self {
    case .confusion(let tp, let fp, let tn, let fn):
      let cells = [tp, fp, tn, fn]
      var sum = 0
      for cell in cells {
        let (next, isTooLarge) = sum.addingReportingOverflow(cell)
        if isTooLarge { return false }
        sum = next
      }
      return n.map { $0 == sum } ?? true
    case .selection(let selected, let n): return selected <= n
    }
  }
}

extension Measurement {
  /// Adds the bounds that a column behind the value holds.
  fileprivate mutating func refine(by text: String, from column: MetricColumn) {
    var bounds = uncertainty ?? Uncertainty()
    switch column {
    case .interval(let level):
      guard let interval = NumberReader.interval(text, level: level) else { return }
      bounds = interval
    case .lower:
      guard let lower = NumberReader.read(text)?.value else { return }
      bounds.lower = lower
    case .upper:
      guard let upper = NumberReader.read(text)?.value else { return }
      bounds.upper = upper
    default: return
    }
    uncertainty = bounds
  }
}
