// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// What a scalar of a results file says as the value of a metric.
struct MetricLeaf: Hashable, Sendable {
  /// The number, with its scale and bounds where the text states them.
  let number: StatedNumber
  /// The value as written.
  let raw: String

  /// The longest text that can be a number with bounds and a unit.
  private static let maximumLength = 100

  /// The value of a node; nil where the node is neither a number nor a word for an undefined one.
  init?(_ node: Node) {
    switch node.value {
    case .null: self.init(number: StatedNumber(value: nil), raw: "null")
    case .number(let text):
      let value = node.double.flatMap { $0.isFinite ? $0 : nil }
      self.init(number: StatedNumber(value: value), raw: text)
    case .plain(let text), .string(let text): self.init(text)
    case .bool, .list, .map: return nil
    }
  }

  /// The value of a text, such as a cell of a table.
  init?(_ text: String) {
    guard text.utf8.count <= Self.maximumLength else { return nil }
    if let value = NumberText.double(text) {
      self.init(number: StatedNumber(value: value.isFinite ? value : nil), raw: text)
    } else if let number = NumberReader.read(text) {
      self.init(number: number, raw: text)
    } else {
      return nil
    }
  }

  private init(number: StatedNumber, raw: String) {
    self.number = number
    self.raw = raw
  }
}

extension Measurement {
  /// One number of a results file; nil where there is no number and no word for an undefined one.
  init?(_ name: String, at cursor: NodeCursor, slice: [SlicePair] = [], n: Int? = nil) {
    guard let leaf = MetricLeaf(cursor.node) else { return nil }
    self.init(name, leaf: leaf, slice: slice, n: n, source: cursor.source)
  }

  /// A measurement of what a scalar says.
  init(
    _ name: String,
    leaf: MetricLeaf,
    slice: [SlicePair] = [],
    n: Int? = nil,
    source: SourceReference
  ) {
    let metric = MetricName.canonical(name)
    self.init(
      metric: metric,
      value: leaf.number.value,
      raw: leaf.raw,
      unit: leaf.number.unit,
      kind: MetricName.kind(of: metric),
      slice: slice,
      n: n,
      uncertainty: leaf.number.uncertainty,
      source: source
    )
  }

  /// The same measurement on a stated scale; a scale that the text itself names stays.
  func onScale(_ unit: Unit) -> Measurement {
    guard self.unit == .unknown else { return self }
    var copy = self
    copy.unit = unit
    return copy
  }
}
