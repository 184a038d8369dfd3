// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words that leave a field as open as if it were empty: `unknown`, `pending`, `nobody`, `N.N.`.
///
/// They are taken for no answer where a single value is asked for, such as the office of a person or the
/// number of a registration. Statements are judged by `StatementState`, which knows many more.
package enum UnansweredWords {
  /// Whether a text has nothing but such words; one without words has not.
  package static func fill(_ text: String) -> Bool {
    // Most texts are longer than any of these.
    guard text.utf8.count <= longest else { return false }
    let words = BareWords.of(text).map(\.text)
    guard !words.isEmpty else { return false }
    if text.contains(where: \.isNumber) { return false }
    return text.count(where: \.isLetter) == 1 && text.utf8.count == 1
      || words.allSatisfy(all.contains)
  }

  /// The most bytes of such a text: some words in a script of three bytes a letter.
  private static let longest = 60

  private static let all = NameWords.indefinites.union(words)

  private static let words = Phrases(
    en: """
      none|unknown|pending|undecided|undetermined|unassigned|unspecified|unnamed|outstanding|awaited|nil|null|nn|\
      asdf|qwerty|qwertz|xx|xxx
      """,
    de: "keine|keiner|kein|keines|unbekannt|ausstehend|offen|unklar|vakant|unbenannt",
    fr: "aucun|aucune|néant|inconnu|inconnue|en attente|vacant|indéterminé",
    es: "ninguno|ninguna|desconocido|desconocida|pendiente|vacante",
    pt: "nenhum|nenhuma|desconhecido|desconhecida|pendente|vago|vaga",
    it: "nessuna|sconosciuto|sconosciuta|in attesa|ignoto|ignota",
    nl: "geen|onbekend|vacant|openstaand",
    pl: "brak|nieznany|nieznane|nieznana|oczekuje|wakat",
    sv: "inga|inget|okänd|okänt|väntar|vakant",
    ja: "不明|未定|なし|保留",
    zh: "未知|待定|无|不详"
  ).bare.single
}
