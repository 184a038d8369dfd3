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
    let sentences = Announcement.sentences(of: text)
    return !sentences.isEmpty && sentences.allSatisfy { $0.isWhole(of: acts) }
  }

  /// The most words of a status that says no more: `not yet started`.
  private static let longestStatus = 3

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
    en: "implement* introduc* done developed established launched put taken adopted",
    de: """
      umgesetzt umsetzen umzusetzen eingeführt einführen einzuführen implementier* realisier* \
      durchgeführt durchführen ergriffen ergreifen eingerichtet einrichten erledigt
      """,
    fr: "mettre mis mise mises implément* réalis* instaur* déploy* prises adopt*",
    es: "implement* implant* realiz* adopt* pondrá",
    pt: "implement* implant* realiz* adota* adotad*",
    it: "implement* realizz* attuat* attuare introdott* adottat* adottare",
    nl: "geïmplementeerd implementeren ingevoerd invoeren uitgevoerd uitvoeren genomen doorgevoerd",
    pl: "wdroż* zrealiz* wprowadz* podjęte",
    sv: "införs införas införa genomförs genomföras genomföra vidtas åtgärdas",
    ja: "実施 導入 実装 対応 整備",
    zh: "实施 落实 引入 部署 执行 采取"
  )
}

extension ControlRecord {
  /// Whether its status says that it is not done.
  package var isOpen: Bool { status.map(MeasureProgress.isOpen) ?? false }
}
