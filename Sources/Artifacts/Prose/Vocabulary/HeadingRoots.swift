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
  /// The most words of a heading; what is longer is a sentence.
  private let longest: Int
  /// Whether labels and first cells of rows are told so too, and not only headings.
  let readsLabels: Bool

  init(
    longest: Int = longestHeading,
    readsLabels: Bool = false,
    _ rows: [(topics: [Topic], groups: [WordRoots], except: WordRoots?)]
  ) {
    (self.longest, self.readsLabels) = (longest, readsLabels)
    self.rows = rows.map { Row(topics: $0.topics, groups: $0.groups, except: $0.except) }
  }

  /// The topics that the words of a heading tell, in the order of the rows.
  func topics(of heading: String) -> [Topic] {
    let words = heading.spacedWords
    guard words.count <= longest, !Self.areAboutForm(words) else { return [] }
    var found: [Topic] = []
    for row in rows where row.groups.allSatisfy({ $0.occurs(in: words) }) {
      if row.except?.occurs(in: words) == true { continue }
      for topic in row.topics where !found.contains(topic) {
        if !AssessmentRoots.isOther(than: topic, words) { found.append(topic) }
      }
    }
    return found
  }

  /// Whether words say that a heading tells how something is done, and not what came of it.
  static func areAboutForm(_ words: [Substring]) -> Bool { about.occurs(in: words) }

  /// The most words of a heading; what is longer is a sentence.
  static let longestHeading = 14

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
  static func extended(_ column: String, separator: UInt8) -> String {
    var others: [UInt8] = []
    Phrases.forEachPart(of: column, separator: separator) { word in
      for spelling in spellings(of: word) {
        others.append(separator)
        others.append(contentsOf: spelling.utf8)
      }
    }
    return others.isEmpty ? column : column + String(decoding: others, as: UTF8.self)
  }

  /// The other spellings of a word: `ae`, `oe`, `ue` and `ss`, and `ss` alone.
  ///
  /// Without umlauts first, as the letters of ASCII are sorted.
  static func spellings(of word: UnsafeBufferPointer<UInt8>) -> [String] {
    guard hasOtherForm(word) else { return [] }
    let swiss = spelt(word, keepsUmlauts: true)
    let plain = spelt(word, keepsUmlauts: false)
    return (plain == swiss ? [plain] : [plain, swiss]).filter { !word.elementsEqual($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func spelt(_ word: UnsafeBufferPointer<UInt8>, keepsUmlauts: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let isLed = word[index] == lead && index + 1 < word.count
      if isLed, let plain = plainForm(of: word[index + 1], keepsUmlauts: keepsUmlauts) {
        result += plain.utf8
        index += 2
      } else {
        result.append(word[index])
        index += 1
      }
    }
    return result
  }

  /// Accents of other languages have the same first byte as umlauts.
  private static func hasOtherForm(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let index = word.offset(of: lead, from: start), index + 1 < word.count {
      if plainForm(of: word[index + 1], keepsUmlauts: false) != nil { return true }
      start = index + 2
    }
    return false
  }

  /// The first byte of `ß` and of small umlauts in UTF-8.
  private static let lead: UInt8 = 0xC3

  private static func plainForm(of second: UInt8, keepsUmlauts: Bool) -> String? {
    switch second {
    case 0x9F: "ss"
    case 0xA4 where !keepsUmlauts: "ae"
    case 0xB6 where !keepsUmlauts: "oe"
    case 0xBC where !keepsUmlauts: "ue"
    default: nil
    }
  }
}
