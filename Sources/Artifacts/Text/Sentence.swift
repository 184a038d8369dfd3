// SPDX-License-Identifier: Apache-2.0

/// Finds where sentences end.
enum Sentence {
  /// The last character of the first sentence: `.`, `?` or `!` before white space or the end.
  ///
  /// What stands in round brackets does not end a sentence (`(e.g., which team?)`).
  static func end(in text: some StringProtocol) -> String.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ".", "?", "!":
        let next = text.index(after: index)
        if depth == 0, next == text.endIndex || text[next].isWhitespace { return index }
      default: break
      }
    }
    return nil
  }
}
