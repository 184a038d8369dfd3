// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Lines for a terminal or a CI log, wrapped to a width.
struct PageWriter {
  /// A colour of a label; the meaning is always in words as well.
  enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case bold = "1"
  }

  private(set) var bytes: [UInt8] = []
  let width: Int
  private let useColor: Bool

  init(style: ConsoleStyle = ConsoleStyle(width: 80)) {
    useColor = style.useColor
    width = min(max(style.width, 40), 1_000)
  }

  /// Adds an empty line.
  mutating func gap() {
    bytes.append(ASCII.lineFeed)
  }

  /// Adds a label and a text, wrapped at words.
  ///
  /// - Parameters:
  ///   - label: Our own word before the text.
  ///   - text: Any text.
  ///   - indent: How many spaces stand before the label.
  ///   - hanging: How many more spaces stand before further lines; nil for the width of the label.
  ///   - maximumLines: How many lines there may be; what is cut ends with an ellipsis.
  ///   - colour: The colour of the label.
  ///   - limit: How many characters of the text there may be.
  mutating func add(
    _ label: String = "",
    _ text: String,
    indent: Int = 0,
    hanging: Int? = nil,
    maximumLines: Int = .max,
    colour: Colour? = nil,
    limit: Int = 2_000
  ) {
    let margin = String(repeating: " ", count: indent)
    let start = label.isEmpty ? 0 : label.unicodeScalars.count + 1
    let further = hanging ?? start
    let lines = wrapped(
      text,
      first: width - indent - start,
      others: width - indent - further,
      maximumLines: maximumLines,
      limit: limit
    )
    let head = margin + painted(label, colour)
    let first = lines.first ?? ""
    append(
      label.isEmpty
        ? margin + LogText.defusedLine(first) : head + (first.isEmpty ? "" : " ") + first
    )
    let space = margin + String(repeating: " ", count: further)
    for line in lines.dropFirst() { append(space + LogText.defusedLine(line)) }
  }

  /// How a text would be wrapped.
  func wrapped(
    _ text: String,
    first: Int,
    others: Int,
    maximumLines: Int = .max,
    limit: Int = 2_000
  ) -> [String] {
    let words = VisibleText.words(of: LogText.defused(VisibleText.line(text, limit: limit)))
    var lines: [String] = []
    var current = ""
    var length = 0
    for word in words {
      let count = word.unicodeScalars.count
      let room = max(20, lines.isEmpty ? first : others)
      if length > 0, length + 1 + count > room {
        lines.append(current)
        (current, length) = ("", 0)
      }
      current += length > 0 ? " \(word)" : word
      length += length > 0 ? count + 1 : count
    }
    if length > 0 { lines.append(current) }
    guard lines.count > maximumLines else { return lines }
    let room = max(20, maximumLines == 1 ? first : others)
    return lines.prefix(maximumLines - 1) + [Self.shortened(lines[maximumLines - 1], to: room)]
  }

  /// The words of a line that leave room for an ellipsis, and the ellipsis.
  private static func shortened(_ line: String, to width: Int) -> String {
    var words = VisibleText.words(of: line)
    while words.count > 1, words.reduce(words.count, { $0 + $1.unicodeScalars.count }) + 1 > width {
      words.removeLast()
    }
    return words.joined(separator: " ") + " …"
  }

  /// Adds the lines of a text one by one, without wrapping them.
  mutating func addLines(of text: String) {
    let block = LogText.defused(VisibleText.block(text))
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      append(LogText.defusedLine(String(line)))
    }
    // A text that ends with a line break has no further line after it.
    if text.hasSuffix("\n") { bytes.removeLast() }
  }

  /// Adds one line as it is, cut to a number of characters.
  mutating func addLine(_ text: String, limit: Int = 1_000) {
    append(LogText.defusedLine(LogText.defused(VisibleText.line(text, limit: limit))))
  }

  private mutating func append(_ line: String) {
    bytes += line.utf8
    bytes.append(ASCII.lineFeed)
  }

  private func painted(_ label: String, _ colour: Colour?) -> String {
    guard useColor, let colour, !label.isEmpty else { return label }
    return "\u{1B}[\(colour.rawValue)m\(label)\u{1B}[0m"
  }
}
