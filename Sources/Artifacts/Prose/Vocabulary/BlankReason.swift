// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Answers to "why" that are none, however short an honest one may be.
package enum BlankReason {
  /// Whether a text is nothing but such a word, capitals and punctuation aside.
  package static func isWhole(_ text: String) -> Bool {
    let bare = BareWords.of(text)
    return words.contains(bare.map(\.text).joined(separator: " ")) || GateWords.areAll(of: bare)
  }

  private static let words = Set(
    Phrases(
      en:
        "n.a.|none|no|yes|tbc|tba|tbd|pending|reason|reasons|no reason|unknown|because|draft|various|given|internal|as agreed|open|later|see above|same|default|standard|default reason|not needed|not required|obvious",
      de:
        "k. a.|keine|keiner|nein|ja|offen|ausstehend|grund|begründung|kein grund|folgt|entfällt|unbekannt|siehe oben|intern|entwurf",
      fr:
        "néant|aucun|aucune|non|oui|raison|motif|en attente|à venir|inconnu|sans objet|voir ci-dessus|interne|brouillon",
      es:
        "ninguno|ninguna|no|sí|razón|motivo|pendiente|desconocido|no aplica|ver arriba|interno|borrador",
      pt:
        "nenhum|nenhuma|não|sim|razão|motivo|pendente|desconhecido|não aplicável|ver acima|interno|rascunho",
      it:
        "nessuno|nessuna|no|sì|ragione|motivo|in attesa|sconosciuto|non applicabile|interno|bozza",
      nl: "geen|nee|ja|reden|n.v.t.|nvt|onbekend|in afwachting|volgt|zie boven|intern|concept",
      pl: "brak|nie|tak|powód|uzasadnienie|nie dotyczy|nieznane|oczekuje|jak wyżej|szkic",
      sv: "ingen|inget|inga|nej|ja|skäl|orsak|okänt|väntar|ej tillämpligt|se ovan|utkast",
      ja: "なし|無し|理由|未定|保留|不明|該当なし|同上",
      zh: "无|没有|理由|原因|待定|待补充|不详|不适用|同上"
    ).all.map { BareWords.of($0).map(\.text).joined(separator: " ") }
  )
}
