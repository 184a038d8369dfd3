// SPDX-License-Identifier: Apache-2.0

/// Finds where sentences end.
enum Sentence {
  /// The last character of the first sentence: `.`, `?` or `!` before white space or the end.
  ///
  /// What stands in round brackets does not end a sentence (`(which team?)`), nor do `e.g.` and
  /// `i.e.`.
  static func end(in text: some StringProtocol) -> String.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ".", "?", "!":
        let next = text.index(after: index)
        let isAtEnd = next == text.endIndex || text[next].isWhitespace
        if depth == 0, isAtEnd, !isAbbreviation(text[..<index]) { return index }
      default: break
      }
    }
    return nil
  }

  private static func isAbbreviation(_ head: some StringProtocol) -> Bool {
    ["e.g", "i.e"].contains(head.suffix(3).lowercased())
  }
}
