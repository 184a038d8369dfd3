// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What all decisions about an artifact amount to.
package enum DecisionState: String, Hashable, Sendable, CaseIterable {
  case approved
  case conditional
  case refused
  case pending
  /// Two statements contradict each other, such as `approved` in the head and a refusal below.
  case contradictory
  /// Nobody has decided anything.
  case absent
}

/// What the status of a document says about decisions.
enum StatusWords {
  static func decision(_ status: String) -> DecisionState? {
    let words = BareWords.of(status).map(\.text)
    // A status that asks is none that says.
    if status.contains("?") || status.contains("？") { return .pending }
    let isNegated = !negations.isDisjoint(with: words)
    if refused.occurs(in: words) || refused.occurs(inWritten: status) { return .refused }
    if pending.occurs(in: words) || pending.occurs(inWritten: status) { return .pending }
    if SignOffWords.isConditional(words, status) { return .conditional }
    guard approved.occurs(in: words) || approved.occurs(inWritten: status) else { return nil }
    // `approved by nobody` says that nobody has.
    return isNegated || words.contains(where: NameWords.indefinites.contains) ? .pending : .approved
  }

  /// Whether a status says that another document took the place of this one.
  static func isPast(_ status: String) -> Bool {
    let words = BareWords.of(status).map(\.text)
    guard words.count <= longestStatus, negations.isDisjoint(with: words), !status.contains("?")
    else { return false }
    return past.occurs(in: words) || past.occurs(inWritten: status)
  }

  private static let longestStatus = 8
  private static let past = Phrases(
    en: "superseded|replaced|archived|obsolete|outdated",
    de: "ersetzt|abgelöst|archiviert|überholt|veraltet",
    fr: "remplacé|remplacée|archivé|archivée|caduc|périmé",
    es: "sustituido|sustituida|reemplazado|archivado|obsoleto",
    pt: "substituído|substituída|arquivado|obsoleto",
    it: "sostituito|sostituita|archiviato|superato|obsoleto",
    nl: "vervangen|gearchiveerd|vervallen",
    pl: "zastąpiony|zastąpione|zarchiwizowany|nieaktualny",
    sv: "ersatt|arkiverad|inaktuell",
    ja: "廃止|差し替え",
    zh: "已替换|作废|归档"
  ).bare

  private static let negations: Set<String> = [
    "not", "no", "nicht", "non", "pas", "nao", "niet", "nie", "ej", "inte", "un",
  ]
  private static let approved = Phrases(
    en: "approved|signed|signed off|accepted|released",
    de: "genehmigt|freigegeben|gebilligt|abgenommen",
    fr: "approuvé|approuvée|validé|validée|accepté",
    es: "aprobado|aprobada|validado|validada",
    pt: "aprovado|aprovada|validado|validada",
    it: "approvato|approvata|validato|validata",
    nl: "goedgekeurd|vastgesteld",
    pl: "zatwierdzony|zatwierdzone|zatwierdzona",
    sv: "godkänd|godkänt",
    ja: "承認|承認済",
    zh: "已批准|批准"
  ).bare
  private static let pending = Phrases(
    en: """
      draft|pending|in review|under review|unapproved|unsigned|wip|work in progress|\
      template|proposed|awaiting|\
      to be approved|to be signed|expired|superseded|obsolete|outdated|lapsed|on hold|provisional
      """,
    de:
      "entwurf|ausstehend|in prüfung|offen|vorlage|zu genehmigen|freizugeben|abgelaufen|überholt|vorläufig",
    fr:
      "brouillon|en attente|en cours|projet|modèle|à approuver|à valider|expiré|expirée|périmé|provisoire|caduc",
    es: "borrador|pendiente|en revisión|por aprobar|caducado|vencido|provisional|obsoleto",
    pt: "rascunho|pendente|em revisão|a aprovar|por aprovar|expirado|provisório|obsoleto",
    it: "bozza|in attesa|in revisione|da approvare|scaduto|provvisorio|superato|obsoleto",
    nl: "concept|in behandeling|in afwachting|goed te keuren|verlopen|voorlopig|vervallen",
    pl: "szkic|projekt|oczekuje|w trakcie|do zatwierdzenia|wygasły|nieaktualny|wstępny",
    sv: "utkast|väntar|under granskning|att godkänna|utgången|preliminär|inaktuell",
    ja: "下書き|草案|未承認|承認待ち|失効|期限切れ",
    zh: "草稿|草案|待批准|未批准|待审批|失效|过期|作废",
    others: "udkast"
  ).bare
  private static let refused = Phrases(
    en: "rejected|refused|declined|denied|withdrawn|revoked|rescinded",
    de: "abgelehnt|verweigert|zurückgezogen",
    fr: "refusé|refusée|rejeté|rejetée|retiré",
    es: "rechazado|rechazada|denegado|retirado",
    pt: "rejeitado|rejeitada|recusado|retirado",
    it: "respinto|respinta|rifiutato|ritirato",
    nl: "afgewezen|afgekeurd|ingetrokken",
    pl: "odrzucony|odrzucone|wycofany",
    sv: "avslagen|avslaget|avvisad|tillbakadragen",
    ja: "却下|否認|取り下げ",
    zh: "驳回|拒绝|撤回",
    others: "afvist"
  ).bare
}
