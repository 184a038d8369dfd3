// SPDX-License-Identifier: Apache-2.0

/// Texts reduced to what matters when they are compared with a table.
enum FoldedText {
  /// Lower-case words with single spaces between them; everything but letters, digits and the kept
  /// characters separates.
  static func words(_ text: some StringProtocol, keeping: String = "") -> String {
    var folded = ""
    var isInside = false
    for character in text.lowercased() {
      let isWord = character.isLetter || character.isNumber || keeping.contains(character)
      if isWord {
        if !isInside, !folded.isEmpty { folded.append(" ") }
        folded.append(character)
      }
      isInside = isWord
    }
    return folded
  }

  /// The name of a metric or label as records hold it: lower-case words with `_` between them.
  static func identifier(_ text: some StringProtocol) -> String {
    String(words(text, keeping: "@").map { $0 == " " ? "_" : $0 })
  }
}
