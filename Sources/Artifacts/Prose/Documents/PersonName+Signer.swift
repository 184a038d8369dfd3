// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells who signed from those for whom somebody signed: `R. Lindqvist for the board`, `on behalf of R.
/// Lindqvist`, `i. A. Schmidt`.
///
/// Who signs for somebody else has decided, and that other person has not. Who signs by order of somebody
/// who is not named has not decided either.
extension PersonName {
  /// What stands before the words that lead to somebody else; nil where nobody is named before them.
  static func signer(in text: String) -> String? {
    let words = text.parts(atSpaceOr: "")
    for index in words.indices {
      let word = plain(words[index])
      let next = index + 1 < words.count ? plain(words[index + 1]) : ""
      let isSmall = words[index].first?.isLowercase == true
      if isSmall, isByOrder(words[index], word, next) { return nil }
      guard let followers = NameWords.forAnother[word[...]],
        followers.isEmpty ? index == 0 || isSmall : followers.contains(next[...])
      else { continue }
      return index == 0 ? nil : String(text[..<words[index].startIndex])
    }
    return text
  }

  /// `i.A.`, `i. A.`, `ppa.` and `c/o`; the initials of a name are written as capitals.
  private static func isByOrder(_ written: Substring, _ word: String, _ next: String) -> Bool {
    if NameWords.byOrder.contains(word) { return written.contains(".") || written.contains("/") }
    return word.count == 1 && next.count == 1 && NameWords.byOrder.contains(word + next)
  }

  /// Whether a text is a phrase about somebody: `waiting for R. Lindqvist`, `the assistant of A. Brandt`.
  ///
  /// No name begins with a small letter and goes on with two words in capitals, but for particles and
  /// titles.
  static func speaksOfSomebody(_ text: String) -> Bool {
    let words = text.parts(atSpaceOr: "<>(),;")
    guard let first = words.first, first.count > 1, first.allSatisfy({ $0.isLowercase }),
      !NameWords.particles.contains(String(first)), !NameWords.titles.contains(String(first))
    else { return false }
    return words.dropFirst().count { $0.first?.isUppercase == true } > 1
  }

  private static func plain(_ word: Substring) -> String {
    String(word.filter { $0.isLetter }).lowercased()
  }
}
