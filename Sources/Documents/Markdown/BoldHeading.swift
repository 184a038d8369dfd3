// SPDX-License-Identifier: Apache-2.0

/// A paragraph of nothing but bold text, which acts as a heading in many model cards.
enum BoldHeading {
  /// The level of sections that such a paragraph starts.
  static let level = 7
  /// The longest title in characters; what is longer is emphasized text, unless it asks.
  private static let longestTitle = 100

  /// The title, or nil when the paragraph is something else.
  static func title(of lines: [TextLine]) -> String? {
    guard lines.count == 1, let line = lines.first, let bold = line.boldStart, !bold.isEmpty,
      line.text == bold || line.text == bold + ":", let last = bold.last
    else { return nil }
    if last == "?" { return line.text }
    guard !".!;,".contains(last), bold.unicodeScalars.count <= longestTitle,
      !statesFact(line)
    else { return nil }
    return line.text
  }

  /// Whether the text is a fact such as `**License: MIT**`, not a title such as
  /// `**Step 5: Assess the risks**`.
  private static func statesFact(_ line: TextLine) -> Bool {
    guard let labelled = FieldFinder.labelled(line, isFirst: true), !labelled.text.isEmpty else {
      return false
    }
    return labelled.label.split(separator: " ").count <= longestFactLabel
      && !labelled.label.contains(where: \.isNumber)
  }

  /// The most words of a label that makes a bold paragraph a fact.
  private static let longestFactLabel = 3
}
