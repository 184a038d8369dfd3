// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What headings of impact assessments speak of, told by the roots of their words.
///
/// Languages inflect what they join: `Valutazione dei rischi per gli interessati`, `Getroffene
/// Abhilfemaßnahmen`. A topic is told when the heading has a word of each group of its roots, unless
/// a word says that the heading is about something else.
struct HeadingRoots: Sendable {
  private struct Row {
    let topics: [Topic]
    /// The groups of roots, each of which the heading must have.
    let groups: [WordRoots]
    /// Roots that a heading on these topics does not have.
    let except: WordRoots?
  }

  private let rows: [Row]

  init(_ rows: [(topics: [Topic], groups: [WordRoots], except: WordRoots?)]) {
    self.rows = rows.map { Row(topics: $0.topics, groups: $0.groups, except: $0.except) }
  }

  /// The topics that the words of a heading tell, in the order of the rows.
  func topics(of heading: String) -> [Topic] {
    let words = heading.spacedWords
    guard words.count <= Self.longestHeading, !Self.areAboutForm(words) else { return [] }
    var found: [Topic] = []
    for row in rows where row.groups.allSatisfy({ $0.occurs(in: words) }) {
      if row.except?.occurs(in: words) == true { continue }
      for topic in row.topics where !found.contains(topic) { found.append(topic) }
    }
    return found
  }

  /// Whether words say that a heading tells how something is done, and not what came of it.
  static func areAboutForm(_ words: [Substring]) -> Bool { about.occurs(in: words) }

  /// The most words of a heading; what is longer is a sentence.
  private static let longestHeading = 14

  /// How a heading says that it tells how something is done, and not what came of it.
  private static let about = WordRoots(
    en: "method* scale* template* guid* criteria definition* legend* procedure* how example*",
    de: "method* skala skalen vorlage* leitfaden kriterien definition* legende beispiel*",
    fr: "méthod* échelle* modèle* guide* critères définition* légende procédure* exemple*",
    es: "método* metodología escala* plantilla* guía* criterios definicion* leyenda ejemplo*",
    pt: "método* metodologia escala* guia* critérios definiç* legenda exemplo*",
    it: "metod* scala scale guida* criteri definizion* legenda esempi*",
    nl: "methode* schaal schalen sjabloon leidraad criteria definitie* legenda voorbeeld*",
    pl: "metod* skala skale szablon przewodnik* kryteria definicj* legenda przykład*",
    sv: "metod* skala skalor mall vägledning* kriterier definition* exempel",
    ja: "方法 尺度 手順 例",
    zh: "方法 尺度 标准 流程 示例"
  )
}

/// German words as they are written where there are no umlauts.
enum Umlauts {
  /// A column of German words with what each is written like without umlauts, or without `ß` alone.
  static func extended(_ column: String, separator: Character) -> String {
    guard column.has(where: { $0 >= 0x80 }) else { return column }
    var words = column.split(separator: separator).map { String($0) }
    words += words.flatMap(spellings)
    return words.joined(separator: String(separator))
  }

  /// The other spellings of a word: `ae`, `oe`, `ue` and `ss`, and `ss` alone.
  static func spellings(of word: String) -> [String] {
    guard word.has(where: { $0 == 0xC3 }) else { return [] }
    let swiss = word.replacing("ß", with: "ss")
    let plain = plainForms.reduce(swiss) { $0.replacing($1.letter, with: $1.plain) }
    return Set([swiss, plain]).subtracting([word]).sorted()
  }

  private static let plainForms: [(letter: String, plain: String)] = [
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"),
  ]
}
