// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How far a measure is, by what is written about it.
enum MeasureProgress {
  /// Whether a status says that nothing is in place, or is no word for how far something is: `asdf`.
  static func isUndone(_ status: String) -> Bool {
    if isOpen(status) || StatusWords.decision(status) == .pending { return true }
    // A cross in a cell is a tick, and numbers are shares.
    guard status.contains(where: \.isLetter), status.trimmed.lowercased() != "x",
      StatementState.state(of: status, for: .enumeration) != .substantive
    else { return false }
    return isUnknown(status)
  }

  /// Whether a status says that nothing is in place: `open`, `TBD`, `rejected`, `planned for 2027`, or
  /// nothing at all.
  static func isOpen(_ status: String) -> Bool {
    if status.unicodeScalars.contains(where: waiting.contains) { return true }
    let words = BareWords.of(status).map(\.text)
    guard !words.isEmpty else {
      return status.trimmed.isEmpty || status.contains { "?？[".contains($0) }
    }
    if StatementState.isPlaceholder(status.trimmed) || stalled.startsPhrase(at: 0, of: words)
      || stalled.written.contains(words[0])
      || words.count == 1 && LowRiskRule.none.matches(words[0][...]) || isPlanned(status)
      || isAnnounced(status)
    {
      return true
    }
    guard words.count <= longestStatus else { return false }
    if StatusWords.decision(status) == .refused { return true }
    return open.occurs(in: words) || open.occurs(inWritten: status)
  }

  /// Whether a short status has no word of how far something is: `nobody`, `purple`.
  static func isUnknown(_ status: String) -> Bool {
    let words = BareWords.of(status).map { $0.text[...] }
    guard 1...longestStatus ~= words.count, words.allSatisfy({ !$0.has(where: ASCII.isDigit) })
    else { return false }
    return !isOpen(status) && StatusWords.decision(status) == nil && !existing.occurs(in: words)
      && !reached.occurs(in: words)
  }

  /// The signs of what is not done: clocks, works, crosses.
  private static let waiting: Set<Unicode.Scalar> = [
    "\u{231B}", "\u{23F3}", "\u{1F51C}", "\u{1F6A7}", "\u{1F4C5}", "\u{1F5D3}", "\u{274C}",
    "\u{2717}", "\u{2718}",
  ]

  /// Whether a text calls measures planned, as a heading does: `Measures to be implemented`, `Geplante
  /// Maßnahmen`.
  ///
  /// `Existing and planned measures` tells nothing of each, and the GDPR calls the measures of every
  /// assessment `envisaged` (Art. 35(7)(d)), in German `geplante Abhilfemaßnahmen`.
  static func isPlanned(_ heading: String) -> Bool {
    let texts = BareWords.of(heading).map { $0.text[...] }
    guard texts.count <= longestHeading, AssessmentRoots.measure.occurs(in: texts) else {
      return false
    }
    if Announcement.sentences(of: heading).contains(where: { $0.putsOff(acts) }) { return true }
    return planned.occurs(in: texts) && !existing.occurs(in: texts)
      && !texts.contains { $0.hasPrefix("abhilfema") }
  }

  /// The nearest heading that calls the measures below it planned; nil where one calls them done.
  static func plan(in headingPath: [String]) -> String? {
    for heading in headingPath.reversed() {
      let title = heading.drop { !$0.isLetter }
      if isOpen(String(title)) { return heading }
      if existing.occurs(in: BareWords.of(title).map { $0.text[...] }) { return nil }
    }
    return nil
  }

  /// The most words of such a heading.
  private static let longestHeading = 8

  /// Whether a label at the head of a text puts off all of it: `To do: encrypt the backups`.
  private static func isLabelledAhead(_ text: String) -> Bool {
    let sentences = text.parts(atAny: ".!。;；\n")
    let labels = sentences.compactMap { (sentence: Substring) -> Substring? in
      sentence.firstIndex { ":：".contains($0) }.map { sentence[..<$0] }
    }
    guard let first = labels.first, text.trimmed.hasPrefix(first.trimmed) else { return false }
    return labels.allSatisfy { label in
      let words = BareWords.of(label).map(\.text)
      return words.count <= longestStatus && isStalled(label)
    }
  }

