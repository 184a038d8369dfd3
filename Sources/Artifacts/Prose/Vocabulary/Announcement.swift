// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells what a sentence only announces: a word of the future, and the verb that it belongs to.
///
/// `The DPO will be named`, `To be implemented in 2027`, `Wird 2027 vom Team umgesetzt`, `将于2027年实施`. What
/// is announced is not there yet.
struct Announcement {
  private let words: [BareWord]
  private let texts: [Substring]
  /// Where clauses begin among the words.
  private let clauses: [Int]

  private init(_ sentence: Substring) {
    var words: [BareWord] = []
    var clauses: [Int] = []
    for clause in sentence.unicodeScalars.split(whereSeparator: Self.endsClause) {
      clauses.append(words.count)
      words += BareWords.of(Substring(clause))
    }
    self.words = words
    self.clauses = clauses
    texts = words.map { $0.text[...] }
  }

  /// The sentences of a text.
  static func sentences(of text: String) -> [Announcement] {
    text.unicodeScalars.split(whereSeparator: endsSentence).map { Announcement(Substring($0)) }
      .filter { !$0.words.isEmpty }
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "。", ";", "\n": true
    default: false
    }
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "，" || scalar == "、"
  }

  /// Where verbs of some roots stand.
  func places(of verbs: WordRoots) -> [Int] { texts.indices.filter { verbs.matches(texts[$0]) } }

  /// Whether a sentence puts off what its last verb of some roots says.
  func putsOff(_ verbs: WordRoots) -> Bool {
    guard let last = texts.lastIndex(where: verbs.matches) else { return false }
    return texts[...last].contains(where: Self.isAhead)
  }

  /// Whether the verb at a place is one of the future: its auxiliary stands a few words before it, or, in
  /// languages that put the infinitive last, at any place of its clause.
  func isToCome(at index: Int) -> Bool {
    if texts[max(0, index - Self.reach)...index].contains(where: Self.coming.matches) {
      return true
    }
    let start = clauses.last { $0 <= index } ?? 0
    let end = clauses.first { $0 > index } ?? texts.count
    return index == end - 1 && texts[index].hasSuffix("en") && texts[index] != "empfohlen"
      && texts[start..<index].contains(where: Self.auxiliaries.contains)
  }

  /// Whether a sentence tells nothing but that something is to be done, when and by whom.
  ///
  /// What will be done is named before the verb: `A second review will be introduced` is a measure.
  func isWhole(of verbs: WordRoots) -> Bool {
    if words.contains(where: { $0.script == .ideographs }) { return isWrittenWhole(of: verbs) }
    guard let act = texts.firstIndex(where: verbs.matches), texts.count - act <= Self.longestRest,
      let start = texts[..<act].firstIndex(where: { Self.isAhead($0) || $0 == "to" })
        ?? (Self.futures.contains(where: texts[act].hasSuffix) ? act : nil)
    else { return false }
    let isTold = texts[..<start].contains { !WordSieve.joins(String($0)) && !Self.isMaker($0) }
    return !isTold && words[start..<act].allSatisfy(Self.isAside)
  }

  /// The same of sentences without spaces, in which the future may stand behind the verb.
  private func isWrittenWhole(of verbs: WordRoots) -> Bool {
    guard texts.contains(where: verbs.matches), texts.contains(where: Self.isAhead) else {
      return false
    }
    let known = Self.aside.union(Set(verbs.written))
    let others = IdeographPhrases(Array(known))
    return words.reduce(0) { $0 + ($1.script == .ideographs ? others.leftover(in: $1.text) : 0) }
      <= Self.restOfWritten
  }

  /// Whether a word says that something is still to come.
  static func isAhead(_ word: Substring) -> Bool {
    coming.matches(word) || leading.matches(word)
  }

  /// Whether a word between auxiliary and verb tells only when and by whom.
  private static func isAside(_ word: BareWord) -> Bool {
    let text = word.text[...]
    return word.script == .digits || isAhead(text) || isMaker(text) || WordSieve.isHollow(word.text)
      || DeskWords.contains(text) || MonthNames.months[word.text] != nil
  }

  private static func isMaker(_ word: Substring) -> Bool {
    teams.contains(word) || EditorialWords.makers.matches(word)
  }

  /// How many words before a verb its auxiliary stands.
  private static let reach = 4
  /// The most words from the verb on that say no more than when and by whom.
  private static let longestRest = 10
  /// The most characters that say no more.
  private static let restOfWritten = 2

  /// How the future of Romance languages ends, without marks.
  private static let futures = ["ara", "era", "ira", "aran", "eran", "iran", "ront", "ranno"]
  private static let teams: Set<Substring> = [
    "team", "teams", "equipo", "equipe", "equipa", "zespol", "teamet",
  ]
  /// Auxiliaries of languages that put the infinitive last.
  private static let auxiliaries: Set<Substring> = ["wird", "werden", "zal", "zullen"]

  private static let aside = Set(
    coming.written + EditorialWords.makers.written + DeskWords.talk.written
      + FunctionWords.phrases.bare.written + HollowWords.phrases.bare.written
      + ["年", "月", "日", "度", "内", "于", "前", "チーム", "团队", "する"]
  )

  /// Words before what is still to come.
  private static let coming = WordRoots(
    en: "will going shall yet pending",
    de: "noch",
    fr: "sera seront encore prochainement",
    es: "será serán aún pendiente",
    pt: "será serão ainda pendente",
    it: "sarà saranno ancora",
    nl: "zal zullen nog",
    pl: "zostanie zostaną będzie jeszcze",
    sv: "kommer skall ännu",
    ja: "予定 今後 未定",
    zh: "将 尚未 待 计划"
  )

  /// Words that make a verb behind them one of the future.
  private static let leading = WordRoots(
    en: "be not",
    de: "wird werden zu nicht soll",
    fr: "à pas",
    es: "por no",
    pt: "por não",
    it: "da non",
    nl: "wordt worden te niet",
    pl: "do nie",
    sv: "ska inte att",
    ja: "",
    zh: ""
  )
}
