// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The models or runs that the rows of a list are of, as `[{"model": "LogReg", "accuracy": 0.81}, …]`.
struct ListedVariants {
  /// The key that tells the rows apart; nil where none does.
  private let key: String?
  /// What the rows are of, without baselines.
  private let names: [String]
  private let baseline: NodeCursor?
  private let source: SourceReference

  init(_ list: NodeCursor) {
    let first = list.elements.first?.members ?? []
    // A number under such a key, as of a fold, names no model.
    let key = first.first { key, value in
      value.node.double == nil && value.text != nil && MetricColumn(heading: key) == .variant
    }?.key
    self.key = key
    source = list.source
    baseline = key.flatMap { key in
      list.elements.first { $0[key]?.text.flatMap { RunLabel($0) } == .baseline }
    }
    var names: [String] = []
    for element in list.elements {
      guard let key, let name = element[key]?.text, !names.contains(name) else { continue }
      switch RunLabel(name) {
      case .baseline, .split: continue
      case .average, .run, .model, .mitigated, nil: names.append(name)
      }
    }
    self.names = names
  }

  /// Whether the numbers of a row are none of the system itself.
  func isBaseline(_ element: NodeCursor) -> Bool {
    baseline != nil && key.flatMap { element[$0]?.text }.flatMap { RunLabel($0) } == .baseline
  }

  /// A number of a row under the name of its model, unless there is only one.
  func named(_ measurement: Measurement, in element: NodeCursor) -> Measurement {
    guard let name = key.flatMap({ element[$0]?.text }) else { return measurement }
    var copy = measurement
    if case .split(let split)? = RunLabel(name) {
      copy.split = split
      return copy
    }
    guard names.count > 1 else { return copy }
    copy.metric = "\(FoldedText.identifier(name))_\(measurement.metric)"
    return copy
  }

  func addRemarks(to artifact: inout Artifact) {
    if let baseline, let name = key.flatMap({ baseline[$0]?.text }) {
      artifact.addLeftOutBaseline(name, at: baseline.source)
    }
    artifact.addSeveralModels(names, at: source)
    guard names.count == 1, let key, FoldedText.words(key).hasPrefix("model"),
      RunLabel(names[0]) != .mitigated
    else { return }
    artifact.models.append(ModelRecord(name: names[0], source: source))
  }
}

extension Measurement {
  /// What a number is of, so that two of the same in one list contradict each other.
  struct Subject: Hashable {
    let metric: String
    let about: [String?]
    let slice: [SlicePair]
  }

  /// What the number is of.
  var subject: Subject {
    Subject(metric: metric, about: [dataset, split, task], slice: slice)
  }
}

extension Artifact {
  /// Keeps that the rows of a list could be groups, classes, models or epochs.
  mutating func addNamelessRows(of list: String, at source: SourceReference) {
    addIssue(
      "unnamed-groups",
      .error,
      "the rows of the list '\(Excerpt.line(list))' do not say what each is about; "
        + "dump the table with its index (reset_index(), or not as records)",
      at: source
    )
  }

  /// Keeps that the numbers of several models stand side by side, if they do.
  mutating func addSeveralModels(_ models: [String], at source: SourceReference) {
    guard models.count > 1 else { return }
    addIssue(
      "several-models",
      .warning,
      "the numbers of \(models.count) models stand side by side "
        + "(\(Excerpt.line(models.prefix(3).joined(separator: ", ")))); "
        + "keep those of the model that is declared",
      at: source
    )
  }
}
