// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Names the figures of sections on results that no measurement holds: they are compared with nothing, and
/// nobody should think that they were.
struct UnreadFigures {
  private let file: FileIdentity
  /// The metrics that were read with a figure, by the figure as it is written.
  private var read: [Substring: [String]] = [:]
  /// Where cells of tables were read.
  private var places: Set<SourcePosition> = []

  private init(_ file: FileIdentity, _ measurements: [Measurement]) {
    self.file = file
    for measurement in measurements {
      places.insert(measurement.source.position)
      for figure in WrittenFigure.all(in: measurement.raw) {
        read[figure.digits, default: []].append(measurement.metric)
      }
    }
  }

  /// Adds a remark for each figure of a document that is in no measurement of the artifact.
  static func add(of document: MarkdownDocument, in file: FileIdentity, to artifact: inout Artifact)
  {
    let onResults = document.sections.filter {
      $0.headingPath.contains(where: MetricLines.isOnResults)
    }
    guard !onResults.isEmpty else { return }
    let figures = UnreadFigures(file, artifact.measurements)
    for section in onResults {
      for block in section.blocks where !block.isCode {
        figures.add(block, in: section, to: &artifact)
      }
    }
  }

  private func add(_ block: MarkdownBlock, in section: MarkdownSection, to artifact: inout Artifact)
  {
    switch block.content {
    case .paragraph(let text), .quote(let text):
      add(text, at: block.position, in: section, to: &artifact)
    case .list(let items):
      for item in items { add(item.text, at: item.position, in: section, to: &artifact) }
    case .table(let table): add(table, in: section, to: &artifact)
    case .code: break
    }
  }

  private func add(
    _ text: String,
    at position: SourcePosition,
    in section: MarkdownSection,
    to artifact: inout Artifact
  ) {
    for figure in WrittenFigure.all(in: text) where figure.isStated {
      let name = figure.name
      if let metrics = read[figure.digits], !name.isMetric || metrics.contains(where: name.isNear) {
        continue
      }
      if SettingName.isSetting([name.text]) { continue }
      remark("\(name.text) \(figure.text)", at: position, in: section, to: &artifact)
    }
  }

  /// Names the cells with figures that were not read, apart from bounds, counts, targets and settings.
  private func add(
    _ table: MarkdownTable,
    in section: MarkdownSection,
    to artifact: inout Artifact
  ) {
    let columns = table.header.map { MetricColumn(heading: $0.text) }
    for row in table.rows {
      let label = row.first?.text.trimmed ?? ""
      if SettingName.isSetting([label]) { continue }
      for (index, cell) in row.enumerated() where index > 0 && columns.indices.contains(index) {
        guard columns[index].mayHoldFigures, !places.contains(cell.position),
          WrittenFigure.all(in: cell.text).contains(where: \.isStated)
        else { continue }
        let heading = table.header[index].text.trimmed
        if SettingName.isSetting([heading]) { continue }
        let name = [label, heading].filter { !$0.isEmpty }.joined(separator: ", ")
        remark("\(name) \(cell.text.trimmed)", at: cell.position, in: section, to: &artifact)
      }
    }
  }

  private func remark(
    _ message: String,
    at position: SourcePosition,
    in section: MarkdownSection,
    to artifact: inout Artifact
  ) {
    artifact.addIssue(
      "figure-in-sentence",
      .note,
      Excerpt.line(message.trimmed),
      at: file.reference(at: position, headingPath: section.headingPath)
    )
  }
}

extension MetricColumn {
  /// Whether a cell that is not read may be a figure of the model.
  fileprivate var mayHoldFigures: Bool {
    switch self {
    case .metric, .value, .extreme, .label, .variant, .dataset, .task, .split: true
    case .count, .outcome, .selected, .interval, .lower, .upper, .threshold, .shots, .aside: false
    }
  }
}
