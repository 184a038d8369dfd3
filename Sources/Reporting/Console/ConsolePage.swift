// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Lines for a terminal or a CI log, wrapped to a width.
struct ConsolePage {
  /// A colour of a label; the meaning is always in words and symbols as well.
  enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case bold = "1"
  }

  private static let hanging = 6

  private(set) var bytes: [UInt8] = []
  private let useColor: Bool
  private let width: Int

  init(style: ConsoleStyle) {
    useColor = style.useColor
    width = min(max(style.width, 40), 1_000)
  }

  /// Adds an empty line.
  mutating func gap() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a label and a text; further lines of the text are indented.
  ///
  /// Continuation lines never start with text of unknown origin at the place where a CI runner
  /// looks for commands.
  mutating func add(
    _ label: String,
    _ text: String,
    indent: Int = 0,
    colour: Colour? = nil,
    limit: Int = 2_000
  ) {
    let margin = String(repeating: " ", count: indent)
    let hanging = margin + String(repeating: " ", count: label.isEmpty ? 0 : Self.hanging)
    let words = VisibleText.words(of: LogText.defused(VisibleText.line(text, limit: limit)))
    let used = indent + (label.isEmpty ? 0 : label.unicodeScalars.count + 1)
    var lines = wrapped(words, to: width - hanging.count, first: width - used)
    let first = lines.isEmpty ? "" : lines.removeFirst()
    append(margin, label, label.isEmpty || first.isEmpty ? first : " " + first, colour)
    for line in lines { append(hanging, "", line, nil) }
  }

  /// Adds a text without a label.
  mutating func add(_ text: String, indent: Int = 0) {
    add("", text, indent: indent)
  }
  private mutating func append(
    _ margin: String,
    _ label: String,
    _ text: String,
    _ colour: Colour?
  ) {
    let shown = label.isEmpty ? LogText.defusedLine(text) : text
    bytes += margin.utf8
    bytes += painted(label, colour).utf8
    bytes += shown.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private func painted(_ label: String, _ colour: Colour?) -> String {
    guard useColor, let colour, !label.isEmpty else { return label }
    return "\u{1B}[\(colour.rawValue)m\(label)\u{1B}[0m"
  }

  /// Words in lines of limited length; a longer word has a line of its own.
  private func wrapped(_ words: [String], to others: Int, first: Int) -> [String] {
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
    return length > 0 ? lines + [current] : lines
  }
}
