// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Answers to "why" that are none, however short an honest one may be.
package enum BlankReason {
  /// Whether a text is nothing but such a word, or but words that leave any field open.
  package static func isWhole(_ text: String) -> Bool {
    if UnansweredWords.fill(text) { return true }
    let bare = BareWords.of(text)
    return words.contains(bare.map(\.text).joined(separator: " ")) || GateWords.areAll(of: bare)
  }

  private static let words = Set(
    Phrases(
      en:
        "yes|reason|reasons|no reason|because|draft|various|given|internal|as agreed|open|later|default|standard|default reason|not needed|not required|obvious",
      de: "ja|grund|begründung|kein grund|folgt|intern|entwurf",
      fr: "oui|raison|motif|à venir|interne|brouillon",
      es: "sí|razón|motivo|interno|borrador",
      pt: "sim|razão|motivo|interno|rascunho",
      it: "sì|ragione|motivo|interno|bozza",
      nl: "ja|reden|volgt|intern|concept",
      pl: "tak|powód|uzasadnienie|szkic",
      sv: "ja|skäl|orsak|utkast",
      ja: "無し|理由",
      zh: "理由|原因"
    ).all.map { BareWords.of($0).map(\.text).joined(separator: " ") }
  )
}
