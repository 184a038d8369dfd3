// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Texts

/// Whether day or month comes first in the dates of a document, as far as its language tells.
///
/// In Spanish `12/11/2026` is a day of November. English is written both ways, so that nothing is told
/// of a text that may be English.
enum DayOrder {
  /// Whether the words that join others are those of a language that always writes the day first.
  static func isDayFirst(in document: MarkdownDocument) -> Bool {
    var counts = (english: 0, others: 0)
    var taken = 0
    for section in document.sections {
      for text in [section.title] + section.blocks.map(\.text) {
        for word in BareWords.of(text.prefix(longestText)) where word.script == .letters {
          taken += 1
          switch (english.contains(word.text), others.contains(word.text)) {
          case (true, false): counts.english += 1
          case (false, true): counts.others += 1
          case (true, true), (false, false): break
          }
        }
        if taken > enoughWords { return isTold(by: counts) }
      }
    }
    return isTold(by: counts)
  }

  private static func isTold(by counts: (english: Int, others: Int)) -> Bool {
    counts.others >= fewestWords && counts.others > 3 * counts.english
  }

  /// The most characters of one text that are looked at.
  private static let longestText = 4000
  /// So many words tell the language.
  private static let enoughWords = 600
  /// Fewer words of a language tell nothing.
  private static let fewestWords = 4

  private static let english = words(of: 0..<1)
  /// German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish.
  private static let others = words(of: 1..<9)

  private static func words(of columns: Range<Int>) -> Set<String> {
    FunctionWords.phrases.bare(ofLanguages: columns).words
  }
}