  /// Whether all that a text says is that something will be done, or might, or that nothing is: `To be
  /// implemented in 2027`, `Planned: a second review`, `We hope that it does not happen`.
  ///
  /// What will be done is named before the verb: `A second review will be introduced` is a measure.
  static func isAnnounced(_ text: String) -> Bool {
    let sentences = Announcement.sentences(of: text)
    guard !sentences.isEmpty else { return false }
    if !text.contains(":"), sentences.allSatisfy({ $0.isWhole(of: acts) }) { return true }
    if isLabelledAhead(text) { return true }
    return text.parts(atAny: ".!。;；\n")
      .filter { $0.contains(where: \.isLetter) }.allSatisfy(isIdle)
  }

  /// Whether a sentence hopes, puts off until some day, or leaves a risk as it is.
  private static func isIdle(_ sentence: Substring) -> Bool {
    if isStalled(sentence) { return true }
    let words = BareWords.of(sentence)
    let texts = words.map { $0.text[...] }
    if hopes.occurs(in: Array(texts.prefix(longestStatus)))
      || someDay.occurs(in: words.map(\.text)) || someDay.occurs(inWritten: String(sentence))
      || zip(texts, texts.dropFirst()).contains(where: hasEnded)
    {
      return true
    }
    let isOfRisk = AssessmentRoots.risk.occurs(in: Array(texts.prefix(longestStatus)))
    if isOfRisk, ignoring.occurs(in: texts) { return true }
    return accepting.occurs(in: texts) && AssessmentRoots.measure.occurs(in: texts)
      && SentenceFiller.isBounded(words)
  }

