// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

extension Risk {
  /// Whether name, kind or description tell what may happen, as Article 35(7)(c) of the GDPR wants it.
  ///
  /// Filler in the place of a description is none, whatever the name beside it says.
  package var descriptionState: Statement.State {
    if let description, !StatementState.isAbsence(description) {
      let state = Self.state(of: description)
      if state != .empty { return state }
    }
    let states = [name, category].compactMap(\.self).map(Self.state)
    return states.first { $0 == .substantive } ?? states.first ?? .absent
  }

  /// Whether somebody is named who would be harmed.
  package var affectedGroupState: Statement.State {
    guard let affectedGroup else { return .absent }
    return Self.everybody.contains(FoldedText.words(affectedGroup))
      ? .substantive : StatementState.state(of: affectedGroup, for: .enumeration)
  }

  private static func state(of text: String) -> Statement.State {
    // `Bias` says what may happen, though it says nothing of most other things.
    harms.occurs(in: BareWords.of(text).map { $0.text[...] })
      ? .substantive : StatementState.state(of: text, for: .enumeration)
  }

  private static let harms = WordRoots(
    en: "bias* error* mistake* harm*",
    de: "verzerrung* fehler* schaden",
    fr: "biais erreur* dommage*",
    es: "sesgo* error* daño*",
    pt: "viés vieses enviesamento* erro* dano*",
    it: "distorsion* errore errori danno danni",
    nl: "vertekening* fout* schade vooringenomenheid",
    pl: "stronniczość błąd błędy szkoda",
    sv: "snedvridning* fel skada partiskhet",
    ja: "偏り バイアス 誤り",
    zh: "偏见 偏差 错误"
  )

  private static let everybody = Phrases(
    en: "all|everyone|everybody|anyone",
    de: "alle|jeder",
    fr: "tous|toutes|tout le monde",
    es: "todos|todas",
    pt: "todos|todas",
    it: "tutti|tutte",
    nl: "allen|iedereen",
    pl: "wszyscy|wszystkie",
    sv: "alla",
    ja: "全員",
    zh: "所有人"
  ).folded
}
