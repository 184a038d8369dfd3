// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How far a measure is, by what is written about it.
enum MeasureProgress {
  /// Whether a status says that nothing was done: `open`, `TBD`, `rejected`.
  static func isOpen(_ status: String) -> Bool {
    let words = BareWords.of(status).map(\.text)
    guard !words.isEmpty else { return status.contains { "?？".contains($0) } }
    if StatementState.isPlaceholder(status.trimmed) { return true }
    guard words.count <= longestStatus else { return false }
    if StatusWords.decision(status) == .refused { return true }
    return open.occurs(in: words) || open.occurs(inWritten: status)
  }

  /// Whether all that a text says is that something will be done: `To be implemented in 2027`.
  ///
  /// What will be done is named before the verb: `A second review will be introduced` is a measure.
  static func isAnnounced(_ text: String) -> Bool {
    guard !text.contains(":") else { return false }
    let sentences = text.split { ".!?。;\n".contains($0) }
      .map { FoldedText.words($0).spacedWords }.filter { !$0.isEmpty }
    return !sentences.isEmpty
      && sentences.allSatisfy { words in
        guard let act = words.firstIndex(where: acts.matches),
          words.count - act <= longestRest
        else { return false }
        let before = words[..<act]
        return before.contains(where: ahead.matches)
          && before.allSatisfy { ahead.matches($0) || Int($0) != nil }
      }
  }

  /// The most words of a status that says no more: `not yet started`.
  private static let longestStatus = 3
  /// The most words from the verb on that say no more than when and by whom.
  private static let longestRest = 10

  private static let open = Phrases(
    en: "open|unmitigated|untreated|not mitigated|not treated|not started|not implemented|todo",
    de: "offen|nicht begonnen|nicht umgesetzt|unbehandelt",
    fr: "ouvert|ouverte|non traité|non traitée|pas commencé",
    es: "abierto|abierta|sin tratar|no iniciado|sin iniciar",
    pt: "aberto|aberta|sem tratamento|não iniciado|por iniciar",
    it: "aperto|aperta|non trattato|non iniziato|da iniziare",
    nl: "niet begonnen|niet uitgevoerd|openstaand",
    pl: "otwarte|otwarty|nierozpoczęte|niewdrożone",
    sv: "öppen|öppet|ej påbörjad|ej åtgärdad",
    ja: "未対応|未着手|未実施",
    zh: "未处理|未开始|未实施"
  ).bare

  private static let acts = WordRoots(
    en: "implement* introduc* done developed established launched",
    de: "umgesetzt umzusetzen eingeführt einzuführen implementiert implementieren",
    fr: "mettre mis mise implément* réalis*",
    es: "implement* implant* realiz*",
    pt: "implement* implant* realiz*",
    it: "implement* realizz* attuat* attuare",
    nl: "geïmplementeerd implementeren ingevoerd uitgevoerd",
    pl: "wdroż* zrealiz*",
    sv: "införs införas genomförs genomföras",
    ja: "",
    zh: ""
  )

  private static let ahead = WordRoots(
    en: "to be will shall is are it this that in yet going planned",
    de: "wird werden zu noch es das in soll ist sind",
    fr: "à sera seront en encore",
    es: "por será serán se en aún",
    pt: "por a será serão em ainda",
    it: "da sarà saranno in ancora",
    nl: "wordt worden te nog in zal",
    pl: "do zostanie zostaną będzie w jeszcze",
    sv: "ska skall kommer att ännu",
    ja: "",
    zh: ""
  )
}

extension ControlRecord {
  /// Whether its status says that it is not done.
  package var isOpen: Bool { status.map(MeasureProgress.isOpen) ?? false }
}
