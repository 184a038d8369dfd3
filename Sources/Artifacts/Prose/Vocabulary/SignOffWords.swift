// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What the parts of a sign-off are called: headings, columns, labels and words of decision.
enum SignOffWords {
  /// Headings of sections in which people decide.
  static let headings = Phrases(
    en: """
      sign off|signoff|approval|approvals|sign off and record outcomes|signatures|\
      sign off and approval|sign offs|approval and sign off|decision
      """,
    de: "freigabe|freigaben|genehmigung|unterschriften|entscheidung|abnahme",
    fr: "validation|approbation|approbations|signatures|décision|validation du pia",
    es: "aprobación|aprobaciones|firmas|validación|decisión",
    pt: "aprovação|aprovações|assinaturas|validação|decisão",
    it: "approvazione|approvazioni|firme|convalida|decisione",
    nl: "goedkeuring|vaststelling|ondertekening|besluit",
    pl: "zatwierdzenie|podpisy|decyzja",
    sv: "godkännande|underskrifter|beslut",
    ja: "承認|署名|決裁",
    zh: "批准|审批|签署"
  ).folded

  /// Columns and labels of the name.
  static let names = Phrases(
    en: "name|approver|approved by|by|signatory|full name",
    de: "name|genehmigt von|genehmigt durch|freigegeben von|freigegeben durch|unterzeichner",
    fr: "nom|nom et prénom|prénom et nom|approbateur|approuvé par|validé par|signataire",
    es: "nombre|nombre y apellidos|aprobado por|aprobador|firmante",
    pt: "nome|nome completo|aprovado por|aprovador|signatário",
    it: "nome|nome e cognome|approvato da|firmatario",
    nl: "naam|goedgekeurd door|ondertekenaar",
    pl: "imię i nazwisko|nazwisko|zatwierdził|zatwierdzający",
    sv: "namn|godkänd av|undertecknare",
    ja: "氏名|名前|承認者",
    zh: "姓名|批准人|审批人|签署人"
  ).folded

  /// Columns and labels of the position.
  static let roles = Phrases(
    en: "role|position|title|function",
    de: "rolle|funktion|position|stelle",
    fr: "rôle|fonction|poste|qualité",
    es: "rol|cargo|puesto|función",
    pt: "função|cargo|papel",
    it: "ruolo|funzione|qualifica|carica",
    nl: "rol|functie",
    pl: "rola|stanowisko|funkcja",
    sv: "roll|befattning|titel|funktion",
    ja: "役職|役割",
    zh: "职务|职位|角色"
  ).folded

  /// Columns and labels of the day.
  static let dates = Phrases(
    en: "date|signed on|approved on|date signed|approval date|date of approval|date approved",
    de: "datum|genehmigt am|freigegeben am|unterzeichnet am",
    fr: "date|signé le|validé le|approuvé le",
    es: "fecha|firmado el|fecha de aprobación|fecha de firma",
    pt: "data|assinado em|data de aprovação|data da assinatura",
    it: "data|firmato il|data di approvazione|data della firma",
    nl: "datum|ondertekend op|goedgekeurd op",
    pl: "data|data podpisu|data zatwierdzenia",
    sv: "datum|undertecknad den|datum för godkännande",
    ja: "日付|承認日|署名日",
    zh: "日期|批准日期|签署日期"
  ).folded

  /// Columns and labels of what was decided.
  static let decisions = Phrases(
    en: "decision|status|outcome|approval|approved",
    de: "entscheidung|status|ergebnis|freigabe|genehmigt|freigegeben",
    fr: "décision|statut|résultat|validation|approuvé|avis",
    es: "decisión|estado|resultado|aprobación|aprobado",
    pt: "decisão|situação|resultado|aprovação|aprovado",
    it: "decisione|esito|stato|approvazione|approvato",
    nl: "besluit|beslissing|status|uitkomst|goedkeuring|akkoord",
    pl: "decyzja|status|wynik|zatwierdzenie",
    sv: "beslut|status|utfall|godkännande|godkänd",
    ja: "決定|結果|承認|判定",
    zh: "决定|结果|审批结果|批准"
  ).folded

  /// Columns and labels of the signature.
  static let signatures = Phrases(
    en: "signature|signed",
    de: "unterschrift|unterzeichnet",
    fr: "signature|signé",
    es: "firma|firmado",
    pt: "assinatura|assinado",
    it: "firma|firmato",
    nl: "handtekening|ondertekend",
    pl: "podpis|podpisano",
    sv: "underskrift|signatur|undertecknad",
    ja: "署名|押印",
    zh: "签名|签字"
  ).folded

  /// How labels end behind which somebody approves: `measures approved by`.
  static let endings = Phrases(
    en: "approved by|signed off by|signed by|approver|accepted by",
    de: "freigegeben durch|freigegeben von|genehmigt durch|genehmigt von|gebilligt durch",
    fr: "approuvé par|approuvée par|validé par|validée par",
    es: "aprobado por|aprobada por|validado por|firmado por",
    pt: "aprovado por|aprovada por|validado por|assinado por",
    it: "approvato da|approvata da|validato da|firmato da",
    nl: "goedgekeurd door|vastgesteld door|ondertekend door",
    pl: "zatwierdzone przez|zatwierdzony przez|zatwierdził|zatwierdziła",
    sv: "godkänd av|godkänt av|undertecknad av",
    ja: "承認者",
    zh: "批准人|审批人"
  ).folded.sorted()

