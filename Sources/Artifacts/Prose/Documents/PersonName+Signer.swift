// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells who signed from those for whom somebody signed: `R. Lindqvist for the board`, `on behalf of R.
/// Lindqvist`, `i. A. Schmidt`.
///
/// Who signs for somebody else has decided, and that other person has not. Who signs by order of somebody
/// who is not named has not decided either.
extension PersonName {
  /// Whether two texts are the names of two people, as far as a reader could tell.
  ///
  /// A part of a firm, or a firm, may be anybody.
  package static func areOfTwo(_ one: String, _ other: String) -> Bool {
    isOfOne(one) && isOfOne(other) && !areSame(one, other)
  }

  /// Whether a text is two or three words as names of people are written: `D. Okafor`, `Okafor, Dana`.
  private static func isOfOne(_ text: String) -> Bool {
    let parts = text.parts(atSpaceOr: ",")
    guard (2...3).contains(parts.count), PersonName(text) != nil, !isDepartment(text) else {
      return false
    }
    return parts.allSatisfy { part in
      let letters = part.hasSuffix(".") ? part.dropLast() : part
      return letters.first?.isUppercase == true && letters.dropFirst().allSatisfy(\.isLowercase)
        && !offices.contains(letters.lowercased())
    }
  }

  /// Words of offices and firms that are written like names.
  private static let offices = Set(
    """
    privacy data protection office officer compliance legal security unit desk counsel partners consulting \
    services law governance bank firm company group team datenschutz kanzlei stelle büro bureau cabinet
    """.spacedWords.map(String.init)
  )

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

  /// Whether a text is a sentence of small words, as in `The team looked at it.`; in a name of so many words
  /// one more begins with a capital.
  static func isSentence(_ text: String) -> Bool {
    guard let last = text.last, ".!。".contains(last) else { return false }
    let words = text.parts(atSpaceOr: "")
    return words.count >= shortestSentence
      && words.dropFirst().allSatisfy { $0.first?.isLowercase == true }
  }

  private static let shortestSentence = 4

  private static func plain(_ word: Substring) -> String {
    String(word.filter { $0.isLetter }).lowercased()
  }
}
