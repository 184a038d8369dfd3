// SPDX-License-Identifier: Apache-2.0

/// Reduces HTML to the text that a reader sees.
public enum HTMLText {
  /// The text of a piece of HTML: tags, comments, scripts and style sheets are dropped.
  ///
  /// Blocks, rows and `<br>` start new lines, cells are separated by ` | `, character references
  /// are resolved and white space is collapsed. Anything is accepted, in linear time.
  public static func plainText(_ html: String) -> String {
    var tokenizer = HTMLTokenizer(Array(html.utf8)[...])
    var lines: [String] = []
    var line = ""
    while let token = tokenizer.next() {
      switch token.kind {
      case .text(let text): line += text
      case .end("td"), .end("th"): line += " | "
      case .start(let name) where HTMLTag.startsLine(name),
        .end(let name) where HTMLTag.startsLine(name):
        lines.append(line)
        line = ""
      case .start, .end: continue
      }
    }
    return (lines + [line]).map(collapsed).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func collapsed(_ line: String) -> String {
    let text = line.collapsed
    return text.hasSuffix(" |") ? String(text.dropLast(2)) : text
  }
}

/// What the names of HTML elements mean for text.
enum HTMLTag {
  private static let lineStarts: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div",
    "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "title", "tr", "ul",
  ]

  /// Whether the text before and behind a tag stands on different lines.
  static func startsLine(_ name: String) -> Bool {
    lineStarts.contains(name)
  }

  /// How many more tables a piece of HTML opens than it closes.
  static func openTables(in html: String) -> Int {
    var tokenizer = HTMLTokenizer(Array(html.utf8)[...])
    var open = 0
    while let token = tokenizer.next() {
      switch token.kind {
      case .start("table"): open += 1
      case .end("table"): open -= 1
      default: continue
      }
    }
    return open
  }

  /// The level of a heading's name, from 1 to 6.
  static func headingLevel(_ name: String) -> Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue,
      1...6 ~= level
    else { return nil }
    return level
  }
}
