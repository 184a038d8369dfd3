// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reading the numbers of formats that write them as numbers or as texts.
extension Artifact {
  /// A number that a format states under the name of a metric.
  ///
  /// The value is a number, or a text such as `95.80%` or `20.0 ± 1.2`; nil is a missing one.
  mutating func measurement(
    _ name: String,
    value: NodeCursor?,
    at source: SourceReference
  ) -> Measurement {
    let stated = value.flatMap { number($0) }
    if value == nil {
      addIssue(
        "missing-value",
        .warning,
        "the metric '\(Excerpt.line(name))' has no value; state it, or remove the metric",
        at: source
      )
    }
    let metric = MetricName.canonical(name)
    return Measurement(
      metric: metric,
      value: stated?.value,
      raw: value?.text ?? "",
      unit: stated?.unit ?? .unknown,
      kind: MetricName.kind(of: metric),
      uncertainty: stated?.uncertainty,
      source: source
    )
  }

  /// A number or a text that states one; an issue for anything else.
  mutating func number(_ field: NodeCursor) -> StatedNumber? {
    if let double = field.node.double {
      return StatedNumber(value: double.isFinite ? double : nil)
    }
    if let text = field.text, field.node.bool == nil, text.utf8.count <= 100,
      let number = NumberReader.read(text)
    {
      return number
    }
    addIssue(
      "unreadable-number",
      .warning,
      "'\(Excerpt.line(field.text ?? field.shapePhrase))' is no number; write it as 0.871 or 87.1%",
      at: field.source
    )
    return nil
  }

  /// The bounds that a format states for a value, with an issue for bounds that cannot be.
  mutating func interval(
    lower: NodeCursor?,
    upper: NodeCursor?,
    of measurement: Measurement
  ) -> Uncertainty? {
    guard lower != nil || upper != nil else { return measurement.uncertainty }
    let bounds = Uncertainty(
      lower: lower.flatMap { number($0)?.value },
      upper: upper.flatMap { number($0)?.value }
    )
    if let flaw = Self.flaw(of: bounds, around: measurement) {
      let place = (lower ?? upper)?.source ?? measurement.source
      addIssue("implausible-interval", .warning, flaw, at: place)
    }
    return bounds
  }

  private static func flaw(of bounds: Uncertainty, around measurement: Measurement) -> String? {
    if let lower = bounds.lower, let upper = bounds.upper, lower > upper {
      return "the lower bound is above the upper bound; swap them"
    }
    guard let value = measurement.value else { return nil }
    if let lower = bounds.lower, lower > value {
      return "the lower bound is above the value; check both"
    }
    guard let upper = bounds.upper else { return nil }
    if upper < value { return "the upper bound is below the value; check both" }
    // An accuracy of at most 1 is a fraction, so its bound cannot be 1.003.
    return isShare(measurement.metric) && value <= 1 && upper > 1 && upper <= 2
      ? "the upper bound of a share is above 1; check how it was computed" : nil
  }

  private static func isShare(_ metric: String) -> Bool {
    let words = metric.split(separator: "_")
    return ["accuracy", "precision", "recall", "auc", "f1", "sensitivity", "specificity"]
      .contains { share in words.contains { $0 == share } }
  }
}
