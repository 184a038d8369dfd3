// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// One line of running text without markup.
struct TextLine {
  var text = ""
  /// The bold text that the line starts with.
  var boldStart: String?
  /// The text of a link within the page that the line starts with.
  var anchorStart: String?
  /// The line of the source, counted from the start of its block.
  var offset = 0
  /// Whether the author asked for a new line behind this one.
  var endsHard = false

  /// Removes what is struck through, and white space at the ends.
  fileprivate mutating func clean() {
    text = StruckText.removed(from: text).trimmed
    if let bold = boldStart { boldStart = StruckText.removed(from: bold).trimmed }
  }
}

/// Gathers running text line by line, and remembers where a line starts in bold.
struct TextLines {
  private var lines: [TextLine] = []
  private var current = TextLine()
  private var boldDepth = 0
  private var isBoldStart = false
  private var offset = 0

  mutating func append(_ text: some StringProtocol) {
    if current.text.isEmpty { current.text = String(text) } else { current.text += text }
  }

  mutating func startBold() {
    if boldDepth == 0, current.boldStart == nil, current.text.allSatisfy(\.isWhitespace) {
      current.text = ""
      isBoldStart = true
    }
    boldDepth += 1
  }

  mutating func endBold() {
    boldDepth = max(0, boldDepth - 1)
    guard boldDepth == 0, isBoldStart else { return }
    current.boldStart = current.text
    isBoldStart = false
  }

  /// Remembers that the text so far, if any, is that of a link within the page.
  mutating func endAnchor(from start: String) {
    if start.allSatisfy(\.isWhitespace) { current.anchorStart = current.text }
  }

  /// The text of the line so far.
  var lineSoFar: String { current.text }

  mutating func breakLine(hard: Bool) {
    offset += 1
    endLine(hard: hard)
  }

  /// Breaks the text where the source has no new line.
  mutating func breakText() {
    endLine(hard: true)
  }

  private mutating func endLine(hard: Bool) {
    guard !isBoldStart else {
      // A label may be wrapped; it stays one.
      current.text += " "
      return
    }
    current.endsHard = hard
    lines.append(current)
    current = TextLine(offset: offset)
  }

  /// Hands over the lines that have text, trimmed, without struck-through parts.
  ///
  /// Struck-through text is what the author has withdrawn: in `~~approved~~ draft` only the draft
  /// holds.
  mutating func finish() -> [TextLine] {
    if !current.text.isEmpty { lines.append(current) }
    var finished: [TextLine] = []
    swap(&finished, &lines)
    MathText.remove(from: &finished)
    for index in finished.indices { finished[index].clean() }
    finished.removeAll { $0.text.isEmpty }
    self = TextLines()
    return finished
  }
}

extension [TextLine] {
  /// The lines as running text: a new line only where the author asked for one.
  var joined: String {
    var text = ""
    for (index, line) in enumerated() {
      text += line.text
      if index + 1 < count { text += line.endsHard ? "\n" : " " }
    }
    return text
  }
}
