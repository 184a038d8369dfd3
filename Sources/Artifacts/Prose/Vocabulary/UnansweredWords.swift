// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words that leave a field as open as if it were empty: `unknown`, `pending`, `nobody`, `en attente`, `asdf`.
///
/// The one home of such words. What a field asks for decides which of them are no answer: of a single value,
/// such as an office or a number of a registration, all; of a text those of `isVoid`; of a document, of which
/// nobody knows what it asks for, those of `putsOff`. Statements are judged by `StatementState`, which knows
/// more.
package enum UnansweredWords {
  /// Whether a text has nothing but such words; one without words has not.
  package static func fill(_ text: String) -> Bool {
    // Most texts are longer than any of these.
    guard text.utf8.count <= longest else { return false }
    let words = BareWords.of(text).map(\.text)
    guard !words.isEmpty else { return false }
    if text.contains(where: \.isNumber) { return false }
    return text.count(where: \.isLetter) == 1 && text.utf8.count == 1 || all.covers(words)
  }

  /// Whether a name has nothing but such words; a single letter may be one.
  package static func fillName(_ text: String) -> Bool { text.utf8.count > 1 && fill(text) }

  /// Whether a text says only that something is awaited, or is nothing but runs along rows of keys; that there is
  /// none, or that nobody knows, may be an answer.
  static func putsOff(_ text: String) -> Bool {
    guard text.utf8.count <= longest, text.hasLetter else { return false }
    return later.covers(BareWords.of(text).map(\.text))
  }

  /// Whether some words say that nothing is known, decided or there, in words that are no answer to anything.
  static func areVoid(_ words: [String]) -> Bool { voids.covers(words) }

  /// Whether a text is the cross that somebody put where a text is asked for: `x`.
  ///
  /// In a cell it is a tick.
  package static func isCross(_ text: String) -> Bool { text.trimmed.lowercased() == "x" }

  /// Words that put off; beside a name they say that nobody has decided.
  private static let awaited = Phrases(
    en: "pending|awaiting|awaits|awaited|outstanding|unassigned|tbd|tba|tbc|todo",
    de: "ausstehend|noch ausstehend",
    fr: "attente|en attente",
    es: "pendiente",
    pt: "pendente",
    it: "attesa|in attesa",
    nl: "afwachting|in afwachting|openstaand",
    pl: "oczekuje|oczekujące",
    sv: "väntar|inväntas",
    ja: "保留|未定",
    zh: "待定|待补充",
    others: """
      afventer|odottaa|čeká se|függőben|în așteptare|beklemede|очаквано|ожидается|очікується|εκκρεμεί
      """
  )

  /// Each of them that is one word.
  static let awaitedWords = awaited.bare.single

  /// What fingers make on a keyboard.
  static let keys: Set<String> = ["asdf", "qwert", "qwerty", "qwertz", "xx", "xxx"]

  private static let unknown = Phrases(
    en: "unknown|undecided|undetermined|undefined|unspecified|unnamed",
    de: "unbekannt|unklar",
    fr: "inconnu|inconnue|indéterminé",
    es: "desconocido|desconocida",
    pt: "desconhecido|desconhecida",
    it: "sconosciuto|sconosciuta|ignoto|ignota",
    nl: "onbekend",
    pl: "nieznany|nieznane|nieznana",
    sv: "okänd|okänt",
    ja: "不明",
    zh: "未知|不详"
  )

  private static let none = Phrases(
    en: "none",
    de: "keine|keiner|kein|keines|offen|vakant|unbenannt",
    fr: "aucun|aucune|néant|vacant",
    es: "ninguno|ninguna|vacante",
    pt: "nenhum|nenhuma|vago|vaga",
    it: "nessuna",
    nl: "geen|vacant",
    pl: "brak|wakat",
    sv: "inga|inget|vakant",
    ja: "なし",
    zh: "无"
  )

  /// Words that say that a question does not arise, refuse it, or lead to another answer; of what has to be named
  /// they name nothing.
  private static let elsewhere = Phrases(
    en: """
      n/a|not applicable|inapplicable|does not apply|not relevant|no|same|same as above|as above|see above|see \
      below|ditto|idem
      """,
    de: """
      k. A.|keine Angabe|entfällt|nicht zutreffend|trifft nicht zu|nicht anwendbar|nein|siehe oben|wie oben|s. o.|\
      dito
      """,
    fr: "sans objet|non applicable|pas applicable|non|voir ci-dessus|idem",
    es: "no aplica|no procede|no aplicable|ver arriba|ídem",
    pt: "não se aplica|não aplicável|não|ver acima|idem",
    it: "non applicabile|non si applica|vedi sopra|come sopra|idem",
    nl: "n.v.t.|niet van toepassing|nee|zie boven|idem",
    pl: "nie dotyczy|n/d|nie|jak wyżej|zob. wyżej",
    sv: "ej tillämpligt|ej tillämplig|ej aktuellt|inte tillämpligt|nej|se ovan",
    ja: "該当なし|該当せず|同上|いいえ",
    zh: "不适用|同上|见上|否|没有"
  )

  /// What examples and the schemas of forms hold where something is to be named.
  private static let samples: Set<String> = [
    "string", "value", "foo", "bar", "baz", "lorem", "ipsum", "false",
  ]

  /// What programs write where there is nothing.
  private static let nulls: Set<String> = ["nil", "null", "nan", "na", "nvt", "none"]

  /// The most bytes of such a text: some words in a script of three bytes a letter.
  private static let longest = 60

  /// `Outstanding` praises and `Todo` is a word of everyday Spanish, where nobody knows what is asked for.
  private static let ambiguous: Set<String> = [
    "outstanding", "todo", "attente", "attesa", "afwachting",
  ]

  private static let later = Cover([awaited], keys, without: ambiguous)
  private static let voids = Cover([awaited, unknown], keys.union(nulls))
  private static let all = Cover(
    [awaited, unknown, none, elsewhere],
    NameWords.indefinites.union(keys).union(nulls).union(samples).union(["nn"])
  )
}

/// Words, and phrases of up to three words, that may make up a whole text.
private struct Cover: Sendable {
  private let phrases: Set<String>

  init(_ phrases: [Phrases], _ words: Set<String>, without exceptions: Set<String> = []) {
    let written = phrases.flatMap(\.all).map { BareWords.of($0).map(\.text).joined(separator: " ") }
    self.phrases = words.union(written).subtracting(exceptions)
  }

  /// Whether some words are nothing but these; no words are not.
  func covers(_ texts: [String]) -> Bool {
    var rest = texts[...]
    while !rest.isEmpty {
      let length = (1...Self.longest).last { length in
        rest.count >= length && phrases.contains(rest.prefix(length).joined(separator: " "))
      }
      guard let length else { return false }
      rest = rest.dropFirst(length)
    }
    return !texts.isEmpty
  }

  /// The most words of a phrase.
  private static let longest = 3
}
