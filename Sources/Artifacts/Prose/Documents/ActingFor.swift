// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words between a name and the one it stands for: `R. Lindqvist for the board`, `on behalf of R. Lindqvist`.
///
/// Who signs for somebody else has decided, and that other person has not.
enum ActingFor {
  /// Where the words stand that lead to somebody else; nil where there are none.
  private static func start(in words: [Substring]) -> Int? {
    words.indices.first { index in
      let word = plain(words[index])
      if phrases.contains(word) { return index == 0 || words[index].first?.isLowercase == true }
      let next = index + 1
      return next < words.count && pairs[word]?.contains(plain(words[next])) == true
    }
  }

  /// What stands before such words; nil where nobody is named before them.
  static func signer(in text: String) -> String? {
    let words = text.parts(atSpaceOr: "")
    guard let start = start(in: words) else { return text }
    guard start > 0 else { return nil }
    return String(text[..<words[start].startIndex])
  }

  /// Whether a text is a phrase about somebody: `waiting for R. Lindqvist`, `the assistant of A. Brandt`.
  ///
  /// No name begins with a small letter and goes on with two words in capitals, but for particles and
  /// titles.
  static func speaksOfSomebody(_ text: String, titles: Set<String>) -> Bool {
    let words = text.parts(atSpaceOr: "<>(),;")
    guard let first = words.first, first.count > 1, first.allSatisfy({ $0.isLowercase }),
      !particles.contains(String(first)), !titles.contains(String(first))
    else { return false }
    return words.dropFirst().count { $0.first?.isUppercase == true } > 1
  }

  private static func plain(_ word: Substring) -> String {
    guard word.isASCII else { return String(word.filter { $0.isLetter }).lowercased() }
    return String(decoding: word.utf8.filter(ASCII.isLetter).map(ASCII.lower), as: UTF8.self)
  }

  private static let phrases: Set<String> = [
    "for", "obo", "pp", "für", "pour", "por", "namens", "voor", "för",
  ]
  private static let pairs: [String: Set<String>] = [
    "on": ["behalf"], "per": ["pro", "conto"], "im": ["auftrag", "namen"],
    "en": ["nombre", "representación"], "em": ["nome"], "a": ["nome"], "in": ["opdracht", "vece"],
    "w": ["imieniu"], "på": ["uppdrag"], "au": ["nom"],
  ]
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "du", "la",
    "le", "af", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "vom", "mc", "st",
  ]
}
