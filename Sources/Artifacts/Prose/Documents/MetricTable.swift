// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads the numbers of a table whose header row or first column names metrics.
struct MetricTable {
  private typealias Row = [TextCell]

  private let table: MarkdownTable
  private let section: MarkdownSection
  private let file: FileIdentity
  private let columns: [MetricColumn]
  /// The metrics that the columns of a table by columns hold.
  private let labels: [MetricLabel?]
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
      found += MetricLines.measurements(of: section, in: reading.file)
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
        table.addMeasurements(to: &found, &artifact)
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
    let headed = table.header.map { MetricColumn(heading: $0.text) }
    let naming = MetricColumn.naming(in: table, headed)
    self.naming = naming
    columns = MetricColumn.refined(headed, by: table, naming: naming)
    labels = zip(table.header, columns).map { cell, column in
      naming == nil && column == .metric ? MetricLabel(cell.text, meanings: meanings) : nil
    }
  }

  private func addMeasurements(to found: inout [Measurement], _ artifact: inout Artifact) {
    guard naming != nil || columns.contains(.metric) else { return }
    let values = columns.indices.map { isValue($0) }
    let start = found.count
    var task: String?
    for row in table.rows {
      let first = found.count
      addMeasurements(of: row, values, to: &found, &artifact)
      guard found.count > first || !tasks.isEmpty else { continue }
      var facts = RowFacts(row, columns, values, naming: naming, tasks: tasks, subject)
      // Below the name of a category its cell stays empty.
      facts.task = facts.task ?? task
      if !tasks.isEmpty { task = facts.task }
      for index in first..<found.count { facts.complete(&found[index]) }
    }
    addUnclearUnits(of: found[start...], to: &artifact)
    if found.count > start { addRivals(values, to: &artifact) }
  }

  /// Asks which model is that of the card where all values stand below the names of others.
  private func addRivals(_ values: [Bool], to artifact: inout Artifact) {
    let headings = values.indices.filter { values[$0] && naming != nil }
      .map { table.header[$0].text.trimmed }
    let rivals = headings.filter { RunLabel($0) == .model }
    guard rivals.count == headings.count, let place = table.header.first?.position else { return }
    artifact.addSeveralModels(
      rivals,
      at: file.reference(at: place, headingPath: section.headingPath)
    )
  }

  /// Whether `87.5` are percent is not guessed; one remark per metric of the table asks for it.
  private func addUnclearUnits(of found: ArraySlice<Measurement>, to artifact: inout Artifact) {
    var seen: Set<String> = []
    for index in found.indices where found[index].value.map({ $0 > 1 }) ?? false {
      let measurement = found[index]
      guard measurement.unit == .unknown, measurement.kind == .level,
        MetricName.isFraction(measurement.metric), seen.insert(measurement.metric).inserted
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
    case .value, .extreme: return index != naming
    case .variant:
      return index > naming && MetricColumn.isOfVariant(table.header[index].text)
        && table.share(ofNumbersIn: index) > 0.5
    case .label(nil) where table.header[index].text.trimmed.isEmpty:
      return index > naming && table.share(ofNumbersIn: index) > 0.5
    case .label(let attribute?):
      return index > naming && !attribute.isEmpty && table.share(ofNumbersIn: index) > 0.5
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
    guard let naming else { return [] }
    let heading = table.header[index].text
    switch columns[index] {
    case .variant where RunLabel.isOurs(heading, subject): return []
    case .variant: return [SlicePair(attribute: "", group: heading.trimmed)]
    case .label: break
    default: return []
    }
    let isAlone = values.count { $0 } == 1 && (hasBenchmarks || naming > 0)
    let isSubject = isAlone || heading.trimmed.isEmpty || RunLabel.isOurs(heading, subject)
    return isSubject ? [] : SliceReader.read(heading)
  }

  private func addMeasurements(
    of row: Row,
    _ values: [Bool],
    to found: inout [Measurement],
    _ artifact: inout Artifact
  ) {
    guard naming.map(row.indices.contains) ?? true else { return }
    let start = found.count
    for (index, cell) in row.enumerated() where index < columns.count {
      if values[index] {
        let stated = MetricCell.cells(
          named: naming.map { row[$0].text } ?? table.header[index].text,
          cell.text
        )
        for (name, text) in stated {
          guard var value = measurement(name, text, at: index, cell, &artifact) else { continue }
          value.slice += slice(ofColumn: index, values)
          found.append(value)
        }
      } else if found.count > start {
        found[found.count - 1].refine(by: cell.text, from: columns[index])
      }
    }
  }

  private func measurement(
    _ name: String,
    _ text: String,
    at index: Int,
    _ cell: TextCell,
    _ artifact: inout Artifact
  ) -> Measurement? {
    let label = label(name, at: index)
    // Among metrics stand settings, such as thresholds; counts tell what was measured on.
    let isSetting =
      naming != nil && !hasBenchmarks && SettingName.isSetting([label.name])
      && !MetricName.isCount(label.name)
    guard !label.name.isEmpty, !isSetting, !text.isEmpty else { return nil }
    let source = file.reference(at: cell.position, headingPath: section.headingPath)
    guard let number = MetricCell.number(text) else {
      addUnreadable(text, as: label.name, at: index, source, to: &artifact)
      return nil
    }
    var split: String?
    if case .value(let named) = columns[index] { split = named }
    var metric = number.name(of: label.name)
    if naming != nil, case .extreme(let end) = columns[index] { metric += "_\(end)" }
    let isCount = number.isWhole && MetricName.isCount(metric)
    let unit = isCount ? .count : number.stated.unit
    return Measurement(
      metric: metric,
      value: number.stated.value,
      raw: text,
      unit: unit == .unknown ? label.unit : unit,
      kind: label.kind,
      split: split,
      slice: label.slice,
      uncertainty: number.stated.uncertainty,
      source: source
    )
  }

  /// What a name says; the headings of columns were read before.
  private func label(_ name: String, at index: Int) -> MetricLabel {
    if let label = labels[index], name == table.header[index].text { return label }
    return MetricLabel(name, meanings: meanings)
  }

  /// A value that is no number; words in a column of groups are a remark, as in `not supported`.
  private func addUnreadable(
    _ text: String,
    as name: String,
    at index: Int,
    _ source: SourceReference,
    to artifact: inout Artifact
  ) {
    if case .label = columns[index], !text.contains(where: \.isNumber) { return }
    guard StatementState.state(of: text) == .substantive else { return }
    let message = "'\(Excerpt.line(text))' is no number that can be read as '\(name)'"
    artifact.addIssue("unreadable-number", .warning, message, at: source)
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
      let facts = RowFacts(row, columns, values, naming: nil, tasks: 0..<0, subject)
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
