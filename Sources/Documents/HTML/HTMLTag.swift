// SPDX-License-Identifier: Apache-2.0

internal import Texts

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

  /// How many rows and columns a cell of a table reaches over, by the attributes of its start tag.
  ///
  /// Of a tag that is longer than such tags are only the start is looked at.
  static func span(of name: String, in html: ArraySlice<UInt8>) -> HTMLTableBuilder.Span {
    guard name == "td" || name == "th" else { return HTMLTableBuilder.Span() }
    let tag = html.prefix(longestCellTag).prefix { $0 != UInt8(ascii: ">") }
    return HTMLTableBuilder.Span(
      rows: number(behind: "rowspan", in: tag),
      columns: number(behind: "colspan", in: tag)
    )
  }

  private static let longestCellTag = 300

  /// The number of `rowspan="2"`, `rowspan=2` or `rowspan = '2'`, else 1; of a larger one the first
  /// three digits count.
  private static func number(behind attribute: StaticString, in tag: ArraySlice<UInt8>) -> Int {
    let name = UnsafeBufferPointer(start: attribute.utf8Start, count: attribute.utf8CodeUnitCount)
    guard
      let start = tag.indices.first(where: { index in
        tag[index...].count > name.count
          && tag[index..<(index + name.count)].elementsEqual(name) { $0 | 0x20 == $1 }
      })
    else { return 1 }
    let value = tag[(start + name.count)...].drop { byte in
      ASCII.isBlank(byte) || byte == UInt8(ascii: "=") || byte == ASCII.quote
        || byte == UInt8(ascii: "'")
    }
    let digits = value.prefix(3).prefix(while: ASCII.isDigit)
    return max(1, digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }

  /// The level of a heading's name, from 1 to 6.
  static func headingLevel(_ name: String) -> Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue,
      1...6 ~= level
    else { return nil }
    return level
  }
}
