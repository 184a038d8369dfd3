// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Gathers sections in the order of the text and knows which headings lead to each.
struct MarkdownOutline {
  private var finished: [MarkdownSection] = []
  private var current: MarkdownSection
  private var ancestors: [(level: Int, title: String)] = []

  init(at start: SourcePosition) {
    current = MarkdownSection(
      level: 0,
      title: "",
      headingPath: [],
      position: start,
      endLine: start.line,
      blocks: []
    )
  }

  mutating func append(_ block: MarkdownBlock) {
    current.blocks.append(block)
  }

  mutating func startSection(level: Int, title: String, at position: SourcePosition) {
    close(before: position.line)
    while let last = ancestors.last, last.level >= level { ancestors.removeLast() }
    ancestors.append((level, title))
    current = MarkdownSection(
      level: level,
      title: title,
      headingPath: ancestors.map(\.title),
      position: position,
      endLine: position.line,
      blocks: []
    )
  }

  private mutating func close(before line: Int) {
    current.endLine = max(current.position.line, line - 1)
    finished.append(current)
  }

  /// All sections of a text that ends with a line.
  consuming func sections(lastLine: Int) -> [MarkdownSection] {
    close(before: lastLine + 1)
    return finished
  }
}