  /// Whether a text begins with a word for what is put off or did not work, as a whole, before a colon or
  /// a dash, or in the bracket at its end; `planned downtime` names something.
  private static func isStalled(_ text: some StringProtocol) -> Bool {
    let parts = text.replacing(" - ", with: ":").parts(atAny: ":：–—(（,")
    let isBracketed = text.trimmed.last.map { ")）".contains($0) } ?? false
    let words = BareWords.of((isBracketed ? parts.last : parts.first) ?? "").map(\.text)
    guard !words.isEmpty else { return false }
    return stalled.written.contains(words[0])
      || stalledLabels.contains(words.joined(separator: " "))
      || stalled.startsPhrase(at: 0, of: words)
        && words.dropFirst().allSatisfy { WordSieve.isHollow($0) || $0.contains(where: \.isNumber) }
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

  /// What is put off, or did not work.
  private static let puttingOff = Phrases(
    en: """
      planned|proposed|proposal|idea|deferred|postponed|suspended|cancelled|canceled|failed|\
      failing|ineffective|\
      not effective|not in place|on hold|roadmap|backlog|expired|abandoned|someday|to do|next steps
      """,
    de: """
      geplant|vorgesehen|vorgeschlagen|vorschlag|idee|verschoben|zurückgestellt|aufgeschoben|\
      ausgesetzt|gescheitert|\
      fehlgeschlagen|unwirksam|nicht wirksam|verworfen|zu erledigen|noch zu erledigen|zu tun|\
      umzusetzen|empfohlen
      """,
    fr: """
      prévu|prévue|planifié|planifiée|proposé|proposée|proposition|idée|différé|différée|reporté|\
      reportée|suspendu|\
      suspendue|échoué|échec|inefficace|abandonné|à faire|reste à faire|recommandé|recommandée
      """,
    es: """
      planificado|planificada|previsto|prevista|propuesto|propuesta|idea|aplazado|aplazada|\
      suspendido|fallido|\
      fallida|ineficaz|por hacer|pendiente|a realizar
      """,
    pt: """
      planeado|planeada|planejado|planejada|previsto|prevista|proposto|proposta|ideia|adiado|\
      adiada|suspenso|falhou|\
      ineficaz|a fazer|por fazer|pendente
      """,
    it: """
      pianificato|pianificata|previsto|prevista|proposto|proposta|idea|rinviato|rinviata|sospeso|\
      fallito|fallita|\
      inefficace|da fare|da realizzare
      """,
    nl: """
      gepland|voorgesteld|voorstel|idee|uitgesteld|opgeschort|mislukt|ineffectief|niet effectief|\
      te doen|nog te doen
      """,
    pl: """
      planowane|planowany|planowana|zaplanowane|proponowane|propozycja|odroczone|odłożone|\
      wstrzymane|nieudane|nieskuteczne|nieskuteczny|do zrobienia|do wdrożenia
      """,
    sv: """
      planerad|planerat|planerade|föreslagen|förslag|uppskjuten|uppskjutet|misslyckad|misslyckat|\
      ineffektiv|ineffektivt|att göra|återstår
      """,
    ja: "計画中|予定|提案|延期|保留|失敗|無効|要対応",
    zh: "计划中|计划|拟议|推迟|延期|暂缓|失败|无效|待办"
  )
  private static let stalled = puttingOff.bare
  private static let stalledLabels = Set(
    puttingOff.all.map { BareWords.of($0).map(\.text).joined(separator: " ") }
  )

  /// What headings call measures that nobody has carried out.
  private static let planned = WordRoots(
    en: "planned proposed outstanding missing",
    de: "geplant* vorgeschlagen* ausstehend* offene umzusetzend* künftig*",
    fr: "planifié* proposé* faire",
    es: "planificad* propuest* pendiente* futur*",
    pt: "planead* planejad* propost* pendente* futur*",
    it: "pianificat* propost* futur*",
    nl: "gepland* voorgesteld* toekomstig*",
    pl: "proponowan* przyszł*",
    sv: "föreslag* framtida",
    ja: "今後 予定 計画",
    zh: "计划 拟 待"
  )

  /// What headings call measures that are carried out.
  private static let existing = WordRoots(
    en: "existing implemented already adopted taken current place done",
    de: "bestehend* umgesetzt* getroffen* vorhanden* implementiert* ergriffen*",
    fr: "existant* mises adopté* prises appliqué*",
    es: "existente* implementad* adoptad* aplicad* implantad*",
    pt: "existente* implementad* adotad* adoptad* aplicad*",
    it: "esistent* implementat* adottat* applicat*",
    nl: "bestaand* getroffen genomen geïmplementeerd*",
    pl: "istniejąc* wdrożon* zastosowan* przyjęt*",
    sv: "befintlig* vidtagn* genomförd* införd*",
    ja: "実施済 既存",
    zh: "已 现有"
  )

  /// How far measures are that somebody works on, or has finished.
  private static let reached = WordRoots(
    en: """
      mitigat* complet* finish* clos* activ* effectiv* live operation* running verif* tested appl* \
      ongoing progress part* continu* monitor* enforced enabled deliver* resolv* fulfil* started under yes \
      accepted agreed confirmed documented reviewed identified defined updated okay fine true \
      ok udført gennemført færdig hotovo splněno dokončeno kész valmis tehty
      """,
    de: """
      erledigt abgeschlossen fertig aktiv wirksam laufend läuft teilweise umsetzung erfüllt begonnen \
      eingeführt wirkt arbeit bearbeitung geprüft ja vorhanden geklärt abgestimmt akzeptiert
      """,
    fr:
      "oui validé* accepté* terminé* fait* actif active cours partiel* réalisé* appliqu* effecti* clos clôturé*",
    es: "sí aceptad* hech* completad* activ* curso parcial* realizad* cerrad* vigente",
    pt: "sim aceite feit* concluíd* ativ* curso parcial* realizad* encerrad*",
    it: "sì accettat* fatt* completat* attiv* corso parzial* realizzat* conclus* chius*",
    nl: "ja akkoord gereed afgerond voltooid actief lopend* klaar deels gesloten uitgevoerd",
    pl: "tak zaakceptow* zakończon* wykonan* zrealizowan* aktywn* trakcie gotow* częściow* działa",
    sv: "ja klar klart slutför* pågår pågående aktiv* delvis avslutad* åtgärdad*",
    ja: "はい 完了 済 実施中 対応中 運用中",
    zh: "是 接受 完成 已 进行中 生效 运行"
  )

  /// How those begin who do nothing.
  private static let hopes = WordRoots(
    en: "hope hopes hoping hopefully pray praying wish",
    de: "hoff* beten bete",
    fr: "espérons espère espérer prions prier",
    es: "ojalá esperemos rezar rezamos",
    pt: "oxalá rezar rezamos esperemos",
    it: "speriamo sperare speranza preghiamo",
    nl: "hopen hopelijk hoop bidden",
    pl: "oby nadzieję liczymy",
    sv: "hoppas förhoppningsvis ber",
    ja: "祈る 祈り 願う",
    zh: "希望 但愿 祈祷"
  )

  /// `The second officer was rejected`, `has been suspended`: what a measure was is none.
  private static func hasEnded(_ copula: Substring, _ word: Substring) -> Bool {
    ["was", "been"].contains(copula) && ended.contains(word)
  }

  private static let ended: Set<Substring> = [
    "rejected", "suspended", "cancelled", "canceled", "abandoned", "discontinued", "withdrawn",
    "dropped", "scrapped", "postponed",
  ]

  private static let ignoring = WordRoots(
    en: "ignore* neglect* disregard*",
    de: "ignorier* vernachlässigt hingenommen",
    fr: "ignor* néglig*",
    es: "ignor* desatend*",
    pt: "ignora* negligencia*",
    it: "ignor* trascurat*",
    nl: "genegeerd negeren",
    pl: "ignorowan* zignorowan* pomijan*",
    sv: "ignorer*",
    ja: "無視 放置",
    zh: "忽视 忽略 不管"
  )

  private static let accepting = WordRoots(
    en: "accept* tolerat*",
    de: "akzeptier* hingenommen getragen",
    fr: "accept* toléré*",
    es: "acepta* asume asumido tolera*",
    pt: "aceit* assumid* tolera*",
    it: "accettat* accetta tollerat*",
    nl: "aanvaard* geaccepteerd accepteren",
    pl: "akcept* zaakcept* toler*",
    sv: "accepter* godta*",
    ja: "受け入れ 許容",
    zh: "接受 容忍"
  )

  /// When what is meant for some day is to come.
  private static let someDay = Phrases(
    en: """
      one day|some day|someday|if there is time|when there is time|time permitting|if time permits|\
      at some point|next year|sooner or later|do nothing|does nothing|nothing is done|\
      no action is taken|it is planned|we plan to
      """,
    de: """
      eines tages|irgendwann|sobald zeit ist|wenn zeit ist|nächstes jahr|im nächsten jahr|\
      früher oder später|nichts unternommen|nichts getan|ist geplant|ist vorgesehen
      """,
    fr: """
      un jour|si le temps|l'année prochaine|l'an prochain|tôt ou tard|quand il y aura le temps|\
      il est prévu|ne fait rien
      """,
    es: """
      algún día|si hay tiempo|cuando haya tiempo|el próximo año|el año que viene|tarde o temprano|se prevé|no se hace nada
      """,
    pt: """
      um dia|algum dia|se houver tempo|quando houver tempo|no próximo ano|mais cedo ou mais tarde|prevê se
      """,
    it: """
      un giorno|prima o poi|se c'è tempo|quando ci sarà tempo|l'anno prossimo|il prossimo anno|\
      si prevede|è previsto
      """,
    nl: "ooit|op een dag|als er tijd is|volgend jaar|vroeg of laat",
    pl: "kiedyś|pewnego dnia|jeśli będzie czas|w przyszłym roku|prędzej czy później",
    sv: "någon gång|en dag|om det finns tid|när det finns tid|nästa år|förr eller senare",
    ja: "いつか|来年|時間があれば",
    zh: "有一天|将来某天|有时间的话|有空时|明年"
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
  package var isOpen: Bool {
    status.map(MeasureProgress.isUndone) ?? false || MeasureProgress.isAnnounced(title)
  }
}
