// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What the cells of a row that are no values say about all of its values.
struct RowFacts {
  /// The number of cases.
  private(set) var n: Int?
  private var dataset: String?
  private var split: String?
  /// The task, by the column that names it.
  var task: String?
  private var threshold: Double?
  /// How many examples the model was shown, where a column says so.
  private var shots: Int?
  /// The group that the row is about.
  private(set) var slice: [SlicePair] = []
  /// What the values are averages over, as the averages of classes are; no group is called so.
  private var average: String?

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - row: The cells.
  ///   - columns: What the columns are.
  ///   - values: Which of them hold values.
  ///   - naming: The column that names the metrics, in a table by rows.
  ///   - tasks: The columns that sort the metrics by task.
  ///   - subject: What the document is about, in lower-case words.
  init(
    _ row: [TextCell],
    _ columns: [MetricColumn],
    _ values: [Bool],
    naming: Int?,
    tasks: Range<Int>,
    _ subject: String?
  ) {
    let firstValue = values.firstIndex(of: true) ?? 0
    for (index, cell) in row.enumerated()
    where index < columns.count && !values[index] && index != naming {
      let text = cell.text.trimmed
      guard !text.isEmpty else { continue }
      // Behind a metric stand its limits and remarks; only a table by rows names groups there.
      let isLabel = naming != nil || index < firstValue
      if let named = Self.split(text, in: columns[index]) {
        split = named
        continue
      }
      switch columns[index] {
      case .count: n = NumberReader.count(text)
      case .dataset: dataset = text
      case .split: split = text
      case .task: task = text
      case .threshold where naming == nil && isLabel: threshold = NumberReader.read(text)?.value
      case .shots: shots = NumberReader.count(text)
      case .label where tasks.contains(index): task = text
      case .label(let attribute) where isLabel:
        let group = SliceReader.read(text, heading: attribute)
        if !group.isEmpty, RunLabel(text) == .average {
          average = FoldedText.identifier(text).replacing("average", with: "avg")
        } else {
          slice += group
        }
      case .variant where isLabel && !RunLabel.isOurs(text, subject):
        slice.append(SlicePair(attribute: "", group: text))
      default: break
      }
    }
  }

  /// The part of the data that a cell names where others name groups, data or runs; no people are called so.
  private static func split(_ text: String, in column: MetricColumn) -> String? {
    switch column {
    case .label(let attribute) where attribute.map(PersonalTrait.isNamed) != true: break
    case .dataset, .variant, .split: break
    default: return nil
    }
    if case .split(let name)? = RunLabel(text) { return name }
    return nil
  }

  /// Adds these facts to a measurement of the row.
  func complete(_ measurement: inout Measurement) {
    measurement.n = n
    measurement.dataset = dataset
    measurement.split = split ?? measurement.split
    measurement.task = task
    measurement.decisionThreshold = threshold
    // A report of classes holds its accuracy in a row of its own.
    if let average {
      measurement.metric =
        average == measurement.metric || average == "accuracy"
        ? average : "\(average)_\(measurement.metric)"
    }
    // With more examples it is another measure: `MMLU (5-shot)` and `MMLU (0-shot)`.
    if let shots { measurement.metric += "_\(shots)_shot" }
    measurement.slice += slice
    if measurement.slice.count > 1 { measurement.slice.sort() }
  }
}
