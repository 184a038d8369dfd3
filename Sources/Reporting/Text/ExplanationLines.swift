// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Explanation {
  /// The steps as lines, two spaces deeper for each level, with at most `maximumLines`.
  func lines(maximumLines: Int, valueLimit: Int) -> [String] {
    var lines: [String] = []
    var pending: [(step: Explanation, depth: Int)] = [(self, 0)]
    var omitted = 0
    while let (step, depth) = pending.popLast() {
      if lines.count < maximumLines {
        let indent = String(repeating: "  ", count: min(depth, 20))
        lines.append(indent + step.line(valueLimit: valueLimit))
      } else {
        omitted += 1
      }
      pending += step.children.reversed().map { ($0, depth + 1) }
    }
    if omitted > 0 {
      lines.append("… \(Wording.count(omitted, "more step", "more steps")), see report.json")
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
