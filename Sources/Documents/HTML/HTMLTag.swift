// SPDX-License-Identifier: Apache-2.0

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
