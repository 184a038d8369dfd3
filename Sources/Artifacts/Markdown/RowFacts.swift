// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// What the cells of a row that are no values say about all of its values.
struct RowFacts {
  private var n: Int?
  private var dataset: String?
  private var split: String?
  private var task: String?
  private var slice: [SlicePair] = []

  init(
    _ row: [MarkdownTable.Cell],
    _ columns: [MetricColumn],
    _ values: [Bool],
    hasMetricsInRows: Bool
  ) {
    let firstValue = values.firstIndex(of: true) ?? 0
    for (index, cell) in row.enumerated() where index < columns.count && !values[index] {
      let text = Trimmed.text(cell.text)
      switch columns[index] {
      case .count: n = NumberReader.count(text)
      case .dataset: dataset = text.isEmpty ? nil : text
      case .split: split = text.isEmpty ? nil : text
      case .task: task = text.isEmpty ? nil : text
      case .label(let attribute) where hasMetricsInRows ? index > 0 : index < firstValue:
        slice += SliceReader.read(text, heading: attribute)
      default: break
      }
    }
  }

  /// A measurement of the row with these facts.
  func completing(_ measurement: Measurement) -> Measurement {
    var measurement = measurement
    measurement.n = n
    measurement.dataset = dataset
    measurement.split = split ?? measurement.split
    measurement.task = task
    measurement.slice = (measurement.slice + slice).sorted()
    return measurement
  }
}
