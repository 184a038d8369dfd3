// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads lines such as `- Accuracy: 0.84` of sections on results.
///
/// A number behind the name of a metric anywhere else may be a target or a setting.
enum MetricLines {
  static func measurements(of section: MarkdownSection, in file: FileIdentity) -> [Measurement] {
    guard section.headingPath.contains(where: isOnResults) else { return [] }
    return section.blocks.filter { !$0.isCode }.flatMap(\.fields).compactMap { field in
      guard MetricName.isNamed(by: field.label), let number = MetricCell.number(field.text) else {
        return nil
      }
      let label = MetricLabel(field.label)
      let unit = number.stated.unit
      return Measurement(
        metric: number.name(of: label.name),
        value: number.stated.value,
        raw: field.text,
        unit: unit == .unknown ? label.unit : unit,
        kind: label.kind,
        slice: label.slice,
        uncertainty: number.stated.uncertainty,
        source: file.reference(at: field.position, headingPath: section.headingPath)
      )
    }
  }

  /// Whether a section is one on results.
  static func isOnResults(_ heading: String) -> Bool {
    TopicTable.modelCard.topics(of: heading).contains(.metricsRationale)
  }
}
