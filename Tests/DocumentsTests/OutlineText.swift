// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel

/// Writes a Markdown document as lines, so that a test shows the whole structure at a glance.
enum OutlineText {
  static func of(_ markdown: String) throws -> String {
    try MarkdownReader.read(Array(markdown.utf8)).sections.flatMap(lines).joined(separator: "\n")
  }

  private static func lines(of section: MarkdownSection) -> [String] {
    let path = section.headingPath.joined(separator: " > ")
    let head = "#\(section.level) \(place(section.position, section.endLine)) \(path)"
    return [head.trimmed] + section.blocks.flatMap(lines)
  }

  private static func lines(of block: MarkdownBlock) -> [String] {
    let place = place(block.position, block.endLine)
    let content =
      switch block.content {
      case .paragraph(let text): ["text \(place) \(text.debugDescription)"]
      case .quote(let text): ["quote \(place) \(text.debugDescription)"]
      case .code(let language, let text):
        ["code \(place) \(language) \(text.debugDescription)"]
      case .list(let items): ["list \(place)"] + items.map(line)
      case .table(let table): ["table \(place)"] + ([table.header] + table.rows).map(line)
      }
    return content + block.fields.map(line)
  }

  private static func line(of item: MarkdownItem) -> String {
    let marks = String(repeating: "-", count: item.depth + 1) + (item.isAnchorLink ? "#" : "")
    return "\(marks) \(place(item.position, item.endLine)) \(item.text.debugDescription)"
  }

  private static func line(of row: [TextCell]) -> String {
    row.map { "| \($0.position.line):\($0.position.column) \($0.text)" }.joined(separator: " ")
  }

  private static func line(of field: MarkdownField) -> String {
    let place = place(field.position, field.endLine)
    return "= \(place) \(field.label): \(field.text.debugDescription)"
  }

  private static func place(_ position: SourcePosition, _ endLine: Int) -> String {
    let end = endLine == position.line ? "" : "-\(endLine)"
    return "\(position.line):\(position.column)\(end)"
  }
}

extension String {
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
