// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One step of an explanation as a line of text.
struct ExplanationLine {
  /// The step, with its value and place.
  var text: String
  /// How many spaces it stands to the right.
  var indent: Int

  /// The line with its spaces.
  var indented: String { String(repeating: " ", count: indent) + text }
}

extension Explanation {
  /// The steps as lines, two spaces deeper for each level, with at most `maximumLines`.
  func lines(maximumLines: Int, valueLimit: Int) -> [ExplanationLine] {
    var lines: [ExplanationLine] = []
    var pending: [(step: Explanation, depth: Int)] = [(self, 0)]
    var omitted = 0
    while let (step, depth) = pending.popLast() {
      if lines.count < maximumLines {
        let text = step.line(valueLimit: valueLimit)
        lines.append(ExplanationLine(text: text, indent: 2 * min(depth, 15)))
      } else {
        omitted += 1
      }
      pending += step.children.reversed().map { ($0, depth + 1) }
    }
    if omitted > 0 {
      let remark = "… \(Wording.count(omitted, "more step", "more steps")), see report.json"
      lines.append(ExplanationLine(text: remark, indent: 0))
    }
    return lines
  }

  private func line(valueLimit: Int) -> String {
    var text = VisibleText.line(expression, limit: valueLimit)
    text += " = " + VisibleText.line(value, limit: valueLimit)
    if let location { text += "  (\(VisibleText.line(location.description, limit: valueLimit)))" }
    if let note { text += "  [\(VisibleText.line(note, limit: valueLimit))]" }
    return text
  }
}
