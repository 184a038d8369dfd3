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

  /// Names the figures that stand in sentences of such sections: they are compared with nothing.
  static func addFigures(
    inSentencesOf section: MarkdownSection,
    in file: FileIdentity,
    to artifact: inout Artifact
  ) {
    guard section.headingPath.contains(where: isOnResults) else { return }
    for block in section.blocks where block.fields.isEmpty {
      guard case .paragraph(let text) = block.content else { continue }
      let words = text.spacedWords
      for (place, word) in words.enumerated() where isFigure(word) {
        guard let name = metric(before: place, in: words) else { continue }
        artifact.addIssue(
          "figure-in-sentence",
          .note,
          Excerpt.line("\(name) \(bare(word))"),
          at: file.reference(at: block.position, headingPath: section.headingPath)
        )
      }
    }
  }

  /// Whether a word is a number with decimals or a percentage; other numbers may count or date something.
  private static func isFigure(_ word: Substring) -> Bool {
    guard word.has(where: ASCII.isDigit) else { return false }
    let bare = bare(word)
    return bare.contains { ".,%".contains($0) } && MetricCell.number(bare) != nil
  }

  private static func bare(_ word: Substring) -> String {
    String(word, trimming: { "()[],;:.*".contains($0) })
  }

  /// The metric that the words before a number name: `accuracy of`, `F1 score is`.
  private static func metric(before place: Int, in words: [Substring]) -> String? {
    var end = place
    while end > 0, place - end < 3, links.contains(words[end - 1].lowercased()) { end -= 1 }
    return [3, 2, 1].lazy.filter { $0 <= end }
      .map { words[(end - $0)..<end].joined(separator: " ") }
      .first { $0.count > 1 && $0 != "for" && MetricName.isNamed(by: $0) }
  }

  private static let links: Set<String> = [
    "of", "is", "was", "at", "to", "about", "around", "reaches", "reached", "=", "von", "ist",
    "bei", "de", "est", "es", "di", "è", "van", "på", "är", "wynosi",
  ]

  private static func isOnResults(_ heading: String) -> Bool {
    TopicTable.modelCard.topics(of: heading).contains(.metricsRationale)
  }
}
