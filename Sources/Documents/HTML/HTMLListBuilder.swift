// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Gathers the elements of HTML lists, nested ones behind their parents.
struct HTMLListBuilder {
  private var items: [MarkdownItem] = []
  private var fields: [MarkdownField] = []
  private var depth = 0
  private(set) var isInItem = false

  /// Whether a list has been opened and not yet closed.
  var isOpen: Bool { depth > 0 }

  mutating func open() {
    depth += 1
  }

  mutating func close() {
    depth = max(0, depth - 1)
    isInItem = depth > 0 && !items.isEmpty
  }

  mutating func startItem(at position: SourcePosition) {
    items.append(
      MarkdownItem(
        text: "",
        depth: max(0, depth - 1),
        position: position,
        endLine: position.line
      )
    )
    isInItem = true
  }

  mutating func endItem() {
    isInItem = false
  }

  /// Adds text to the element that was started last.
  mutating func append(_ lines: [TextLine], endLine: Int) {
    guard let last = items.indices.last else { return }
    let position = items[last].position
    fields += FieldFinder.fields(in: lines) { _ in (position, endLine) }
    items[last].text += (items[last].text.isEmpty ? "" : "\n") + lines.joined
    items[last].endLine = endLine
  }

  /// The list as a block, or nil when no element has text; the builder starts anew.
  mutating func finish() -> MarkdownBlock? {
    let found = items.filter { !$0.text.isEmpty }
    let foundFields = fields
    items = []
    fields = []
    isInItem = false
    guard let first = found.first, let last = found.last else { return nil }
    return MarkdownBlock(
      content: .list(found),
      fields: foundFields,
      position: first.position,
      endLine: last.endLine
    )
  }
}