  /// What stands between a decision and whose it is: `Validé le 12 novembre 2026 par …`.
  static let agents = Phrases(
    en: "by",
    de: "durch|von",
    fr: "par",
    es: "por",
    pt: "por|pelo|pela",
    it: "da|dal|dalla",
    nl: "door",
    pl: "przez",
    sv: "av",
    ja: "",
    zh: "",
    others: "af"
  ).folded

  /// Whether a column is that of the outcomes in the form of the ICO: `Name/position/date`.
  static func holdsOutcomes(_ heading: String) -> Bool {
    let words = Set(FoldedText.words(heading).spacedWords.map(String.init))
    return !words.isDisjoint(with: names) && !words.isDisjoint(with: dates)
  }
}

extension SignOffWords {
  /// What the words of a cell decide; without any, a dated signature approves.
  static func decision(_ text: String?, isSigned: Bool) -> Approval.Decision {
    guard let text else { return isSigned ? .approved : .pending }
    let words = BareWords.of(text).map(\.text)
    let stated = StatusWords.decision(text)
    if stated == .refused || no.occurs(in: words) || no.occurs(inWritten: text) { return .refused }
    if isConditional(words, text) { return .conditional }
    if stated == .pending { return .pending }
    return stated == .approved || yes.occurs(in: words) || yes.occurs(inWritten: text)
      ? .approved : .pending
  }

  /// Whether a decision has conditions: `sous réserve`; `without conditions` has none.
  static func isConditional(_ words: [String], _ text: String) -> Bool {
    if conditions.occurs(inWritten: text) { return true }
    return words.indices.contains { index in
      conditions.startsPhrase(at: index, of: words)
        && !(index > 0 && lacking.contains(words[index - 1]))
    }
  }

  private static let lacking: Set<String> = [
    "no", "without", "ohne", "keine", "sans", "sin", "sem", "senza", "zonder", "bez", "utan",
  ]

  /// Labels of what was decided at the end of a document.
  static let outcomes = Phrases(
    en: """
      decision|outcome|final decision|release decision|release status|approval status|approval decision
      """,
    de: "entscheidung|abschließende entscheidung",
    fr: "décision|décision finale|avis final",
    es: "decisión|decisión final",
    pt: "decisão|decisão final",
    it: "decisione|decisione finale",
    nl: "besluit|beslissing",
    pl: "decyzja",
    sv: "beslut",
    ja: "決定",
    zh: "决定"
  ).folded

  /// Whether a condition is one that comes before: `Not before the assessment is redone`.
  static func isUnmet(_ condition: String) -> Bool {
    let words = BareWords.of(condition).map(\.text)
    return preconditions.occurs(in: words) || preconditions.occurs(inWritten: condition)
  }

  private static let preconditions = Phrases(
    en: """
      not before|not until|only after|only once|only when|unless|must first|repeated first|\
      redone first|before use|\
      before release|before go live|before launch|until then
      """,
    de: """
      nicht vor|nicht bevor|erst nach|erst wenn|erst nachdem|sofern nicht|vor der freigabe|\
      vor dem einsatz
      """,
    fr: """
      pas avant|seulement après|qu'après|tant que|avant la mise en service|avant toute utilisation
      """,
    es: "no antes|solo después|sólo después|hasta que|antes de su uso|antes de la puesta",
    pt: "não antes|só depois|só após|até que|antes do uso|antes da entrada",
    it: "non prima|solo dopo|finché non|prima dell'uso|prima del rilascio",
    nl: "niet voordat|niet vóór|pas na|pas nadat|tenzij|voor gebruik|voor livegang",
    pl: "nie wcześniej|dopiero po|dopiero gdy|przed użyciem|przed wdrożeniem",
    sv: "inte förrän|först efter|först när|före användning|före driftsättning",
    ja: "まで不可|した後に限る",
    zh: "之前不得|方可|后才能"
  ).bare

  private static let no = Phrases(
    en: "not|no",
    de: "nicht|nein",
    fr: "non|pas|défavorable",
    es: "no|desfavorable",
    pt: "não|desfavorável",
    it: "non|no|sfavorevole",
    nl: "niet|nee",
    pl: "nie",
    sv: "inte|ej|nej",
    ja: "不承認|否認",
    zh: "不批准|不同意"
  ).bare
  private static let yes = Phrases(
    en: "yes|ok|okay",
    de: "ja",
    fr: "oui|favorable",
    es: "sí|favorable",
    pt: "sim|favorável",
    it: "sì|favorevole",
    nl: "ja|akkoord",
    pl: "tak",
    sv: "ja",
    ja: "はい",
    zh: "同意"
  ).bare
  private static let conditions = Phrases(
    en: "conditional|conditionally|conditions",
    de: "bedingt|auflagen|bedingungen|vorbehaltlich",
    fr: "conditionnel|conditions|réserve|réserves",
    es: "condicional|condicionado|condicionada|condiciones|reservas",
    pt: "condicional|condicionado|condicionada|condições|ressalvas",
    it: "condizionato|condizionata|condizioni|riserva|riserve",
    nl: "voorwaardelijk|voorwaarden",
    pl: "warunkowo|warunkowe|zastrzeżeniami",
    sv: "villkorat|villkorad|villkor|förbehåll",
    ja: "条件付き",
    zh: "有条件"
  ).bare
}
